import Calculus

/// Whether an affine function of the features tells two classes apart, proved either way.
///
/// Separable: a direction whose margins, enclosed, are all positive. Overlapping: by Stiemke's theorem of the alternative
/// (1915, doi:10.1007/BF01449974) no direction has margins that are all nonnegative and not all zero exactly where a
/// positive combination of the signed samples vanishes; such a combination is enclosed. Of logistic regression the first
/// says that there is no finite minimiser, the second that there is one (Albert and Anderson 1984,
/// doi:10.1093/biomet/71.1.1).
public enum LinearSeparation: Hashable, Sendable {
    /// `weights · x + bias` has the sign of the class with a margin of at least `margin` > 0.
    case separable(weights: [Double], bias: Double, margin: Double)
    case overlapping
    /// Neither was proved, as where two samples of different classes coincide at the edge of their classes.
    case undecided

    /// - Parameters:
    ///   - columns: shape `[features][count]`.
    ///   - isPositive: the classes, shape `[count]`.
    /// - Complexity: O(N · n²) for each of at most some dozens of steps.
    public static func decide(columns: [[Double]], isPositive: [Bool]) -> LinearSeparation {
        if isPositive.allSatisfy({ $0 == isPositive[0] }) {
            return .separable(weights: columns.map { _ in 0 }, bias: isPositive[0] ? 1 : -1, margin: 1)
        }
        // More would take minutes.
        guard isPositive.count * (columns.count + 1) * (columns.count + 1) <= 100_000_000 else { return .undecided }
        let samples = SignedSamples(columns: columns, isPositive: isPositive)
        var direction = columns.map { _ in 0.0 } + [0]
        for ridge in [1e-3, 1e-6, 1e-9, 1e-12] {
            guard let next = samples.logisticMinimiser(from: direction, ridge: ridge) else { break }
            direction = next
            let weights = zip(direction, samples.scales).map { $0 / $1 }
            let bias = direction[columns.count]
            if let margin = margin(of: weights, bias, columns: columns, isPositive: isPositive) {
                return .separable(weights: weights, bias: bias, margin: margin)
            }
        }
        return samples.provesOverlap(at: direction) ? .overlapping : .undecided
    }

    /// A lower bound of the least margin; nil where it is not proved to be positive.
    public static func margin(
        of weights: [Double], _ bias: Double, columns: [[Double]], isPositive: [Bool]
    ) -> Double? {
        guard (weights + [bias]).allSatisfy(\.isFinite) else { return nil }
        var least = Double.infinity
        for i in isPositive.indices {
            var sum = Interval(bias)
            for (weight, column) in zip(weights, columns) { sum = sum + Interval(weight) * Interval(column[i]) }
            least = min(least, isPositive[i] ? sum.lower : -sum.upper)
            if least <= 0 { return nil }
        }
        return least
    }
}
