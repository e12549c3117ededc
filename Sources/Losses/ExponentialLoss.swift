import Calculus

/// e^−tz: AdaBoost's loss. Convex.
///
/// Freund and Schapire, J. Comput. Syst. Sci. 55 (1997), doi:10.1006/jcss.1997.1504.
public struct ExponentialLoss: MarginFormula {
    public var smoothness: Int { .max }

    public init() {}

    public func callAsFunction<S: Scalar>(margin m: S) -> S { (-m).applying(.exp) }
}
