/// Traces the level sets of a grid's bilinear surface, cell by cell: there they are hyperbolas, known in closed form.
///
/// Goals, in this order: the surface's own lines and no others; the bound holds; a million points take a fraction of a
/// second.
///
/// On a cell's side the surface is straight, so that a level crosses it where linear interpolation says. Inside,
/// f(s, t) = a + (b − a) s + (c − a) t + K s t, with (s, t) from 0 to 1; where K ≠ 0 there is a saddle (s₀, t₀) of value v₀,
/// and the level v is (s − s₀)(t − t₀) = (v − v₀)/K. With four crossings the saddle decides which are joined (Nielson and
/// Hamann's asymptotic decider, 1991, doi:10.1109/VISUAL.1991.175782). Between u = s₁ − s₀ and w = s₂ − s₀ a branch leaves its
/// chord by (v − v₀)/K · (√w − √u)²/(u w) at most, at √(u w), where it is divided until its chords are near.
///
/// ```swift
/// let bands = GridContours(grid, in: viewport).bands(at: [1, 2, 4])
/// ```
public struct GridContours: Sendable {
    let grid: ValueGrid
    let viewport: Viewport
    /// By which values and levels are multiplied, so that no difference overflows.
    let scale: Double

    /// Pixels that a chord may be off, and a line with fewer points from one with more.
    static let tolerance = 0.1

    /// - Parameters:
    ///   - grid: within the viewport, see ``ValueGrid/cropped(x:y:)``.
    ///   - viewport: the rectangle that is shown.
    public init(_ grid: ValueGrid, in viewport: Viewport) {
        self.grid = grid
        self.viewport = viewport
        let magnitude = grid.values.reduce(0) { $1.isNaN ? $0 : max($0, abs($1)) }
        scale = magnitude > 1e300 ? 0x1p-8 : 1
    }

    /// The level sets, in the order of `levels`, and the regions above them.
    ///
    /// - Parameter levels: finite and increasing.
    /// - Complexity: O(points · log levels + points of the lines).
    public func bands(at levels: [Double]) -> LevelBands {
        let cells = cells(at: levels)
        let rim = GridRim(grid)
        var sets: [LevelSet] = []
        var regions: [ParityRegion?] = []
        for (level, cells) in zip(levels, cells) {
            var tracing = GridTracing(self, level: level)
            for cell in cells { tracing.trace(cell) }
            let found = tracing.finished(rim: rim)
            sets.append(
                LevelSet(
                    level: level, lines: found.lines, boundInPixels: found.bound, unresolved: [],
                    evaluations: grid.values.count))
            regions.append(found.region)
        }
        var whole = GridTracing(self, level: -.infinity)
        return LevelBands(sets: sets, domain: whole.finished(rim: rim).region, regions: regions)
    }

    /// For each level the cells that it crosses, by the number of their lower left corner.
    private func cells(at levels: [Double]) -> [[Int]] {
        var cells: [[Int]] = levels.map { _ in [] }
        guard let lowest = levels.first, let highest = levels.last else { return cells }
        let (columns, values) = (grid.xs.count, grid.values)
        for j in 0..<grid.ys.count - 1 {
            for i in 0..<columns - 1 {
                let k = j * columns + i
                let (a, b, c, d) = (values[k], values[k + 1], values[k + columns], values[k + columns + 1])
                let (low, high) = (min(min(a, b), min(c, d)), max(max(a, b), max(c, d)))
                // A comparison with NaN, of a hole, is false.
                guard low < highest, high >= lowest, !(a + b + c + d).isNaN || !hasHole(k) else { continue }
                var first = levels.partition { $0 > low }
                while first < levels.count, levels[first] <= high {
                    cells[first].append(k)
                    first += 1
                }
            }
        }
        return cells
    }

    /// Whether a corner of the cell has no value.
    func hasHole(_ k: Int) -> Bool {
        let columns = grid.xs.count
        return [k, k + 1, k + columns, k + columns + 1].contains { grid.values[$0].isNaN }
    }
}

extension [Double] {
    /// The index of the first element for which the condition holds; it holds for all that follow.
    fileprivate func partition(where isBehind: (Double) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
