import Calculus

/// A closed interval that encloses a number or is a stretch of θ; written `[lower, upper]`.
public struct Bounds: Hashable, Sendable {
    public let lower: Double
    public let upper: Double

    init(_ interval: Interval) { (lower, upper) = (interval.lower, interval.upper) }

    /// A value as it is claimed: with a margin for a checker that rounds a little worse. Nil where it is not finite.
    ///
    /// - Parameter scale: the size of what cancels where the value nearly vanishes. A squared error's least value can be
    ///   zero, enclosed by the square of a rounding error, 2⁻¹⁰⁴ of that or a little more.
    init?(claiming value: Interval, scale: Double) {
        guard value.isBounded else { return nil }
        let margin =
            min(8 * value.width, 1e-10 * max(1, value.magnitude)) + 1e-13 * value.magnitude
            + min(0x1p-96 * scale, 1e-10)
        (lower, upper) = ((value.lower - margin).nextDown, (value.upper + margin).nextUp)
        guard lower.isFinite, upper.isFinite else { return nil }
    }

    init?(claiming value: Interval) { self.init(claiming: value, scale: 0) }

    public var width: Double { upper - lower }

    public var middle: Double { Interval(lower, upper).midpoint }

    public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}

extension Interval {
    init(_ bounds: Bounds) { self.init(bounds.lower, bounds.upper) }
}
