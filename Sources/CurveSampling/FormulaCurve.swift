import Calculus
import Synchronization

/// A function of one variable that is written once, over any scalar.
///
/// ```swift
/// struct Bell: ScalarFormula {
///     func callAsFunction<S: Scalar>(_ x: S) -> S { (-x.power(2)).applying(.exp) }
/// }
/// ```
public protocol ScalarFormula: Sendable {
    func callAsFunction<S: Scalar>(_ x: S) -> S
}

/// A formula as a curve: values and slopes from jets of numbers, enclosures from jets of enclosures.
public final class FormulaCurve<Formula: ScalarFormula>: CurveFunction {
    private let formula: Formula
    /// The derivatives over the last interval asked about, all orders being computed at once.
    private let latest = Mutex<(over: Interval, jet: Jet<5, Enclosure>)?>(nil)

    public init(_ formula: Formula) { self.formula = formula }

    public func evaluate(at x: Double) -> CurvePoint {
        let jet = formula(Jet<2, Double>(variable: x))
        return CurvePoint(x: x, value: jet.value, slope: jet.derivative(1))
    }

    public func enclosure(order: Int, over x: Interval) -> Enclosure {
        let jet = latest.withLock { latest in
            if let latest, latest.over == x { return latest.jet }
            let jet = formula(Jet<5, Enclosure>(variable: Enclosure(over: x)))
            latest = (x, jet)
            return jet
        }
        return jet.provedDerivative(order)
    }
}
