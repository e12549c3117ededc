import Calculus

/// Squared error of a sigmoid, (y − σ(z))²: the article's MSE. Not convex in z: for y = 0 it bends down where
/// σ(z) > 2/3, for y = 1 where σ(z) < 1/3.
public struct SigmoidSquaredError: LogitLoss {
    /// φ′ = w·2(s − y).
    static let derivatives = LogisticDerivatives(
        firstOrder: 1, constant: Polynomial([0, 2]), slopeInLabel: Polynomial([-2]))
    private let derivatives = SigmoidSquaredError.derivatives

    public init() {}

    public var reduction: LogisticReduction? { LogisticReduction(kind: .squaredError) }

    @inline(__always)
    public func value(_ z: Double, label y: Double) -> Double {
        let difference = z > 0 ? (1 - y) - Logistic.sigmoid(-z) : y - Logistic.sigmoid(z)
        return difference * difference
    }

    @inline(__always)
    public func derivative(_ order: Int, at z: Double, label y: Double) -> Double {
        derivatives.value(order, at: z, label: y)
    }

    public func enclosure(order: Int, over z: Interval, label y: Double) -> Enclosure {
        if order > 0 { return Enclosure(derivatives.enclosure(order: order, over: z, label: y)) }
        if z.lower > 0 { return Enclosure(((Interval(1) - Interval(y)) - (-z).sigmoid).power(2)) }
        return Enclosure((Interval(y) - z.sigmoid).power(2))
    }

    public func magnitudeBound(order: Int, beyond distance: Double) -> Double? {
        derivatives.magnitudeBound(order: order, beyond: distance)
    }
}
