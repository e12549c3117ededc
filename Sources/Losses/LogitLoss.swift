import Calculus

/// The loss φ of one sample as a function of its logit z = θx, for a label y.
///
/// Conforming types give values and derivatives, stable for every finite z, and enclosures of the same over an interval
/// of logits, so that a curve can be drawn to a proved bound. Smooth losses have closed forms; others are written once
/// as a ``LossFormula``.
public protocol LogitLoss: Sendable {
    /// φ(z).
    func value(_ z: Double, label y: Double) -> Double

    /// The derivative of φ of the given order, 1 to ``LogisticDerivatives/highestOrder``; at a kink that from the right
    /// or from the left.
    func derivative(_ order: Int, at z: Double, label y: Double) -> Double

    /// Encloses φ's derivative of the given order, 0 (φ itself) to ``LogisticDerivatives/highestOrder``, at every logit
    /// in `z`; its decoration says whether it exists and is continuous there.
    func enclosure(order: Int, over z: Interval, label y: Double) -> Enclosure

    /// An upper bound of |φ's derivative| of the given order, 2 or more, over all labels in [0, 1] and all logits at
    /// least `distance` away from zero, where every such derivative is continuous: one exponential, for data with very
    /// many samples. Nil where there is none.
    func magnitudeBound(order: Int, beyond distance: Double) -> Double?

    /// How the loss is summed by the vector kernels; nil, the default, where it is not.
    var reduction: LogisticReduction? { get }
}

extension LogitLoss {
    public var reduction: LogisticReduction? { nil }
}
