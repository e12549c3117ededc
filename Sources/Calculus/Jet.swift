/// A function's value and derivatives at a point or over a box, as the first `count` coefficients of its Taylor series:
/// the k-th is the k-th derivative divided by k!.
///
/// ```swift
/// let x = Jet<3, Double>(variable: 2)
/// (x * x).derivative(2)  // 2
/// ```
///
/// Arithmetic is that of truncated power series (Griewank and Walther, Evaluating Derivatives, 2nd ed., chapter 13,
/// doi:10.1137/1.9780898717761). Over enclosures every coefficient encloses the true one at every point of the box.
public struct Jet<let count: Int, Coefficient: Scalar>: Sendable {
    public var coefficients: InlineArray<count, Coefficient>

    /// A constant: every derivative is zero.
    @inlinable
    public init(constant: Coefficient) {
        coefficients = .init(repeating: Coefficient(0))
        coefficients[0] = constant
    }

    /// The variable itself: its slope is one.
    @inlinable
    public init(variable: Coefficient) {
        self.init(constant: variable)
        if count > 1 { coefficients[1] = Coefficient(1) }
    }

    @inlinable
    public var value: Coefficient { coefficients[0] }

    /// The derivative of the given order, less than `count`.
    @inlinable
    public func derivative(_ order: Int) -> Coefficient {
        let factorial = (1...max(order, 1)).reduce(1.0) { $0 * Double($1) }
        return order < 2 ? coefficients[order] : coefficients[order] * Coefficient(factorial)
    }

    @inlinable
    func map(_ transform: (Coefficient) -> Coefficient) -> Jet {
        var result = self
        for k in 0..<count { result.coefficients[k] = transform(coefficients[k]) }
        return result
    }

    @inlinable
    static func combine(_ a: Jet, _ b: Jet, _ operation: (Coefficient, Coefficient) -> Coefficient) -> Jet {
        var result = a
        for k in 0..<count { result.coefficients[k] = operation(a.coefficients[k], b.coefficients[k]) }
        return result
    }

    /// f(self), from the Taylor coefficients of f at the value, by Horner's rule in the part without the value.
    @inlinable
    func composed(with outer: InlineArray<count, Coefficient>) -> Jet {
        var inner = self
        inner.coefficients[0] = Coefficient(0)
        // A constant stays one even where f's slope has no value: 0 · ∞ would be none.
        if inner.isZero { return Jet(constant: outer[0]) }
        var result = Jet(constant: outer[count - 1])
        var k = count - 2
        while k >= 0 {
            result = result.timesSeriesWithoutConstant(inner)
            result.coefficients[0] = outer[k]
            k -= 1
        }
        return result
    }

    /// The product with a series whose constant term is zero; the result's constant term is left at zero.
    @inlinable
    func timesSeriesWithoutConstant(_ inner: Jet) -> Jet {
        var result = Jet(constant: Coefficient(0))
        for k in 1..<max(count, 1) where k < count {
            var sum = coefficients[0] * inner.coefficients[k]
            for i in 1..<k where k > 1 { sum = sum + coefficients[i] * inner.coefficients[k - i] }
            result.coefficients[k] = sum
        }
        return result
    }
}

extension Jet: Scalar {
    @inlinable
    public init(_ constant: Double) { self.init(constant: Coefficient(constant)) }

    @inlinable
    public init(_ constant: Numeral) { self.init(constant: Coefficient(constant)) }

    @inlinable
    public static func between(_ lower: Double, _ upper: Double) -> Jet {
        Jet(constant: Coefficient.between(lower, upper))
    }

    @inlinable
    public var least: Double { value.least }

    @inlinable
    public var isZero: Bool { coefficients.indices.allSatisfy { coefficients[$0].isZero } }

    @inlinable
    public static prefix func - (a: Jet) -> Jet { a.map { -$0 } }

    @inlinable
    public static func + (a: Jet, b: Jet) -> Jet { combine(a, b, +) }

