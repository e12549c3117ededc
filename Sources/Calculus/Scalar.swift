/// What a formula is evaluated over: a number, an enclosure, or either with its derivatives.
///
/// A loss or an expression is written once, over any scalar; `Double` gives its values, ``Enclosure`` proved bounds over
/// an interval, ``Jet`` the derivatives of both.
public protocol Scalar: Sendable {
    init(_ constant: Double)
    init(_ constant: Numeral)

    /// A constant of which only this is known.
    static func between(_ lower: Double, _ upper: Double) -> Self

    /// The least value, NaN where there is none.
    var least: Double { get }

    /// Known to be zero everywhere, so that what depends on it can be left out.
    var isZero: Bool { get }

    static prefix func - (a: Self) -> Self
    static func + (a: Self, b: Self) -> Self
    static func - (a: Self, b: Self) -> Self
    static func * (a: Self, b: Self) -> Self
    static func / (a: Self, b: Self) -> Self

    func applying(_ function: ElementaryFunction) -> Self

    /// Whole powers, negative ones too; the power 0 is 1 everywhere.
    func power(_ exponent: Int) -> Self

    /// e^(y ln x), defined for x > 0, and for x = 0 where y > 0.
    func power(_ exponent: Self) -> Self

    static func minimum(_ a: Self, _ b: Self) -> Self
    static func maximum(_ a: Self, _ b: Self) -> Self

    /// `a` where the comparison of `left` and `right` holds, else `b`; both are evaluated.
    static func select(_ comparison: Comparison, _ left: Self, _ right: Self, then a: Self, else b: Self) -> Self
}

/// How two values are compared.
public enum Comparison: String, CaseIterable, Sendable {
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
    case equal = "=="
    case unequal = "!="

    @inlinable
    public func holds(_ a: Double, _ b: Double) -> Bool {
        switch self {
        case .less: a < b
        case .lessOrEqual: a <= b
        case .greater: a > b
        case .greaterOrEqual: a >= b
        case .equal: a == b
        case .unequal: a != b
        }
    }
}

/// A decimal constant as it was written: 0.1 is no double, and a proof about it must not pretend that it is.
public struct Numeral: Hashable, Sendable {
    /// Digits with an optional fraction and exponent.
    public let text: String
    public let nearest: Double

    /// Digits of a constant of ours.
    @usableFromInline
    init(trusted text: String) {
        self.text = text
        nearest = Double(text) ?? .nan
    }

    /// The ratio of a circle's circumference to its diameter; the double next to these digits encloses it as well.
    public static let pi = Numeral(trusted: "3.14159265358979323846264338327950288419716939937510")

    /// The base of the natural logarithm.
    public static let e = Numeral(trusted: "2.71828182845904523536028747135266249775724709369995")

    /// Nil when the text is no finite decimal numeral.
    public init?(_ text: String) {
        guard text.allSatisfy({ $0.isASCII && ($0.isNumber || ".eE+-".contains($0)) }), let nearest = Double(text),
            nearest.isFinite
        else { return nil }
        self.text = text
        self.nearest = nearest
    }
}
