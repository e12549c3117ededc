/// A number that a loss depends on: `gamma` of `focal(gamma=2)`.
public struct LossParameter: Equatable, Sendable {
    public let name: String
    public let defaultValue: Double
    public let range: ClosedRange<Double>

    init(_ name: String, default defaultValue: Double, range: ClosedRange<Double>) {
        self.name = name
        self.defaultValue = defaultValue
        self.range = range
    }

    /// The shortest decimal that reads back as `value`: `2`, `0.1`, `1e-06`.
    public static func text(of value: Double) -> String {
        let text = "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
