import Calculus

/// Where a mark begins and ends. A sign may be proved by what is known further off, as by interval Newton; a checker that
/// divides the stretch between two marks has to see it right beside them. And what it would see inside a mark that is
/// left open must not be left open.
extension SignChart {
    /// The marks with each end moved outwards, if need be, to where something is told at once of what lies beside it.
    ///
    /// - Parameters:
    ///   - marks: in ascending order, apart from each other.
    ///   - isTold: for a very narrow stretch beside an end.
    static func cleared<Function: EnclosedFunction>(
        _ marks: [Mark], in window: Interval, _ function: inout Function,
        isTold: (inout Function, Interval) -> Bool
    ) -> [Mark] {
        guard !function.isDear else { return marks }
        var cleared = marks
        for i in marks.indices {
            let stretch = marks[i].stretch
            let floor = i > 0 ? cleared[i - 1].stretch.upper : window.lower
            let ceiling = i + 1 < marks.count ? marks[i + 1].stretch.lower : window.upper
            let upper = edge(from: stretch.upper, to: ceiling) { isTold(&function, $0) }
            let lower = -edge(from: -stretch.lower, to: -floor) { isTold(&function, -$0) }
            cleared[i].stretch = Interval(lower, upper)
        }
        return joined(cleared)
    }

    /// The first place from an end upwards, in steps that double, beside which something is told.
    private static func edge(from end: Double, to limit: Double, isTold: (Interval) -> Bool) -> Double {
        var end = end
        var step = reach(at: end)
        while end < limit {
            if isTold(Interval(end, max(end, min(limit, end + reach(at: end))))) { return end }
            end = (end + step).nextUp
            step *= 2
        }
        return limit
    }

    /// Ten times what a checker divides to.
    private static func reach(at theta: Double) -> Double { max(1e-12 * abs(theta), .leastNormalMagnitude) }

    /// An unresolved stretch without the ends where the sign can be told after all: a search that ran dry, or that gave
    /// up on a tile for a part of it, leaves more open than it must. Of what is left neither the first hundredth nor the
    /// last can be told at once.
    static func trimmed(
        _ stretch: Interval, _ order: Int, _ function: inout some EnclosedFunction
    ) -> (rest: Interval?, positive: [Interval], negative: [Interval]) {
        var (rest, positive, negative) = (stretch, [Interval](), [Interval]())
        guard !function.isDear else { return (rest, [], []) }
        // Where the steps cannot grow, very small ones would never come to an end.
        var (steps, isMoving) = (0, stretch.width > SignChart.widest * max(1, stretch.mignitude))
        var least: Double { steps < 400 ? 1e-3 : 8e-3 }
        while isMoving {
            isMoving = false
            // What one side loses makes the other's share smaller.
            for fromLeft in [true, false] {
                var share = least
                while steps < 5000 {
                    let reach = share * rest.width
                    let cut = fromLeft ? rest.lower + reach : rest.upper - reach
                    guard rest.lower < cut, cut < rest.upper else { break }
                    let tile = fromLeft ? Interval(rest.lower, cut) : Interval(cut, rest.upper)
                    guard let sign = function.sign(order, over: tile), function.isClear(order, at: cut) else {
                        if share <= least { break }
                        share = least
                        continue
                    }
                    if sign > 0 { positive.append(tile) } else { negative.append(tile) }
                    rest = fromLeft ? Interval(cut, rest.upper) : Interval(rest.lower, cut)
                    share = min(0.5, max(least, share * 2))
                    steps += 1
                    isMoving = true
                }
            }
        }
        if let sign = function.sign(order, over: rest) {
            if sign > 0 { positive.append(rest) } else { negative.append(rest) }
            return (nil, positive, negative)
        }
        return (rest, positive, negative)
    }

    /// The one zero in a stretch over which the function is monotone and changes its sign, with its margin: a search that
    /// ran dry leaves such stretches. Nil where there is none, or none that says enough.
    static func crossing(
        of order: Int, in stretch: Interval, _ window: Interval, _ function: inout some EnclosedFunction
    ) -> Mark? {
        let next = function.enclosure(order + 1, over: stretch)
        guard next.isContinuous, let slope = next.interval?.sign,
            function.value(order, at: stretch.lower)?.sign == -slope,
            function.value(order, at: stretch.upper)?.sign == slope
        else { return nil }
        var (low, high) = (stretch.lower, stretch.upper)
        while true {
            let cut = Interval(low, high).midpoint
            guard low < cut, cut < high, let sign = function.value(order, at: cut)?.sign else { break }
            if sign == slope { high = cut } else { low = cut }
        }
        let found = ZeroIsolation.Zero(theta: Interval(low, high), slope: slope)
        // Where values underflow, no sign is told far around the zero.
        guard let place = Mark(found, in: window)?.stretch.intersection(stretch), isNarrow(place) else { return nil }
        return Mark(stretch: place, slope: slope)
    }
}
