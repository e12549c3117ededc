import Calculus

/// KL(y‖σ(z)) = y ln(y/p) + (1 − y) ln((1 − y)/(1 − p)), p = σ(z), with 0 ln 0 = 0: cross-entropy less the label's own
/// entropy H(y), so that a prediction that meets the label costs nothing. Convex in z.
///
/// Kullback and Leibler, Ann. Math. Statist. 22 (1951), doi:10.1214/aoms/1177729694.
public struct KullbackLeiblerDivergence: LogitLoss {
    private let crossEntropy = SigmoidCrossEntropy()

    public init() {}

    /// H(y), zero for a hard label.
    static func entropy<S: Scalar>(of y: Double) -> S {
        if y == 0 || y == 1 { return S(0) }
        let (p, q) = (S(y), S(1) - S(y))
        return -(p * p.applying(.log) + q * q.applying(.log))
    }

    public var reduction: LogisticReduction? {
        LogisticReduction(
            kind: .crossEntropy,
            constant: { y in
                let entropy: Enclosure = KullbackLeiblerDivergence.entropy(of: y)
                return entropy.interval.map { -$0 } ?? .entire
            })
    }

    public func value(_ z: Double, label y: Double) -> Double {
        crossEntropy.value(z, label: y) - KullbackLeiblerDivergence.entropy(of: y)
    }

    public func derivative(_ order: Int, at z: Double, label y: Double) -> Double {
        crossEntropy.derivative(order, at: z, label: y)
    }

    public func enclosure(order: Int, over z: Interval, label y: Double) -> Enclosure {
        let enclosure = crossEntropy.enclosure(order: order, over: z, label: y)
        return order == 0 ? enclosure - KullbackLeiblerDivergence.entropy(of: y) : enclosure
    }

    public func magnitudeBound(order: Int, beyond distance: Double) -> Double? {
        crossEntropy.magnitudeBound(order: order, beyond: distance)
    }
}
