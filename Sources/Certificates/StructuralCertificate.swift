import Calculus
import Losses

/// What is proved of the mean loss of a linear model with any number of features and a bias, J(w, b) with the logits
/// z = w·x + b, from the loss's formula and the data's structure: a claim about all of ℝⁿ⁺¹.
///
/// ```swift
/// let table = FeatureTable(name: "line", features: ["a", "b"], columns: [[0, 1, 2], [1, 0, 1]], y: [0, 1, 1])
/// StructuralCertificate.prove(LinkedLoss(LossSpec(.ce)), on: table).verdict  // strictly convex
/// ```
public struct StructuralCertificate: Hashable, Sendable {
    public let loss: LossSpec
    public let link: Link
    /// N
    public let samples: Int
    public let features: [String]
    public internal(set) var verdict = Certificate.Verdict.undecided
    public internal(set) var basis = Certificate.Basis.structural
    /// One sentence.
    public internal(set) var reason = ""
    /// A short proof for a reader.
    public internal(set) var proof: [String] = []
    /// The rank of the features with a column of ones where it is full, and so proved; else nil.
    public internal(set) var rank: Int?
    /// Where J bends down: along the axis of one feature, all other weights and the bias being zero.
    public internal(set) var witness: Witness?
    /// Weights, then the bias, whose logits have the sign of every sample's class.
    public internal(set) var separatingDirection: [Double]?
    /// Whether J attains its infimum over ℝⁿ⁺¹; nil where that is not known.
    public internal(set) var hasMinimiser: Bool?

    public struct Witness: Hashable, Sendable {
        public let feature: String
        /// The feature's weight.
        public let weight: Double
        /// Encloses ∂²J/∂weight² there; the upper end is below zero.
        public let secondDerivative: Bounds
    }

    init(_ loss: LinkedLoss, _ table: FeatureTable) {
        (self.loss, link, samples, features) = (loss.loss, loss.link, table.count, table.features)
    }

    /// Proves what can be proved.
    ///
    /// - Complexity: O(N · n²) for each of some dozens of steps.
    public static func prove(_ loss: LinkedLoss, on table: FeatureTable) -> StructuralCertificate {
        var certificate = StructuralCertificate(loss, table)
        do {
            try loss.check(table.dataset(of: 0), file: nil)
        } catch {
            certificate.reason = "Some label has no meaning for the loss: \(error)."
            return certificate
        }
        let ones = Array(repeating: 1.0, count: table.count)
        if table.count > table.features.count,
            ColumnRank(of: table.columns + [ones]).lowerBound == table.features.count + 1
        {
            certificate.rank = table.features.count + 1
        }
        certificate.decideMinimiser(loss, table)
        if let rule = ConvexityRule(loss) {
            certificate.proveConvex(rule)
        } else {
            certificate.proveNotConvex(loss, table)
        }
        return certificate
    }

    private var space: String { "ℝ" + StructuralCertificate.superscript(features.count + 1) }

    private static func superscript(_ number: Int) -> String {
        let digits = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
        return String(String(number).compactMap(\.wholeNumberValue).map { digits[$0] })
    }

    private mutating func proveConvex(_ rule: ConvexityRule) {
        verdict = rule.isStrict && rank != nil ? .strictlyConvex : .convex
        reason = "\(rule.text.prefix(1).uppercased() + rule.text.dropFirst())."
        proof = [
            "The loss of a sample in its logit z: \(rule.text).",
            "z = w·x + b is affine in (w, b), and a convex function of an affine one is convex.",
            "J is the mean of such functions, and so convex on \(space) for any data.",
        ]
        if verdict == .strictlyConvex {
            proof.append(
                "The features and a column of ones have the full rank \(features.count + 1), so different (w, b) differ in "
                    + "some logit, in which its term is strictly convex: J is strictly convex.")
        } else if rule.isStrict {
            proof.append(
                "The features and a column of ones were not proved to have full rank, so J may be constant along a line."
            )
        }
        if hasMinimiser == false {
            proof.append(
                "One direction gives every sample's logit its class's sign: along it J falls towards an infimum that it "
                    + "does not attain.")
        }
    }

    private mutating func proveNotConvex(_ loss: LinkedLoss, _ table: FeatureTable) {
        for (index, feature) in features.enumerated() {
            let data = table.dataset(of: index)
            let largest = data.x.map { abs($0) }.max() ?? 0
            let reach = largest > 0 ? min(max(8 / largest, 1e-9), 1e9) : 1
            let line = Certificate.prove(loss, on: data, window: -reach...reach)
            guard line.verdict == .notConvex else { continue }
            verdict = .notConvex
            basis = line.basis
            proof = line.proof
            if let found = line.witness {
                witness = Witness(feature: feature, weight: found.theta, secondDerivative: found.secondDerivative)
                reason =
                    "J bends down along the weight of \(feature), at \(found.theta), so it is not convex on \(space)."
            } else {
                reason = "J is not convex along the weight of \(feature), so it is not on \(space)."
            }
            proof.insert(
                "With all weights but that of \(feature) zero, and the bias, J is a function of one θ.", at: 0)
            proof.append("A convex function is convex along every line, so J is not convex on \(space).")
            return
        }
        reason = "J was not proved to be other than convex along any feature's axis."
        basis = .sampled
    }

    private mutating func decideMinimiser(_ loss: LinkedLoss, _ table: FeatureTable) {
        switch loss.loss.name {
        case .ce, .kl, .exponential: break
        // Least squares.
        case .mse where loss.link == .identity, .gaussianNLL:
            hasMinimiser = true
            return
        // Every term grows in both directions of its logit.
        case .labelSmoothing where loss.loss[parameter: "epsilon"] >= 1e-15:
            hasMinimiser = true
            return
        default: return
        }
        guard table.y.allSatisfy({ $0 == 0 || $0 == 1 }) else { return }
        switch LinearSeparation.decide(columns: table.columns, isPositive: table.y.map { $0 == 1 }) {
        case .separable(let weights, let bias, _):
            separatingDirection = weights + [bias]
            hasMinimiser = false
        case .overlapping: hasMinimiser = true
        case .undecided: break
        }
    }
}
