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

    /// A point of what the element draws outside it, and how long a unit of its own is there, by the `translate(x y)` and
    /// `scale(s)` that it says itself.
    private func transformed(_ point: Point) -> (point: Point, scale: Double) {
        var (point, scale) = (point, 1.0)
        for function in (self["transform"] ?? "").split(separator: ")").reversed() {
            let numbers = function.split { !"0123456789.-".contains($0) }.compactMap { Double($0) }
            if function.hasPrefix("translate("), numbers.count == 2 {
                point = Point(x: numbers[0] + point.x, y: numbers[1] + point.y)
            } else {
                precondition(function.hasPrefix("scale(") && numbers.count == 1, "no translate(x y) and no scale(s)")
                point = Point(x: numbers[0] * point.x, y: numbers[0] * point.y)
                scale *= numbers[0]
            }
        }
        return (point, scale)
    }

    /// Where a point of the element's coordinates is on the page, and how long a unit of them is there, by the groups
    /// around it.
    func placed(_ point: Point) -> (point: Point, scale: Double) {
        var (point, scale) = (point, 1.0)
        var node = parent as? XMLElement
        while let group = node {
            let outside = group.transformed(point)
            (point, scale) = (outside.point, scale * outside.scale)
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
        return try path(self).mapped { placed(transformed($0).point).point }
    }
}
