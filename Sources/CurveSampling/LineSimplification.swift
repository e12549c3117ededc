/// A line with fewer points.
struct LineSimplification {
    private(set) var points: [(x: Double, y: Double)]

    /// By Douglas and Peucker's algorithm (1973, doi:10.3138/FM57-6770-U75U-7727): no point that is left out is farther
    /// than `tolerance`, in the viewport's pixels, from the line that is left.
    ///
    /// - Parameters:
    ///   - line: a closed one repeats its first point.
    ///   - isFixed: points that are kept, where lines meet.
    /// - Complexity: O(n log n) as a rule, O(n²) at worst.
    init(
        _ line: [(x: Double, y: Double)], tolerance: Double, in viewport: Viewport,
        keeping isFixed: ((x: Double, y: Double)) -> Bool = { _ in false }
    ) {
        let pixels = line.map { (x: $0.x * viewport.pixelsPerX, y: $0.y * viewport.pixelsPerY) }
        var isKept = Array(repeating: false, count: line.count)
        guard let last = line.indices.last, last > 0 else {
            points = line
            return
        }
        let fixed = [0] + line.indices.filter { $0 > 0 && $0 < last && isFixed(line[$0]) } + [last]
        for k in fixed { isKept[k] = true }
        var parts = Array(zip(fixed, fixed.dropFirst()))
        while let (a, b) = parts.popLast() {
            var (farthest, index) = (tolerance * tolerance, -1)
            for k in stride(from: a + 1, to: b, by: 1) {
                let distance = LineSimplification.squaredDistance(from: pixels[k], to: pixels[a], pixels[b])
                if distance > farthest { (farthest, index) = (distance, k) }
            }
            if index >= 0 {
                isKept[index] = true
                parts += [(a, index), (index, b)]
            }
        }
        points = zip(line, isKept).filter(\.1).map(\.0)
    }

    /// To the segment between two points.
    private static func squaredDistance(
        from p: (x: Double, y: Double), to a: (x: Double, y: Double), _ b: (x: Double, y: Double)
    ) -> Double {
        let (dx, dy) = (b.x - a.x, b.y - a.y)
        let length = dx * dx + dy * dy
        let t = length > 0 ? min(max(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0), 1) : 0
        let (x, y) = (a.x + dx * t - p.x, a.y + dy * t - p.y)
        return x * x + y * y
    }

    /// A closed line without the points between two others on one upright or level line.
    static func withoutStopovers(_ line: [(x: Double, y: Double)]) -> [(x: Double, y: Double)] {
        guard line.count > 2 else { return line }
        var kept: [(x: Double, y: Double)] = []
        for k in line.indices.dropLast() {
            let before = kept.last ?? line[line.count - 2]
            let (point, next) = (line[k], line[k + 1])
            let isStopover = (before.x == point.x && point.x == next.x) || (before.y == point.y && point.y == next.y)
            if !isStopover { kept.append(point) }
        }
        if let first = kept.first { kept.append(first) }
        return kept
    }
}
