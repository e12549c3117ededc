import Calculus

/// 1 where the class is mistaken, else 0. The class is 1 for z > 0, as scikit-learn's linear classifiers decide; z = 0
/// is class 0. Not convex, and it jumps.
///
/// Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2nd ed., section 2.4.
public struct ZeroOneLoss: LossFormula {
    public var smoothness: Int { -1 }

    public init() {}

    public func callAsFunction<S: Scalar>(_ z: S, label y: Double) -> S {
        S.select(.greater, z, S(0), then: S(1 - y), else: S(y))
    }
}
