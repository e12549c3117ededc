/// A polynomial in one variable, coefficients from the constant term upwards.
public struct Polynomial: Equatable, Sendable {
    public var coefficients: [Double]

    public init(_ coefficients: [Double]) {
        precondition(!coefficients.isEmpty, "a polynomial needs at least a constant term")
        self.coefficients = coefficients
    }

    public var degree: Int { coefficients.count - 1 }

    /// The value at `s`, by Horner's rule.
    @inlinable
    public func callAsFunction(_ s: Double) -> Double {
        var value = 0.0
        for coefficient in coefficients.reversed() { value = value * s + coefficient }
        return value
    }

    public var derivative: Polynomial {
        if degree == 0 { return Polynomial([0]) }
        return Polynomial((1...degree).map { Double($0) * coefficients[$0] })
    }

    public static func * (a: Polynomial, b: Polynomial) -> Polynomial {
        var product = Array(repeating: 0.0, count: a.degree + b.degree + 1)
        for (i, p) in a.coefficients.enumerated() {
            for (j, q) in b.coefficients.enumerated() { product[i + j] += p * q }
        }
        return Polynomial(product)
    }

    public static func + (a: Polynomial, b: Polynomial) -> Polynomial {
        let count = max(a.coefficients.count, b.coefficients.count)
        return Polynomial(
            (0..<count).map { i in
                (i <= a.degree ? a.coefficients[i] : 0) + (i <= b.degree ? b.coefficients[i] : 0)
            })
    }

    /// An enclosure of the values over `domain`, see ``enclosure(of:over:)``.
    public func enclosure(over domain: Interval) -> Interval {
        let width = domain.upper - domain.lower
        // Powers of a width below this would underflow, and sums of coefficients above this overflow.
        let isOrdinary = (width == 0 || width >= 1e-30) && coefficients.allSatisfy { abs($0) <= 1e100 }
        return domain.lower >= 0 && domain.upper <= 1 && degree <= Bernstein.highest && isOrdinary
            ? enclosureInUnitInterval(over: domain)
            : Polynomial.enclosure(of: coefficients.map { Interval($0) }, over: domain)
    }

    /// The Bernstein form in plain doubles, for a domain within [0, 1].
    ///
    /// With lower + width ≤ 1 no sum of absolute values on the way exceeds P = Σ |cᵢ| upperⁱ; a coefficient of the result
    /// passes through at most 2n roundings of the shift, 2n of the scaling by the rounded width and n + 2 of the last
    /// sum. It is therefore off by less than (5n + 3)u·P with u = 2⁻⁵³; (6n + 4)u·P is taken, which covers the rounding of
    /// P. Where that hides the sign near a zero at 0, the power of s is taken out as a factor.
    private func enclosureInUnitInterval(over domain: Interval) -> Interval {
        let whole = enclosureInUnitInterval(over: domain, from: 0)
        guard coefficients[0] == 0, whole.contains(0), let first = coefficients.firstIndex(where: { $0 != 0 }) else {
            return whole
        }
        let product = enclosureInUnitInterval(over: domain, from: first) * domain.power(first)
        return Interval(max(whole.lower, product.lower), min(whole.upper, product.upper))
    }

