import Calculus

/// A sum of intervals that stays narrow however many they are.
struct IntervalSum {
    private var (lower, upper, magnitude) = (CompensatedSum(), CompensatedSum(), 0.0)

    mutating func add(_ term: Interval) {
        lower.add(term.lower)
        upper.add(term.upper)
        magnitude += term.magnitude
    }

    /// Neumaier's sum is off by less than 2 u of the terms' magnitudes for fewer than 2²⁶ of them.
    var interval: Interval {
        guard magnitude < .infinity else { return .entire }
        let error = magnitude * 0x1p-51
        return Interval((lower.value - error).nextDown, (upper.value + error).nextUp)
    }
}
