import Calculus
import Expressions

/// An expression of one variable and its derivatives, enclosed by jets.
struct ExpressionFunction: EnclosedFunction {
    private let expression: Expression
    private let samples: Samples?
    private let budget: Int
    private var spent = 0

    init(_ expression: Expression, samples: Samples?) {
        precondition(expression.variables.count == 1, "only of one variable can something be proved")
        self.expression = expression
        self.samples = expression.needsSamples ? samples : nil
        budget = min(20_000, max(100, 2_000_000 / (self.samples?.x.count ?? 1)))
    }

    mutating func enclosure(_ order: Int, over theta: Interval) -> Enclosure {
        spent += 1
        // The shortest jet that has the order.
        switch order {
        case 0: return expression.evaluate(Enclosure(over: theta), samples: samples)
        case 1: return (expression.jet(over: theta, samples: samples) as Jet<2, Enclosure>).provedDerivative(1)
        case 2: return (expression.jet(over: theta, samples: samples) as Jet<3, Enclosure>).provedDerivative(2)
        default: return (expression.jet(over: theta, samples: samples) as Jet<4, Enclosure>).provedDerivative(order)
        }
    }

    /// Of samples, whose doubles have many digits, sums would not fit.
    func exact(_ order: Int, at theta: Rational) -> Rational? {
        guard samples == nil else { return nil }
        let jet = expression.evaluate(Jet<4, ExactScalar>(variable: ExactScalar(theta)))
        return jet.derivative(order).value
    }

    var isExhausted: Bool { spent >= budget }

    mutating func refill() { spent = 0 }

    var isDear: Bool { samples?.x.count ?? 0 > 10_000 }
}
