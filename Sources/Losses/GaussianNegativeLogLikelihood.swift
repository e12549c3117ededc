import Calculus

/// −ln of the density of N(z, σ²) at y: (y − z)²/(2σ²) + ln σ + ½ ln 2π, the constants included. Convex in the mean z;
/// σ is given, and jointly with ln σ² it would not be convex.
///
/// Nix and Weigend, ICNN 1994, doi:10.1109/ICNN.1994.374138.
public struct GaussianNegativeLogLikelihood: LogitLoss {
    public let sigma: Double
    /// 1/(2σ²)
    private let scale: Interval
    /// ln σ + ½ ln 2π
    private let constant: Interval

    public init(sigma: Double = 1) {
        self.sigma = sigma
        scale = Interval(0.5) / Interval(sigma).power(2)
        let twoPi = Enclosure(2) * Enclosure.between(Double.pi, Double.pi.nextUp)
        constant =
            (Enclosure(sigma).applying(.log) + Enclosure(0.5) * twoPi.applying(.log)).interval ?? .entire
    }

    public func value(_ z: Double, label y: Double) -> Double {
        let residual = (y - z) / sigma
        return 0.5 * (residual * residual) + constant.midpoint
    }

    public func derivative(_ order: Int, at z: Double, label y: Double) -> Double {
        order == 1 ? (z - y) / (sigma * sigma) : order == 2 ? 1 / (sigma * sigma) : 0
    }

    public func enclosure(order: Int, over z: Interval, label y: Double) -> Enclosure {
        switch order {
        case 0: Enclosure(scale * (z - Interval(y)).power(2) + constant)
        case 1: Enclosure(scale * (Interval(2) * (z - Interval(y))))
        case 2: Enclosure(scale * Interval(2))
        default: Enclosure(0)
        }
    }

    public func magnitudeBound(order: Int, beyond distance: Double) -> Double? {
        order == 2 ? (scale * Interval(2)).upper : 0
    }
}
