import Diagnostics

/// A probability for each of two or more classes: a truth, one-hot or soft, or a prediction.
///
/// ```swift
/// try ClassDistribution([0.8, 0.1, 0.1], named: "prediction 1")
/// ```
///
/// The values are those of the doubles that were read: a sum may miss 1 by ``tolerance``, as 0.1 + 0.2 + 0.7 does.
public struct ClassDistribution: Hashable, Sendable {
    /// One a class, in the order of the classes.
    public let probabilities: [Double]

    /// How far a sum may be from 1.
    public static let tolerance = 1e-9
    /// The most classes.
    public static let limit = 1_000

    /// - Parameter name: what an error calls it, as `truth` or `prediction 2`.
    /// - Throws: `Diagnostic` for fewer than two classes, a negative or infinite probability, and a sum that is not 1.
    public init(_ probabilities: [Double], named name: String) throws {
        let written = ClassDistribution.text(of: probabilities)
        guard (2...ClassDistribution.limit).contains(probabilities.count) else {
            throw Diagnostic(
                "\(name) has \(probabilities.count == 1 ? "1 class" : "\(probabilities.count) classes")",
                hint: "give a probability for each of 2 to \(ClassDistribution.limit) classes, for example 1,0,0")
        }
        if let bad = probabilities.first(where: { !($0 >= 0 && $0.isFinite) }) {
            throw Diagnostic(
                "\(name) \(written) has the probability \(ClassDistribution.number(bad))",
                hint: "probabilities are numbers from 0 to 1")
        }
        let sum = probabilities.reduce(into: CompensatedSum()) { $0.add($1) }.value
        guard abs(sum - 1) <= ClassDistribution.tolerance else {
            throw Diagnostic(
                "\(name) \(written) sums to \(ClassDistribution.number(sum)), not to 1",
                hint: "the probabilities of all classes sum to 1")
        }
        // −0 is 0, or equal distributions would read differently.
        self.probabilities = probabilities.map { $0 == 0 ? 0 : $0 }
    }

    public var count: Int { probabilities.count }

    public subscript(index: Int) -> Double { probabilities[index] }

    /// `(0.8, 0.15, 0.05)`
    public static func text(of probabilities: [Double]) -> String {
        "(\(probabilities.map(number).joined(separator: ", ")))"
    }

    /// To twelve decimals, in which the rounding of a sum does not show; what they would make zero as it is.
    private static func number(_ value: Double) -> String {
        let rounded = (value * 1e12).rounded() / 1e12
        let isWritten = value.isFinite && abs(value) < 1e3 && (rounded != 0 || value == 0)
        return LossParameter.text(of: isWritten ? rounded : value).replacing("e-0", with: "e-")
    }
}

extension ClassDistribution: CustomStringConvertible {
    public var description: String { ClassDistribution.text(of: probabilities) }
}

extension ClassDistribution: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        do {
            try self.init(try container.decode([Double].self), named: "the distribution")
        } catch let error as Diagnostic {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: error.message)
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(probabilities)
    }
}
