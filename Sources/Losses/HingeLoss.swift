import Calculus

/// max(0, 1 − tz): the support vector machine's loss. Convex, with a kink at the margin 1.
///
/// Cortes and Vapnik, Machine Learning 20 (1995), doi:10.1007/BF00994018.
public struct HingeLoss: MarginFormula {
    public var smoothness: Int { 0 }

    public init() {}

    public func callAsFunction<S: Scalar>(margin m: S) -> S { (S(1) - m).applying(.relu) }
}

/// max(0, 1 − tz)². Convex; its second derivative jumps from 2 to 0 at the margin 1.
///
/// Chang, Hsieh and Lin, J. Mach. Learn. Res. 9 (2008) 1369–1398.
public struct SquaredHingeLoss: MarginFormula {
    public var smoothness: Int { 1 }

    public init() {}

    public func callAsFunction<S: Scalar>(margin m: S) -> S { (S(1) - m).applying(.relu).power(2) }
}
