import TestSupport

/// Random expressions in x, as text.
struct RandomExpression {
    var generator: SplitMix64
    /// Without what has kinks and jumps.
    var isSmooth: Bool

    private static let smooth = [
        "sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "exp", "log", "log1p", "expm1", "sqrt",
        "cbrt",
        "gamma", "sigmoid", "softplus", "erf",
    ]
    private static let rough = ["abs", "floor", "sign", "step", "relu"]

    private mutating func below(_ count: Int) -> Int { Int.random(in: 0..<count, using: &generator) }

    mutating func text(depth: Int) -> String {
        if depth == 0 || below(8) == 0 {
            switch below(4) {
            case 0: return ["1", "2", ".5", "0.1", "3", "1e-3", "pi", "e"][below(8)]
            default: return "x"
            }
        }
        switch below(isSmooth ? 10 : 13) {
        case 0...3: return "(\(text(depth: depth - 1))\(["+", "-", "*", "/"][below(4)])\(text(depth: depth - 1)))"
        case 4: return "(\(text(depth: depth - 1)))^\(["2", "3", "-1", "0.5", "(-2)", "(1/3)", "4", "0"][below(8)])"
        case 5: return "(-\(text(depth: depth - 1)))"
        case 6 where below(3) == 0: return "(\(text(depth: depth - 1)))^(\(text(depth: depth - 1)))"
        case 10: return "\(["min", "max"][below(2)])(\(text(depth: depth - 1)),\(text(depth: depth - 1)))"
        case 11:
            let comparison = ["<", "<=", ">", ">=", "==", "!="][below(6)]
            return "if(\(text(depth: depth - 1))\(comparison)\(text(depth: depth - 1)),\(text(depth: depth - 1)),"
                + "\(text(depth: depth - 1)))"
        case 12: return "\(RandomExpression.rough[below(5)])(\(text(depth: depth - 1)))"
        default: return "\(RandomExpression.smooth[below(19)])(\(text(depth: depth - 1)))"
        }
    }
}
