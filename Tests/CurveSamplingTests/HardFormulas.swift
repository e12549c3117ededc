import Calculus
import CurveSampling

/// A hard function by name, with a window and what makes it hard.
struct HardFunction: Sendable {
    var name: String
    var function: any CurveFunction
    var x: ClosedRange<Double>
    var y: ClosedRange<Double>

    init<F: ScalarFormula>(_ name: String, _ formula: F, _ x: ClosedRange<Double>, _ y: ClosedRange<Double>) {
        self.name = name
        function = FormulaCurve(formula)
        self.x = x
        self.y = y
    }
}

/// A formula put together from scalar operations by a closure-like case, since closures cannot be generic.
enum HardFormula: ScalarFormula {
    case reciprocal, tangent, secant, rational, gamma, logarithm
    case floor, step, sign, sawtooth, piecewise
    case absolute, cusp, twoCusps, maximum
    case cubeRoot, fifthRoot, asin
    case root, semicircle, logOfSine
    case sinc, removable
    case spike, narrowBell, twoSpikes
    case fast, chirp, oscillation, product

    func callAsFunction<S: Scalar>(_ x: S) -> S {
        func c(_ value: Double) -> S { S(value) }
        switch self {
        case .reciprocal: return c(1) / x
        case .tangent: return x.applying(.tan)
        case .secant: return c(1) / x.applying(.cos)
        case .rational: return (x.power(2) - c(1)) / ((x - c(2)) * (x + c(1.5)))
        case .gamma: return x.applying(.gamma)
        case .logarithm: return x.applying(.log)
        case .floor: return x.applying(.floor)
        case .step: return (x - c(0.3)).applying(.step) * x
        case .sign: return x.applying(.sign) * (c(1) + x.power(2))
        case .sawtooth: return x - x.applying(.floor)
        case .piecewise: return S.select(.less, x, c(0.7), then: x.power(2), else: c(3) - x)
        case .absolute: return (x - c(0.1)).applying(.abs)
        case .cusp: return x.applying(.abs).applying(.sqrt)
        case .twoCusps: return (x.power(2) - c(1)).applying(.abs).applying(.sqrt)
        case .maximum: return S.maximum(x.applying(.sin), x.applying(.cos))
        case .cubeRoot: return x.applying(.cbrt)
        case .fifthRoot: return x.applying(.abs).power(S(0.2))
        case .asin: return x.applying(.asin)
        case .root: return (x - c(0.3)).applying(.sqrt)
        case .semicircle: return (c(1) - x.power(2)).applying(.sqrt)
        case .logOfSine: return x.applying(.sin).applying(.log)
        case .sinc: return x.applying(.sin) / x
        case .removable: return (x.power(2) - c(1)) / (x - c(1))
        case .spike: return c(1) / (c(1) + ((x - c(0.3)) * c(1e5)).power(2))
        case .narrowBell: return (-((x - c(0.123)) * c(1e4)).power(2)).applying(.exp) + x * c(0.1)
        case .twoSpikes:
            return c(1) / (c(1) + ((x - c(0.3)) * c(3e4)).power(2)) - c(1) / (c(1) + ((x - c(0.31)) * c(3e4)).power(2))
        case .fast: return (x * c(60)).applying(.sin)
        case .chirp: return (x.power(2) * c(3)).applying(.sin)
        case .oscillation: return (c(1) / x).applying(.sin)
        case .product: return x * (c(1) / x).applying(.sin)
        }
    }

    static let suite: [HardFunction] = [
        .init("1/x", HardFormula.reciprocal, -3...4, -8...8),
        .init("tan x", HardFormula.tangent, -6...7, -6...6),
        .init("1/cos x", HardFormula.secant, -6...5, -5...6),
        .init("(x²−1)/((x−2)(x+1.5))", HardFormula.rational, -5...6, -10...10),
        .init("Γ(x)", HardFormula.gamma, -3.4...4.3, -8...10),
        .init("ln x", HardFormula.logarithm, -1...6, -6...3),
        .init("floor x", HardFormula.floor, -4.2...4.7, -5...5),
        .init("x·step(x−0.3)", HardFormula.step, -1...2, -1...2),
        .init("sign(x)(1+x²)", HardFormula.sign, -2...2.2, -5...5),
        .init("x − floor x", HardFormula.sawtooth, -2.3...2.4, -0.2...1.2),
        .init("if(x<0.7, x², 3−x)", HardFormula.piecewise, -1.3...3.1, -1...3),
        .init("|x−0.1|", HardFormula.absolute, -1...1.3, -0.1...1.2),
        .init("√|x|", HardFormula.cusp, -2...2.1, -0.2...1.6),
        .init("√|x²−1|", HardFormula.twoCusps, -2.2...2, -0.2...2),
        .init("max(sin x, cos x)", HardFormula.maximum, -7...7.3, -1...1.2),
        .init("∛x", HardFormula.cubeRoot, -2...2.2, -1.5...1.5),
        .init("|x|^0.2", HardFormula.fifthRoot, -1...1.2, -0.1...1.2),
        .init("asin x", HardFormula.asin, -1.3...1.4, -2...2),
        .init("√(x−0.3)", HardFormula.root, -1...3.3, -0.2...2),
        .init("√(1−x²)", HardFormula.semicircle, -1.4...1.5, -0.2...1.2),
        .init("ln sin x", HardFormula.logOfSine, -7...7.2, -5...0.5),
        .init("sin(x)/x", HardFormula.sinc, -20...22, -0.4...1.1),
        .init("(x²−1)/(x−1)", HardFormula.removable, -1...3.2, -1...5),
        .init("spike 1e−5 wide", HardFormula.spike, -1...1.2, -0.1...1.1),
        .init("bell 1e−4 wide", HardFormula.narrowBell, -1...1.1, -0.3...1.2),
        .init("two spikes", HardFormula.twoSpikes, -1...1.3, -1.2...1.2),
        .init("sin 60x", HardFormula.fast, -2...2.1, -1.2...1.2),
        .init("sin 3x²", HardFormula.chirp, -4...4.2, -1.2...1.2),
        .init("x sin(1/x)", HardFormula.product, -0.5...0.6, -0.4...0.6),
    ]
}
