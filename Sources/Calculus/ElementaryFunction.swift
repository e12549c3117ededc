/// The functions of one variable that losses and formulas are made of.
public enum ElementaryFunction: String, CaseIterable, Sendable {
    case exp, expm1, log, log1p, sqrt, cbrt
    case sin, cos, tan, asin, acos, atan
    case sinh, cosh, tanh
    /// 1/(1 + e^−u)
    case sigmoid
    /// ln(1 + e^u)
    case softplus
    case erf
    /// Γ, with poles at 0, −1, −2, …
    case gamma
    case abs
    /// max(u, 0)
    case relu
    case floor
    /// −1, 0 or 1.
    case sign
    /// 1 for u ≥ 0, else 0.
    case step

    /// Whether jets know its derivatives up to the sixth, two more than the others': what losses are made of, whose
    /// second derivatives are drawn with a bound from the fourth derivative of those.
    public var hasSixDerivatives: Bool {
        switch self {
        case .exp, .expm1, .log, .log1p, .sinh, .cosh, .sigmoid, .softplus, .abs, .relu, .sign, .step, .floor: true
        default: false
        }
    }
}
