import Calculus

/// A loss that is written once, over any scalar: its values, its derivatives and their enclosures follow.
///
/// ```swift
/// struct Quartic: LossFormula {
///     var smoothness: Int { .max }
///     func callAsFunction<S: Scalar>(_ z: S, label: Double) -> S { (S(label) - z).power(4) }
/// }
/// Quartic().derivative(2, at: 1, label: 0)  // 12
/// ```
public protocol LossFormula: LogitLoss {
    /// The derivatives of φ up to this order are continuous on the whole line: 0 for a kink, −1 for a jump, `Int.max`
    /// for a smooth loss.
    ///
    /// Known from the mathematics. A formula that chooses between branches cannot tell by itself that they meet.
    var smoothness: Int { get }

    /// φ(z), stable for every finite z.
    func callAsFunction<S: Scalar>(_ z: S, label: Double) -> S
}

extension LossFormula {
    private func jet<let count: Int, Coefficient: Scalar>(
        at z: Coefficient, label y: Double
    ) -> Jet<count, Coefficient> {
        self(Jet(variable: z), label: y)
    }

    public func value(_ z: Double, label y: Double) -> Double { self(z, label: y) }

    public func derivative(_ order: Int, at z: Double, label y: Double) -> Double {
        scalarDerivative(order, at: z, label: y)
    }

    /// The shortest jet that has the order.
    private func scalarDerivative<S: Scalar>(_ order: Int, at z: S, label y: Double) -> S {
        switch order {
        case 0: self(z, label: y)
        case 1: (jet(at: z, label: y) as Jet<2, S>).derivative(1)
        case 2: (jet(at: z, label: y) as Jet<3, S>).derivative(2)
        case 3, 4: (jet(at: z, label: y) as Jet<5, S>).derivative(order)
        default: (jet(at: z, label: y) as Jet<7, S>).derivative(order)
        }
    }

    public func enclosure(order: Int, over z: Interval, label y: Double) -> Enclosure {
        formulaEnclosure(order: order, over: z, label: y)
    }

    /// From the formula alone, for a loss that knows more of some orders.
    func formulaEnclosure(order: Int, over z: Interval, label y: Double) -> Enclosure {
        let enclosure = scalarDerivative(order, at: Enclosure(over: z), label: y)
        let isKnownToBeContinuous = order <= smoothness && enclosure.decoration >= .defined
        return isKnownToBeContinuous ? Enclosure(enclosure.interval) : enclosure
    }

    public func magnitudeBound(order: Int, beyond distance: Double) -> Double? { nil }
}
