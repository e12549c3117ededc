/// A function's value and its slopes along two variables.
///
/// ```swift
/// let (w, b) = (Gradient(first: 2.0), Gradient(second: 3.0))
/// (w * b).first  // 3, the slope along w
/// ```
///
/// Forward differentiation (Griewank and Walther, doi:10.1137/1.9780898717761, chapter 3). A gradient is itself a
/// scalar, so that the gradient of gradients holds the second derivatives.
public struct Gradient<Coefficient: Scalar>: Sendable {
    public var value: Coefficient
    public var first: Coefficient
    public var second: Coefficient

    @inlinable
    public init(_ value: Coefficient, first: Coefficient, second: Coefficient) {
        self.value = value
        self.first = first
        self.second = second
    }

    /// The first variable itself.
    @inlinable
    public init(first value: Coefficient) {
        self.init(value, first: Coefficient(1), second: Coefficient(0))
    }

    /// The second variable itself.
    @inlinable
    public init(second value: Coefficient) {
        self.init(value, first: Coefficient(0), second: Coefficient(1))
    }

    @inlinable
    public init(constant: Coefficient) {
        self.init(constant, first: Coefficient(0), second: Coefficient(0))
    }

    @inlinable
    static func map(
        _ a: Gradient, _ b: Gradient, _ operation: (Coefficient, Coefficient) -> Coefficient
    )
        -> Gradient
    {
        Gradient(
            operation(a.value, b.value), first: operation(a.first, b.first), second: operation(a.second, b.second))
    }

    /// f(self), from f's value and slope.
    @inlinable
    func composed(with outer: Jet<2, Coefficient>) -> Gradient {
        // A constant stays one even where f's slope has no value.
        if first.isZero, second.isZero { return Gradient(constant: outer.value) }
        let slope = outer.coefficients[1]
        return Gradient(outer.value, first: slope * first, second: slope * second)
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
    public var isZero: Bool { value.isZero && first.isZero && second.isZero }

    @inlinable
    public static prefix func - (a: Gradient) -> Gradient { Gradient(-a.value, first: -a.first, second: -a.second) }

    @inlinable
    public static func + (a: Gradient, b: Gradient) -> Gradient { map(a, b, +) }

    @inlinable
    public static func - (a: Gradient, b: Gradient) -> Gradient { map(a, b, -) }

    @inlinable
    public static func * (a: Gradient, b: Gradient) -> Gradient {
        Gradient(
            a.value * b.value, first: a.value * b.first + a.first * b.value,
            second: a.value * b.second + a.second * b.value)
    }

    @inlinable
    public static func / (a: Gradient, b: Gradient) -> Gradient {
        let quotient = a.value / b.value
        return Gradient(
            quotient, first: (a.first - quotient * b.first) / b.value,
            second: (a.second - quotient * b.second) / b.value)
    }

    @inlinable
    public func applying(_ function: ElementaryFunction) -> Gradient {
        composed(with: Jet(variable: value).applying(function))
    }

    @inlinable
    public func power(_ exponent: Int) -> Gradient { composed(with: Jet(variable: value).power(exponent)) }

    @inlinable
    public func power(_ exponent: Gradient) -> Gradient {
        guard exponent.first.isZero, exponent.second.isZero else {
            var result = (exponent * applying(.log)).applying(.exp)
            result.value = value.power(exponent.value)
            return result
        }
        return composed(with: Jet(variable: value).power(Jet(constant: exponent.value)))
    }

    @inlinable
    public static func minimum(_ a: Gradient, _ b: Gradient) -> Gradient {
        var result = select(.lessOrEqual, a, b, then: a, else: b)
        // The value is continuous though the slopes may not be.
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
        map(a, b) { Coefficient.select(comparison, left.value, right.value, then: $0, else: $1) }
    }
}
