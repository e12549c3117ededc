/// Samples of one input and one target, the data over which a loss is averaged.
///
/// ```swift
/// let data = Dataset(name: "pair", x: [-1, 1], y: [0, 1])
/// data.count  // 2
/// ```
///
/// Every value is finite and there is at least one sample, so that a mean over the samples always exists.
public struct Dataset: Equatable, Sendable {
    /// What a figure's caption calls the data.
    public let name: String
    /// The inputs, in the data's own unit, shape `[count]`, in the order of the source.
    public let x: [Double]
    /// The targets, shape `[count]`; `y[i]` belongs to `x[i]`.
    public let y: [Double]

    /// The number of samples N, at least 1.
    public var count: Int { x.count }

    /// - Parameters:
    ///   - name: what a caption calls the data.
    ///   - x: N ≥ 1 finite inputs.
    ///   - y: N finite targets.
    /// - Complexity: O(N), for the check of the values.
    public init(name: String, x: [Double], y: [Double]) {
        precondition(x.count == y.count, "a dataset needs as many targets as inputs")
        precondition(!x.isEmpty, "a dataset needs at least one sample")
        precondition(x.allSatisfy(\.isFinite) && y.allSatisfy(\.isFinite), "a dataset's values must be finite")
        self.name = name
        self.x = x
        self.y = y
    }
}

extension Dataset: Codable {
    private enum CodingKeys: String, CodingKey {
        case name, x, y
    }

    /// Decodes a dataset from the keys `name`, `x` and `y`.
    ///
    /// Written out because the synthesized one would let a file break what `init(name:x:y:)` promises.
    ///
    /// - Throws: `DecodingError.dataCorrupted` for unequal lengths, no samples or values that are not finite.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let x = try container.decode([Double].self, forKey: .x)
        let y = try container.decode([Double].self, forKey: .y)
        guard x.count == y.count else {
            throw DecodingError.dataCorruptedError(
                forKey: .y, in: container, debugDescription: "\(x.count) inputs but \(y.count) targets")
        }
        guard !x.isEmpty else {
            throw DecodingError.dataCorruptedError(forKey: .x, in: container, debugDescription: "no samples")
        }
        guard x.allSatisfy(\.isFinite), y.allSatisfy(\.isFinite) else {
            throw DecodingError.dataCorruptedError(
                forKey: .x, in: container, debugDescription: "a value is not finite")
        }
        self.init(name: try container.decode(String.self, forKey: .name), x: x, y: y)
    }
}
