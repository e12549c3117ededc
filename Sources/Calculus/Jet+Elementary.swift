extension Jet {
    @inlinable
    public func applying(_ function: ElementaryFunction) -> Jet {
        composed(with: Jet.taylor(of: function, at: value))
    }

    /// The Taylor coefficients f^(k)(u)/k! of an elementary function, at most five of them, or seven where
    /// ``ElementaryFunction/hasSixDerivatives``.
    ///
    /// Closed forms, not recurrences: over a box each term is then enclosed by itself. Source: DLMF chapters 4, 5 and 7.
    @inlinable
    static func taylor(of function: ElementaryFunction, at u: Coefficient) -> InlineArray<count, Coefficient> {
        precondition(
            count <= (function.hasSixDerivatives ? 7 : 5),
            "elementary functions have their derivatives tabulated up to the fourth, some up to the sixth")
        let f = u.applying(function)
        var series = InlineArray<count, Coefficient>(repeating: f)
        func fill(_ derivative: (Int) -> Coefficient) { for k in 1..<count where k > 0 { series[k] = derivative(k) } }
        if count == 1 { return series }
        func c(_ value: Double) -> Coefficient { Coefficient(value) }
        let factorial: [Double] = [1, 1, 2, 6, 24, 120, 720]

        switch function {
        case .exp: fill { f / c(factorial[$0]) }
        case .expm1:
            let e = u.applying(.exp)
            fill { e / c(factorial[$0]) }
        case .sinh, .cosh:
            let other = u.applying(function == .sinh ? .cosh : .sinh)
            fill { ($0.isMultiple(of: 2) ? f : other) / c(factorial[$0]) }
        case .sin:
            let cosine = u.applying(.cos)
            let cycle = [f, cosine, -f, -cosine]
            fill { cycle[$0 % 4] / c(factorial[$0]) }
        case .cos:
            let sine = u.applying(.sin)
            let cycle = [f, -sine, -f, sine]
            fill { cycle[$0 % 4] / c(factorial[$0]) }
        case .log: fill { c($0.isMultiple(of: 2) ? -1 : 1) / (c(Double($0)) * u.power($0)) }
        case .log1p:
            let v = u + c(1)
            fill { c($0.isMultiple(of: 2) ? -1 : 1) / (c(Double($0)) * v.power($0)) }
        case .sqrt: fill { c([1, 0.5, -0.125, 0.0625, -0.0390625][$0]) * f / u.power($0) }
        case .cbrt:
            // C(1/3, k), as quotients of whole numbers.
            let binomial: [(Double, Double)] = [(1, 1), (1, 3), (-1, 9), (5, 81), (-10, 243)]
            fill { c(binomial[$0].0) / c(binomial[$0].1) * f / u.power($0) }
        case .tan:
            polynomials(
                in: f, [[1, 0, 1], [0, 1, 0, 1], [1.0, 0, 4, 0, 3], [0, 2, 0, 5, 0, 3]], over: [1, 1, 3, 3])
        case .tanh:
            polynomials(
                in: f, [[1, 0, -1], [0, -1, 0, 1], [-1, 0, 4, 0, -3], [0, 2, 0, -5, 0, 3]], over: [1, 1, 3, 3])
        case .sigmoid: fillSigmoid(at: u, f, into: &series, from: 1)
        case .softplus:
            let s = u.applying(.sigmoid)
            series[1] = s
            if count > 2 { fillSigmoid(at: u, s, into: &series, from: 2) }
        case .atan:
            let d = c(1) + u.power(2)
            fill { k in
                switch k {
                case 1: c(1) / d
                case 2: -u / d.power(2)
                case 3: (c(3) * u.power(2) - c(1)) / (c(3) * d.power(3))
                default: u * (c(1) - u.power(2)) / d.power(4)
                }
            }
        case .asin, .acos:
            let sign = c(function == .asin ? 1 : -1)
            let d = c(1) - u.power(2)
            let root = d.applying(.sqrt)
            fill { k in
                switch k {
                case 1: sign / root
                case 2: sign * u / (c(2) * d * root)
                case 3: sign * (c(1) + c(2) * u.power(2)) / (c(6) * d.power(2) * root)
                default: sign * u * (c(3) + c(2) * u.power(2)) / (c(8) * d.power(3) * root)
                }
            }
        case .erf:
            // 2/√π e^−u² times (−1)^k H_k(u).
            let scaled = (-u.power(2)).applying(.exp) * Coefficient(twoOverRootOfPi)
            fill { k in
                switch k {
                case 1: scaled
                case 2: -u * scaled
                case 3: (c(2) * u.power(2) - c(1)) * scaled / c(3)
                default: u * (c(3) - c(2) * u.power(2)) * scaled / c(6)
                }
            }
        case .gamma: fillGamma(f, at: u, into: &series)
        case .abs: fill { side(of: u, $0 == 1 ? 1 : 0, $0 == 1 ? -1 : 0) }
        case .relu: fill { side(of: u, $0 == 1 ? 1 : 0, 0) }
        // Zero where it is continuous, and no more known than the value where it is not.
        case .sign, .step, .floor: fill { _ in f * c(0) }
        }
        return series

        func polynomials(in x: Coefficient, _ rows: [[Double]], over divisors: [Double]) {
            fill { k in
                var sum = c(0)
                for coefficient in rows[k - 1].reversed() { sum = sum * x + c(coefficient) }
                return sum / c(divisors[k - 1])
            }
        }
    }

    /// `a` for u ≥ 0, else `b`: on a box around zero both, and no promise of continuity.
    @inlinable
    static func side(of u: Coefficient, _ a: Double, _ b: Double) -> Coefficient {
        Coefficient.select(.greaterOrEqual, u, Coefficient(0), then: Coefficient(a), else: Coefficient(b))
    }

    /// 2/√π
    @inlinable
    static var twoOverRootOfPi: Numeral {
        Numeral(trusted: "1.12837916709551257389615890312154517168810125865800")
    }

    /// Writes the derivatives of σ, given s = σ(u), divided by k!, as coefficients k = `first`, …: with w = s(1 − s) they
    /// are w, w(1 − 2s), w(1 − 6w), w(1 − 2s)(1 − 12w), w(1 − 30w + 120w²), w(1 − 2s)(1 − 60w + 360w²).
    @inlinable
    static func fillSigmoid(
        at u: Coefficient, _ s: Coefficient, into series: inout InlineArray<count, Coefficient>, from first: Int
    ) {
        func c(_ value: Double) -> Coefficient { Coefficient(value) }
        // 1 − s is σ(−u): the difference would lose every digit where s is close to 1.
        let w = s * (-u).applying(.sigmoid)
        let bend = c(1) - c(2) * s
        // Polynomials in s(1 − s) = w do not widen around s = 1/2.
        var derivatives = [w, w * bend, w * (c(1) - c(6) * w), w * bend * (c(1) - c(12) * w)]
        if count > 5 {
            derivatives.append(w * (c(1) - w * (c(30) - c(120) * w)))
            derivatives.append(w * bend * (c(1) - w * (c(60) - c(360) * w)))
        }
        var factorial = first == 1 ? 1.0 : 2.0
        for k in first..<count where k >= first {
            series[k] = derivatives[k - first] / c(factorial)
            factorial *= Double(k + 1)
        }
    }

    /// Γ's Taylor coefficients from those of ln Γ: ψ, ψ′/2, ψ″/6, ψ‴/24.
    @inlinable
    static func fillGamma(
        _ f: Coefficient, at u: Coefficient, into series: inout InlineArray<count, Coefficient>
    ) {
        func c(_ value: Double) -> Coefficient { Coefficient(value) }
        let l = [c(0), polygamma(0, u), polygamma(1, u) / c(2), polygamma(2, u) / c(6), polygamma(3, u) / c(24)]
        let square = l[1].power(2)
        let e = [
            c(1), l[1], l[2] + square / c(2), l[3] + l[1] * l[2] + l[1].power(3) / c(6),
            l[4] + l[1] * l[3] + l[2].power(2) / c(2) + square * l[2] / c(2) + square.power(2) / c(24),
        ]
        for k in 1..<count where k > 0 { series[k] = f * e[k] }
    }

    /// ψ^(m): shifted to arguments above 16 by the recurrence (DLMF 5.15.5), then the asymptotic series, whose error is
    /// less than the first term left out and of its sign (DLMF 5.11.2, 5.15.8).
    @inlinable
    static func polygamma(_ m: Int, _ u: Coefficient) -> Coefficient {
        func c(_ value: Double) -> Coefficient { Coefficient(value) }
        func factorial(_ n: Int) -> Double { n < 2 ? 1 : (2...n).reduce(1.0) { $0 * Double($1) } }
        let start = u.least
        guard start > -200, start < 1e300 else { return Coefficient.between(-.infinity, .infinity) }
        let shift = max(0, Int((16 - start).rounded(.up)))
        let sign: Double = m.isMultiple(of: 2) ? -1 : 1
        var shifted = c(0)
        for i in 0..<shift { shifted = shifted + c(1) / (u + c(Double(i))).power(m + 1) }
        let x = u + c(Double(shift))
        var sum = m == 0 ? -x.applying(.log) : c(factorial(m - 1)) / x.power(m)
        sum = sum + c(factorial(m) / 2) / x.power(m + 1)
        // B_2, B_4, … as quotients of whole numbers.
        let bernoulli: [(Double, Double)] = [
            (1, 6), (-1, 30), (1, 42), (-1, 30), (5, 66), (-691, 2730), (7, 6), (-3617, 510),
        ]
        for (index, number) in bernoulli.enumerated() {
            let k = 2 * (index + 1)
            let term = c(number.0 * factorial(k + m - 1)) / c(number.1 * factorial(k)) / x.power(k + m)
            sum = sum + (index == bernoulli.count - 1 ? term * Coefficient.between(0, 1) : term)
        }
        return c(sign) * (sum + c(factorial(m)) * shifted)
    }
}
