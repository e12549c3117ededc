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

    /// What it draws on the page: its paths, and what its uses refer to in the document, closed by the fill.
    func drawn(in root: XMLElement) throws -> Path {
        let targets = Dictionary(
            root.elements.compactMap { element in element["id"].map { ("#" + $0, element) } }, uniquingKeysWith: { $1 })
        func path(_ element: XMLElement) throws -> Path {
            switch element.name {
            case "path": return try PathDataReader.read(element["d"] ?? "")
            case "use":
                guard let target = element["href"].flatMap({ targets[$0] }) else { return Path() }
                let offset = Point(x: element.number("x"), y: element.number("y"))
                return try path(target).mapped { $0 + offset }
            default:
                return Path(
                    try element.children?.compactMap { $0 as? XMLElement }.flatMap { try path($0).elements } ?? [])
            }
        }
        let transform = (self["transform"] ?? "").split { !"0123456789.-".contains($0) }.compactMap { Double($0) }
        precondition(transform.count == 3, "no translate(x y)scale(s)")
        return try path(self).mapped {
            Point(x: transform[0] + transform[2] * $0.x, y: transform[1] + transform[2] * $0.y)
        }
    }
}
