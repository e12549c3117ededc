import Calculus

/// ln cosh r: like r²/2 near zero and like |r| − ln 2 far away, and smooth. Convex.
///
/// Green, IEEE Trans. Med. Imaging 9 (1990), doi:10.1109/42.52985.
public struct LogCosh: ResidualFormula {
    public let link: Link
    public var smoothness: Int { .max }

    public init(link: Link = .identity) { self.link = link }

    /// Near zero cosh r − 1 = 2 sinh²(r/2) keeps the small digits; elsewhere ln cosh r = r + softplus(−2r) − ln 2 does not
    /// overflow. The argument of sinh is clipped, well outside of where it is used, for a wide box not to overflow there.
    public func callAsFunction<S: Scalar>(residual r: S) -> S {
        let clipped = S.maximum(S.minimum(r, S(2)), S(-2))
        let near = (S(2) * (S(0.5) * clipped).applying(.sinh).power(2)).applying(.log1p)
        let far = r + (S(-2) * r).applying(.softplus) - S(2).applying(.log)
        return S.select(.less, r.applying(.abs), S(1), then: near, else: far)
    }

    /// ln cosh r has the derivative tanh r = 2σ(2r) − 1, so its k-th is 2^k that of cross-entropy at 2r, from the second
    /// on; of the residual nothing is known from the logit.
    public func magnitudeBound(order: Int, beyond distance: Double) -> Double? {
        guard link == .identity else { return nil }
        return SigmoidCrossEntropy().magnitudeBound(order: order, beyond: 0).map { $0 * Double(1 << order) }
    }
}
