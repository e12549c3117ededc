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
            for line in lines {
                for p in CurveDeviation.samples(of: line, in: box) {
                    let distance = index.isEmpty ? LineIndex.reach : index.distance(from: p)
                    if distance > best?.distance ?? -1 { best = (distance, p) }
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
    private static func samples(of line: [Point], in box: Rect) -> [Point] {
        if line.count == 1 { return line.filter(box.contains) }
        return zip(line, line.dropFirst()).flatMap { from, to -> [Point] in
            guard let (a, b) = LineIndex.clipped(from, to, box) else { return [] }
            let count = max((max(abs(b.x - a.x), abs(b.y - a.y)) / 2).rounded(.up), 1)
            return (0...Int(count)).map { i in
                let t = Double(i) / count
                return Point(x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y))
            }
        }
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
