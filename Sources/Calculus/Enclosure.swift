/// The values of a function over a box, enclosed, with what is known of its domain and continuity.
public struct Enclosure: Equatable, Sendable {
    /// Contains every value; nil where there is none.
    public var interval: Interval?
    public var decoration: Decoration

    /// With the decoration that the interval allows at most, `common` for a bounded one.
    public init(_ interval: Interval?, _ decoration: Decoration = .common) {
        self.interval = interval
        guard let interval else {
            self.decoration = .illFormed
            return
        }
        self.decoration = decoration == .common && !interval.isBounded ? .continuous : decoration
    }

    /// The variable itself over a box.
    public init(over box: Interval) { self.init(box) }

    public static let undefined = Enclosure(nil, .illFormed)

    /// Nothing is known.
    public static let unknown = Enclosure(.entire, .trivial)

    /// Defined, continuous and bounded everywhere in the box.
    public var isContinuous: Bool { decoration >= .continuous }

    /// The result of an operation on `a` and `b`.
    static func combine(_ a: Enclosure, _ b: Enclosure, _ operation: (Interval, Interval) -> Interval) -> Enclosure {
        guard let x = a.interval, let y = b.interval else { return .undefined }
        return Enclosure(operation(x, y), min(a.decoration, b.decoration))
    }
}

extension Enclosure: Scalar {
    public init(_ constant: Double) { self.init(constant.isNaN ? nil : Interval(constant)) }

    public init(_ constant: Numeral) { self.init(Interval(constant)) }

    public static func between(_ lower: Double, _ upper: Double) -> Enclosure { Enclosure(Interval(lower, upper)) }

    public var least: Double { interval?.lower ?? .nan }

    public var isZero: Bool { interval == Interval(0) && decoration == .common }

    public static prefix func - (a: Enclosure) -> Enclosure { Enclosure(a.interval.map { -$0 }, a.decoration) }

    // Zero is exact: rounded outwards, the slopes of a constant would be no zeros any more.
    public static func + (a: Enclosure, b: Enclosure) -> Enclosure {
        combine(a, b) { $0 == .zero ? $1 : $1 == .zero ? $0 : $0 + $1 }
    }

    public static func - (a: Enclosure, b: Enclosure) -> Enclosure {
        combine(a, b) { $0 == .zero ? -$1 : $1 == .zero ? $0 : $0 - $1 }
    }

    public static func * (a: Enclosure, b: Enclosure) -> Enclosure {
        combine(a, b) { $0 == .zero || $1 == .zero ? .zero : $0 * $1 }
    }

    public static func / (a: Enclosure, b: Enclosure) -> Enclosure {
        guard let divisor = b.interval else { return .undefined }
        if divisor == Interval(0) { return .undefined }
        if divisor.contains(0) {
            guard a.interval != nil else { return .undefined }
            return Enclosure(Interval.quotient(a.interval ?? .entire, byOneContainingZero: divisor), .trivial)
        }
        return combine(a, b) { $0 == .zero ? .zero : $0 / $1 }
    }

    public func power(_ exponent: Int) -> Enclosure {
        guard let interval else { return .undefined }
        if exponent >= 0 { return Enclosure(interval.power(exponent), decoration) }
        return Enclosure(1) / power(-exponent)
    }

    public func power(_ exponent: Enclosure) -> Enclosure {
        guard let base = interval, let y = exponent.interval else { return .undefined }
        let known = min(decoration, exponent.decoration)
        if base.upper < 0 || (base.upper == 0 && y.upper <= 0) { return .undefined }
        let isDefined = base.lower > 0 || (base.lower == 0 && y.lower > 0)
        return Enclosure(Interval.power(base.clamped(from: 0), y), isDefined ? known : min(known, .trivial))
    }

    public static func minimum(_ a: Enclosure, _ b: Enclosure) -> Enclosure {
        combine(a, b) { Interval(min($0.lower, $1.lower), min($0.upper, $1.upper)) }
    }

    public static func maximum(_ a: Enclosure, _ b: Enclosure) -> Enclosure {
        combine(a, b) { Interval(max($0.lower, $1.lower), max($0.upper, $1.upper)) }
    }

    public static func select(
        _ comparison: Comparison, _ left: Enclosure, _ right: Enclosure, then a: Enclosure, else b: Enclosure
    ) -> Enclosure {
        guard let x = left.interval, let y = right.interval else { return .undefined }
        // A condition that jumps or has gaps makes the choice so; where it is decided it changes nothing else.
        let condition = min(left.decoration, right.decoration)
        if let decided = comparison.decided(x, y) {
            let chosen = decided ? a : b
            return condition >= .defined ? chosen : Enclosure(chosen.interval, min(chosen.decoration, .trivial))
        }
        switch (a.interval, b.interval) {
        case (let u?, let v?):
            // Both branches occur: the values are among theirs, and where they meet there may be a jump.
            let known = min(a.decoration, b.decoration, condition, .defined)
            return Enclosure(u.hull(v), known)
        case (let u?, nil): return Enclosure(u, .trivial)
        case (nil, let v?): return Enclosure(v, .trivial)
        case (nil, nil): return .undefined
        }
    }
}

extension Interval {
    fileprivate static let zero = Interval(0)
}

extension Comparison {
    /// Whether the comparison holds for every pair, or for none; nil when it depends.
    func decided(_ a: Interval, _ b: Interval) -> Bool? {
        switch self {
        case .less: a.upper < b.lower ? true : a.lower >= b.upper ? false : nil
        case .lessOrEqual: a.upper <= b.lower ? true : a.lower > b.upper ? false : nil
        case .greater: Comparison.less.decided(b, a)
        case .greaterOrEqual: Comparison.lessOrEqual.decided(b, a)
        case .equal:
            a.upper < b.lower || b.upper < a.lower ? false : a.width == 0 && a == b ? true : nil
        case .unequal: Comparison.equal.decided(a, b).map { !$0 }
        }
    }
}
