/// A sequence of lines and cubic Bézier curves, in points.
public struct Path: Equatable, Sendable {
    public enum Element: Equatable, Sendable {
        case move(Point)
        case line(Point)
        case cubic(Point, Point, Point)
        case close
    }

    public var elements: [Element]

    public init(_ elements: [Element] = []) { self.elements = elements }

    public var isEmpty: Bool { elements.isEmpty }

    public mutating func move(to point: Point) { elements.append(.move(point)) }
    public mutating func line(to point: Point) { elements.append(.line(point)) }
    public mutating func cubic(_ first: Point, _ second: Point, to point: Point) {
        elements.append(.cubic(first, second, point))
    }
    /// A quadratic, as the cubic that it is.
    public mutating func quadratic(_ middle: Point, to point: Point) {
        let start: Point
        switch elements.last {
        case .move(let p), .line(let p), .cubic(_, _, let p): start = p
        case .close, nil: preconditionFailure("a curve begins where something has ended")
        }
        func control(_ end: Point) -> Point {
            Point(x: end.x + (middle.x - end.x) * 2 / 3, y: end.y + (middle.y - end.y) * 2 / 3)
        }
        cubic(control(start), control(point), to: point)
    }
    public mutating func close() { elements.append(.close) }

    public static func line(from start: Point, to end: Point) -> Path { Path([.move(start), .line(end)]) }

    public static func rectangle(_ rect: Rect) -> Path {
        Path([
            .move(Point(x: rect.left, y: rect.top)), .line(Point(x: rect.right, y: rect.top)),
            .line(Point(x: rect.right, y: rect.bottom)), .line(Point(x: rect.left, y: rect.bottom)), .close,
        ])
    }

    /// A rectangle whose corners are quarters of circles, of a radius of at most half its shorter side.
    public static func rectangle(_ rect: Rect, radius: Double) -> Path {
        let r = max(0, min(radius, rect.width / 2, rect.height / 2))
        // From the end of a side to a corner's control point: see the circle.
        let c = r * (1 - 0.5522847498307936)
        let (l, t, e, b) = (rect.left, rect.top, rect.right, rect.bottom)
        func at(_ x: Double, _ y: Double) -> Point { Point(x: x, y: y) }
        return Path([
            .move(at(l + r, t)), .line(at(e - r, t)), .cubic(at(e - c, t), at(e, t + c), at(e, t + r)),
            .line(at(e, b - r)), .cubic(at(e, b - c), at(e - c, b), at(e - r, b)),
            .line(at(l + r, b)), .cubic(at(l + c, b), at(l, b - c), at(l, b - r)),
            .line(at(l, t + r)), .cubic(at(l, t + c), at(l + c, t), at(l + r, t)), .close,
        ])
    }

    /// A circle of four cubics, off by at most 0.03 % of the radius.
    public static func circle(center c: Point, radius r: Double) -> Path {
        let k = r * 0.5522847498307936
        func at(_ x: Double, _ y: Double) -> Point { Point(x: c.x + x, y: c.y + y) }
        return Path([
            .move(at(r, 0)), .cubic(at(r, k), at(k, r), at(0, r)), .cubic(at(-k, r), at(-r, k), at(-r, 0)),
            .cubic(at(-r, -k), at(-k, -r), at(0, -r)), .cubic(at(k, -r), at(r, -k), at(r, 0)), .close,
        ])
    }
}

extension Path: Codable {
    private struct NotAPath: Error { var text: String }

    /// The letters and numbers of SVG's path data, absolute, separated by single spaces.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        var words = text.split(separator: " ").makeIterator()
        func point() throws -> Point {
            guard let x = words.next().flatMap({ Double($0) }), let y = words.next().flatMap({ Double($0) }) else {
                throw NotAPath(text: text)
            }
            return Point(x: x, y: y)
        }
        elements = []
        while let letter = words.next() {
            switch letter {
            case "M": elements.append(.move(try point()))
            case "L": elements.append(.line(try point()))
            case "C": elements.append(.cubic(try point(), try point(), try point()))
            case "Z": elements.append(.close)
            default: throw NotAPath(text: text)
            }
        }
    }

    public func encode(to encoder: any Encoder) throws {
        func words(_ letter: String, _ points: Point...) -> String {
            points.reduce(letter) { "\($0) \($1.x) \($1.y)" }
        }
        let text = elements.map { element in
            switch element {
            case .move(let p): words("M", p)
            case .line(let p): words("L", p)
            case .cubic(let a, let b, let p): words("C", a, b, p)
            case .close: "Z"
            }
        }
        var container = encoder.singleValueContainer()
        try container.encode(text.joined(separator: " "))
    }
}

extension Path {
    /// Every coordinate times `factor`.
    public func scaled(by factor: Double) -> Path { mapped { Point(x: $0.x * factor, y: $0.y * factor) } }

    public func mapped(_ transform: (Point) -> Point) -> Path {
        Path(
            elements.map { element in
                switch element {
                case .move(let p): .move(transform(p))
                case .line(let p): .line(transform(p))
                case .cubic(let a, let b, let p): .cubic(transform(a), transform(b), transform(p))
                case .close: .close
                }
            })
    }
}
