import Calculus
import Diagnostics

/// The loss of a predicted distribution p over N classes against a truth y, as a function of p.
///
/// | name | loss |
/// | --- | --- |
/// | `mse` | (1/N) Σ (yᵢ − pᵢ)² |
/// | `brier` | Σ (yᵢ − pᵢ)², Brier's own score |
/// | `mae` | (1/N) Σ abs(yᵢ − pᵢ) |
/// | `ce` | −Σ yᵢ ln pᵢ |
/// | `kl` | Σ yᵢ ln(yᵢ/pᵢ) |
/// | `label_smoothing` | `ce` of the truth (1 − ε) y + ε/N |
/// | `focal` | −Σ yᵢ (1 − pᵢ)^γ ln pᵢ |
///
/// ```swift
/// let truth = try ClassDistribution([1, 0, 0], named: "truth")
/// let p = try ClassDistribution([0.8, 0.15, 0.05], named: "prediction")
/// try ClassLoss(LossSpec(.mse), truth: truth).value(of: p)  // 0.0216…
/// ```
///
/// All of them are convex in p on the whole simplex, by structure: squares, absolute values and −ln are convex, and so
/// are their sums with weights yᵢ ≥ 0. For the focal loss, with q = 1 − p, −q^γ ln p has the second derivative
/// q^(γ−2) [γ(1−γ) ln p + 2γ q/p + q²/p²]; since ln p ≥ −q/p the bracket is at least γ(1+γ) q/p + q²/p² for γ ≤ 1, and
/// for γ > 1 every term is nonnegative.
public struct ClassLoss: Sendable {
    public let spec: LossSpec
    public let truth: ClassDistribution
    /// What stands for y in the formula: smoothed where the loss says so.
    private let target: [Double]

    /// The losses that have a form for distributions.
    public static let names: [LossName] = [.mse, .ce, .mae, .brier, .kl, .focal, .labelSmoothing]

    /// - Throws: `Diagnostic` for a loss of a single number, which says nothing of a distribution.
    public init(_ spec: LossSpec, truth: ClassDistribution) throws {
        guard ClassLoss.names.contains(spec.name) else {
            throw Diagnostic(
                "\(spec.name.rawValue) is a loss of a single output, not of the probabilities of classes",
                hint: "use \(ClassLoss.names.map(\.rawValue).joined(separator: ", "))")
        }
        self.spec = spec
        self.truth = truth
        let count = Double(truth.count)
        target =
            spec.name == .labelSmoothing
            ? truth.probabilities.map { $0 * (1 - spec[parameter: "epsilon"]) + spec[parameter: "epsilon"] / count }
            : truth.probabilities
    }

    /// The loss of the probabilities `p`, one a class, with whatever derivatives or bounds the scalar carries.
    // Numbers choose levels, gradients trace them.
    @specialized(where S == Double)
    @specialized(where S == Gradient<Double>)
    @specialized(where S == Gradient<Enclosure>)
    public func callAsFunction<S: Scalar>(_ p: [S]) -> S {
        precondition(p.count == truth.count, "a prediction has as many classes as the truth")
        switch spec.name {
        case .mse, .brier, .mae:
            let sum = zip(target, p).reduce(S(0)) { sum, pair in
                let rest = S(pair.0) - pair.1
                return sum + (spec.name == .mae ? rest.applying(.abs) : rest.power(2))
            }
            return spec.name == .brier ? sum : sum / S(Double(truth.count))
        case .kl: return crossEntropy(p) - entropy()
        case .focal:
            let gamma = spec[parameter: "gamma"]
            // A whole power, of 0 too, has slopes wherever its base has them.
            let isWhole = gamma == gamma.rounded()
            return sumOfLogarithms(p) { p in
                isWhole ? (S(1) - p).power(Int(gamma)) : (S(1) - p).power(S(gamma))
            }
        default: return crossEntropy(p)
        }
    }

    private func crossEntropy<S: Scalar>(_ p: [S]) -> S { sumOfLogarithms(p) { _ in S(1) } }

    /// −Σ yᵢ w(pᵢ) ln pᵢ over the classes with yᵢ > 0: 0 ln 0 = 0.
    private func sumOfLogarithms<S: Scalar>(_ p: [S], weight: (S) -> S) -> S {
        zip(target, p).reduce(S(0)) { sum, pair in
            pair.0 == 0 ? sum : sum - S(pair.0) * weight(pair.1) * pair.1.applying(.log)
        }
    }

    /// −Σ yᵢ ln yᵢ
    private func entropy<S: Scalar>() -> S {
        target.reduce(S(0)) { sum, y in y == 0 || y == 1 ? sum : sum - S(y) * S(y).applying(.log) }
    }

    /// Infinite where the truth gives weight to a class that the prediction excludes.
    public func value(of prediction: ClassDistribution) -> Double {
        let p = prediction.probabilities
        return logarithmicClasses.contains { p[$0] == 0 } ? .infinity : self(p)
    }

    /// Proved bounds of the value; nil where it is infinite.
    public func bounds(of prediction: ClassDistribution) -> Interval? {
        let p = prediction.probabilities
        if logarithmicClasses.contains(where: { p[$0] == 0 }) { return nil }
        return self(p.map { Enclosure($0) }).interval
    }

    /// The classes, from 0, for whose probability 0 the loss is infinite.
    public var logarithmicClasses: [Int] {
        switch spec.name {
        case .mse, .brier, .mae: []
        default: target.indices.filter { target[$0] > 0 }
        }
    }

    /// The classes, from 0, whose probabilities the formula reads: two predictions that agree in these have the same loss.
    public var classesThatCount: [Int] {
        switch spec.name {
        case .mse, .brier, .mae: Array(target.indices)
        default: logarithmicClasses
        }
    }

    /// Whether the loss grows with the squared distance from the truth, so that its level sets are spheres around it.
    public var isSquaredDistance: Bool { spec.name == .mse || spec.name == .brier }
}
