import Calculus

/// A loss of regression: a function of the residual r = y − f(z), where f is the link.
public protocol ResidualFormula: LossFormula {
    var link: Link { get }

    func callAsFunction<S: Scalar>(residual r: S) -> S
}

extension ResidualFormula {
    public func callAsFunction<S: Scalar>(_ z: S, label y: Double) -> S {
        switch link {
        case .identity: self(residual: S(y) - z)
        // 1 − σ(z) is σ(−z), which keeps its digits where the difference has none left.
        case .sigmoid where y == 1, .softmax where y == 1: self(residual: (-z).applying(.sigmoid))
        case .sigmoid, .softmax: self(residual: S(y) - z.applying(.sigmoid))
        case .tanh where y == 1: self(residual: S(2) * (S(-2) * z).applying(.sigmoid))
        case .tanh: self(residual: (S(y) + S(1)) - S(2) * (S(2) * z).applying(.sigmoid))
        }
    }
}
