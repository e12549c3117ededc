import Calculus
import Losses
import Testing

@testable import Expressions

@Suite struct ExpressionTests {
    /// The value of a formula in x.
    private func value(_ source: String, at x: Double = 0, _ parameters: [String: Double] = [:]) throws -> Double {
        try Expression(source, parameters: parameters).evaluate(x)
    }

    @Test(
        "Operators bind as in mathematics",
        arguments: [
            ("1 + 2*3", 7), ("2*3 + 1", 7), ("(1 + 2)*3", 9), ("10 - 4 - 3", 3), ("24/4/2", 3), ("24/4*2", 12),
            ("-3^2", -9), ("(-3)^2", 9), ("2^-3", 0.125), ("2^3^2", 512), ("2**3**2", 512), ("-2^-2", -0.25),
            ("2*-3", -6), ("2--3", 5), ("2+-+-3", 5), ("--3", 3), ("2^-3*4", 0.5), ("2^--3", 8), ("-2*3", -6),
            ("7 − 2·3", 1), ("3 × 4 ÷ 2", 6), ("1e3 + .5 + 2.", 1002.5), ("1E-2", 0.01), ("2(3+4)", 14),
            ("2pi", 2 * .pi),
            ("2π/π", 2), ("-2^2*3", -12), ("2^3*2^-1", 4), ("1 - 2^2*3/4 - 5", -7), ("0^0", 1), ("(-2)^3", -8),
            ("(-8)^(1/3)", .nan), ("0^1.5", 0), ("0^-1", .infinity), ("2exp(0)", 2), ("3e", 3 * 2.718281828459045),
            ("if(1 < 2, 3, 4)", 3), ("if(1 ≥ 2, 3, 4)", 4), ("if(1 ≠ 1, 3, 4)", 4), ("if((1 == 1), 3, 4)", 3),
            ("if(1+1 <= 2*1, log(-1), 5) ", .nan), ("if(1 > 2, log(-1), 5)", 5), ("if(1 != 2, 6, 7)", 6),
            ("min(3, 1, 2)", 1), ("max(3, 1, 2)", 3), ("pow(2, 10)", 1024), ("ln(e)", 1), ("log(e^2)", 2),
        ] as [(String, Double)])
    func precedence(_ source: String, _ expected: Double) throws {
        let found = try value(source)
        #expect(found == expected || (found.isNaN && expected.isNaN) || abs(found - expected) < 1e-15 * abs(expected))
    }

    @Test(
        "Functions have their values",
        arguments: [
            ("sin(x)", 0.644217687237691), ("cos(x)", 0.7648421872844885), ("tan(x)", 0.8422883804630793),
            ("asin(x)", 0.7753974966107530), ("acos(x)", 0.7953988301841436), ("atan(x)", 0.6107259643892086),
            ("sinh(x)", 0.7585837018395334), ("cosh(x)", 1.255169005630943), ("tanh(x)", 0.6043677771171636),
            ("exp(x)", 2.0137527074704766), ("log(x)", -0.35667494393873245), ("log1p(x)", 0.5306282510621704),
            ("expm1(x)", 1.0137527074704766), ("sqrt(x)", 0.8366600265340756), ("cbrt(x)", 0.8879040017426008),
            ("abs(-x)", 0.7), ("floor(-x)", -1), ("sign(-x)", -1), ("sgn(x)", 1), ("step(x)", 1), ("step(-x)", 0),
            ("step(0)", 1), ("gamma(x)", 1.2980553326475577), ("sigmoid(x)", 0.6681877721681662),
            ("σ(x)", 0.6681877721681662), ("softplus(x)", 1.1031860488854579), ("relu(-x)", 0), ("relu(x)", 0.7),
            ("erf(x)", 0.6778011938374185), ("e^x", 2.0137527074704766), ("x^x", 0.7790559126704491),
        ] as [(String, Double)])
    func functions(_ source: String, _ expected: Double) throws {
        #expect(abs(try value(source, at: 0.7) - expected) < 4e-16 * max(1, abs(expected)))
    }

    @Test("Names decide what an expression is a function of")
    func kinds() throws {
        #expect(try Expression("x^2 + 1").kind == .curve)
        #expect(try Expression("3").kind == .curve)
        #expect(try Expression("x*y").kind == .plane)
        #expect(try Expression("y").variables == [.x, .y])
        #expect(try Expression("θ^4 - θ").kind == .objective([.theta], reduces: false))
        #expect(try Expression("sum(x^2)").kind == .objective([.theta], reduces: true))
        let plane = try Expression("mean((y - b - w*x)^2)")
        #expect(plane.kind == .objective([.w, .b], reduces: true))
        #expect(plane.columns == [.x, .y])
        #expect(try Expression("mean((y - b - w*x)^2)", parameters: ["b": 0.5]).variables == [.w])
        #expect(try Expression("max(x)").needsSamples)
        #expect(try Expression("a*x", parameters: ["a": 2]).evaluate(3) == 6)
        #expect(try Expression("α*x", parameters: ["α": 2]).evaluate(3) == 6)
    }

