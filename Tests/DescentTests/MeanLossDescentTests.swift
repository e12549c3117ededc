import Losses
import TestSupport
import Testing

@testable import Descent

@Suite("Descents of losses")
struct MeanLossDescentTests {
    private func loss(_ name: String, _ link: Link? = nil) throws -> LinkedLoss {
        LinkedLoss(try LossSpec(name), link: link)
    }

    @Test("Slopes and second derivatives are those of the objective, at random points")
    func objective() throws {
        let data = try Dataset.outlier(samples: 7)
        var generator = SplitMix64(seed: 3)
        let objective = Objective(SigmoidSquaredError(), on: data)
        let function = try loss("mse").descentFunction(ofWeightOn: data)
        let plane = AffineObjective(SigmoidSquaredError(), on: data)
        let planeFunction = try loss("mse").descentFunction(ofWeightAndBiasOn: data)
        for _ in 0..<200 {
            let (w, b) = (Double.random(in: -6...6, using: &generator), Double.random(in: -6...6, using: &generator))
            let slopes = function.slopes(at: [w])
            #expect(abs(slopes.value - objective.derivative(0, at: w)) < 1e-14)
            #expect(abs(slopes.gradient[0] - objective.derivative(1, at: w)) < 1e-13)
            #expect(abs(function.hessian(at: [w])[0][0] - objective.derivative(2, at: w)) < 1e-11)
            let known = plane.slopes(w: w, b: b)
            let both = planeFunction.slopes(at: [w, b])
            #expect(abs(both.value - known.value) < 1e-14)
            #expect(abs(both.gradient[0] - known.dw) < 1e-13)
            #expect(abs(both.gradient[1] - known.db) < 1e-13)
            let moments = plane.moments(order: 2, degree: 2, w: w, b: b, shift: 0)
            let hessian = planeFunction.hessian(at: [w, b])
            for (mine, other) in [(hessian[0][0], 2), (hessian[0][1], 1), (hessian[1][0], 1), (hessian[1][1], 0)] {
                #expect(abs(mine - moments[other]) < 1e-12)
            }
        }
    }

    @Test("Regression is solved by one step of Newton's: the least squares of the normal equations")
    func regression() throws {
        let data = Dataset(name: "d", x: [0, 1, 2, 4], y: [1, 3, 2, 6])
        let function = try loss("mse", .identity).descentFunction(ofWeightAndBiasOn: data)
        let path = function.descent(
            from: [5, -7], DescentSettings(method: .newton(), steps: 9), within: [-99...99, -99...99])
        #expect(path.ending == .converged)
        #expect(path.steps == 1)
        // Σ(x − x̄)(y − ȳ) / Σ(x − x̄)² = 10/8.75 and ȳ − w·x̄.
        #expect(abs(path.end.position[0] - 10 / 8.75) < 1e-13)
        #expect(abs(path.end.position[1] - (3 - 10 / 8.75 * 1.75)) < 1e-13)
    }

    @Test("Gradient descent on a line through the origin shrinks the distance by 1 − step · 2·mean(x²)")
    func line() throws {
        let data = Dataset(name: "d", x: [1, 2], y: [1, 2])
        let function = try loss("mse", .identity).descentFunction(ofWeightOn: data)
        let path = function.descent(
            from: [3], DescentSettings(method: .gradient(step: 0.125), steps: 6), within: [-99...99])
        var distance = 2.0
        for point in path.points {
            #expect(abs(point.position[0] - (1 + distance)) < 1e-14)
            distance *= 1 - 0.125 * 5
        }
    }

    @Test("From the same start MSE ends in the outlier's valley and cross-entropy at its only minimum")
    func trap() throws {
        let data = try Dataset.outlier(samples: 7)
        let settings = DescentSettings(method: .gradient(step: 0.3), steps: 100)
        let mse = try loss("mse").descentFunction(ofWeightOn: data).descent(
            from: [-2], settings, within: [-100...100])
        #expect(mse.ending == .converged)
        #expect(abs(mse.end.position[0] + 0.0466) < 1e-3)
        #expect(mse.end.value > 0.247)
        let ce = try loss("ce").descentFunction(ofWeightOn: data).descent(from: [-2], settings, within: [-100...100])
        #expect(ce.ending == .converged)
        #expect(abs(ce.end.position[0] + 0.0537) < 1e-3)
    }

    @Test("Newton's method refuses to start where MSE bends down")
    func bends() throws {
        let function = try loss("mse").descentFunction(ofWeightOn: try .outlier(samples: 7))
        let path = function.descent(from: [-2], DescentSettings(method: .newton(), steps: 9), within: [-100...100])
        #expect(path.ending == .notConvex)
        #expect(path.steps == 0)
    }

    @Test("A kink has the slope of one side, and many samples are summed as the objective does")
    func kinksAndMany() throws {
        let hinge = try loss("mae").descentFunction(ofWeightOn: Dataset(name: "d", x: [1], y: [1]))
        #expect(abs(hinge.slopes(at: [1]).gradient[0]) == 1)
        let data = try Dataset.outlier(samples: 2000)
        let many = try loss("ce").descentFunction(ofWeightOn: data)
        let objective = Objective(SigmoidCrossEntropy(), on: data)
        #expect(many.slopes(at: [0.3]).gradient == [objective.derivative(1, at: 0.3)])
        #expect(many.hessian(at: [0.3]) == [[objective.derivative(2, at: 0.3)]])
    }
}
