/// Samples of several inputs and one target.
///
/// ```swift
/// let table = FeatureTable(name: "runs", features: ["a", "b"], columns: [[1, 2], [0, 3]], y: [0, 1])
/// table.columns[1][0]  // 0, the first sample's b
/// ```
///
/// Every value is finite, and there is at least one feature and one sample.
public struct FeatureTable: Equatable, Sendable {
    public let name: String
    /// The names of the inputs.
    public let features: [String]
    /// The inputs, shape `[features.count][count]`.
    public let columns: [[Double]]
    /// The targets, shape `[count]`.
    public let y: [Double]

    /// The number of samples N, at least 1.
    public var count: Int { y.count }

    public init(name: String, features: [String], columns: [[Double]], y: [Double]) {
        precondition(!features.isEmpty && features.count == columns.count, "a table has a name for each feature")
        precondition(!y.isEmpty && columns.allSatisfy { $0.count == y.count }, "a table's columns have one length")
        precondition((columns + [y]).allSatisfy { $0.allSatisfy(\.isFinite) }, "a table's values must be finite")
        self.name = name
        self.features = features
        self.columns = columns
        self.y = y
    }

    /// The samples of one input.
    public init(_ data: Dataset) {
        self.init(name: data.name, features: ["x"], columns: [data.x], y: data.y)
    }

    /// One feature with the target.
    public func dataset(of feature: Int) -> Dataset { Dataset(name: name, x: columns[feature], y: y) }
}