    /// Of Σ c_(first + i) sⁱ.
    private func enclosureInUnitInterval(over domain: Interval, from first: Int) -> Interval {
        let n = degree - first
        if n == 0 { return Interval(coefficients[first]) }
        if n == 1 {
            // Its extremes are at the ends.
            let (a, b) = (Interval(coefficients[first]), Interval(coefficients[first + 1]))
            let low = a + b * Interval(domain.lower)
            return domain.lower == domain.upper ? low : low.hull(a + b * Interval(domain.upper))
        }
        let (start, width) = (domain.lower, domain.upper - domain.lower)
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: n + 1) { shifted -> Interval in
            var magnitude = 0.0
            var index = n
            while index >= 0 {
                shifted[index] = coefficients[first + index]
                magnitude = magnitude * domain.upper + abs(shifted[index])
                index -= 1
            }
            for pass in 0..<n {
                var i = n - 1
                while i >= pass {
                    shifted[i] += shifted[i + 1] * start
                    i -= 1
                }
            }
            var scale = width
            for i in 1...n {
                shifted[i] *= scale
                scale *= width
            }
            var (low, high) = (shifted[0], shifted[0])
            for i in 1...n {
                var sum = shifted[0]
                for k in 1...i { sum += shifted[k] * Bernstein.nearest(n, i, k) }
                low = min(low, sum)
                high = max(high, sum)
            }
            let error = magnitude * (Double(6 * n + 4) * 0x1p-53) + .leastNormalMagnitude
            return Interval((low - error).nextDown, (high + error).nextUp)
        }
    }

    /// An enclosure, over a bounded `domain`, of every polynomial whose coefficients (constant term first) lie in the
    /// given intervals: the hull of the Bernstein coefficients there, which for a short domain is tight to second
    /// order in its width.
    ///
    /// Source: Cargo and Shisha, "The Bernstein form of a polynomial", J. Res. NBS 70B (1966),
    /// doi:10.6028/jres.070B.007.
    ///
    /// - Complexity: O(degree²).
    public static func enclosure(of coefficients: [Interval], over domain: Interval) -> Interval {
        precondition(domain.isBounded, "the Bernstein form needs a bounded domain")
        let degree = coefficients.count - 1
        let start = Interval(domain.lower)
        if domain.lower == domain.upper {
            // Horner's rule, which at a point loses nothing.
            return coefficients.dropLast().reversed().reduce(coefficients[degree]) { $0 * start + $1 }
        }
        // Taylor shift to the domain's lower end, scaled to the unit interval.
        let width = Interval(domain.upper) - start
        var shifted = coefficients
        for first in 0..<degree {
            for i in stride(from: degree - 1, through: first, by: -1) {
                shifted[i] = shifted[i] + shifted[i + 1] * start
            }
        }
        var scale = width
        for i in stride(from: 1, through: degree, by: 1) {
            shifted[i] = shifted[i] * scale
            scale = scale * width
        }
        // b_i = Σ_{k ≤ i} C(i,k) / C(n,k) · a_k; b_0 = a_0.
        var hull = shifted[0]
        for i in stride(from: 1, through: degree, by: 1) {
            var sum = shifted[0]
            for k in 1...i { sum = sum + shifted[k] * Bernstein.ratio(degree, i, k) }
            hull = hull.hull(sum)
        }
        return hull
    }
}

/// C(i,k) / C(n,k), enclosed.
private enum Bernstein {
    /// Degrees up to this are tabulated: none of a loss is above it.
    static let highest = 8

    private static let nearest: [Double] = table.map(\.midpoint)

    /// The quotient as a double, off by at most one rounding.
    static func nearest(_ n: Int, _ i: Int, _ k: Int) -> Double {
        nearest[(n * (highest + 1) + i) * (highest + 1) + k]
    }

    private static let table: [Interval] = (0...highest).flatMap { n in
        (0...highest).flatMap { i in (0...highest).map { k in k <= i && i <= n ? quotient(n, i, k) : Interval(0) } }
    }

    static func ratio(_ n: Int, _ i: Int, _ k: Int) -> Interval {
        n <= highest ? table[(n * (highest + 1) + i) * (highest + 1) + k] : quotient(n, i, k)
    }

    private static func quotient(_ n: Int, _ i: Int, _ k: Int) -> Interval {
        if i == n { return Interval(1) }
        var (upper, lower) = (1.0, 1.0)
        // Whole numbers, exact up to degree 50.
        for j in 0..<k {
            upper = upper * Double(i - j) / Double(j + 1)
            lower = lower * Double(n - j) / Double(j + 1)
        }
        return Interval(upper) / Interval(lower)
    }
}
