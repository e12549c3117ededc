import Calculus

/// A function of one variable that can be drawn to a proved bound.
///
/// ```swift
/// struct Parabola: CurveFunction {
///     func evaluate(at x: Double) -> CurvePoint { CurvePoint(x: x, value: x * x, slope: 2 * x) }
///     func enclosure(order: Int, over x: Interval) -> Interval? { order > 2 ? Interval(0) : nil }
/// }
/// ```
public protocol CurveFunction: Sendable {
    /// The value and the slope at `x`; not finite where the function has none.
    func evaluate(at x: Double) -> CurvePoint

    /// An interval that contains the derivative of the given order, 0 to 4, at every point of `x`, which says as well
    /// that this derivative exists and is continuous there; nil where that is not known.
    func enclosure(order: Int, over x: Interval) -> Interval?
}

/// One evaluation of a function.
public struct CurvePoint: Equatable, Sendable {
    public var x: Double
    public var value: Double
    public var slope: Double

    public init(x: Double, value: Double, slope: Double) {
        self.x = x
        self.value = value
        self.slope = slope
    }

    var isFinite: Bool { value.isFinite && slope.isFinite }
}
