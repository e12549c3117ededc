import Foundation
import FoundationXML
import Scenes

extension XMLElement {
    subscript(_ name: String) -> String? { attributes?.first { $0.name == name }?.stringValue }

    /// This element and all within it, in the document's order.
    var elements: [XMLElement] {
        [self] + (children ?? []).compactMap { $0 as? XMLElement }.flatMap(\.elements)
    }

    /// An attribute's number, 0 where there is none.
    func number(_ name: String) -> Double { self[name].flatMap { Double($0) } ?? 0 }

    /// Where a point of the element's coordinates is on the page, and how long a unit of them is there, by the
    /// `translate(x y)scale(s)` of the groups around it.
    func placed(_ point: Point) -> (point: Point, scale: Double) {
        var (point, scale) = (point, 1.0)
        var node = parent as? XMLElement
        while let group = node {
            if let transform = group["transform"] {
                let numbers = transform.split { !"0123456789.-".contains($0) }.compactMap { Double($0) }
                precondition(numbers.count == 3 && transform.hasPrefix("translate("), "no translate(x y)scale(s)")
                point = Point(x: numbers[0] + numbers[2] * point.x, y: numbers[1] + numbers[2] * point.y)
                scale *= numbers[2]
            }
            node = group.parent as? XMLElement
        }
        return (point, scale)
    }
}
