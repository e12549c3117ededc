/// Maps data to points along one axis.
///
/// ```swift
/// LinearScale(domain: 0...2, range: (100, 300))(1)  // 200
/// ```
public struct LinearScale: Equatable, Sendable {
    public var domain: ClosedRange<Double>
    /// Where the domain's ends stand, in points; on a vertical axis the first is the greater.
    public var start: Double
    public var end: Double

    public init(domain: ClosedRange<Double>, range: (Double, Double)) {
        precondition(domain.lowerBound < domain.upperBound, "a scale's domain is not empty")
        self.domain = domain
        (start, end) = range
    }

    public func callAsFunction(_ value: Double) -> Double {
        let fraction = (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
        return start + (end - start) * fraction
    }

    /// The place of an upright or level line of the given width, moved by at most a quarter of a point so that its edges
    /// stand on half points: sharp at twice the size, in every renderer the same.
    public func snapped(_ value: Double, width: Double) -> Double {
        ((self(value) - width / 2) * 2).rounded() / 2 + width / 2
    }

    /// Points for one unit of data.
    public var pointsPerUnit: Double { abs(end - start) / (domain.upperBound - domain.lowerBound) }
}
