import Calculus
import Losses

/// All zeros of J's derivative of one order in a window: each alone in its enclosure, the sign between them, and what
/// could not be told.
struct ZeroIsolation {
    struct Zero {
        let theta: Interval
        /// The sign of the next derivative there.
        let slope: Int
    }

    private(set) var zeros: [Zero] = []
    private(set) var positive: [Interval] = []
    private(set) var negative: [Interval] = []
    private(set) var unresolved: [Interval] = []
    /// Where it has no zero, and has no value or jumps; looked for with `zerosAlone`.
    private(set) var free: [Interval] = []

    private let order: Int
    private let window: Interval
    private let zerosAlone: Bool
    /// Everything to the left is settled.
    private var settled: Double

    /// Subdivides the window, left to right, until each tile has a proved sign or is monotone with one zero that the
    /// interval Newton method proves.
    ///
    /// - Parameter zerosAlone: whether a tile without a zero is settled though it has no sign, where the derivative has no
    ///   value or jumps. Wide tiles come first then, so that a search that runs dry where zeros accumulate has found the
    ///   others on all sides. Default: no, every sign is wanted.
    init(
        of order: Int, in window: Interval, of mean: inout some EnclosedFunction, zerosAlone: Bool = false
    ) {
        (self.order, self.window, self.zerosAlone, settled) = (order, window, zerosAlone, window.lower)
        // Of a very wide window, too, the part near zero is looked at closely.
        func limit(_ tile: Interval) -> Double { 1e-11 * min(window.width, max(100, tile.magnitude)) }
        var tiles = [window]
        // How many were taken from the front.
        var taken = 0
        while taken < tiles.count {
            let next = zerosAlone ? tiles[taken] : tiles.removeLast()
            if zerosAlone { taken += 1 }
            if next.upper <= settled, window.width > 0 { continue }
            let tile = Interval(max(next.lower, settled), next.upper)
            if mean.isExhausted {
                unresolved.append(tile)
            } else if !settle(tile, mean: &mean) {
                // Not at round points: an exact root at a tile's end defeats sign tests.
                let cut = tile.lower * (1 - 0.4871) + tile.upper * 0.4871
                if tile.width <= limit(tile) || cut <= tile.lower || cut >= tile.upper {
                    unresolved.append(tile)
                } else {
                    tiles.append(Interval(cut, tile.upper))
                    tiles.append(Interval(tile.lower, cut))
                }
            }
        }
        positive = ZeroIsolation.merged(positive)
        negative = ZeroIsolation.merged(negative)
        unresolved = ZeroIsolation.merged(unresolved)
        free = ZeroIsolation.merged(free)
    }

    /// Whether nothing is left to do for the tile.
    private mutating func settle(_ tile: Interval, mean: inout some EnclosedFunction) -> Bool {
        let natural = mean.enclosure(order, over: tile)
        guard natural.isContinuous, var range = natural.interval else {
            // All values that there are have one sign, or there are none.
            guard natural.interval.map({ zerosAlone && $0.sign != nil }) ?? true else { return false }
            if zerosAlone { free.append(tile) } else { unresolved.append(tile) }
            return true
        }
        if let sign = range.sign {
            add(tile, sign)
            return true
        }
        // What underflows keeps no sign, however narrow the tile.
        guard range.magnitude > 1e-290, let centre = mean.value(order, at: tile.midpoint) else {
            unresolved.append(tile)
            return true
        }
        let next = mean.enclosure(order + 1, over: tile)
        guard next.isContinuous, let slope = next.interval else { return false }
        range = range.intersection(centre + slope * (tile - Interval(tile.midpoint))) ?? range
        if let sign = range.sign {
            add(tile, sign)
            return true
        }
        if slope.sign != nil, settleMonotone(tile, mean: &mean) { return true }
        // No narrower tile can do better than a single point.
        if centre.contains(0), centre.width >= 0.25 * range.width {
            unresolved.append(tile)
            return true
        }
        return false
    }

    /// The interval Newton method over a slightly wider tile, so that a zero at the tile's end is no trouble.
    private mutating func settleMonotone(_ tile: Interval, mean: inout some EnclosedFunction) -> Bool {
        let margin = 0.05 * tile.width
        let wide = Interval((tile.lower - margin).nextDown, (tile.upper + margin).nextUp)
        guard wide.isBounded else { return false }
        var (box, isProved, direction) = (wide, false, 0)
        for _ in 0..<40 {
            let (value, next) = (mean.value(order, at: box.midpoint), mean.enclosure(order + 1, over: box))
            guard let value, next.isContinuous, let slope = next.interval, let sign = slope.sign else { return false }
            if direction == 0 { direction = sign }
            let newton = Interval(box.midpoint) - value / slope
            guard let narrowed = newton.intersection(box) else {
                // No zero in `wide`: one sign.
                guard let value = mean.value(order, at: tile.midpoint), let sign = value.sign else { return false }
                add(tile, sign)
                return true
            }
            isProved = isProved || (box.lower < newton.lower && newton.upper < box.upper)
            let isStuck = narrowed.width > 0.7 * box.width
            box = narrowed
            if isStuck { break }
        }
        guard isProved else { return false }
        record(box, in: tile, direction)
        return true
    }

    /// A zero proved alone near the tile, with the sign of the slope there.
    private mutating func record(_ zero: Interval, in tile: Interval, _ direction: Int) {
        let (before, after) = (zero.lower.nextDown, zero.upper.nextUp)
        // A zero beyond the tile's end is found here, and the next tile starts behind it.
        if tile.lower < before { add(Interval(tile.lower, min(window.upper, before)), -direction) }
        if after < tile.upper { add(Interval(max(tile.lower, after), tile.upper), direction) }
        settle(upTo: min(max(tile.upper, after), window.upper))
        guard let inside = zero.intersection(window) else { return }
        if inside != zero {
            // It may lie on either side of the window's end. What is open reaches to where a checker, too, can tell the sign.
            let open = SignChart.widened(zero, in: window).intersection(window) ?? inside
            unresolved.append(open)
        } else if !zeros.contains(where: { $0.theta.intersection(zero) != nil }) {
            zeros.append(Zero(theta: zero, slope: direction))
        }
    }

    private mutating func add(_ tile: Interval, _ sign: Int) {
        if sign > 0 { positive.append(tile) } else { negative.append(tile) }
        settle(upTo: tile.upper)
    }

    /// In any other order than from the left two tiles may both find a zero that lies at their common end.
    private mutating func settle(upTo theta: Double) {
        if !zerosAlone { settled = max(settled, theta) }
    }

    /// Intervals that touch, joined; in ascending order.
    static func merged(_ intervals: [Interval]) -> [Interval] {
        intervals.sorted { $0.lower < $1.lower }.reduce(into: []) { merged, next in
            if let last = merged.last, next.lower <= last.upper {
                merged[merged.count - 1] = last.hull(next)
            } else {
                merged.append(next)
            }
        }
    }
}
