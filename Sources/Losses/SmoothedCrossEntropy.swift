import Calculus

/// Cross-entropy of a sigmoid against the smoothed label y(1 − ε) + ε/2, the nearest double to it. Convex in z.
///
/// Szegedy et al., CVPR 2016, doi:10.1109/CVPR.2016.308.
public struct SmoothedCrossEntropy: LogitLoss {
    public let epsilon: Double
    private let crossEntropy = SigmoidCrossEntropy()

    public init(epsilon: Double = 0.1) { self.epsilon = epsilon }

    public var reduction: LogisticReduction? { LogisticReduction(kind: .crossEntropy, label: smoothed) }

    func smoothed(_ y: Double) -> Double { y * (1 - epsilon) + epsilon / 2 }

    public func value(_ z: Double, label y: Double) -> Double { crossEntropy.value(z, label: smoothed(y)) }

    public func derivative(_ order: Int, at z: Double, label y: Double) -> Double {
        crossEntropy.derivative(order, at: z, label: smoothed(y))
    }

    public func enclosure(order: Int, over z: Interval, label y: Double) -> Enclosure {
        crossEntropy.enclosure(order: order, over: z, label: smoothed(y))
    }

    public func magnitudeBound(order: Int, beyond distance: Double) -> Double? {
        crossEntropy.magnitudeBound(order: order, beyond: distance)
    }
}
