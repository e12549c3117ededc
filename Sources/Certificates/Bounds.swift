import Calculus

/// A closed interval that encloses a number or is a stretch of θ; written `[lower, upper]`.
public struct Bounds: Hashable, Sendable {
    public let lower: Double
    public let upper: Double

    init(_ interval: Interval) { (lower, upper) = (interval.lower, interval.upper) }

    public var width: Double { upper - lower }

    public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}

extension Interval {
    init(_ bounds: Bounds) { self.init(bounds.lower, bounds.upper) }
}
