import Calculus
import Testing

@testable import Losses

@Suite struct LogitLossTests {
    private static let labels = [0, 0.0625, 0.25, 0.5, 0.8125, 1]
    private static let logits = stride(from: -12.0, through: 12, by: 0.375).map { $0 }

    @Test("The squared error of a sigmoid is (y − s)², its second derivative 2s(1 − s)(−3s² + 2(1 + y)s − y)")
    func squaredErrorFormulas() {
        let loss = SigmoidSquaredError()
        for y in LogitLossTests.labels {
            for z in LogitLossTests.logits {
                let s = Logistic.sigmoid(z)
                #expect(abs(loss.value(z, label: y) - (y - s) * (y - s)) < 1e-15)
                let second = 2 * s * (1 - s) * (-3 * s * s + 2 * (1 + y) * s - y)
                #expect(abs(loss.derivative(2, at: z, label: y) - second) < 1e-15)
            }
        }
    }

    @Test("Cross-entropy is softplus(z) − y·z, its second derivative s(1 − s), positive for every label")
    func crossEntropyFormulas() {
        let loss = SigmoidCrossEntropy()
        for y in LogitLossTests.labels {
            for z in LogitLossTests.logits {
                let s = Logistic.sigmoid(z)
                #expect(abs(loss.value(z, label: y) - (Logistic.softplus(z) - y * z)) < 4e-15)
                #expect(abs(loss.derivative(1, at: z, label: y) - (s - y)) < 1e-15)
                #expect(abs(loss.derivative(2, at: z, label: y) - s * (1 - s)) < 1e-15)
                #expect(loss.derivative(2, at: z, label: y) > 0)
            }
        }
    }

    @Test("The squared error bends down where s > 2/3 for y = 0, and where s < 1/3 for y = 1")
    func inflectionsOfHardLabels() {
        let loss = SigmoidSquaredError()
        let ln2 = 0.693_147_180_559_945_3
        for distance in [1e-9, 1e-3, 1, 30, 300] {
            #expect(loss.derivative(2, at: ln2 - distance, label: 0) > 0)
            #expect(loss.derivative(2, at: ln2 + distance, label: 0) < 0)
            #expect(loss.derivative(2, at: -ln2 - distance, label: 1) < 0)
            #expect(loss.derivative(2, at: -ln2 + distance, label: 1) > 0)
        }
    }

    @Test("The squared error of a soft label bends down in both tails", arguments: [1e-6, 0.1, 0.5, 0.75, 0.999])
    func tailsOfSoftLabels(y: Double) {
        let loss = SigmoidSquaredError()
        let root = (y * y - y + 1).squareRoot()
        for (s, inwards) in [((1 + y - root) / 3, 1.0), ((1 + y + root) / 3, -1.0)] {
            let z = -Double.log(1 / s - 1)
            for distance in [1e-6, 0.1] {
                #expect(loss.derivative(2, at: z + inwards * distance, label: y) > 0)
                #expect(loss.derivative(2, at: z - inwards * distance, label: y) < 0)
            }
        }
        #expect(loss.derivative(2, at: -40, label: y) < 0)
        #expect(loss.derivative(2, at: 40, label: y) < 0)
    }

    @Test("Swapping the classes and the logit's sign changes no bit: φ(z; y) = φ(−z; 1 − y)")
    func symmetry() {
        for loss in [SigmoidSquaredError(), SigmoidCrossEntropy()] as [any LogitLoss] {
            for y in LogitLossTests.labels {
                for z in LogitLossTests.logits + [1e-300, 37.5, 700] {
                    #expect(loss.value(z, label: y) == loss.value(-z, label: 1 - y))
                    for order in 1...6 {
                        let sign: Double = order.isMultiple(of: 2) ? 1 : -1
                        let mirrored = sign * loss.derivative(order, at: -z, label: 1 - y)
                        #expect(loss.derivative(order, at: z, label: y) == mirrored)
                    }
                }
            }
        }
    }

    @Test("The squared error of a raw logit is a parabola")
    func parabola() {
        let loss = SquaredError()
        #expect(loss.value(5, label: 2) == 9)
        #expect((1...6).map { loss.derivative($0, at: 5, label: 2) } == [6, 2, 0, 0, 0, 0])
        for order in 0...6 {
            let value = order == 0 ? loss.value(-1, label: 2) : loss.derivative(order, at: -1, label: 2)
            #expect(loss.enclosure(order: order, over: Interval(-3, 4), label: 2).interval?.contains(value) == true)
        }
        #expect(loss.enclosure(order: 4, over: Interval(-3, 4), label: 2) == Enclosure(0))
        #expect((2...6).map { loss.magnitudeBound(order: $0, beyond: 3) } == [2, 0, 0, 0, 0])
    }
}
