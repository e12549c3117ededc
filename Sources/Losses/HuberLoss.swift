import Calculus

/// r²/2 for |r| ≤ δ, δ(|r| − δ/2) beyond: squared error that stops trusting outliers. Convex; its second derivative
/// jumps from 1 to 0 at |r| = δ.
///
/// Huber, Ann. Math. Statist. 35 (1964), doi:10.1214/aoms/1177703732.
public struct HuberLoss: ResidualFormula {
    public let delta: Double
    public let link: Link
    public var smoothness: Int { 1 }

    public init(delta: Double = 1, link: Link = .identity) {
        self.delta = delta
        self.link = link
    }

    /// Of labels that the link can be compared with: then the residual of a probability does not reach 1, nor that of
    /// tanh 2, and a bend there would only be feared where the prediction saturates.
    private var largestResidual: Double {
        switch link {
        case .identity: .infinity
        case .sigmoid, .softmax: 1
        case .tanh: 2
        }
    }

    public func callAsFunction<S: Scalar>(residual r: S) -> S {
        let inner = S(0.5) * r.power(2)
        if delta >= largestResidual { return inner }
        let (delta, half) = (S(delta), S(delta / 2))
        let left = S.select(.less, r, -delta, then: delta * (-r - half), else: inner)
        return S.select(.greater, r, delta, then: delta * (r - half), else: left)
    }
}
