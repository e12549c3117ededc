import Calculus

/// max(αr, (α − 1)r), the pinball loss: its minimiser is the α-quantile. Convex, with a kink at zero.
///
/// Koenker and Bassett, Econometrica 46 (1978), doi:10.2307/1913643.
public struct QuantileLoss: ResidualFormula {
    public let alpha: Double
    public let link: Link
    public var smoothness: Int { 0 }

    public init(alpha: Double = 0.5, link: Link = .identity) {
        self.alpha = alpha
        self.link = link
    }

    public func callAsFunction<S: Scalar>(residual r: S) -> S {
        S.maximum(S(alpha) * r, S(alpha - 1) * r)
    }
}
