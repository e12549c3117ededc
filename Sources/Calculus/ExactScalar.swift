/// A rational number, or nothing: what a formula gives at a rational point where all of its steps have rational values.
///
/// It proves what no enclosure can: that a value *is* zero. What is irrational, undefined or does not fit is unknown, and
/// so is everything made of it.
///
/// ```swift
/// let x = ExactScalar(Rational(2, over: 3))
/// (x + x + x - ExactScalar(2.0)).value == Rational(0)  // true
/// ```
public struct ExactScalar: Equatable, Sendable {
    /// Nil where it is unknown.
    public let value: Rational?

    public init(_ value: Rational?) { self.value = value }

    public static let unknown = ExactScalar(nil as Rational?)

    private static func combine(
        _ a: ExactScalar, _ b: ExactScalar, _ operation: (Rational, Rational) -> Rational?
    ) -> ExactScalar {
        guard let x = a.value, let y = b.value else { return .unknown }
        return ExactScalar(operation(x, y))
    }

    /// The sign of a − b; nil where it is unknown.
    private static func order(_ a: ExactScalar, _ b: ExactScalar) -> Int? { (a - b).value?.signum }
}

extension ExactScalar: Scalar {
    public init(_ constant: Double) { self.init(Rational(exactly: constant)) }

    /// π and e, of which a ``Numeral`` has some digits only, have too many of them to fit.
    public init(_ constant: Numeral) { self.init(Rational(constant)) }

    public static func between(_ lower: Double, _ upper: Double) -> ExactScalar {
        lower == upper ? ExactScalar(lower) : .unknown
    }

    public var least: Double { value?.approximation ?? .nan }

    public var isZero: Bool { value?.numerator == 0 }

    public static prefix func - (a: ExactScalar) -> ExactScalar { ExactScalar(a.value.flatMap { -$0 }) }

    public static func + (a: ExactScalar, b: ExactScalar) -> ExactScalar { combine(a, b, +) }

    public static func - (a: ExactScalar, b: ExactScalar) -> ExactScalar { a + (-b) }

    public static func * (a: ExactScalar, b: ExactScalar) -> ExactScalar { combine(a, b, *) }

    public static func / (a: ExactScalar, b: ExactScalar) -> ExactScalar {
        combine(a, b) { x, y in y.reciprocal.flatMap { x * $0 } }
    }

    public func power(_ exponent: Int) -> ExactScalar {
        if exponent < 0 { return ExactScalar(1.0) / power(-exponent) }
        // Beyond that only 0, 1 and −1 fit.
        guard exponent <= 128, value != nil else { return .unknown }
        return (0..<exponent).reduce(ExactScalar(1.0)) { product, _ in product * self }
    }

    public func power(_ exponent: ExactScalar) -> ExactScalar {
        guard let base = value, let y = exponent.value, y.denominator == 1, abs(y.numerator) <= 128 else {
            return .unknown
        }
        // As of any scalar: defined for x > 0, and for x = 0 where y > 0.
        return base.signum > 0 || base.signum == 0 && y.signum > 0 ? power(Int(y.numerator)) : .unknown
    }

    public static func minimum(_ a: ExactScalar, _ b: ExactScalar) -> ExactScalar {
        order(a, b).map { $0 <= 0 ? a : b } ?? .unknown
    }

    public static func maximum(_ a: ExactScalar, _ b: ExactScalar) -> ExactScalar {
        order(a, b).map { $0 >= 0 ? a : b } ?? .unknown
    }

    public static func select(
        _ comparison: Comparison, _ left: ExactScalar, _ right: ExactScalar, then a: ExactScalar, else b: ExactScalar
    ) -> ExactScalar {
        order(left, right).map { comparison.holds(Double($0), 0) ? a : b } ?? .unknown
    }

    public func applying(_ function: ElementaryFunction) -> ExactScalar {
        guard let value else { return .unknown }
        switch function {
        case .abs: return value.signum < 0 ? -self : self
        case .relu: return value.signum > 0 ? self : ExactScalar(0.0)
        case .sign: return ExactScalar(Double(value.signum))
        case .step: return ExactScalar(value.signum >= 0 ? 1.0 : 0)
        case .floor:
            let (quotient, rest) = value.numerator.quotientAndRemainder(dividingBy: value.denominator)
            return ExactScalar(Rational(rest < 0 ? quotient - 1 : quotient, over: 1))
        // Those have rational values at one rational point: Niven, Irrational Numbers, chapter 2.
        case .exp, .cos, .cosh: return isZero ? ExactScalar(1.0) : .unknown
        case .expm1, .log1p, .sin, .tan, .asin, .atan, .sinh, .tanh, .erf: return isZero ? self : .unknown
        case .sqrt, .cbrt: return isZero || value == Rational(1) ? self : .unknown
        case .log, .acos: return value == Rational(1) ? ExactScalar(0.0) : .unknown
        case .sigmoid: return isZero ? ExactScalar(0.5) : .unknown
        case .softplus: return .unknown
        case .gamma: return value == Rational(1) || value == Rational(2) ? ExactScalar(1.0) : .unknown
        }
    }
}
