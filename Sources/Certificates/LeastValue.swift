import Calculus

/// The least value of J over some stretches, by branch and bound: Hansen and Walster, Global Optimization Using Interval
/// Analysis, 2nd ed., chapter 12.
enum LeastValue {
    /// - Parameter isConvex: whether every tangent is known to support J. Default: no.
    /// - Returns: nil where J may have no value, or where the budget does not suffice.
    static func enclosure(
        over stretches: [Interval], of function: inout some EnclosedFunction, isConvex: Bool = false
    ) -> Interval? {
        var open: [(stretch: Interval, lower: Double)] = []
        var (upper, settled) = (Double.infinity, Double.infinity)
        func tolerance() -> Double { 1e-11 * max(1, abs(upper)) }
        /// A lower bound of J over a stretch; nil where it may have no value.
        func bound(_ stretch: Interval) -> Double? {
            guard let value = function.meanValue(over: stretch) else { return nil }
            let middle = stretch.midpoint
            let centre = function.value(0, at: middle)
            upper = min(upper, value.upper, centre?.upper ?? .infinity)
            guard isConvex, let centre, let slope = function.value(1, at: middle) else { return value.lower }
            return max(value.lower, (centre + slope * (stretch - Interval(middle))).lower)
        }
        for stretch in stretches {
            guard let lower = bound(stretch) else { return nil }
            // Where a formula has branches, zero is a likely place of a value that it takes nowhere else.
            if stretch.contains(0), let value = function.value(0, at: 0) { upper = min(upper, value.upper) }
            open.append((stretch, lower))
        }
        while let next = open.popLast() {
            // A lower bound that is good enough, or that no division will lift.
            let (left, right) = (next.stretch.lower, next.stretch.upper)
            let cut = next.stretch.midpoint
            let isTiny = next.stretch.width <= 1e-14 * max(1e-3, next.stretch.magnitude)
            if isTiny || next.lower >= upper - tolerance() || function.isExhausted || cut <= left || cut >= right {
                settled = min(settled, next.lower)
                continue
            }
            for half in [Interval(left, cut), Interval(cut, right)] {
                guard let lower = bound(half) else { return nil }
                // A half is never known worse than the whole.
                open.append((half, max(next.lower, lower)))
            }
        }
        guard settled <= upper, upper.isFinite else { return nil }
        // A jump keeps the bounds apart however often it is divided; a search that ran dry could say anything.
        let isTight = upper - settled <= 1e-10 * max(1, abs(upper))
        return isTight || !function.isExhausted ? Interval(settled, upper) : nil
    }
}
