/// A loss with the values of its parameters, all of them.
///
/// ```swift
/// let loss = try LossSpec("focal(gamma=1.5)")
/// loss[parameter: "gamma"]  // 1.5
/// "\(try LossSpec("focal"))"  // focal(gamma=2)
/// ```
///
/// A value is the nearest double to the decimal that was written, and what is claimed of the loss is claimed of that
/// double.
public struct LossSpec: Hashable, Sendable {
    public let name: LossName
    /// In the order of ``LossName/parameters``.
    private let values: [Double]

    /// With every parameter at its default.
    public init(_ name: LossName) {
        self.name = name
        values = name.parameters.map(\.defaultValue)
    }

    /// With one value for each of the name's parameters, within its range.
    init(_ name: LossName, values: [Double]) {
        precondition(
            values.count == name.parameters.count
                && zip(values, name.parameters).allSatisfy { $1.range.contains($0) },
            "a loss has one value within range for each of its parameters")
        self.name = name
        // −0 is 0, or equal losses would read differently.
        self.values = values.map { $0 == 0 ? 0 : $0 }
    }

    /// The value of a parameter of ``LossName/parameters``.
    public subscript(parameter name: String) -> Double {
        let index = self.name.parameters.firstIndex { $0.name == name }
        guard let index else { preconditionFailure("\(self.name.rawValue) has no parameter \(name)") }
        return values[index]
    }

    /// Every parameter with its value, in the order of ``LossName/parameters``.
    public var parameters: [(name: String, value: Double)] {
        zip(name.parameters, values).map { ($0.name, $1) }
    }

    /// Whether the loss of every sample is convex in the logit, see ``LossName/isConvex(under:)``.
    public func isConvex(under link: Link) -> Bool {
        name.isConvex(under: link) || name == .focal && self[parameter: "gamma"] == 0
    }

    /// Fit for an id of a document: `mse`, `focal` with default parameters, `focal-gamma-0_5` with others.
    public var identifier: String {
        if self == LossSpec(name) { return name.rawValue }
        let parts = parameters.map { parameter in
            let text = LossParameter.text(of: parameter.value).map { $0 == "." ? "_" : String($0) }.joined()
            return "-\(parameter.name)-\(text)"
        }
        return name.rawValue + parts.joined()
    }
}

extension LossSpec: CustomStringConvertible {
    /// As it can be written: `mse`, `focal(gamma=2)`.
    public var description: String {
        if values.isEmpty { return name.rawValue }
        let list = parameters.map { "\($0.name)=\(LossParameter.text(of: $0.value))" }
        return "\(name.rawValue)(\(list.joined(separator: ",")))"
    }
}

extension LossSpec: Codable {
    /// Decodes what ``description`` writes, or anything else that can be parsed.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        do {
            try self.init(text)
        } catch {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(error)")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }
}
