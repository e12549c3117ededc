import Calculus

/// A function of one variable that can be drawn to a proved bound.
///
/// ```swift
/// struct Parabola: CurveFunction {
///     func evaluate(at x: Double) -> CurvePoint { CurvePoint(x: x, value: x * x, slope: 2 * x) }
///     func enclosure(order: Int, over x: Interval) -> Enclosure {
///         switch order {
///         case 0: Enclosure(x.power(2))
///         case 1: Enclosure(Interval(2) * x)
///         default: Enclosure(Interval(0))
///         }
///     }
/// }
/// ```
public protocol CurveFunction: Sendable {
    /// The value and the slope at `x`; not finite where the function has none.
    func evaluate(at x: Double) -> CurvePoint

    /// Encloses the derivative of the given order, 0, 1 or 4, at every point of `x` where it exists. The decoration says
    /// whether it exists everywhere and is continuous, taking the function as given on `x` alone; a jump or a kink
    /// inside must not be called continuous. ``Enclosure/unknown`` where nothing is known.
    func enclosure(order: Int, over x: Interval) -> Enclosure
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
