import Scenes

extension SVGMarkup {
    /// Path data on a grid of hundredths of a point. Cubics that are quadratics are written as such.
    mutating func append(pathData path: Path) {
        var pen = SVGPen(unit: .hundredth)
        var (start, place) = (Point(x: 0, y: 0), Point(x: 0, y: 0))
        for element in path.elements {
            switch element {
            case .move(let p):
                pen.move(to: SVGMarkup.hundredths(p), in: &self)
                (start, place) = (p, p)
            case .line(let p):
                pen.line(to: SVGMarkup.hundredths(p), in: &self)
                place = p
            case .cubic(let a, let b, let p):
                if let middle = SVGMarkup.quadraticControl(place, a, b, p) {
                    pen.quadratic(SVGMarkup.hundredths(middle), to: SVGMarkup.hundredths(p), in: &self)
                } else {
                    pen.cubic(SVGMarkup.hundredths(a), SVGMarkup.hundredths(b), to: SVGMarkup.hundredths(p), in: &self)
                }
                place = p
            case .close:
                pen.close(in: &self)
                place = start
            }
        }
    }

    private static func hundredths(_ point: Point) -> GridPoint {
        GridPoint(x: hundredths(point.x), y: hundredths(point.y))
    }

    /// The control point of the quadratic that a cubic is but for rounding, or nil.
    private static func quadraticControl(_ p: Point, _ a: Point, _ b: Point, _ q: Point) -> Point? {
        let (x, y) = (q.x - p.x + 3 * (a.x - b.x), q.y - p.y + 3 * (a.y - b.y))
        guard abs(x) < 1e-6, abs(y) < 1e-6 else { return nil }
        return Point(x: (3 * (a.x + b.x) - p.x - q.x) / 4, y: (3 * (a.y + b.y) - p.y - q.y) / 4)
    }
}
