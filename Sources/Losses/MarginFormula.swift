import Calculus

/// A loss of classification by the margin m = tz, where the labels 0 and 1 become t = 2y − 1 = ±1; no other label has
/// a meaning.
public protocol MarginFormula: LossFormula {
    func callAsFunction<S: Scalar>(margin m: S) -> S
}

extension MarginFormula {
    public func callAsFunction<S: Scalar>(_ z: S, label y: Double) -> S {
        y > 0.5 ? self(margin: z) : self(margin: -z)
    }
}
