import Calculus
import CurveSampling

/// Judges a traced level set by the function's values alone: nothing here knows how it was traced.
struct ContourReferee {
    typealias Point = (x: Double, y: Double)

    let value: (Double, Double) -> Double
    let viewport: Viewport
    /// The true level set as curves, where they are known; else the function is taken as continuous.
    let exact: [[Point]]?

    /// In pixels from here on.
    private func pixels(_ p: Point) -> Point {
        ((p.x - viewport.x.lowerBound) * viewport.pixelsPerX, (p.y - viewport.y.lowerBound) * viewport.pixelsPerY)
    }

    private func level(_ level: Double, at p: Point) -> Double {
        value(viewport.x.lowerBound + p.x / viewport.pixelsPerX, viewport.y.lowerBound + p.y / viewport.pixelsPerY)
            - level
    }

    /// The worst distance from what is drawn to the true set and from the true set to what is drawn.
    func worstDistance(of set: LevelSet) -> (drawnToTrue: Double, trueToDrawn: Double) {
        let drawn = SegmentGrid(lines: set.lines.map { $0.map(pixels) })
        let truth = exact.map { $0.map { $0.map(pixels) } }
        let trueGrid = truth.map { SegmentGrid(lines: $0) }
        var toTrue = 0.0
        for line in set.lines.map({ $0.map(pixels) }) {
            for p in ContourReferee.samples(line, step: 1) {
                toTrue = max(toTrue, trueGrid?.distance(from: p) ?? distance(from: p, toLevel: set.level))
            }
        }
        var toDrawn = 0.0
        let reference = truth.map { $0.flatMap { ContourReferee.samples($0, step: 1) } } ?? crossings(of: set.level)
        for p in reference where isInside(p) { toDrawn = max(toDrawn, drawn.distance(from: p)) }
        return (toTrue, toDrawn)
    }

    private func isInside(_ p: Point) -> Bool {
        p.x >= 0 && p.y >= 0 && p.x <= viewport.width && p.y <= viewport.height
    }

    private static func samples(_ line: [Point], step: Double) -> [Point] {
        var points = Array(line.prefix(1))
        for (a, b) in zip(line, line.dropFirst()) {
            let length = ((b.x - a.x) * (b.x - a.x) + (b.y - a.y) * (b.y - a.y)).squareRoot()
            let parts = max(1, Int((length / step).rounded(.up)))
            for k in 1...parts {
                let t = Double(k) / Double(parts)
                points.append((a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t))
            }
        }
        return points
    }

    /// The radius, of a few, of the smallest circle around `p` that meets both sides of the level.
    private func distance(from p: Point, toLevel k: Double) -> Double {
        let here = level(k, at: p)
        if here == 0 { return 0 }
        let diagonal = 0.5.squareRoot()
        let directions = [
            (1, 0), (0, 1), (-1, 0), (0, -1), (diagonal, diagonal), (-diagonal, diagonal), (diagonal, -diagonal),
            (-diagonal, -diagonal),
        ]
        for radius in [0.002, 0.01, 0.03, 0.06, 0.1, 0.15, 0.2, 0.25, 0.5] {
            for (x, y) in directions {
                let other = level(k, at: (p.x + radius * x, p.y + radius * y))
                if (other > 0) != (here > 0) { return radius }
            }
        }
        return .infinity
    }

    /// Where the lines of a grid of three pixels meet the level, by bisection.
    private func crossings(of k: Double) -> [Point] {
        let step = 3.0
        let (columns, rows) = (Int(viewport.width / step), Int(viewport.height / step))
        // Off the round coordinates, at which functions may be zero all along a line.
        func point(_ i: Int, _ j: Int) -> Point { (Double(i) * step + 0.317, Double(j) * step + 0.291) }
        let values = (0..<rows).map { j in (0..<columns).map { i in level(k, at: point(i, j)) } }
        var found: [Point] = []
        func seek(_ i: Int, _ j: Int, _ di: Int, _ dj: Int) {
            guard i + di < columns, j + dj < rows, (values[j][i] > 0) != (values[j + dj][i + di] > 0) else { return }
            var (a, b) = (point(i, j), point(i + di, j + dj))
            for _ in 0..<20 {
                let middle = (x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
                if (level(k, at: middle) > 0) == (values[j][i] > 0) { a = middle } else { b = middle }
            }
            found.append(a)
        }
        for j in 0..<rows {
            for i in 0..<columns {
                seek(i, j, 1, 0)
                seek(i, j, 0, 1)
            }
        }
        return found
    }
}

/// Segments by the squares of 8 pixels that they touch.
struct SegmentGrid {
    typealias Point = (x: Double, y: Double)

    private struct Square: Hashable {
        var i: Int
        var j: Int
    }

    private var squares: [Square: [(Point, Point)]] = [:]
    private static let size = 8.0

    init(lines: [[Point]]) {
        for line in lines {
            for (a, b) in zip(line, line.dropFirst()) {
                let parts = max(1, Int((max(abs(b.x - a.x), abs(b.y - a.y)) / SegmentGrid.size).rounded(.up)))
                for k in 0..<parts {
                    let (s, t) = (Double(k) / Double(parts), Double(k + 1) / Double(parts))
                    let p = (a.x + (b.x - a.x) * s, a.y + (b.y - a.y) * s)
                    let q = (a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t)
                    squares[SegmentGrid.square(p), default: []].append((p, q))
                }
            }
        }
    }

    private static func square(_ p: Point) -> Square {
        Square(i: Int((p.x / size).rounded(.down)), j: Int((p.y / size).rounded(.down)))
    }

    /// The distance to the nearest segment; infinite beyond eight pixels.
    func distance(from p: Point) -> Double {
        let home = SegmentGrid.square(p)
        var best = Double.infinity
        for di in -2...2 {
            for dj in -2...2 {
                for (a, b) in squares[Square(i: home.i + di, j: home.j + dj)] ?? [] {
                    let (dx, dy) = (b.x - a.x, b.y - a.y)
                    let length = dx * dx + dy * dy
                    let t = length > 0 ? min(max(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0), 1) : 0
                    let (x, y) = (a.x + dx * t - p.x, a.y + dy * t - p.y)
                    best = min(best, x * x + y * y)
                }
            }
        }
        return best.squareRoot()
    }
}

extension ContourReferee {
    static func exponential(_ x: Double) -> Double { x.applying(.exp) }
    static func arctangent(_ x: Double) -> Double { x.applying(.atan) }
    static func direction(_ angle: Double) -> Point { (angle.applying(.cos), angle.applying(.sin)) }
}
