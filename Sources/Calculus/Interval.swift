/// A closed interval [lower, upper] of real numbers that encloses what it stands for.
///
/// Goals, in this order: never exclude a true value; be tight; be fast.
///
/// There is no directed rounding in Swift, so every operation rounds to nearest, which is off by at most half a unit
/// in the last place, and then moves each end outwards by one: `nextDown` below, `nextUp` above. An end may be
/// infinite; an operation that has no meaning (∞ − ∞, 0 · ∞) widens to the whole line, never to NaN.
///
/// ```swift
/// let x = Interval(1, 2)
/// (x * x - x).contains(2)  // true
/// ```
public struct Interval: Equatable, Sendable {
    public let lower: Double
    public let upper: Double

    /// The interval from `lower` to `upper`, both included.
    public init(_ lower: Double, _ upper: Double) {
        precondition(lower <= upper, "an interval's lower end must not exceed its upper end, and neither be NaN")
        self.lower = lower
        self.upper = upper
    }

    /// The interval that holds `value` alone.
    public init(_ value: Double) { self.init(value, value) }

    public init(_ range: ClosedRange<Double>) { self.init(range.lowerBound, range.upperBound) }

    /// All real numbers: what is known when nothing is known.
    public static let entire = Interval(-.infinity, .infinity)

    /// Rounds both ends outwards by one unit in the last place; an end that is NaN becomes infinite.
    @inlinable
    @inline(__always)
    internal static func outward(_ lower: Double, _ upper: Double) -> Interval {
        Interval(
            uncheckedLower: lower.isNaN ? -.infinity : lower.nextDown, upper: upper.isNaN ? .infinity : upper.nextUp)
    }

    @inlinable
    init(uncheckedLower lower: Double, upper: Double) {
        self.lower = lower
        self.upper = upper
    }
}

extension Interval {
    /// The ends back at zero that were zero before rounding outwards.
    @inlinable
    func exactZeros(_ exactLower: Double, _ exactUpper: Double) -> Interval {
        Interval(uncheckedLower: exactLower == 0 ? 0 : lower, upper: exactUpper == 0 ? 0 : upper)
    }

    public var width: Double { upper - lower }

    /// A finite point inside, for bounded intervals the middle.
    public var midpoint: Double {
        if lower.isInfinite || upper.isInfinite {
            return min(max(0, lower), upper).clampedToFinite
        }
        // Halves of subnormal numbers round, out of a narrow interval even.
        return min(max(lower / 2 + upper / 2, lower), upper)
    }

    /// max |x| over the interval.
    public var magnitude: Double { max(abs(lower), abs(upper)) }

    /// min |x| over the interval.
    public var mignitude: Double { lower > 0 ? lower : upper < 0 ? -upper : 0 }

    public var isBounded: Bool { lower.isFinite && upper.isFinite }

    public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }

    public func contains(_ other: Interval) -> Bool { lower <= other.lower && other.upper <= upper }

    /// The smallest interval that holds both.
    public func hull(_ other: Interval) -> Interval {
        Interval(uncheckedLower: min(lower, other.lower), upper: max(upper, other.upper))
    }
}

extension Interval {
    @inlinable
    public static prefix func - (a: Interval) -> Interval {
        Interval(uncheckedLower: -a.upper, upper: -a.lower)
    }

    @inlinable
    public static func + (a: Interval, b: Interval) -> Interval {
        let (lower, upper) = (a.lower + b.lower, a.upper + b.upper)
        // A sum that comes out as zero is exact; the square root of x² + y² depends on it.
        return outward(lower, upper).exactZeros(lower, upper)
    }

    @inlinable
    public static func - (a: Interval, b: Interval) -> Interval {
        let (lower, upper) = (a.lower - b.upper, a.upper - b.lower)
        return outward(lower, upper).exactZeros(lower, upper)
    }

    @inlinable
    public static func * (a: Interval, b: Interval) -> Interval {
        // Of what is not negative the ends' products are the ends, and rounding does not change a sign.
        if a.lower >= 0, b.lower >= 0, a.upper < .infinity, b.upper < .infinity {
            let product = outward(a.lower * b.lower, a.upper * b.upper)
            // Zero times anything is zero exactly.
            return Interval(
                uncheckedLower: max(0, product.lower), upper: a.upper == 0 || b.upper == 0 ? 0 : product.upper)
        }
        let (p, q, r, s) = (a.lower * b.lower, a.lower * b.upper, a.upper * b.lower, a.upper * b.upper)
        if p.isNaN || q.isNaN || r.isNaN || s.isNaN { return entire }
        if a == Interval(0) || b == Interval(0) { return Interval(0) }
        let product = outward(min(min(p, q), min(r, s)), max(max(p, q), max(r, s)))
        return a.lower >= 0 && b.lower >= 0
            ? Interval(uncheckedLower: max(0, product.lower), upper: product.upper) : product
    }

    /// The quotient; the whole line when the divisor contains zero.
    public static func / (a: Interval, b: Interval) -> Interval {
        if a.lower >= 0, b.lower > 0, a.upper < .infinity, b.upper < .infinity {
            let quotient = outward(a.lower / b.upper, a.upper / b.lower)
            return Interval(uncheckedLower: max(0, quotient.lower), upper: quotient.upper)
        }
        if b.contains(0) { return entire }
        let (p, q, r, s) = (a.lower / b.lower, a.lower / b.upper, a.upper / b.lower, a.upper / b.upper)
        if p.isNaN || q.isNaN || r.isNaN || s.isNaN { return entire }
        let quotient = outward(min(min(p, q), min(r, s)), max(max(p, q), max(r, s)))
        return a.lower >= 0 && b.lower > 0
            ? Interval(uncheckedLower: max(0, quotient.lower), upper: quotient.upper) : quotient
    }

    /// Nonnegative whole powers; an even power of an interval around zero starts at zero.
    public func power(_ exponent: Int) -> Interval {
        precondition(exponent >= 0, "an interval's power needs an exponent of at least zero")
        if exponent == 0 { return Interval(1) }
        let (low, high) = (Interval.power(of: lower, exponent), Interval.power(of: upper, exponent))
        if exponent.isMultiple(of: 2) {
            let top = max(low.upper, high.upper)
            return contains(0) ? Interval(0, top) : Interval(max(0, min(low.lower, high.lower)), top)
        }
        return Interval(low.lower, high.upper)
    }
}

extension Double {
    fileprivate var clampedToFinite: Double {
        Swift.min(Swift.max(self, -.greatestFiniteMagnitude), .greatestFiniteMagnitude)
    }
}
