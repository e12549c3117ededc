import Calculus

/// −(1 − p)^γ ln p for the class 1 and −p^γ ln(1 − p) for the class 0, p = σ(z): cross-entropy that cares less for what
/// is already right. A soft label mixes the two, y of the first and 1 − y of the second; there is no class weight α.
/// Not convex for any γ > 0.
///
/// Lin et al., ICCV 2017, doi:10.1109/ICCV.2017.324.
///
/// Stability: −ln p = softplus(−z) and (1 − p)^γ = e^(−γ softplus(z)), so neither a probability nor its logarithm is
/// formed.
public struct FocalLoss: LossFormula {
    public let gamma: Double
    public var smoothness: Int { .max }

    private let magnitudes: Magnitudes

    public init(gamma: Double = 2) {
        self.gamma = gamma
        magnitudes = Magnitudes(gamma: gamma)
    }

    public func magnitudeBound(order: Int, beyond distance: Double) -> Double? {
        magnitudes.bound(order: order, beyond: distance)
    }

    public func callAsFunction<S: Scalar>(_ z: S, label y: Double) -> S {
        if y == 1 { return mistaken(z) }
        if y == 0 { return mistaken(-z) }
        return S(y) * mistaken(z) + S(1 - y) * mistaken(-z)
    }

    /// Of the class whose margin is `m`.
    private func mistaken<S: Scalar>(_ m: S) -> S {
        (S(-gamma) * m.applying(.softplus)).applying(.exp) * (-m).applying(.softplus)
    }
}
