import Calculus
import Losses

/// What a certificate of a linear model claims, J(w, b) with the logits z = w·x + b: form checked, nothing believed.
///
/// Every key is present, and absent values are null:
///
/// | key | value |
/// | --- | --- |
/// | `format`, `kind`, `model` | 1, `linear`, `w·x + b` |
/// | `loss`, `link`, `parameters` | as of one variable |
/// | `features` | the names of the inputs, which are the columns' headers in a file |
/// | `samples` | N |
/// | `data` | `{x, y}` inline with a list of numbers for each feature, or `{path, sha256, y_column, skip_missing}` |
/// | `verdict`, `basis` | words |
/// | `scope` | `ℝ^4` for three features: every weight, and the bias |
/// | `witness` | `{feature, weight, second_derivative}`: all other weights and the bias are zero |
/// | `rank` | of the features with a column of ones, where it is full |
/// | `separating_direction` | the weights, then the bias |
/// | `has_minimiser` | whether J attains its infimum |
public struct LinearClaims: Sendable {
    /// Where the samples are found.
    public enum Source: Equatable, Sendable {
        /// Shape `[features][samples]`.
        case inline(x: [[Double]], y: [Double])
        case file(path: String, sha256: String, y: String, skipsMissing: Bool)
    }

    struct Witness: Sendable {
        var feature: String
        var weight: Double
        var bend: Interval
    }

    /// As it is written.
    public var name: String
    public var source: Source
    public var features: [String]
    public var samples: Int
    public var verdict: String
    public var basis: String
    public var scope: String
    var loss: LinkedLoss
    var witness: Witness?
    var rank: Int?
    var direction: [Double]?
    var hasMinimiser: Bool?

    /// `strictly convex on ℝ^4 (structural), 3 features, no minimiser`
    public var summary: String {
        "\(verdict) on \(scope) (\(basis)), \(features.count) feature\(features.count == 1 ? "" : "s")"
            + (hasMinimiser.map { $0 ? ", has a minimiser" : ", no minimiser" } ?? "")
    }
}

extension LinearClaims {
    init(_ tree: JSONTree, _ reader: ClaimReader) throws {
        let keys = [
            "format", "kind", "model", "loss", "link", "parameters", "data", "features", "samples", "verdict", "basis",
            "scope", "witness", "rank", "separating_direction", "has_minimiser",
        ]
        let entry = try reader.object(tree, "a certificate", keys: keys)
        guard try reader.number(entry[0], "format") == 1 else {
            throw reader.failure("format is not 1, the only one this version knows", at: entry[0])
        }
        for (index, word) in [(1, "linear"), (2, "w·x + b")] where try reader.text(entry[index], keys[index]) != word {
            throw reader.failure("\(keys[index]) is not '\(word)', the only one this version knows", at: entry[index])
        }
        name = try reader.text(entry[3], "loss")
        guard case .loss(let loss) = try reader.subject(loss: entry[3], link: entry[4], parameters: entry[5]) else {
            throw reader.failure("a linear model needs a loss with a link", at: entry[4])
        }
        self.loss = loss
        source = try LinearClaims.source(entry[6], reader)
        features = try reader.list(entry[7], "features").map { try reader.text($0, "features") }
        guard !features.isEmpty, Set(features).count == features.count else {
            throw reader.failure("features are not one name each", at: entry[7])
        }
        samples = try reader.count(entry[8], "samples")
        verdict = try reader.text(entry[9], "verdict")
        basis = try reader.text(entry[10], "basis")
        scope = try reader.text(entry[11], "scope")
        witness = try reader.optional(entry[12]) {
            let parts = try reader.object($0, "witness", keys: ["feature", "weight", "second_derivative"])
            return Witness(
                feature: try reader.text(parts[0], "feature"), weight: try reader.number(parts[1], "weight"),
                bend: try reader.interval(parts[2], "second_derivative"))
        }
        rank = try reader.optional(entry[13]) { try reader.count($0, "rank") }
        direction = try reader.optional(entry[14]) {
            try reader.list($0, "separating_direction").map { try reader.number($0, "separating_direction") }
        }
        hasMinimiser = try reader.optional(entry[15]) { try reader.truth($0, "has_minimiser") }
        if case .inline(let x, _) = source, x.count != features.count {
            throw reader.failure("data has not a column for each feature", at: entry[6])
        }
    }

    private static func source(_ tree: JSONTree, _ reader: ClaimReader) throws -> Source {
        guard case .object(let members) = tree.value else { throw reader.failure("data is no object", at: tree) }
        if members.contains(where: { $0.key == "path" }) {
            let parts = try reader.object(tree, "data", keys: ["path", "sha256", "y_column", "skip_missing"])
            return .file(
                path: try reader.text(parts[0], "path"), sha256: try reader.text(parts[1], "sha256"),
                y: try reader.text(parts[2], "y_column"), skipsMissing: try reader.truth(parts[3], "skip_missing"))
        }
        let parts = try reader.object(tree, "data", keys: ["x", "y"])
        let x = try reader.list(parts[0], "x").map { column in
            try reader.list(column, "x").map { try reader.number($0, "x") }
        }
        let y = try reader.list(parts[1], "y").map { try reader.number($0, "y") }
        guard !y.isEmpty, x.allSatisfy({ $0.count == y.count }) else {
            throw reader.failure("data has not as many y as x, at least one", at: tree)
        }
        return .inline(x: x, y: y)
    }
}
