import Calculus

/// The loss φ of one sample as a function of its logit z = θx, for a label y.
///
/// Conforming types give values and derivatives in closed form, stable for every finite z, and enclosures of the same
/// over an interval of logits, so that a curve can be drawn to a proved bound.
public protocol LogitLoss: Sendable {
    /// φ(z).
    func value(_ z: Double, label y: Double) -> Double

    /// The derivative of φ of the given order, 1 to ``LogisticDerivatives/highestOrder``.
    func derivative(_ order: Int, at z: Double, label y: Double) -> Double

    /// An interval that contains φ's derivative of the given order (0: φ itself) at every logit in `z`.
    func enclosure(order: Int, over z: Interval, label y: Double) -> Interval

    /// An upper bound of |φ's derivative| of the given order, 2 or more, over all labels in [0, 1] and all logits at
    /// least `distance` away from zero: one exponential, for data with very many samples.
    func magnitudeBound(order: Int, beyond distance: Double) -> Double
}
