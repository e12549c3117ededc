import Expressions
import Losses
import Testing

@testable import Descent

@Suite("The choice of a step")
struct StepChoiceTests {
    @Test("Two digits, rounded down")
    func rounding() {
        for (value, rounded) in [
            (0.5, 0.5), (1 / 3.0, 0.33), (0.0999, 0.099), (2.39, 2.3), (1234, 1200), (99.9, 99), (1e-7 * 1.29, 1.2e-7),
        ] {
            #expect(StepChoice.roundedDown(value) == rounded)
        }
    }

    @Test("One over the largest curvature of all functions in the window and at the starts")
    func curvature() throws {
        let parabola = ExpressionDescent(try Expression("2*x^2"), samples: nil)
        let cubic = ExpressionDescent(try Expression("x^3"), samples: nil)
        #expect(StepChoice.step(for: [parabola], over: [-1...1], and: []) == 0.25)
        #expect(StepChoice.step(for: [parabola, cubic], over: [-1...1], and: []) == 0.16)
        #expect(StepChoice.step(for: [parabola, cubic], over: [-1...1], and: [[-5]]) == 0.033)
        let line = ExpressionDescent(try Expression("3*x"), samples: nil)
        #expect(StepChoice.step(for: [line], over: [-1...1], and: []) == nil)
    }

    @Test("Gradient descent with the chosen step never climbs")
    func monotone() throws {
        let data = try Dataset.outlier(samples: 7)
        for name in ["mse", "ce", "focal(gamma=2)"] {
            let function = LinkedLoss(try LossSpec(name), link: nil).descentFunction(ofWeightAndBiasOn: data)
            let starts = [[-3.0, 2], [2, -2]]
            let step = try #require(StepChoice.step(for: [function], over: [-4...4, -4...4], and: starts))
            for start in starts {
                let path = function.descent(
                    from: start, DescentSettings(method: .gradient(step: step), steps: 200),
                    within: [-400...400, -400...400])
                let values = path.points.map(\.value)
                #expect(zip(values, values.dropFirst()).allSatisfy { $0 >= $1 })
            }
        }
    }
}
