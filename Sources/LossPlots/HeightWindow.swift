/// The window of heights in which the shape of a surface reads: all of it, unless a few steep corners or a pole would
/// press the rest flat.
struct HeightWindow {
    let range: ClosedRange<Double>

    /// Beyond the middle four fifths of the values, as a share of their spread: that of a paraboloid and of a saddle, and
    /// more, is within.
    private static let reach = 0.9

    /// - Parameter values: of which those that are not finite count for nothing.
    init(_ values: [Double]) {
        let sorted = values.filter(\.isFinite).sorted()
        guard let low = sorted.first, let high = sorted.last else {
            range = 0...1
            return
        }
        guard low < high, (high - low).isFinite else {
            let half = max(abs(low) * 0.1, 0.5)
            range = low < high ? low / 4...high / 4 : low - half...low + half
            return
        }
        func quantile(_ share: Double) -> Double { sorted[Int((share * Double(sorted.count - 1)).rounded())] }
        let (lower, upper) = (quantile(0.1), quantile(0.9))
        let spread = HeightWindow.reach * (upper - lower)
        // Where nearly all values are the same, what differs is what there is to see.
        let isFlat = upper - lower < 1e-3 * (high - low)
        range = HeightWindow.rounded(
            (isFlat ? low : max(low, lower - spread))...(isFlat ? high : min(high, upper + spread)))
    }

    /// Both ends moved outwards to a round number, by a sixteenth at most.
    private static func rounded(_ range: ClosedRange<Double>) -> ClosedRange<Double> {
        let span = range.upperBound - range.lowerBound
        var step = 1.0
        while step > span / 16, step > 1e-300 { step /= 10 }
        while step * 10 <= span / 16 { step *= 10 }
        let round = [5.0, 2, 1].first { $0 * step <= span / 16 } ?? 1
        // A power of ten that is divided by, not multiplied with, gives the double nearest to the decimal.
        let parts = 1 / (round * step)
        func moved(_ value: Double, _ rule: FloatingPointRoundingRule) -> Double {
            parts >= 1
                ? (value * parts).rounded(rule) / parts.rounded()
                : (value / (round * step)).rounded(rule) * (round * step)
        }
        let (low, high) = (moved(range.lowerBound, .down), moved(range.upperBound, .up))
        return low.isFinite && high.isFinite && low < high ? low...high : range
    }
}
