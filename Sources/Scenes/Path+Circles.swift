/// A circle on the page, in points.
public struct Circle: Equatable, Sendable {
    public var center: Point
    public var radius: Double

    public init(center: Point, radius: Double) {
        self.center = center
        self.radius = radius
    }
}

extension Path {
    /// The circles of which the path consists, as ``circle(center:radius:)`` draws them, or nil.
    ///
    /// - Parameter tolerance: how far each of its points may be from where a circle has it, in points.
    public func circles(within tolerance: Double) -> [Circle]? {
        guard !elements.isEmpty, elements.count.isMultiple(of: 6) else { return nil }
        var circles: [Circle] = []
        for start in stride(from: 0, to: elements.count, by: 6) {
            guard case .move(let right) = elements[start], case .cubic(_, _, let left) = elements[start + 2] else {
                return nil
            }
            let circle = Circle(
                center: Point(x: (right.x + left.x) / 2, y: (right.y + left.y) / 2), radius: (right.x - left.x) / 2)
            let drawn = Path.circle(center: circle.center, radius: circle.radius).elements
            guard circle.radius > 0,
                zip(elements[start..<start + 6], drawn).allSatisfy({ $0.isNear($1, within: tolerance) })
            else { return nil }
            circles.append(circle)
        }
        return circles
    }

    /// Lines of no length, as good as: with round ends, dots of their width.
    public static func dots(_ centers: [Point]) -> Path {
        Path(centers.flatMap { [.move($0), .line(Point(x: $0.x + dotLength, y: $0.y))] })
    }

    /// The centres of the dots of which the path consists, or nil.
    ///
    /// - Parameter length: of the lines that draw them, by default that of ``dots(_:)``; 0 for lines of no length.
    public func dots(ofLength length: Double = Path.dotLength) -> [Point]? {
        guard !elements.isEmpty, elements.count.isMultiple(of: 2) else { return nil }
        var centers: [Point] = []
        for start in stride(from: 0, to: elements.count, by: 2) {
            guard case .move(let p) = elements[start],
                elements[start + 1] == .line(Point(x: p.x + length, y: p.y))
            else { return nil }
            centers.append(p)
        }
        return centers
    }

    /// How long a dot's line is, in points. Not zero: renderers differ in whether such a line has ends.
    public static let dotLength = 0.01
}

extension Path.Element {
    fileprivate func isNear(_ other: Path.Element, within tolerance: Double) -> Bool {
        func near(_ p: Point, _ q: Point) -> Bool { abs(p.x - q.x) <= tolerance && abs(p.y - q.y) <= tolerance }
        return switch (self, other) {
        case (.move(let p), .move(let q)), (.line(let p), .line(let q)): near(p, q)
        case (.cubic(let a, let b, let p), .cubic(let c, let d, let q)): near(a, c) && near(b, d) && near(p, q)
        case (.close, .close): true
        default: false
        }
    }
}
