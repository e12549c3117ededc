import Scenes

/// The greatest distance between two sets of lines within a box: Hausdorff's, by points of each against the lines of the
/// other, so that it does not matter how either is cut into pieces.
struct CurveDeviation {
    /// Points.
    var distance: Double
    /// Where, on the new lines or, for what is missing there, on the old ones.
    var place: Point
    /// Along the vertical through the place, from the old lines to the new ones, in points, positive upwards; nil where
    /// one of them does not cross it.
    var rise: Double?

    /// Nil where neither has a point within the box.
    init?(from old: [[Point]], to new: [[Point]], in box: Rect) {
        let (before, after) = (LineIndex(old, near: box), LineIndex(new, near: box))
        var best: (distance: Double, place: Point)?
        for (lines, index) in [(new, before), (old, after)] {
            // No point is farther from the lines than another by more than the way between the two.
            var last: (place: Point, distance: Double)?
            for line in lines {
                CurveDeviation.forEachSample(of: line, in: box) { p in
                    // Farther than the reach is all the same.
                    if let best, best.distance >= LineIndex.reach { return }
                    let known = best?.distance ?? -1
                    if let last, last.distance + CurveDeviation.way(last.place, p) <= known { return }
                    let distance = index.isEmpty ? LineIndex.reach : index.distance(from: p, enough: max(known, 0))
                    last = (p, distance)
                    if distance > known { best = (distance, p) }
                }
            }
        }
        guard let best else { return nil }
        distance = best.distance
        place = best.place
        let middle = best.place
        let levels = [old, new].map { lines in
            CurveDeviation.crossings(of: lines, x: middle.x).min { abs($0 - middle.y) < abs($1 - middle.y) }
        }
        rise = if let a = levels[0], let b = levels[1] { a - b } else { nil }
    }

    /// Points of its parts within the box, their ends and others at most two points apart.
    private static func forEachSample(of line: [Point], in box: Rect, _ body: (Point) -> Void) {
        if line.count == 1 { return line.filter(box.contains).forEach(body) }
        for (from, to) in zip(line, line.dropFirst()) {
            guard let (a, b) = LineIndex.clipped(from, to, box) else { continue }
            let count = max((max(abs(b.x - a.x), abs(b.y - a.y)) / 2).rounded(.up), 1)
            for i in 0...Int(count) {
                let t = Double(i) / count
                body(Point(x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y)))
            }
        }
    }

    private static func way(_ p: Point, _ q: Point) -> Double {
        let (x, y) = (p.x - q.x, p.y - q.y)
        return (x * x + y * y).squareRoot()
    }

    private static func crossings(of lines: [[Point]], x: Double) -> [Double] {
        lines.flatMap { line in
            zip(line, line.dropFirst()).compactMap { a, b in
                guard min(a.x, b.x) <= x, x <= max(a.x, b.x), a.x != b.x else { return nil }
                return a.y + (x - a.x) / (b.x - a.x) * (b.y - a.y)
            }
        }
    }
}
