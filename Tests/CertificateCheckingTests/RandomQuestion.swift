import TestSupport
import Testing

/// What could be asked to be certified: a formula or a loss, and a window, at random.
struct RandomQuestion: Sendable, CustomTestStringConvertible {
    let subject: String
    let link: String?
    let window: ClosedRange<Double>
    /// Of the built-in data; of losses only.
    let samples: Int

    var testDescription: String { "\(subject) \(link ?? "") \(samples) samples \(window)" }

    /// A formula of x, over a window of any kind.
    static func formula(using random: inout SplitMix64) -> RandomQuestion {
        var source = FormulaSource(random: random)
        let depth = [1, 2, 2, 3][source.below(4)]
        let formula = source.formula(depth: depth)
        let window = source.window()
        random = source.random
        return RandomQuestion(subject: "(\(formula)) + x", link: nil, window: window, samples: 1)
    }

    static func loss(using random: inout SplitMix64) -> RandomQuestion {
        var source = FormulaSource(random: random)
        let (name, links) = losses[source.below(losses.count)]
        let question = RandomQuestion(
            subject: name, link: links.isEmpty ? nil : links[source.below(links.count)], window: source.window(),
            samples: [1, 2, 3, 7, 14, 20][source.below(6)])
        random = source.random
        return question
    }

    private static let losses: [(String, [String])] = [
        ("mse", ["sigmoid", "identity", "tanh"]), ("ce", []), ("mae", ["identity", "sigmoid", "tanh"]),
        ("huber(delta=0.5)", ["identity", "sigmoid", "tanh"]), ("logcosh", ["identity", "sigmoid", "tanh"]),
        ("quantile(alpha=0.9)", ["identity", "sigmoid", "tanh"]), ("hinge", []), ("squared_hinge", []),
        ("exponential", []), ("focal(gamma=2)", []), ("brier", []), ("zero_one", []), ("gaussian_nll", []),
        ("label_smoothing", []),
    ]
}

/// Makes formulas by the grammar, and windows.
private struct FormulaSource {
    var random: SplitMix64

    init(random: SplitMix64) { self.random = random }

    mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

    private mutating func pick(_ choices: [String]) -> String { choices[below(choices.count)] }

    private static let functions = [
        "exp", "log", "log1p", "sqrt", "cbrt", "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh",
        "sigmoid", "softplus", "erf", "abs", "relu", "floor", "sign", "step", "expm1", "gamma",
    ]

    mutating func formula(depth: Int) -> String {
        if depth <= 0 { return below(4) > 0 ? "x" : pick(["2", "0.1", "1.5", "3.7", "100", "1e-300", "1e150", "pi"]) }
        func part(_ source: inout FormulaSource) -> String { source.formula(depth: depth - 1) }
        let a = part(&self)
        switch below(12) {
        case 0, 1: return "(\(a) + \(part(&self)))"
        case 2: return "(\(a) - \(part(&self)))"
        case 3, 4: return "(\(a))*(\(part(&self)))"
        case 5: return "(\(a))/(\(part(&self)))"
        case 6: return "(\(a))^\(pick(["2", "3", "4", "7", "100", "-1", "-2", "0.5", "1.5"]))"
        case 7: return "\(pick(["min", "max"]))(\(a), \(part(&self)))"
        case 8: return "if(x \(pick(["<", "<=", ">", ">="])) \(pick(["0", "1", "0.3"])), \(a), \(part(&self)))"
        default: return "\(pick(FormulaSource.functions))(\(a))"
        }
    }

    /// Each power of two from 2^low to 2^high alike.
    private mutating func size(_ low: Int, _ high: Int) -> Double {
        Double(
            sign: .plus, exponent: Int.random(in: low..<high, using: &random),
            significand: Double.random(in: 1..<2, using: &random))
    }

    /// Of usual size, one-sided, off zero, tiny or huge.
    mutating func window() -> ClosedRange<Double> {
        switch below(10) {
        case 0, 1, 2: return -Double(1 + below(5))...Double(1 + below(5))
        case 3: return 0...Double(1 + below(10))
        case 4: return -Double(1 + below(5))...0
        case 5:
            let start = Double.random(in: -5...5, using: &random)
            return start...start + size(-3, 3)
        case 6:
            let start = Double.random(in: -2...2, using: &random)
            return start...start + size(-40, -7)
        case 7:
            let reach = size(-900, -10)
            return -reach...reach
        case 8:
            let reach = size(4, 40)
            return below(2) == 0 ? 0...reach : -reach...reach
        default:
            let reach = size(40, 900)
            return -reach...reach
        }
    }
}
