import Calculus

/// (y − tanh z)² for labels in [−1, 1]. Since tanh z = 2σ(2z) − 1, it is 4(u − σ(2z))² with the label u = (y + 1)/2, and
/// everything is known from the sigmoid's. Not convex in z.
public struct TanhSquaredError: LogitLoss {
    private let squaredError = SigmoidSquaredError()

    public init() {}

    public var reduction: LogisticReduction? {
        LogisticReduction(kind: .squaredError, argument: 2, factor: 4, label: unit)
    }

    private func unit(_ y: Double) -> Double { (y + 1) / 2 }

    /// 4 · 2^order
    private func scale(_ order: Int) -> Double { Double(4 << order) }

    public func value(_ z: Double, label y: Double) -> Double { 4 * squaredError.value(2 * z, label: unit(y)) }

    public func derivative(_ order: Int, at z: Double, label y: Double) -> Double {
        scale(order) * squaredError.derivative(order, at: 2 * z, label: unit(y))
    }

    public func enclosure(order: Int, over z: Interval, label y: Double) -> Enclosure {
        Enclosure(Interval(scale(order)))
            * squaredError.enclosure(order: order, over: Interval(2) * z, label: unit(y))
    }

    public func magnitudeBound(order: Int, beyond distance: Double) -> Double? {
        squaredError.magnitudeBound(order: order, beyond: 2 * distance).map { scale(order) * $0 }
    }
}
