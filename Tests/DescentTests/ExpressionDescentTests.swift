import Expressions
import Testing

@testable import Descent

@Suite("Descents of expressions")
struct ExpressionDescentTests {
    private func function(_ source: String, _ samples: Samples? = nil) throws -> ExpressionDescent {
        ExpressionDescent(try Expression(source), samples: samples)
    }

    @Test("Derivatives are those on paper, of one variable and of two")
    func derivatives() throws {
        let one = try function("x^4 - 3*x")
        #expect(one.dimension == 1)
        #expect(abs(one.slopes(at: [2]).value - 10) < 1e-14)
        #expect(abs(one.slopes(at: [2]).gradient[0] - 29) < 1e-13)
        #expect(abs(one.hessian(at: [2])[0][0] - 48) < 1e-13)
        let two = try function("x^2*y + y^3 + exp(x*y)")
        #expect(two.dimension == 2)
        let slopes = two.slopes(at: [2, 0])
        #expect(abs(slopes.value - 1) < 1e-15)
        #expect(slopes.gradient[0] == 0)
        #expect(abs(slopes.gradient[1] - 6) < 1e-14)
        // 2y + y² e^(xy); 2x + (1 + xy) e^(xy); 6y + x² e^(xy)
        let hessian = two.hessian(at: [2, 0])
        for (mine, expected) in zip(hessian.joined(), [0, 5, 5, 4.0]) { #expect(abs(mine - expected) < 1e-14) }
    }

    @Test("The value of zero is zero, not the least number above it")
    func zero() throws {
        #expect(try function("x^2 + y^2").slopes(at: [0, 0]).value == 0)
        #expect(try function("x^2").slopes(at: [0]).value == 0)
    }

    @Test("Over samples it is the objective that they give")
    func samples() throws {
        let samples = Samples(x: [1, 2], y: [0, 1])
        let one = try function("mean((y - theta*x)^2)", samples)
        #expect(abs(one.slopes(at: [1]).gradient[0] - 3) < 1e-14)
        #expect(abs(one.hessian(at: [1])[0][0] - 5) < 1e-14)
        let two = try function("mean((y - w*x - b)^2)", samples)
        for (mine, expected) in zip(two.hessian(at: [0, 0]).joined(), [5, 3, 3, 2.0]) {
            #expect(abs(mine - expected) < 1e-14)
        }
    }

    @Test("Rosenbrock's valley is followed to its end")
    func rosenbrock() throws {
        let valley = try function("(1-x)^2 + 100*(y-x^2)^2")
        let path = valley.descent(
            from: [-1.2, 1], DescentSettings(method: .newton(), steps: 20), within: [-99...99, -99...99])
        #expect(path.ending == .converged)
        // Newton's method takes six steps from the usual start, the first of which leaves the valley's floor.
        #expect(path.steps == 6)
        #expect(abs(path.end.position[0] - 1) < 1e-8 && abs(path.end.position[1] - 1) < 1e-8)
    }

    @Test("Outside of its domain an expression ends the descent")
    func domain() throws {
        let path = try function("log(x)").descent(
            from: [1], DescentSettings(method: .gradient(step: 0.75), steps: 50), within: [-9...9])
        #expect(path.points.map { $0.position[0] } == [1, 0.25])
        #expect(path.ending == .notFinite)
    }
}