    @Test("Reductions run over the samples")
    func reductions() throws {
        let samples = Samples(x: [1, 2, 4], y: [0.5, -1, 3])
        func reduce(_ source: String) throws -> Double { try Expression(source).evaluate(2, samples: samples) }
        #expect(try reduce("sum(x)") == 7)
        #expect(try reduce("mean(x*θ)") == 14.0 / 3)
        #expect(try reduce("max(x*y) - min(x + y)") == 11)
        #expect(try reduce("mean(x - 1) + sum(y)*θ") == 4.0 / 3 + 5)
        #expect(try reduce("sum(θ)") == 6)
    }

    @Test("The article's squared error is the one in closed form")
    func squaredError() throws {
        let data = Dataset(name: "outlier", x: [-3, -2, -1, 1, 2, 3, -20], y: [0, 0, 0, 1, 1, 1, 1])
        let expression = try Expression("mean((y - sigmoid(theta*x))^2)")
        let objective = Objective(SigmoidSquaredError(), on: data)
        let samples = Samples(x: data.x, y: data.y)
        for theta in stride(from: -10.0, through: 10, by: 0.01) {
            let jet: Jet<5, Double> = expression.jet(at: theta, samples: samples)
            #expect(abs(jet.value - objective.derivative(0, at: theta)) <= 1e-15)
            for order in 1...4 {
                let exact = objective.derivative(order, at: theta)
                #expect(abs(jet.derivative(order) - exact) <= 1e-12 * max(1, abs(exact)))
            }
        }
        let over: Jet<5, Enclosure> = expression.jet(over: Interval(0.5, 0.52), samples: samples)
        for order in 0...4 {
            #expect(over.provedDerivative(order).isContinuous)
            let bounds = try #require(over.provedDerivative(order).interval)
            #expect(bounds.contains(objective.derivative(order, at: 0.51)))
        }
    }

    @Test("Equal parts are steps once, products of them are powers, and constants fold only exactly")
    func sharing() throws {
        #expect(try Expression("x*x").program.nodes.last == .wholePower(0, 2))
        #expect(try Expression("x*x*x").program.nodes.last == .wholePower(0, 3))
        #expect(try Expression("sin(x) - sin(x)").program.nodes.count == 3)
        #expect(try Expression("x^(4/2)").program.nodes.last == .wholePower(0, 2))
        #expect(try Expression("1/3").program.nodes.count == 3)
        #expect(try Expression("1/4 + 3*2").program.nodes.last == .exact(6.25))
        #expect(try Expression("x*x").evaluate(Enclosure(over: Interval(-1, 1))).interval?.lower == 0)
        #expect(try Expression("0.1").evaluate(Enclosure(0)).interval?.width ?? 0 > 0)
    }

    @Test("Gradients of two variables are those in closed form, and the gradient of gradients holds the curvature")
    func gradients() throws {
        let samples = Samples(x: [1, 2, -1], y: [1, 0, 0.5])
        let expression = try Expression("mean((w*x + b - y)^2)")
        let gradient = expression.gradient(at: 0.5, 0.25, samples: samples)
        let rest = zip(samples.x, samples.y).map { (x: $0, r: 0.5 * $0 + 0.25 - $1) }
        #expect(abs(gradient.dx - rest.reduce(0) { $0 + 2 * $1.x * $1.r / 3 }) < 1e-15)
        #expect(abs(gradient.dy - rest.reduce(0) { $0 + 2 * $1.r / 3 }) < 1e-15)
        let enclosed = expression.gradient(over: Interval(0.4, 0.6), Interval(0.2, 0.3), samples: samples)
        #expect(enclosed.dx.interval?.contains(gradient.dx) == true)
        #expect(enclosed.dy.interval?.contains(gradient.dy) == true)
        let (w, b) = (Gradient(x: Gradient(x: 0.5)), Gradient(y: Gradient(y: 0.25)))
        let second = expression.evaluate(w, b, samples: samples)
        #expect(abs(second.dx.dx - 4) < 1e-15)
        #expect(abs(second.dx.dy - 4.0 / 3) < 1e-15)
        #expect(abs(second.dy.dy - 2) < 1e-15)
    }
}