    @inlinable
    public static func - (a: Jet, b: Jet) -> Jet { combine(a, b, -) }

    @inlinable
    public static func * (a: Jet, b: Jet) -> Jet {
        var result = a
        for k in 0..<count {
            var sum = a.coefficients[0] * b.coefficients[k]
            for i in 1..<(k + 1) where k > 0 { sum = sum + a.coefficients[i] * b.coefficients[k - i] }
            result.coefficients[k] = sum
        }
        return result
    }

    @inlinable
    public static func / (a: Jet, b: Jet) -> Jet {
        var result = a
        for k in 0..<count {
            var rest = a.coefficients[k]
            for i in 1..<(k + 1) where k > 0 { rest = rest - b.coefficients[i] * result.coefficients[k - i] }
            result.coefficients[k] = rest / b.coefficients[0]
        }
        return result
    }

    @inlinable
    public func power(_ exponent: Int) -> Jet {
        // u^n has the Taylor coefficients C(n, k) u^(n−k), which keeps even powers of boxes around zero tight.
        var outer = InlineArray<count, Coefficient>(repeating: Coefficient(0))
        var binomial = Coefficient(1)
        // As a double while it is a whole number that one holds.
        var exact = 1.0
        for k in 0..<count {
            if exponent >= 0, k > exponent { break }
            outer[k] = k == 0 ? value.power(exponent) : binomial * value.power(exponent - k)
            let product = exact * Double(exponent - k)
            if abs(product) < 0x1p53 {
                exact = product / Double(k + 1)
                binomial = Coefficient(exact)
            } else {
                exact = .infinity
                binomial = binomial * Coefficient(Double(exponent - k)) / Coefficient(Double(k + 1))
            }
        }
        return composed(with: outer)
    }

    @inlinable
    public func power(_ exponent: Jet) -> Jet {
        let constantExponent = (1..<max(count, 1)).allSatisfy { k in k >= count || exponent.coefficients[k].isZero }
        guard constantExponent else {
            var result = (exponent * applying(.log)).applying(.exp)
            // At zero the logarithm has no value though the power may have one.
            result.coefficients[0] = value.power(exponent.value)
            return result
        }
        // u^y has the Taylor coefficients C(y, k) u^(y−k).
        let y = exponent.value
        var outer = InlineArray<count, Coefficient>(repeating: Coefficient(0))
        var binomial = Coefficient(1)
        for k in 0..<count {
            // The value itself is not rounded once more: at x = 1 the power x^x is 1 exactly.
            outer[k] = k == 0 ? value.power(y) : binomial * value.power(y - Coefficient(Double(k)))
            binomial = binomial * (y - Coefficient(Double(k))) / Coefficient(Double(k + 1))
        }
        return composed(with: outer)
    }

    @inlinable
    public static func minimum(_ a: Jet, _ b: Jet) -> Jet {
        var result = select(.lessOrEqual, a, b, then: a, else: b)
        // The value is continuous though the slope may not be.
        result.coefficients[0] = Coefficient.minimum(a.value, b.value)
        return result
    }

    @inlinable
    public static func maximum(_ a: Jet, _ b: Jet) -> Jet {
        var result = select(.greaterOrEqual, a, b, then: a, else: b)
        result.coefficients[0] = Coefficient.maximum(a.value, b.value)
        return result
    }

    @inlinable
    public static func select(_ comparison: Comparison, _ left: Jet, _ right: Jet, then a: Jet, else b: Jet) -> Jet {
        combine(a, b) { Coefficient.select(comparison, left.value, right.value, then: $0, else: $1) }
    }
}

extension Jet where Coefficient == Enclosure {
    /// The derivative of the given order with what is known of it and of all those below: a formula for a slope may have
    /// values where the function itself has none, as 1/x for ln x.
    public func provedDerivative(_ order: Int) -> Enclosure {
        let derivative = derivative(order)
        var known = derivative.decoration
        for k in 0..<order { known = min(known, coefficients[k].decoration) }
        return Enclosure(derivative.interval, known)
    }
}
