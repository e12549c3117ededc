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
        Polynomial.enclosure(of: coefficients.map { Interval($0) }, over: domain)
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
        // Taylor shift to the domain's lower end, scaled to the unit interval.
        let start = Interval(domain.lower)
        let width = Interval(domain.upper) - start
        var shifted = coefficients
        for first in 0..<degree {
            for i in stride(from: degree - 1, through: first, by: -1) {
                shifted[i] = shifted[i] + shifted[i + 1] * start
            }
        }
        var scale = Interval(1)
        for i in 0...degree {
            shifted[i] = shifted[i] * scale
            scale = scale * width
        }
        // b_i = Σ_{k ≤ i} C(i,k) / C(n,k) · a_k.
        var hull: Interval?
        for i in 0...degree {
            var sum = Interval(0)
            var binomialOfI = 1.0
            var binomialOfN = 1.0
            for k in 0...i {
                sum = sum + shifted[k] * (Interval(binomialOfI) / Interval(binomialOfN))
                binomialOfI = binomialOfI * Double(i - k) / Double(k + 1)
                binomialOfN = binomialOfN * Double(degree - k) / Double(k + 1)
            }
            hull = hull?.hull(sum) ?? sum
        }
        return hull ?? .entire
    }
}
