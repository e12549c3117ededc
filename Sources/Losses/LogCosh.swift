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
}
