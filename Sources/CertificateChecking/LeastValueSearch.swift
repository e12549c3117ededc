import Calculus

/// The least value of J over some stretches, by branch and bound.
struct LeastValueSearch {
    let function: CheckedFunction
    /// J is convex, so that every tangent supports it.
    let isConvex: Bool
    private var left: Int

    init(_ function: CheckedFunction, isConvex: Bool) {
        (self.function, self.isConvex) = (function, isConvex)
        left = min(16_000, max(200, 20_000_000 / function.cost))
    }

    /// Whether the search gave up.
    var isExhausted: Bool { left <= 0 }

    /// A lower bound of J over a stretch, and a value that J takes there or less; nil where J may have no value.
    private mutating func bounds(over stretch: Interval) -> (lower: Double, upper: Double)? {
        left -= 1
        guard let natural = function.values(over: stretch) else { return nil }
        let middle = stretch.midpoint
        guard let value = function.derivative(0, at: middle) else { return (natural.lower, natural.upper) }
        var lower = natural.lower
        let slopes = [function.derivative(1, over: stretch), isConvex ? function.derivative(1, at: middle) : nil]
        for case let slope? in slopes { lower = max(lower, (value + slope * (stretch - Interval(middle))).lower) }
        return (min(lower, value.upper), value.upper)
    }

    /// - Parameter goal: an enclosure to be confirmed: parts that are proved to lie above it are not looked at closer.
    /// - Returns: an enclosure of the least value; nil where J may have no value.
    mutating func least(over stretches: [Interval], goal: Interval?) -> Interval? {
        var (upper, settled) = (Double.infinity, Double.infinity)
        // The least lower bound last, and of equal ones the newest: what may hold the least value is looked at first.
        var open: [(stretch: Interval, lower: Double)] = []
        func add(_ stretch: Interval, _ lower: Double) {
            var (start, end) = (0, open.count)
            while start < end {
                let middle = (start + end) / 2
                if open[middle].lower >= lower { start = middle + 1 } else { end = middle }
            }
            open.insert((stretch, lower), at: start)
        }
        for stretch in stretches {
            guard let found = bounds(over: stretch) else { return nil }
            upper = min(upper, found.upper)
            // A value of a kink or a jump at zero is taken nowhere else.
            if stretch.contains(0), let value = function.derivative(0, at: 0) { upper = min(upper, value.upper) }
            add(stretch, found.lower)
        }
        while let next = open.popLast() {
            let enough = goal?.lower ?? (upper - 1e-11 * max(1, abs(upper)))
            let isSettled = next.lower >= enough && upper <= goal?.upper ?? upper
            let cut = next.stretch.midpoint
            let isTiny = next.stretch.width <= 1e-14 * max(1e-3, next.stretch.magnitude) && goal?.isTight != true
            if isSettled || isTiny || next.lower > upper || left <= 0 || cut <= next.stretch.lower
                || cut >= next.stretch.upper
            {
                settled = min(settled, next.lower)
                continue
            }
            for half in [Interval(next.stretch.lower, cut), Interval(cut, next.stretch.upper)] {
                guard let found = bounds(over: half) else { return nil }
                upper = min(upper, found.upper)
                add(half, max(next.lower, found.lower))
            }
        }
        guard settled <= upper, settled.isFinite, upper.isFinite else { return nil }
        return Interval(settled, upper)
    }
}
