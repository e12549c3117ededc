import Scenes

/// Lines with fewer points, nowhere farther than a tolerance, in points, from the ones given.
///
/// After D. Douglas and T. Peucker, "Algorithms for the reduction of the number of points required to represent a digitized
/// line", Cartographica 10 (1973), doi:10.3138/FM57-6770-U75U-7727.
enum LineSimplification {
    /// What nobody sees: a ninth of a pixel of a PNG.
    static let tolerance = 0.055

    /// A line that ends where it began, without its first point repeated.
    static func closed(_ loop: [Point], tolerance: Double = tolerance) -> [Point] {
        guard loop.count > 3, let first = loop.first else { return loop }
        // Split at the point farthest from the first, so that both halves are open lines.
        let farthest = loop.indices.max { squared(loop[$0], first) < squared(loop[$1], first) } ?? 0
        return kept(loop + [first], tolerance, open: [(0, farthest), (farthest, loop.count)]).dropLast()
    }

    static func open(_ line: [Point], tolerance: Double = tolerance) -> [Point] {
        line.count < 3 ? line : kept(line, tolerance, open: [(0, line.count - 1)])
    }

    private static func kept(_ line: [Point], _ tolerance: Double, open parts: [(Int, Int)]) -> [Point] {
        var isKept = [Bool](repeating: false, count: line.count)
        for (start, end) in parts { (isKept[start], isKept[end]) = (true, true) }
        var open = parts
        while let (start, end) = open.popLast() {
            guard end - start > 1 else { continue }
            let (a, b) = (line[start], line[end])
            let (dx, dy) = (b.x - a.x, b.y - a.y)
            let length = dx * dx + dy * dy
            var worst = (distance: tolerance * tolerance, index: -1)
            for k in start + 1..<end {
                let (x, y) = (line[k].x - a.x, line[k].y - a.y)
                // To the piece, not to the line on which it lies.
                let share = length > 0 ? min(max((x * dx + y * dy) / length, 0), 1) : 0
                let (u, v) = (x - share * dx, y - share * dy)
                if u * u + v * v > worst.distance { worst = (u * u + v * v, k) }
            }
            guard worst.index > 0 else { continue }
            isKept[worst.index] = true
            open.append((start, worst.index))
            open.append((worst.index, end))
        }
        return line.indices.filter { isKept[$0] }.map { line[$0] }
    }

    private static func squared(_ a: Point, _ b: Point) -> Double {
        (a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)
    }
}

extension Path {
    /// The same of straight lines with fewer points; a path with a curve stays as it is.
    func simplified() -> Path {
        var lines: [(points: [Point], isClosed: Bool)] = []
        for element in elements {
            switch element {
            case .move(let point): lines.append(([point], false))
            case .line(let point): if !lines.isEmpty { lines[lines.count - 1].points.append(point) }
            case .close: if !lines.isEmpty { lines[lines.count - 1].isClosed = true }
            case .cubic: return self
            }
        }
        var path = Path()
        for (points, isClosed) in lines {
            let kept = isClosed ? LineSimplification.closed(points) : LineSimplification.open(points)
            for (index, point) in kept.enumerated() { index == 0 ? path.move(to: point) : path.line(to: point) }
            if isClosed { path.close() }
        }
        return path
    }
}
