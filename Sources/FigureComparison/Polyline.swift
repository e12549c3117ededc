import Scenes

extension Path {
    /// The path as straight lines, off by at most a hundredth of a point: a list of points a subpath, closed ones ending
    /// where they begin.
    var polylines: [[Point]] {
        var lines: [[Point]] = []
        var line: [Point] = []
        func finish() {
            if !line.isEmpty { lines.append(line) }
            line = []
        }
        for element in elements {
            switch element {
            case .move(let p):
                finish()
                line = [p]
            case .line(let p): line.append(p)
            case .cubic(let a, let b, let p):
                let start = line.last ?? a
                // Wang's bound on the chords' distance, from the second differences of the control points.
                func bend(_ p: Point, _ q: Point, _ r: Point) -> Double {
                    let (x, y) = (p.x - 2 * q.x + r.x, p.y - 2 * q.y + r.y)
                    return (x * x + y * y).squareRoot()
                }
                let bound = max(bend(start, a, b), bend(a, b, p)) * 6 / 8 / 0.01
                // A piece that runs far out of its window is cut into no more.
                let count = bound.isFinite ? Int(min(max(bound.squareRoot().rounded(.up), 1), 500)) : 1
                for i in 1...count {
                    let t = Double(i) / Double(count)
                    let u = 1 - t
                    let (wa, wb, wc, wd) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
                    line.append(
                        Point(
                            x: wa * start.x + wb * a.x + wc * b.x + wd * p.x,
                            y: wa * start.y + wb * a.y + wc * b.y + wd * p.y))
                }
            case .close:
                if let first = line.first { line.append(first) }
            }
        }
        finish()
        return lines
    }
}

/// A box around points.
struct Bounds: Equatable {
    var left, top, right, bottom: Double

    init?(_ points: some Sequence<Point>) {
        var iterator = points.makeIterator()
        guard let first = iterator.next() else { return nil }
        (left, top, right, bottom) = (first.x, first.y, first.x, first.y)
        while let p = iterator.next() {
            left = min(left, p.x)
            right = max(right, p.x)
            top = min(top, p.y)
            bottom = max(bottom, p.y)
        }
    }

    func union(_ other: Bounds?) -> Bounds {
        guard let other else { return self }
        var union = self
        union.left = min(left, other.left)
        union.top = min(top, other.top)
        union.right = max(right, other.right)
        union.bottom = max(bottom, other.bottom)
        return union
    }

    var middle: Point { Point(x: (left + right) / 2, y: (top + bottom) / 2) }
}
