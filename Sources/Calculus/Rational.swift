/// An exact quotient of whole numbers in lowest terms.
///
/// Arithmetic gives nil where a result has no value or does not fit into 128 bits: what comes out is always exact.
///
/// ```swift
/// let third = Rational(1, over: 3)
/// Rational.simplest(in: Interval(0.3333, 0.3334)) == third  // true
/// ```
public struct Rational: Hashable, Sendable {
    public let numerator: Int128
    /// Positive.
    public let denominator: Int128

    /// Nil where the denominator is zero, or a part has no opposite.
    public init?(_ numerator: Int128, over denominator: Int128) {
        guard denominator != 0, numerator != .min, denominator != .min else { return nil }
        let divisor = Rational.greatestCommonDivisor(numerator.magnitude, denominator.magnitude)
        let sign: Int128 = denominator < 0 ? -1 : 1
        self.numerator = sign * numerator / Int128(divisor)
        self.denominator = sign * denominator / Int128(divisor)
    }

    public init(_ whole: Int) { (numerator, denominator) = (Int128(whole), 1) }

    /// Exactly a double; nil where it is not finite or does not fit.
    public init?(exactly value: Double) {
        guard value.isFinite else { return nil }
        // value = significand · 2^exponent with a whole significand below 2⁵³.
        var significand = Int128(value.significandBitPattern)
        if value.isNormal { significand += 1 << 52 }
        var exponent = (value.isNormal ? Int(value.exponentBitPattern) : 1) - 1075
        if significand == 0 { exponent = 0 }
        while significand != 0, significand.isMultiple(of: 2), exponent < 0 {
            (significand, exponent) = (significand / 2, exponent + 1)
        }
        guard exponent < 70, exponent > -126 else { return nil }
        let signed = value < 0 ? -significand : significand
        self.init(exponent > 0 ? signed << exponent : signed, over: exponent < 0 ? 1 << -exponent : 1)
    }

    /// A decimal numeral as it is written; nil where it does not fit.
    public init?(_ numeral: Numeral) {
        let parts = numeral.text.lowercased().split(separator: "e", omittingEmptySubsequences: false)
        guard let written = parts.first, let exponent = parts.count > 1 ? Int(parts[1]) : 0 else { return nil }
        let halves = written.split(separator: ".", omittingEmptySubsequences: false)
        let digits = halves.joined()
        let (power, isBeyond) = exponent.subtractingReportingOverflow(halves.count > 1 ? halves[1].count : 0)
        guard !isBeyond, (-36...36).contains(power), let significand = Int128(digits),
            let scale = Rational.power(of: 10, abs(power))
        else {
            return nil
        }
        guard power > 0 else {
            self.init(significand, over: scale)
            return
        }
        let (product, overflows) = significand.multipliedReportingOverflow(by: scale)
        guard !overflows else { return nil }
        self.init(product, over: 1)
    }

    /// The double next to it, or nearly so.
    public var approximation: Double { Double(numerator) / Double(denominator) }

    private static func greatestCommonDivisor(_ a: UInt128, _ b: UInt128) -> UInt128 {
        var (a, b) = (a, b)
        while b != 0 { (a, b) = (b, a % b) }
        return a
    }

    private static func power(of base: Int128, _ exponent: Int) -> Int128? {
        var result: Int128 = 1
        for _ in 0..<exponent {
            let (product, overflows) = result.multipliedReportingOverflow(by: base)
            if overflows { return nil }
            result = product
        }
        return result
    }
}

extension Rational {
    static prefix func - (a: Rational) -> Rational? { Rational(-a.numerator, over: a.denominator) }

    static func + (a: Rational, b: Rational) -> Rational? {
        let (p, first) = a.numerator.multipliedReportingOverflow(by: b.denominator)
        let (q, second) = b.numerator.multipliedReportingOverflow(by: a.denominator)
        let (sum, third) = p.addingReportingOverflow(q)
        let (denominator, fourth) = a.denominator.multipliedReportingOverflow(by: b.denominator)
        return first || second || third || fourth ? nil : Rational(sum, over: denominator)
    }

    static func * (a: Rational, b: Rational) -> Rational? {
        let (numerator, first) = a.numerator.multipliedReportingOverflow(by: b.numerator)
        let (denominator, second) = a.denominator.multipliedReportingOverflow(by: b.denominator)
        return first || second ? nil : Rational(numerator, over: denominator)
    }

    var reciprocal: Rational? { Rational(denominator, over: numerator) }

    /// −1, 0 or 1.
    var signum: Int { numerator > 0 ? 1 : numerator < 0 ? -1 : 0 }
}

extension Rational: CustomStringConvertible {
    /// `2/3`, or `-4` for a whole number.
    public var description: String { denominator == 1 ? "\(numerator)" : "\(numerator)/\(denominator)" }

    /// Reads what ``description`` writes, and nothing else.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2, let numerator = Int128(parts[0]),
            let denominator = parts.count == 2 ? Int128(parts[1]) : 1,
            let value = Rational(numerator, over: denominator), value.description == text
        else { return nil }
        self = value
    }
}

extension Rational {
    /// The quotient with the smallest denominator in an interval, by its continued fraction (Knuth, The Art of Computer
    /// Programming, vol. 2, 4.5.3, exercise 39); nil where a part of it would be above 10,000, or rounding leaves open
    /// whether it lies inside.
    public static func simplest(in interval: Interval) -> Rational? {
        guard interval.isBounded else { return nil }
        guard let found = simplest(interval.lower, interval.upper, depth: 0), found.isProved(in: interval) else {
            return nil
        }
        return found
    }

    private static let largestPart = 10_000.0

    private static func simplest(_ lower: Double, _ upper: Double, depth: Int) -> Rational? {
        if lower <= 0, 0 <= upper { return Rational(0) }
        if upper < 0 { return simplest(-upper, -lower, depth: depth).flatMap { -$0 } }
        guard lower <= largestPart, depth < 20 else { return nil }
        let whole = lower.rounded(.up)
        if whole <= upper { return Rational(Int(whole)) }
        let floor = lower.rounded(.down)
        guard let rest = simplest(1 / (upper - floor), 1 / (lower - floor), depth: depth + 1)?.reciprocal,
            let sum = rest + Rational(Int(floor)), sum.denominator <= Int128(largestPart)
        else { return nil }
        return sum
    }

    /// Whether it lies in an interval for certain.
    public func isProved(in interval: Interval) -> Bool {
        let near = approximation
        if Rational(exactly: near) == self { return interval.contains(near) }
        guard numerator.magnitude < 1 << 53, denominator < 1 << 53 else { return false }
        let enclosure = Interval(Double(numerator)) / Interval(Double(denominator))
        return interval.contains(enclosure)
    }
}
