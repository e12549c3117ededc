import Calculus
import Losses

/// The losses as the checker knows them: a formula of a line or two each, from which everything else is derived, and what
/// the mathematics says of it.
///
/// Written apart from the closed forms in `Losses`, so that an error there does not confirm itself.
struct CheckedLoss {
    let name: LossName
    let link: Link
    /// The one parameter that a loss may have.
    let parameter: Double

    init(_ loss: LinkedLoss) {
        (name, link) = (loss.loss.name, loss.link)
        parameter = loss.loss.parameters.first?.value ?? 0
    }

    /// y less the prediction; 1 − σ(z) is σ(−z), which keeps its digits.
    private func residual<S: Scalar>(_ z: S, _ y: Double) -> S {
        switch link {
        case .identity: S(y) - z
        case .sigmoid, .softmax: y == 1 ? (-z).applying(.sigmoid) : S(y) - z.applying(.sigmoid)
        case .tanh:
            y == 1
                ? S(2) * (S(-2) * z).applying(.sigmoid) : (S(y) + S(1)) - S(2) * (S(2) * z).applying(.sigmoid)
        }
    }

    /// −y ln σ(z) − (1 − y) ln σ(−z)
    private func crossEntropy<S: Scalar>(_ z: S, _ y: Double) -> S {
        if y == 0 { return z.applying(.softplus) }
        if y == 1 { return (-z).applying(.softplus) }
        return S(y) * (-z).applying(.softplus) + (S(1) - S(y)) * z.applying(.softplus)
    }

    /// −(1 − p)^γ ln p with p = σ(m)
    private func focal<S: Scalar>(_ m: S) -> S {
        (S(-parameter) * m.applying(.softplus)).applying(.exp) * (-m).applying(.softplus)
    }

    /// The loss of one sample at the logit z.
    func callAsFunction<S: Scalar>(_ z: S, label y: Double) -> S {
        let r = residual(z, y)
        let margin = y > 0.5 ? z : -z
        switch name {
        case .mse, .brier: return r.power(2)
        case .ce: return crossEntropy(z, y)
        case .kl:
            if y == 0 || y == 1 { return crossEntropy(z, y) }
            let (p, q) = (S(y), S(1) - S(y))
            return crossEntropy(z, y) + (p * p.applying(.log) + q * q.applying(.log))
        case .labelSmoothing: return crossEntropy(z, y * (1 - parameter) + parameter / 2)
        case .mae: return r.applying(.abs)
        case .huber:
            let inner = S(0.5) * r.power(2)
            // A probability is less than 1 away from a label, a hyperbolic tangent less than 2.
            if link == .sigmoid && parameter >= 1 || link == .tanh && parameter >= 2 { return inner }
            let size = r.applying(.abs)
            return S.select(
                .lessOrEqual, size, S(parameter), then: inner, else: S(parameter) * (size - S(parameter / 2)))
        case .logcosh:
            let clipped = S.maximum(S.minimum(r, S(2)), S(-2))
            let near = (S(2) * (S(0.5) * clipped).applying(.sinh).power(2)).applying(.log1p)
            let far = (S(2) * r).applying(.softplus) - r - S(2).applying(.log)
            return S.select(.less, r.applying(.abs), S(1), then: near, else: far)
        case .quantile: return S.maximum(S(parameter) * r, (S(parameter) - S(1)) * r)
        case .hinge: return (S(1) - margin).applying(.relu)
        case .squaredHinge: return (S(1) - margin).applying(.relu).power(2)
        case .exponential: return (-margin).applying(.exp)
        case .focal: return y == 1 ? focal(z) : y == 0 ? focal(-z) : S(y) * focal(z) + (S(1) - S(y)) * focal(-z)
        case .zeroOne: return S.select(.greater, z, S(0), then: S(1) - S(y), else: S(y))
        case .gaussianNLL:
            let constant = S(parameter).applying(.log) + S(0.5) * (S(2) * S(Numeral.pi)).applying(.log)
            return S(0.5) * (r / S(parameter)).power(2) + constant
        }
    }

    /// The derivatives up to this order are continuous, although the formula chooses between branches.
    var smoothness: Int {
        switch name {
        case .zeroOne: -1
        case .mae, .quantile, .hinge: 0
        case .huber, .squaredHinge: 1
        default: .max
        }
    }

    enum Convexity {
        case none, plain, strict
    }

    /// For every label.
    var convexity: Convexity {
        switch name {
        case .ce, .kl, .labelSmoothing, .exponential, .gaussianNLL: .strict
        case .focal: parameter == 0 ? .strict : .none
        case .mse, .logcosh: link == .identity ? .strict : .none
        case .mae, .huber, .quantile: link == .identity ? .plain : .none
        case .hinge, .squaredHinge: .plain
        case .brier, .zeroOne: .none
        }
    }

    /// On the whole line, above and below.
    var isBounded: Bool {
        switch name {
        case .brier, .zeroOne: true
        case .mse, .mae, .huber, .logcosh, .quantile: link != .identity
        default: false
        }
    }

    /// Whether the loss falls strictly, towards a limit, as the logit goes to the side of a hard label.
    var fallsForEver: Bool {
        switch name {
        case .ce, .kl, .exponential, .focal: true
        default: false
        }
    }

    /// When the mean loss of a linear model attains its infimum.
    enum MinimiserRule {
        case always
        /// With hard labels, unless some direction takes every sample to its label's side.
        case unlessSeparable
        /// This checker does not know.
        case unknown
    }

    var minimiserRule: MinimiserRule {
        switch name {
        // Least squares.
        case .mse where link == .identity: .always
        case .gaussianNLL: .always
        // Every term grows in both directions of its logit.
        case .labelSmoothing where parameter >= 1e-15: .always
        case .ce, .kl, .exponential: .unlessSeparable
        default: .unknown
        }
    }
}
