import RealModule
import Testing

@testable import Calculus

@Suite struct JetLogisticTests {
    @Test("The derivatives of σ keep their digits where σ is close to one")
    func tail() {
        for z in [20.0, 40, 300, 700] {
            let jet = Jet<5, Double>(variable: z).applying(.sigmoid)
            for order in 1...4 {
                let exact = (order.isMultiple(of: 2) ? -1 : 1) * Double.exp(-z)
                // The next term of the series is 2^order times e^−z smaller.
                #expect(abs(jet.derivative(order) / exact - 1) < 1e-14 + 40 * Double.exp(-z))
            }
        }
    }

    @Test("σ and softplus have six derivatives, each the slope of the one below")
    func sixDerivatives() {
        for function in [ElementaryFunction.sigmoid, .softplus, .exp, .log1p, .sinh] {
            for z in [-0.8, 0.3, 2.0] {
                func jet(_ z: Double) -> Jet<7, Double> { Jet(variable: z).applying(function) }
                let jet = (at: jet(z), right: jet(z + 1e-4), left: jet(z - 1e-4))
                for order in 1...6 {
                    let slope = (jet.right.derivative(order - 1) - jet.left.derivative(order - 1)) / 2e-4
                    let value = jet.at.derivative(order)
                    #expect(abs(value - slope) < 1e-4 * max(1, abs(value)), "\(function), order \(order) at \(z)")
                }
            }
        }
    }

    @Test("Six derivatives over a box hold those at its points")
    func enclosures() {
        let box = Jet<7, Enclosure>(variable: Enclosure(over: Interval(-0.5, 1.25))).applying(.softplus)
        for z in [-0.5, 0, 0.4, 1.25] {
            let point = Jet<7, Double>(variable: z).applying(.softplus)
            for order in 0...6 {
                #expect(box.derivative(order).interval?.contains(point.derivative(order)) == true)
            }
        }
    }
}
