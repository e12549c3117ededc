import Calculus
import Losses

/// What is known of J before any of it is enclosed. Of an expression: nothing.
struct PriorFacts {
    /// J is the same for every θ.
    var isConstant = false
    var rule: ConvexityRule?
    /// J is bounded on ℝ, above too.
    var isBounded = false
    /// J is twice continuously differentiable on ℝ.
    var isSmooth = false
    /// Whether J attains its infimum over ℝ; nil where that is not known.
    var hasMinimiser: Bool?
    /// J tends to these at −∞ and ∞.
    var limits: [Interval] = []
    /// J is convex for |θ| up to this.
    var convexCore: Double?
    /// Points where J may bend down.
    var probes: [Double] = []
    /// Where a proof that J is not convex holds.
    var scope = Certificate.Scope.window

    init() {}

    init(_ loss: LinkedLoss, on data: Dataset) {
        isConstant = data.x.allSatisfy { $0 == 0 }
        rule = ConvexityRule(loss)
        isBounded = loss.isBounded
        isSmooth = loss.isSmooth
        hasMinimiser = loss.hasMinimiser(on: data)
        limits = loss.limits(on: data)
        convexCore = loss.convexCore(of: data)
        if rule == nil { probes = PriorFacts.probes(of: data) }
        scope = .real
    }

    /// Where some sample bends down.
    private static func probes(of data: Dataset) -> [Double] {
        let inputs = data.x.filter { $0 != 0 }
        // Each costs O(N).
        let step = max(1, inputs.count / (inputs.count > 100_000 ? 2 : 32))
        return stride(from: 0, to: inputs.count, by: step).flatMap { i in
            [0.5, 1.5, 2, 4].flatMap { k in
                let theta = 0.6931471805599453 * k / abs(inputs[i])
                return [theta, -theta]
            }
        }
        .filter { $0.isFinite && abs($0) < 1e150 }
    }
}

extension LinkedLoss {
    /// What J tends to at −∞ and at ∞, for a squared error of a sigmoid; empty for other losses.
    fileprivate func limits(on data: Dataset) -> [Interval] {
        guard loss.name == .brier || loss.name == .mse, link == .sigmoid || link == .softmax else { return [] }
        return [1.0, -1].map { direction in
            zip(data.x, data.y).reduce(Interval(0)) { sum, sample in
                let target = sample.0 == 0 ? 0.5 : sample.0 * direction > 0 ? 1.0 : 0
                return sum + (Interval(sample.1) - Interval(target)).power(2)
            } / Interval(Double(data.count))
        }
    }
}
