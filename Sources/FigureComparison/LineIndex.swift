import Scenes

/// Lines in a lattice of cells, for asking how far a point lies from the nearest of them.
struct LineIndex {
    /// Points; a curve's pieces are shorter mostly.
    private static let cell = 16.0
    /// Farther than this is all the same.
    static let reach = 400.0

    private struct Key: Hashable {
        var x, y: Int
    }

    private var cells: [Key: [(Point, Point)]] = [:]
    private(set) var isEmpty = true

    /// - Parameter box: lines that lie farther than ``reach`` from it are left out.
    init(_ lines: [[Point]], near box: Rect) {
        let wide = box.insetBy(-LineIndex.reach)
        for line in lines {
            for (a, b) in zip(line, line.dropFirst()) {
                guard let part = LineIndex.clipped(a, b, wide) else { continue }
                isEmpty = false
                insert(part.0, part.1)
            }
        }
    }

    /// The part of a line within a box, by Liang and Barsky.
    static func clipped(_ a: Point, _ b: Point, _ box: Rect) -> (Point, Point)? {
        guard a.x.isFinite, a.y.isFinite, b.x.isFinite, b.y.isFinite else { return nil }
        var (low, high) = (0.0, 1.0)
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        for (p, q) in [
            (-dx, a.x - box.left), (dx, box.right - a.x), (-dy, a.y - box.top), (dy, box.bottom - a.y),
        ] {
            if p == 0 {
                if q < 0 { return nil }
            } else if p < 0 {
                low = max(low, q / p)
            } else {
                high = min(high, q / p)
            }
        }
        guard low <= high, dx.isFinite, dy.isFinite else { return nil }
        // Of a line from very far, rounding puts the ends beside the box.
        func at(_ t: Double) -> Point {
            Point(
                x: min(max(a.x + t * dx, box.left), box.right), y: min(max(a.y + t * dy, box.top), box.bottom))
        }
        return (at(low), at(high))
    }

    private mutating func insert(_ a: Point, _ b: Point) {
        // Short steps along the line name every cell it crosses, and perhaps a neighbour.
        let length = max(abs(b.x - a.x), abs(b.y - a.y))
        let steps = max(1, Int((length / (LineIndex.cell / 2)).rounded(.up)))
        var last: Key?
        for i in 0...steps {
            let t = Double(i) / Double(steps)
            let key = LineIndex.key(Point(x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y)))
            if key != last { cells[key, default: []].append((a, b)) }
            last = key
        }
    }

    private static func key(_ p: Point) -> Key {
        Key(x: Int((p.x / cell).rounded(.down)), y: Int((p.y / cell).rounded(.down)))
    }

    /// Points; ``reach`` where nothing is nearer.
    ///
    /// - Parameter enough: who wants to know only whether the distance is greater than this is given an upper bound of it,
    ///   not greater, where it is not. Default: 0, for the distance itself.
    func distance(from p: Point, enough: Double = 0) -> Double {
        let center = LineIndex.key(p)
        var best = LineIndex.reach
        for ring in 0...Int(LineIndex.reach / LineIndex.cell) + 1 {
            // A ring's cells begin this far away; a line is in every cell it crosses, up to half a cell.
            if Double(ring - 1) * LineIndex.cell - LineIndex.cell / 2 > best { break }
            for y in (center.y - ring)...(center.y + ring) {
                let isEdge = abs(y - center.y) == ring
                for x in stride(from: center.x - ring, through: center.x + ring, by: isEdge || ring == 0 ? 1 : 2 * ring)
                {
                    for (a, b) in cells[Key(x: x, y: y)] ?? [] { best = min(best, LineIndex.distance(p, a, b)) }
                }
                if best <= enough { return best }
            }
        }
        return best
    }

    private static func distance(_ p: Point, _ a: Point, _ b: Point) -> Double {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let square = dx * dx + dy * dy
        let t = square == 0 ? 0 : min(max(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0), 1)
        let (x, y) = (p.x - a.x - t * dx, p.y - a.y - t * dy)
        return (x * x + y * y).squareRoot()
    }
}
