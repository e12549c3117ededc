import Calculus

/// A loss as a multiple of squared error or cross-entropy of a sigmoid, up to a constant: what the vector kernels sum.
///
/// φ(z; y) = factor · kind(argument · z; label(y)) + constant(y).
public struct LogisticReduction: Sendable {
    enum Kind: Sendable {
        case squaredError, crossEntropy
    }

    let kind: Kind
    /// A power of two, so that the product is exact.
    var argument = 1.0
    /// A power of two.
    var factor = 1.0
    var label: @Sendable (Double) -> Double = { $0 }
    var constant: @Sendable (Double) -> Interval = { _ in Interval(0) }

    var derivatives: LogisticDerivatives {
        switch kind {
        case .squaredError: SigmoidSquaredError.derivatives
        case .crossEntropy: SigmoidCrossEntropy.derivatives
        }
    }
}
