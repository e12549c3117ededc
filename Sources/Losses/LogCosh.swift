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

    /// Under the identity the value and the slope are even and odd in r and grow with |r|, so their ends bound them; the
    /// formula would ask for four functions a sample. Near zero, where softplus cancels, it is kept.
    public func enclosure(order: Int, over z: Interval, label y: Double) -> Enclosure {
        let r = Interval(y) - z
        guard link == .identity, order <= 1, r.isBounded, r.magnitude >= 0x1p-10 else {
            return formulaEnclosure(order: order, over: z, label: y)
        }
        if order == 1 { return Enclosure(Interval(1) - Interval(2) * (Interval(2) * r).sigmoid) }
        let lower = r.mignitude < 0x1p-10 ? 0 : LogCosh.value(at: r.mignitude).lower
        return Enclosure(Interval(max(0, lower), LogCosh.value(at: r.magnitude).upper))
    }

    /// r + softplus(−2r) − ln 2
    private static func value(at r: Double) -> Interval {
        Interval(r) + (Interval(-2) * Interval(r)).softplus - Interval(0x1.62e42fefa39efp-1, 0x1.62e42fefa39f0p-1)
    }

    /// ln cosh r has the derivative tanh r = 2σ(2r) − 1, so its k-th is 2^k that of cross-entropy at 2r, from the second
    /// on; of the residual nothing is known from the logit.
    public func magnitudeBound(order: Int, beyond distance: Double) -> Double? {
        guard link == .identity else { return nil }
        return SigmoidCrossEntropy().magnitudeBound(order: order, beyond: 0).map { $0 * Double(1 << order) }
    }
}
