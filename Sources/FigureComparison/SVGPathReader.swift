import Scenes

/// Reads path data, SVG 1.1 chapter 8.3 without arcs, which lossplot never writes.
struct SVGPathReader {
    private var bytes: ArraySlice<UInt8>
    private var path = Path()
    private var pen = Point(x: 0, y: 0)
    private var start = Point(x: 0, y: 0)
    /// The mirror of the last cubic's second control point.
    private var mirrored: Point?
    /// The same of the last quadratic's control point.
    private var mirroredQuadratic: Point?

    /// Nil for data that is broken, holds arcs, or leads farther than ``SVGAttributes/limit``.
    static func path(_ data: String) -> Path? {
        var reader = SVGPathReader(bytes: Array(data.utf8)[...])
        return reader.read()
    }

    private init(bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    private mutating func read() -> Path? {
        var command: UInt8?
        while true {
            skipSeparators()
            guard let byte = bytes.first else { return path }
            if Character(Unicode.Scalar(byte)).isLetter {
                command = byte
                bytes.removeFirst()
            } else if command == UInt8(ascii: "m") {
                // What follows a move without a letter are lines.
                command = UInt8(ascii: "l")
            } else if command == UInt8(ascii: "M") {
                command = UInt8(ascii: "L")
            } else if command == UInt8(ascii: "z") || command == UInt8(ascii: "Z") {
                return nil
            }
            guard let command, draw(command) else { return nil }
        }
    }

    private mutating func draw(_ command: UInt8) -> Bool {
        let isRelative = command >= UInt8(ascii: "a")
        let base = isRelative ? pen : Point(x: 0, y: 0)
        let (smooth, smoothQuadratic) = (mirrored ?? pen, mirroredQuadratic ?? pen)
        mirrored = nil
        mirroredQuadratic = nil
        switch Character(Unicode.Scalar(command)).lowercased() {
        case "m":
            guard let p = point(base) else { return false }
            path.move(to: p)
            (pen, start) = (p, p)
        case "l":
            guard let p = point(base) else { return false }
            line(to: p)
        case "h":
            guard let x = coordinate(base.x) else { return false }
            line(to: Point(x: x, y: pen.y))
        case "v":
            guard let y = coordinate(base.y) else { return false }
            line(to: Point(x: pen.x, y: y))
        case "c":
            guard let a = point(base), let b = point(base), let p = point(base) else { return false }
            cubic(a, b, to: p)
        case "s":
            guard let b = point(base), let p = point(base) else { return false }
            cubic(smooth, b, to: p)
        case "q":
            guard let middle = point(base), let p = point(base) else { return false }
            quadratic(middle, to: p)
        case "t":
            guard let p = point(base) else { return false }
            quadratic(smoothQuadratic, to: p)
        case "z":
            path.close()
            pen = start
        default: return false
        }
        return true
    }

    private mutating func line(to p: Point) {
        path.line(to: p)
        pen = p
    }

    private mutating func cubic(_ a: Point, _ b: Point, to p: Point) {
        path.cubic(a, b, to: p)
        pen = p
        mirrored = Point(x: 2 * p.x - b.x, y: 2 * p.y - b.y)
    }

    private mutating func quadratic(_ middle: Point, to p: Point) {
        func between(_ end: Point) -> Point {
            Point(x: (end.x + 2 * middle.x) / 3, y: (end.y + 2 * middle.y) / 3)
        }
        path.cubic(between(pen), between(p), to: p)
        pen = p
        mirroredQuadratic = Point(x: 2 * p.x - middle.x, y: 2 * p.y - middle.y)
    }

    private mutating func point(_ base: Point) -> Point? {
        guard let x = coordinate(base.x), let y = coordinate(base.y) else { return nil }
        return Point(x: x, y: y)
    }

    private mutating func coordinate(_ base: Double) -> Double? {
        guard let step = number(), abs(base + step) <= SVGAttributes.limit else { return nil }
        return base + step
    }

    private mutating func skipSeparators() {
        while let byte = bytes.first, byte == 0x20 || byte == 0x2C || byte == 0x0A || byte == 0x09 || byte == 0x0D {
            bytes.removeFirst()
        }
    }

    /// `[+-]? digits? (. digits)? ([eE] [+-]? digits)?`: two numbers may stand together, as in `.5.5` and `1-2`.
    private mutating func number() -> Double? {
        skipSeparators()
        var end = bytes.startIndex
        func next() -> UInt8? { end < bytes.endIndex ? bytes[end] : nil }
        func digits() { while let byte = next(), byte &- 0x30 < 10 { end += 1 } }
        if next() == UInt8(ascii: "-") || next() == UInt8(ascii: "+") { end += 1 }
        digits()
        if next() == UInt8(ascii: ".") {
            end += 1
            digits()
        }
        if next() == UInt8(ascii: "e") || next() == UInt8(ascii: "E") {
            end += 1
            if next() == UInt8(ascii: "-") || next() == UInt8(ascii: "+") { end += 1 }
            digits()
        }
        guard let value = Double(String(decoding: bytes[..<end], as: UTF8.self)), value.isFinite else { return nil }
        bytes = bytes[end...]
        return value
    }
}
