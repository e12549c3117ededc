import Calculus
import Losses

/// Re-derives every claim of a certificate of a linear model, by these rules:
///
/// 1. The loss is in the table of those that are convex in the logit: J is convex on ℝⁿ⁺¹, and strictly so where the loss
///    is and the features with a column of ones have full rank; structural.
/// 2. Along one weight's axis ∂²J is below zero at a point and around it: not convex; interval.
/// 3. The loss is bounded and J is not constant along an axis: not convex; structural.
/// 4. Else: undecided.
///
/// A claim must also say as much as can be told without effort: a full rank, an easy witness, classes that clearly
/// overlap or are clearly apart must not be left out.
public struct LinearChecker {
    private let claims: LinearClaims
    private let table: FeatureTable
    private let loss: CheckedLoss

    /// Checks a certificate against the samples that its ``LinearClaims/source`` names.
    ///
    /// - Returns: the first claim that fails, or nil where every claim is confirmed.
    /// - Complexity: O(N · n²) for each of some dozens of steps.
    public static func rejection(of claims: LinearClaims, table: FeatureTable) -> Rejection? {
        do throws(Rejection) {
            try LinearChecker(claims: claims, table: table, loss: CheckedLoss(claims.loss)).run()
            return nil
        } catch {
            return error
        }
    }

    private func run() throws(Rejection) {
        guard table.count == claims.samples else {
            throw Rejection("samples", "there are \(table.count), and \(claims.samples) are claimed")
        }
        do {
            try claims.loss.check(table.dataset(of: 0), file: nil)
        } catch {
            throw Rejection("data", "\(error)")
        }
        try checkRank()
        try checkVerdict()
        try checkWitness()
        try checkDirection()
        try checkMinimiser()
    }

    private func checkRank() throws(Rejection) {
        let full = table.features.count + 1
        let isFull = FullRank.isProved(of: table.columns + [Array(repeating: 1, count: table.count)])
        if let rank = claims.rank {
            guard rank == full else { throw Rejection("rank", "only the full rank, \(full), can be claimed") }
            guard isFull else { throw Rejection("rank", "it could not be confirmed that it is \(full)") }
        } else if isFull {
            throw Rejection("rank", "it is missing, and it is \(full)")
        }
    }

    private func checkVerdict() throws(Rejection) {
        let expected: (verdict: String, basis: String) =
            switch loss.convexity {
            case .strict where claims.rank != nil: ("strictly convex", "structural")
            case .strict, .plain: ("convex", "structural")
            case .none where claims.witness != nil: ("not convex", "interval")
            case .none where loss.isBounded && isNotConstant: ("not convex", "structural")
            case .none: ("undecided", "sampled")
            }
        for (key, claimed, wanted) in [
            ("verdict", claims.verdict, expected.verdict), ("basis", claims.basis, expected.basis),
            ("scope", claims.scope, "ℝ^\(table.features.count + 1)"),
        ] where claimed != wanted {
            throw Rejection(key, "'\(claimed)' is claimed, and '\(wanted)' follows from the facts")
        }
    }

    /// J with all weights but one zero, and the bias.
    private func axis(_ feature: Int) -> CheckedFunction {
        CheckedFunction(body: .mean(loss, x: table.columns[feature], y: table.y))
    }

    /// Weights at which the largest logit has some size of order one.
    private func trials(_ feature: Int) -> [Double] {
        let largest = table.columns[feature].lazy.map { abs($0) }.max() ?? 0
        guard largest > 0 else { return [] }
        return [0.4, 1.3, 3.1, 5.3, 8.7, 14.9].flatMap { [$0 / largest, -$0 / largest] }.filter(\.isFinite)
    }

    private var isNotConstant: Bool {
        table.features.indices.contains { feature in
            let values = trials(feature).compactMap { axis(feature).derivative(0, at: $0) }
            guard let highest = values.map(\.lower).max(), let lowest = values.map(\.upper).min() else { return false }
            return lowest < highest
        }
    }

    private func checkWitness() throws(Rejection) {
        guard let witness = claims.witness else {
            guard loss.convexity == .none else { return }
            for feature in table.features.indices {
                for weight in trials(feature) where axis(feature).derivative(2, at: weight)?.provedSign == -1 {
                    throw Rejection(
                        "witness", "it is missing, and J bends down at \(table.features[feature]) = \(weight)")
                }
            }
            return
        }
        guard loss.convexity == .none else { throw Rejection("witness", "J is convex") }
        guard let feature = table.features.firstIndex(of: witness.feature) else {
            throw Rejection("witness.feature", "there is no feature '\(witness.feature)'")
        }
        let key = "witness.second_derivative"
        let (claimed, function) = (witness.bend, axis(feature))
        guard claimed.upper < 0 else { throw Rejection(key, "it is not below zero") }
        guard let found = function.derivative(2, at: witness.weight) else {
            throw Rejection(key, "it could not be enclosed at \(witness.weight)")
        }
        guard claimed.contains(found) else {
            throw Rejection(key, "it lies in \(found.text), and \(claimed.text) is claimed")
        }
        guard claimed.isTight || claimed.width <= 2 * found.width else {
            throw Rejection(key, "\(claimed.text) is wider than it must be, it lies in \(found.text)")
        }
        // Lest it be that of a branch which is taken nowhere else.
        let reach = 1e-10 * abs(witness.weight)
        let around = Interval(witness.weight - reach, witness.weight + reach)
        guard function.derivative(2, over: around)?.provedSign == -1 else {
            throw Rejection("witness.weight", "J is not proved to bend down around \(witness.weight)")
        }
    }

    private func checkDirection() throws(Rejection) {
        let key = "separating_direction"
        guard (claims.direction != nil) == (claims.hasMinimiser == false) else {
            throw Rejection(key, "there is one exactly where there is no minimiser")
        }
        guard let direction = claims.direction else { return }
        guard direction.count == table.features.count + 1 else {
            throw Rejection(key, "it is not a weight for each feature and a bias")
        }
        guard case .unlessSeparable = loss.minimiserRule, hasHardLabels else {
            throw Rejection(key, "it says nothing of this loss with these labels")
        }
        for i in 0..<table.count {
            var logit = Interval(direction[direction.count - 1])
            for (weight, column) in zip(direction, table.columns) {
                logit = logit + Interval(weight) * Interval(column[i])
            }
            guard logit.provedSign == (table.y[i] == 1 ? 1 : -1) else {
                throw Rejection(key, "sample \(i + 1) with the label \(table.y[i]) has a logit in \(logit.text)")
            }
        }
    }

    private var hasHardLabels: Bool { table.y.allSatisfy { $0 == 0 || $0 == 1 } }

    private func checkMinimiser() throws(Rejection) {
        let key = "has_minimiser"
        switch loss.minimiserRule {
        case .always:
            guard claims.hasMinimiser == true else {
                throw Rejection(key, "J grows in every direction in which it changes")
            }
        case .unlessSeparable where hasHardLabels:
            // That there is none is what the direction shows.
            if claims.hasMinimiser == false { return }
            let overlap = ClassOverlap(columns: table.columns, isPositive: table.y.map { $0 == 1 })
            switch (claims.hasMinimiser, overlap.finding) {
            case (true, .overlapping), (nil, .unknown): return
            case (nil, .overlapping(isClear: false)), (nil, .separable(isClear: false)): return
            case (true, _): throw Rejection(key, "it could not be confirmed that the classes overlap")
            default: throw Rejection(key, "it is missing, and can be told")
            }
        default:
            if claims.hasMinimiser != nil { throw Rejection(key, "it cannot be told for this loss with these labels") }
        }
    }
}
