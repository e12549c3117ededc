import Calculus

/// A function of two variables whose level sets can be drawn to a proved bound.
///
/// ```swift
/// struct Bowl: SurfaceFunction {
///     func evaluate(atX x: Double, y: Double) -> SurfacePoint {
///         SurfacePoint(value: x * x + y * y, dx: 2 * x, dy: 2 * y)
///     }
///     func enclosure(overX x: Interval, y: Interval) -> SurfaceEnclosure {
///         SurfaceEnclosure(
///             value: Enclosure(x.power(2) + y.power(2)), dx: Enclosure(Interval(2) * x), dy: Enclosure(Interval(2) * y))
///     }
/// }
/// ```
public protocol SurfaceFunction: Sendable {
    /// The value and the gradient; not finite where there is none.
    func evaluate(atX x: Double, y: Double) -> SurfacePoint

    /// Enclosures of the value and the gradient over a box, each with what is known of its domain and continuity.
    ///
    /// Where the value is continuous and a slope is merely `defined`, the slope's enclosure holds the slopes from all
    /// sides, as at a kink.
    func enclosure(overX x: Interval, y: Interval) -> SurfaceEnclosure
}

/// One evaluation of a function of two variables.
public struct SurfacePoint: Equatable, Sendable {
    public var value: Double
    /// ∂/∂x
    public var dx: Double
    /// ∂/∂y
    public var dy: Double

    public init(value: Double, dx: Double, dy: Double) {
        self.value = value
        self.dx = dx
        self.dy = dy
    }

    public init(_ gradient: Gradient<Double>) {
        self.init(value: gradient.value, dx: gradient.dx, dy: gradient.dy)
    }
}

/// What is known of a function of two variables over a box.
public struct SurfaceEnclosure: Equatable, Sendable {
    public var value: Enclosure
    /// ∂/∂x
    public var dx: Enclosure
    /// ∂/∂y
    public var dy: Enclosure

    public init(value: Enclosure, dx: Enclosure, dy: Enclosure) {
        self.value = value
        self.dx = dx
        self.dy = dy
    }

    public init(_ gradient: Gradient<Enclosure>) {
        self.init(value: gradient.value, dx: gradient.dx, dy: gradient.dy)
    }

    /// The bounds of both slopes where the function is continuous and they exist, from one side at least.
    var slopes: (dx: Interval, dy: Interval)? {
        guard value.isContinuous, dx.decoration >= .defined, dy.decoration >= .defined, let dx = dx.interval,
            let dy = dy.interval, dx.isBounded, dy.isBounded
        else { return nil }
        return (dx, dy)
    }
}
