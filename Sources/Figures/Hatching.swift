import Scenes

/// Parallel lines, rising at 45°, over the part of the plane that an odd number of polygons holds.
struct Hatching {
    private(set) var path = Path()

    /// - Parameters:
    ///   - polygons: in points.
    ///   - spacing: between two lines, in points.
    /// - Complexity: O(lines that cross · points).
    init(_ polygons: [[Point]], spacing: Double) {
        // Along a line x + y is constant; it is what the lines are numbered by.
        let step = spacing * 2.0.squareRoot()
        var crossings: [Int: [Double]] = [:]
        for polygon in polygons {
            guard var a = polygon.last else { continue }
            for b in polygon {
                let (from, to) = (a.x + a.y, b.x + b.y)
                let (low, high) = (min(from, to), max(from, to))
                // Of two edges that meet on a line, one counts.
                for k in stride(from: (low / step).rounded(.up), to: (high / step).rounded(.up), by: 1) {
                    let t = (k * step - from) / (to - from)
                    crossings[Int(k), default: []].append(a.x + (b.x - a.x) * t)
                }
                a = b
            }
        }
        for (k, xs) in crossings.sorted(by: { $0.key < $1.key }) {
            let (sum, xs) = (Double(k) * step, xs.sorted())
            for i in stride(from: 0, to: xs.count - 1, by: 2) where xs[i] < xs[i + 1] {
                path.move(to: Point(x: xs[i], y: sum - xs[i]))
                path.line(to: Point(x: xs[i + 1], y: sum - xs[i + 1]))
            }
        }
    }
}

extension Path {
    /// Across rising lines, by points.
    func moved(by distance: Double) -> Path {
        let d = distance / 2.0.squareRoot()
        return mapped { Point(x: $0.x + d, y: $0.y + d) }
    }
}
