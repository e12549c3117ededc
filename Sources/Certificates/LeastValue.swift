import Calculus

/// The least value of J over some stretches, by branch and bound: Hansen and Walster, Global Optimization Using Interval
/// Analysis, 2nd ed., chapter 12.
enum LeastValue {
    /// Nil where J may have no value, or where the budget does not suffice.
    static func enclosure(over stretches: [Interval], of function: inout some EnclosedFunction) -> Interval? {
        var open: [(stretch: Interval, lower: Double)] = []
        var (upper, settled) = (Double.infinity, Double.infinity)
        func tolerance() -> Double { 1e-11 * max(1, abs(upper)) }
        for stretch in stretches {
            guard let value = function.meanValue(over: stretch) else { return nil }
            upper = min(upper, value.upper, function.value(0, at: stretch.midpoint)?.upper ?? .infinity)
            open.append((stretch, value.lower))
        }
        while let next = open.popLast() {
            // A lower bound that is good enough, or that no division will lift.
            let (left, right) = (next.stretch.lower, next.stretch.upper)
            let cut = next.stretch.midpoint
            if next.lower >= upper - tolerance() || function.isExhausted || cut <= left || cut >= right {
                settled = min(settled, next.lower)
                continue
            }
            for half in [Interval(left, cut), Interval(cut, right)] {
                guard let value = function.meanValue(over: half) else { return nil }
                upper = min(upper, value.upper, function.value(0, at: half.midpoint)?.upper ?? .infinity)
                // A half is never known worse than the whole.
                open.append((half, max(next.lower, value.lower)))
            }
        }
        guard settled <= upper, upper.isFinite else { return nil }
        // A jump keeps the bounds apart however often it is divided; a search that ran dry could say anything.
        let isTight = upper - settled <= 1e-10 * max(1, abs(upper))
        return isTight || !function.isExhausted ? Interval(settled, upper) : nil
    }
}
