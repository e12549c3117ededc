import Calculus

/// Cross-entropy of a sigmoid, softplus(z) − y·z: convex in z for every label in [0, 1], soft ones too.
///
/// Never the logarithm of a probability, which would be infinite long before the loss is.
public struct SigmoidCrossEntropy: LogitLoss {
    /// φ″ = w; φ′ = s − y has no factor w and is written out below.
    static let derivatives = LogisticDerivatives(
        firstOrder: 2, constant: Polynomial([1]), slopeInLabel: Polynomial([0]))
    private let derivatives = SigmoidCrossEntropy.derivatives

    public init() {}

    public var reduction: LogisticReduction? { LogisticReduction(kind: .crossEntropy) }

    @inline(__always)
    public func value(_ z: Double, label y: Double) -> Double {
        // softplus(z) − y·z = softplus(−z) + (1 − y)·z, whichever has the small softplus.
        z > 0 ? Logistic.softplus(-z) + (1 - y) * z : Logistic.softplus(z) - y * z
    }

    @inline(__always)
    public func derivative(_ order: Int, at z: Double, label y: Double) -> Double {
        if order > 1 { return derivatives.value(order, at: z, label: y) }
        return z > 0 ? (1 - y) - Logistic.sigmoid(-z) : Logistic.sigmoid(z) - y
    }

    public func enclosure(order: Int, over z: Interval, label y: Double) -> Enclosure {
        switch order {
        case 0: return Enclosure(Interval(y) * (-z).softplus + (Interval(1) - Interval(y)) * z.softplus)
        case 1: return Enclosure(z.lower > 0 ? (Interval(1) - Interval(y)) - (-z).sigmoid : z.sigmoid - Interval(y))
        default: return Enclosure(derivatives.enclosure(order: order, over: z, label: y))
        }
    }

    public func magnitudeBound(order: Int, beyond distance: Double) -> Double? {
        derivatives.magnitudeBound(order: order, beyond: distance)
    }
}
