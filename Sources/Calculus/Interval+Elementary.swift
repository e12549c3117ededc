internal import CMPFR

extension Interval {
    /// The decimal numeral, enclosed.
    public init(_ numeral: Numeral) {
        var (lower, upper) = (0.0, 0.0)
        guard cmpfr_enclose_decimal(numeral.text, &lower, &upper) != 0, lower <= upper else {
            preconditionFailure("a numeral is a decimal number")
        }
        self.init(lower, upper)
    }

    /// f at one point, rounded outwards.
    private static func enclosing(_ function: cmpfr_function, _ x: Double) -> Interval {
        var (lower, upper) = (0.0, 0.0)
        cmpfr_enclose(function, x, &lower, &upper)
        return lower.isNaN || upper.isNaN ? .entire : Interval(lower, upper)
    }

    private func increasing(_ function: cmpfr_function) -> Interval {
        Interval(Interval.enclosing(function, lower).lower, Interval.enclosing(function, upper).upper)
    }

    func clamped(from least: Double, to greatest: Double = .infinity) -> Interval {
        let low = Swift.min(Swift.max(lower, least), greatest)
        return Interval(low, Swift.min(Swift.max(upper, low), greatest))
    }

    public var exp: Interval {
        if -BoundedExponential.limit <= lower, upper <= BoundedExponential.limit {
            let low = BoundedExponential.bounds(of: lower)
            return Interval(low.lower, lower == upper ? low.upper : BoundedExponential.bounds(of: upper).upper)
        }
        return increasing(mpfr_exp)
    }

    var expm1: Interval { increasing(mpfr_expm1) }
    /// Of the part above 0.
    var log: Interval { clamped(from: 0).increasing(mpfr_log) }
    /// Of the part above −1.
    var log1p: Interval {
        if BoundedLogarithm.least <= lower, upper <= 1 {
            return Interval(
                BoundedLogarithm.bounds(ofOnePlus: lower).lower, BoundedLogarithm.bounds(ofOnePlus: upper).upper)
        }
        return clamped(from: -1).increasing(mpfr_log1p)
    }
    /// Of the part from 0.
    var sqrt: Interval { clamped(from: 0).increasing(mpfr_sqrt) }
    var cbrt: Interval { increasing(mpfr_cbrt) }
    var atan: Interval { increasing(mpfr_atan) }
    var sinh: Interval { increasing(mpfr_sinh) }
    var tanh: Interval { increasing(mpfr_tanh) }
    var erf: Interval { increasing(mpfr_erf) }
    /// Of the part within [−1, 1].
    var asin: Interval { clamped(from: -1, to: 1).increasing(mpfr_asin) }

    var acos: Interval {
        let x = clamped(from: -1, to: 1)
        return Interval(Interval.enclosing(mpfr_acos, x.upper).lower, Interval.enclosing(mpfr_acos, x.lower).upper)
    }

    var cosh: Interval {
        Interval(
            Swift.max(1, Interval.enclosing(mpfr_cosh, mignitude).lower),
            Interval.enclosing(mpfr_cosh, magnitude).upper)
    }

    /// |x|
    var absolute: Interval { Interval(mignitude, magnitude) }

    /// Between the doubles next to π.
    static let pi = Interval(3.141592653589793, 3.1415926535897936)

    /// Whether the interval may hold a multiple of π after moving it by `offset` · π, and of which parity.
    private func crossings(offset: Double) -> (even: Bool, odd: Bool) {
        let turns = self / Interval.pi - Interval(offset)
        guard turns.isBounded, turns.magnitude < 1e15, turns.width < 4 else { return (true, true) }
        var (even, odd) = (false, false)
        var k = turns.lower.rounded(.up)
        while k <= turns.upper {
            if (k / 2).rounded() * 2 == k { even = true } else { odd = true }
            k += 1
        }
        return (even, odd)
    }

    var sin: Interval { oscillating(mpfr_sin, crossings(offset: 0.5)) }
    var cos: Interval { oscillating(mpfr_cos, crossings(offset: 0)) }

    /// With a maximum at even crossings and a minimum at odd ones.
    private func oscillating(_ function: cmpfr_function, _ crossings: (even: Bool, odd: Bool)) -> Interval {
        guard isBounded else { return Interval(-1, 1) }
        let ends = Interval.enclosing(function, lower).hull(Interval.enclosing(function, upper))
        return Interval(crossings.odd ? -1 : ends.lower, crossings.even ? 1 : ends.upper)
    }

