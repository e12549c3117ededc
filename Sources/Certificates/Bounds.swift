import Calculus

/// A closed interval that encloses a number or is a stretch of θ; written `[lower, upper]`.
public struct Bounds: Hashable, Sendable {
    public let lower: Double
    public let upper: Double

    init(_ interval: Interval) { (lower, upper) = (interval.lower, interval.upper) }

    public var width: Double { upper - lower }

    public var middle: Double { Interval(lower, upper).midpoint }

    public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}

extension Bounds: Codable {
    public init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        lower = try container.decode(Double.self)
        upper = try container.decode(Double.self)
        guard lower <= upper, container.isAtEnd else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "not [lower, upper]")
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        try container.encode(lower)
        try container.encode(upper)
    }
}
