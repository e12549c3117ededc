import Calculus

/// −ln of the density of N(z, σ²) at y: (y − z)²/(2σ²) + ln σ + ½ ln 2π, the constants included. Convex in the mean z;
/// σ is given, and jointly with ln σ² it would not be convex.
///
/// Nix and Weigend, ICNN 1994, doi:10.1109/ICNN.1994.374138.
public struct GaussianNegativeLogLikelihood: LossFormula {
    public let sigma: Double
    public var smoothness: Int { .max }

    public init(sigma: Double = 1) { self.sigma = sigma }

    public func callAsFunction<S: Scalar>(_ z: S, label y: Double) -> S {
        let twoPi = S(2) * S.between(Double.pi, Double.pi.nextUp)
        let constant = S(sigma).applying(.log) + S(0.5) * twoPi.applying(.log)
        return S(0.5) * ((S(y) - z) / S(sigma)).power(2) + constant
    }

    public func magnitudeBound(order: Int, beyond distance: Double) -> Double? {
        order == 2 ? (Interval(1) / Interval(sigma).power(2)).upper : 0
    }
}
