import Calculus

/// |y − z|: regression towards the median; a kink where the residual vanishes. Convex in z.
///
/// Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2nd ed., section 10.6.
public struct AbsoluteError: ResidualFormula {
    public let link: Link
    public var smoothness: Int { 0 }

    public init(link: Link = .identity) { self.link = link }

    public func callAsFunction<S: Scalar>(residual r: S) -> S { r.applying(.abs) }
}
