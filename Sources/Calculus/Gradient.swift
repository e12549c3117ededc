/// A function of two variables with its partial derivatives, at a point or over a box.
///
/// ```swift
/// let x = Gradient(x: 3.0)
/// let y = Gradient(y: 2.0)
/// (x * y).dx  // 2
/// ```
///
/// Forward differentiation (Griewank and Walther, Evaluating Derivatives, 2nd ed., chapter 3,
/// doi:10.1137/1.9780898717761); the derivative of an elementary function is that of ``Jet``.
public struct Gradient<Coefficient: Scalar>: Sendable {
    public var value: Coefficient
    /// ∂/∂x
    public var dx: Coefficient
    /// ∂/∂y
    public var dy: Coefficient

    @inlinable
    public init(value: Coefficient, dx: Coefficient, dy: Coefficient) {
        self.value = value
        self.dx = dx
        self.dy = dy
    }

    @inlinable
    public init(constant: Coefficient) {
        self.init(value: constant, dx: Coefficient(0), dy: Coefficient(0))
    }

    /// The first variable.
    @inlinable
    public init(x: Coefficient) { self.init(value: x, dx: Coefficient(1), dy: Coefficient(0)) }

    /// The second variable.
    @inlinable
    public init(y: Coefficient) { self.init(value: y, dx: Coefficient(0), dy: Coefficient(1)) }

    /// The slopes scaled by `factor`; a slope known to be zero stays so, even where the factor has no value.
    @inlinable
    func chained(_ value: Coefficient, slope factor: Coefficient) -> Gradient {
        Gradient(value: value, dx: dx.isZero ? dx : factor * dx, dy: dy.isZero ? dy : factor * dy)
    }
}

extension Gradient: Scalar {
    @inlinable
    public init(_ constant: Double) { self.init(constant: Coefficient(constant)) }

    @inlinable
    public init(_ constant: Numeral) { self.init(constant: Coefficient(constant)) }

    @inlinable
    public static func between(_ lower: Double, _ upper: Double) -> Gradient {
        Gradient(constant: Coefficient.between(lower, upper))
    }

    @inlinable
    public var least: Double { value.least }

    @inlinable
    public var isZero: Bool { value.isZero && dx.isZero && dy.isZero }

    @inlinable
    public static prefix func - (a: Gradient) -> Gradient { Gradient(value: -a.value, dx: -a.dx, dy: -a.dy) }

    @inlinable
    public static func + (a: Gradient, b: Gradient) -> Gradient {
        Gradient(value: a.value + b.value, dx: sum(a.dx, b.dx), dy: sum(a.dy, b.dy))
    }

    @inlinable
    public static func - (a: Gradient, b: Gradient) -> Gradient { a + -b }

    @inlinable
    public static func * (a: Gradient, b: Gradient) -> Gradient {
        Gradient(
            value: a.value * b.value, dx: sum(product(a.dx, b.value), product(b.dx, a.value)),
            dy: sum(product(a.dy, b.value), product(b.dy, a.value)))
    }

    @inlinable
    public static func / (a: Gradient, b: Gradient) -> Gradient {
        let quotient = a.value / b.value
        func slope(_ p: Coefficient, _ q: Coefficient) -> Coefficient {
            let rest = sum(p, -product(q, quotient))
            return rest.isZero ? rest : rest / b.value
        }
        return Gradient(value: quotient, dx: slope(a.dx, b.dx), dy: slope(a.dy, b.dy))
    }

    @inlinable
    static func sum(_ a: Coefficient, _ b: Coefficient) -> Coefficient {
        a.isZero ? b : b.isZero ? a : a + b
    }

    /// Zero where the slope is, whatever the value.
    @inlinable
    static func product(_ slope: Coefficient, _ value: Coefficient) -> Coefficient {
        slope.isZero ? Coefficient(0) : slope * value
    }

    @inlinable
    public func applying(_ function: ElementaryFunction) -> Gradient {
        let outer = Jet<2, Coefficient>(variable: value).applying(function)
        return chained(outer.coefficients[0], slope: outer.coefficients[1])
    }

    @inlinable
    public func power(_ exponent: Int) -> Gradient {
        if exponent == 0 { return Gradient(1) }
        return chained(value.power(exponent), slope: Coefficient(Double(exponent)) * value.power(exponent - 1))
    }

    @inlinable
    public func power(_ exponent: Gradient) -> Gradient {
        guard exponent.dx.isZero, exponent.dy.isZero else {
            var result = (exponent * applying(.log)).applying(.exp)
            // The logarithm of a zero base is not needed for the value.
            result.value = value.power(exponent.value)
            return result
        }
        let y = exponent.value
        return chained(value.power(y), slope: y * value.power(y - Coefficient(1)))
    }

    @inlinable
    public static func minimum(_ a: Gradient, _ b: Gradient) -> Gradient {
        var result = select(.lessOrEqual, a, b, then: a, else: b)
        // The value is continuous though the slope may not be.
        result.value = Coefficient.minimum(a.value, b.value)
        return result
    }

    @inlinable
    public static func maximum(_ a: Gradient, _ b: Gradient) -> Gradient {
        var result = select(.greaterOrEqual, a, b, then: a, else: b)
        result.value = Coefficient.maximum(a.value, b.value)
        return result
    }

    @inlinable
    public static func select(
        _ comparison: Comparison, _ left: Gradient, _ right: Gradient, then a: Gradient, else b: Gradient
    ) -> Gradient {
        func choice(_ a: Coefficient, _ b: Coefficient) -> Coefficient {
            Coefficient.select(comparison, left.value, right.value, then: a, else: b)
        }
        return Gradient(value: choice(a.value, b.value), dx: choice(a.dx, b.dx), dy: choice(a.dy, b.dy))
    }
}