    /// Nil where a pole may lie in the interval.
    var tan: Interval? {
        let poles = crossings(offset: 0.5)
        return isBounded && !poles.even && !poles.odd ? increasing(mpfr_tan) : nil
    }

    /// Where Γ is least for positive arguments, between two doubles (DLMF 5.4.20).
    private static let leastGamma = (
        argument: Interval(1.4616321449683622, 1.4616321449683625), value: 0.885603194410888
    )

    /// Γ; nil where a pole may lie in the interval.
    var gamma: Interval? {
        if lower > 0 {
            let least = Interval.leastGamma
            let ends = (Interval.enclosing(mpfr_gamma, lower), Interval.enclosing(mpfr_gamma, upper))
            if lower >= least.argument.upper { return Interval(ends.0.lower, ends.1.upper) }
            if upper <= least.argument.lower { return Interval(ends.1.lower, ends.0.upper) }
            return Interval(least.value, Swift.max(ends.0.upper, ends.1.upper))
        }
        guard isBounded, lower > -170 else { return nil }
        // Γ(x) = Γ(x + m) / (x (x + 1) … (x + m − 1)).
        let shift = Int((-lower).rounded(.down)) + 1
        var product = Interval(1)
        for i in 0..<shift { product = product * (self + Interval(Double(i))) }
        guard !product.contains(0), let shifted = (self + Interval(Double(shift))).gamma else { return nil }
        return shifted / product
    }

    /// σ over the interval.
    public var sigmoid: Interval {
        let low = Interval.sigmoid(at: lower)
        return lower == upper ? low : Interval(low.lower, Interval.sigmoid(at: upper).upper)
    }

    /// σ = e/(1 + e) with e = e^z for z ≤ 0, and 1 − σ(−z) above, which keeps 1 out of reach only as far as it is.
    private static func sigmoid(at z: Double) -> Interval {
        if z > 0 {
            let e = Interval(-z).exp
            let value = Interval(1) / (Interval(1) + e)
            return Interval(Swift.max(0.5, value.lower), Swift.min(1, value.upper))
        }
        let e = Interval(z).exp
        // Increasing in e, so each end of e bounds its own side.
        let (low, high) = (Interval(e.lower), Interval(e.upper))
        let lower = (low / (Interval(1) + low)).lower
        let upper = (high / (Interval(1) + high)).upper
        return Interval(Swift.max(0, Swift.min(lower, 0.5)), Swift.min(0.5, Swift.max(upper, 0)))
    }

    /// ln(1 + e^z) over the interval.
    public var softplus: Interval {
        Interval(Interval.softplus(at: lower).lower, Interval.softplus(at: upper).upper)
    }

    private static func softplus(at z: Double) -> Interval {
        let rest = Interval(-Swift.abs(z)).exp.log1p
        let value = z > 0 ? Interval(z) + rest : rest
        return Interval(Swift.max(0, value.lower), Swift.max(0, value.upper))
    }

    /// A positive whole power of one number: small ones by products, which is quicker.
    static func power(of x: Double, _ exponent: Int) -> Interval {
        if exponent > 8 {
            var (lower, upper) = (0.0, 0.0)
            cmpfr_enclose_whole_power(x, exponent, &lower, &upper)
            return lower.isNaN || upper.isNaN ? .entire : Interval(lower, upper)
        }
        var result = Interval(x)
        for _ in 1..<max(exponent, 1) { result = result * Interval(x) }
        return result
    }

    /// Real powers of nonnegative bases: extremes are at the corners, x^y being monotone in each argument on either side
    /// of x = 1 and y = 0.
    static func power(_ base: Interval, _ exponent: Interval) -> Interval {
        var hull: Interval?
        for x in [base.lower, base.upper] {
            for y in [exponent.lower, exponent.upper] {
                var (lower, upper) = (0.0, 0.0)
                cmpfr_enclose_power(x, y, &lower, &upper)
                if lower.isNaN || upper.isNaN { return Interval(0, .infinity) }
                let corner = Interval(lower, upper)
                hull = hull?.hull(corner) ?? corner
            }
        }
        return hull ?? .entire
    }

    /// a / b where b holds zero and more: one-sided where zero is an end of b.
    static func quotient(_ a: Interval, byOneContainingZero b: Interval) -> Interval {
        if a.contains(0) { return .entire }
        if b.lower == 0 {
            let nearest = a / Interval(b.upper)
            return a.lower > 0 ? Interval(nearest.lower, .infinity) : Interval(-.infinity, nearest.upper)
        }
        if b.upper == 0 { return -quotient(a, byOneContainingZero: -b) }
        return .entire
    }
}
