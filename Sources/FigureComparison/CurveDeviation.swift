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

    /// Its points within the box, and more between those that are far apart.
    private static func samples(of line: [Point], in box: Rect) -> [Point] {
        var points = line.prefix(1).filter(box.contains)
        for (a, b) in zip(line, line.dropFirst()) {
            let length = max(abs(b.x - a.x), abs(b.y - a.y))
            let count = length.isFinite ? Int(min(max((length / 2).rounded(.up), 1), 2000)) : 1
            for i in 1...count {
                let t = Double(i) / Double(count)
                let p = Point(x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y))
                if box.contains(p) { points.append(p) }
            }
        }
        return Array(points)
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
