/// How a step of a descent is taken.
///
/// ```swift
/// DescentMethod.gradient(step: 0.5, momentum: 0.9)
/// ```
public enum DescentMethod: Hashable, Sendable {
    /// Against the gradient, with a heavy ball's momentum:
    /// v₍ₖ₊₁₎ = momentum · v₍ₖ₎ − step · ∇J(θ₍ₖ₎) with v₍₀₎ = 0, and θ₍ₖ₊₁₎ = θ₍ₖ₎ + v₍ₖ₊₁₎.
    ///
    /// Polyak, "Some methods of speeding up the convergence of iteration methods", 1964,
    /// doi:10.1016/0041-5553(64)90137-5; without momentum it is Cauchy's method of steepest descent with a fixed step.
    /// `step` is positive; `momentum` is at least 0 and below 1.
    case gradient(step: Double, momentum: Double = 0)
    /// θ₍ₖ₊₁₎ = θ₍ₖ₎ − damping · H⁻¹∇J, where the Hessian H is positive definite: elsewhere H⁻¹∇J may lead uphill, and
    /// the descent ends. `damping` is above 0 and at most 1, Newton's own step.
    ///
    /// Nocedal and Wright, Numerical Optimization, 2nd ed., section 3.3, doi:10.1007/978-0-387-40065-5.
    case newton(damping: Double = 1)

    /// The name of the method alone.
    public var name: Name {
        switch self {
        case .gradient: .gradient
        case .newton: .newton
        }
    }

    public enum Name: String, CaseIterable, Sendable {
        case gradient, newton
    }
}

/// A method, and when it ends.
public struct DescentSettings: Hashable, Sendable {
    public var method: DescentMethod
    /// At most so many.
    public var steps: Int
    /// The length of the gradient at which a descent has converged. Default: 1e-6.
    public var tolerance: Double

    public init(method: DescentMethod, steps: Int, tolerance: Double = 1e-6) {
        self.method = method
        self.steps = steps
        self.tolerance = tolerance
    }
}
