import Scenes

/// A closed line of a glyph's outline in units of its grid, of no more pieces than show.
///
/// Curves that are nearly straight become lines, lines that are nearly one become one, cubics become quadratics: none
/// of it moves the outline by more than ``deviation``.
struct SVGContour {
    enum Piece {
        case line(Point)
        case quadratic(Point, Point)
        case cubic(Point, Point, Point)
    }

    /// How far what is written, before rounding, may be from the font's outline, in units.
    static let deviation = 0.5

    let start: Point
    /// From the start to the start.
    private(set) var pieces: [Piece] = []
    /// Where the line that is not yet a piece began and has come to, and what it passes by.
    private var line: (from: Point, to: Point)?
    private var passed: [Point] = []
    private var pen: Point

    private init(start: Point) {
        self.start = start
        pen = start
    }

    /// - Parameter outline: in ems.
    static func contours(of outline: Path, unitsPerEm: Double) -> [SVGContour] {
        func units(_ p: Point) -> Point { Point(x: p.x * unitsPerEm, y: p.y * unitsPerEm) }
        var result: [SVGContour] = []
        var contour: SVGContour?
        for element in outline.elements {
            switch element {
            case .move(let p):
                contour?.finish(into: &result)
                contour = SVGContour(start: units(p))
            case .line(let p): contour?.append(lineTo: units(p))
            case .cubic(let a, let b, let p): contour?.append(units(a), units(b), to: units(p))
            case .close: break
            }
        }
        contour?.finish(into: &result)
        return result
    }

    private mutating func finish(into result: inout [SVGContour]) {
        if pen != start { append(lineTo: start) }
        endLine()
        if pieces.count > 1 { result.append(self) }
    }

    private mutating func endLine() {
        if let line { pieces.append(.line(line.to)) }
        line = nil
        passed.removeAll(keepingCapacity: true)
    }

    /// - Parameter hull: points of which the true curve is a mean.
    private mutating func append(lineTo p: Point, hull: (Point, Point)? = nil) {
        defer { pen = p }
        if let (from, to) = line, SVGContour.isNear(to, from, p),
            hull.map({ SVGContour.isNear($0.0, from, p) && SVGContour.isNear($0.1, from, p) }) ?? true,
            passed.allSatisfy({ SVGContour.isNear($0, from, p) })
        {
            passed.append(to)
            line = (from, p)
        } else {
            endLine()
            line = (pen, p)
        }
        if let hull {
            passed.append(hull.0)
            passed.append(hull.1)
        }
    }

    private mutating func append(_ a: Point, _ b: Point, to p: Point) {
        if SVGContour.isFlat(pen, a, b, p) { return append(lineTo: p, hull: (a, b)) }
        endLine()
        if let middle = SVGContour.quadratic(pen, a, b, p) {
            pieces.append(.quadratic(middle, p))
        } else {
            pieces.append(.cubic(a, b, p))
        }
        pen = p
    }

    /// Whether a point is within the deviation of the line from one point to another.
    private static func isNear(_ p: Point, _ from: Point, _ to: Point) -> Bool {
        let (along, across, length) = offsets(of: p, from, to)
        return along >= 0 && along <= length * length && abs(across) <= deviation * length
    }

    /// Of a point from a line's beginning, along it and across it, both times the line's length; and that.
    private static func offsets(
        of p: Point, _ from: Point, _ to: Point
    ) -> (along: Double, across: Double, length: Double) {
        let (dx, dy, x, y) = (to.x - from.x, to.y - from.y, p.x - from.x, p.y - from.y)
        return (x * dx + y * dy, x * dy - y * dx, (dx * dx + dy * dy).squareRoot())
    }

    /// Whether a cubic is within the deviation of its chord, and runs along it.
    ///
    /// Its distance is 3t(1 − t)((1 − t)d + te) where d and e are its control points', hence at most ¾ of the larger and
    /// 4/9 of their sum.
    private static func isFlat(_ p: Point, _ a: Point, _ b: Point, _ q: Point) -> Bool {
        let (first, second) = (offsets(of: a, p, q), offsets(of: b, p, q))
        let (d, e, square) = (abs(first.across), abs(second.across), first.length * first.length)
        return min(0.75 * max(d, e), (d + e) * 4 / 9) <= deviation * first.length
            && first.along >= 0 && second.along <= square && first.along <= second.along
    }

    /// The control point of a quadratic that stays as near to a cubic, or nil.
    ///
    /// The two with the same ends and (3(a + b) − p − q)/4 as its control point are nowhere farther apart than √3/36 of
    /// the cubic's third difference (their difference is that times t(1 − t)(1 − 2t)/2).
    private static func quadratic(_ p: Point, _ a: Point, _ b: Point, _ q: Point) -> Point? {
        let (x, y) = (q.x - p.x + 3 * (a.x - b.x), q.y - p.y + 3 * (a.y - b.y))
        guard 3.0.squareRoot() / 36 * (x * x + y * y).squareRoot() <= deviation else { return nil }
        return Point(x: (3 * (a.x + b.x) - p.x - q.x) / 4, y: (3 * (a.y + b.y) - p.y - q.y) / 4)
    }
}
