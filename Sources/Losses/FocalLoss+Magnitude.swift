import Calculus

extension FocalLoss {
    /// The derivatives of q^γ·L, the loss of the class whose margin is m, with p = σ(m), q = 1 − p and L = −ln p.
    ///
    /// Since p′ = pq, q′ = −pq and L′ = −q, the n-th derivative is q^γ·(Aₙ + Bₙ·L) with polynomials in p:
    ///
    ///     A₀ = 0, Aₙ₊₁ = −γp·Aₙ + pq·Aₙ′ − q·Bₙ        B₀ = 1, Bₙ₊₁ = −γp·Bₙ + pq·Bₙ′
    ///
    /// From n = 2 on both have a factor p: the n-th derivative is at most q^γ·p·(a + b·L), with a and b the largest |Aₙ/p|
    /// and |Bₙ/p| over [0, 1].
    struct Magnitudes: Sendable {
        /// a and b by order, from the second on.
        private let factors: [(a: Double, b: Double)]
        private let gamma: Double

        init(gamma: Double) {
            self.gamma = gamma
            var (a, b) = (Majorized([0]), Majorized([1]))
            var factors: [(a: Double, b: Double)] = []
            for order in 1...LogisticDerivatives.highestOrder {
                (a, b) = (a.next(gamma) + b.timesMinusQ, b.next(gamma))
                if order > 1 { factors.append((a.largestWithoutFactor, b.largestWithoutFactor)) }
            }
            self.factors = factors
        }

        /// Over all margins at least `distance` away from zero.
        ///
        /// Where m ≥ d, q ≤ e^−d and L ≤ ln 2. Where m ≤ −d, p ≤ e^−d and p·L ≤ e^−t·(t + ln 2) for t = −m, which falls
        /// from t = 1 − ln 2 on.
        func bound(order: Int, beyond distance: Double) -> Double {
            let (a, b) = factors[order - 2]
            func decay(_ exponent: Double) -> Double { Interval(-min(exponent, 690)).exp.upper }
            let right = decay(gamma * distance * (1 - 0x1p-50)) * (a + 0.6932 * b)
            let t = max(distance, 0.307)
            let left = decay(distance) * a + decay(t) * (min(t, 690) + 0.6932) * b
            return max(right, left) * (1 + 0x1p-40)
        }
    }
}

/// A polynomial in p and one with coefficients that bound those of every intermediate result, from which the rounding
/// errors of its own follow.
private struct Majorized {
    private let polynomial: Polynomial
    private let majorant: Polynomial

    init(_ coefficients: [Double]) {
        polynomial = Polynomial(coefficients)
        majorant = Polynomial(coefficients)
    }

    private init(_ polynomial: Polynomial, _ majorant: Polynomial) {
        self.polynomial = polynomial
        self.majorant = majorant
    }

    /// −γp·P + p(1 − p)·P′
    func next(_ gamma: Double) -> Majorized {
        Majorized(
            Polynomial([0, -gamma]) * polynomial + Polynomial([0, 1, -1]) * polynomial.derivative,
            Polynomial([0, gamma]) * majorant + Polynomial([0, 1, 1]) * majorant.derivative)
    }

    var timesMinusQ: Majorized {
        Majorized(Polynomial([-1, 1]) * polynomial, Polynomial([1, 1]) * majorant)
    }

    static func + (a: Majorized, b: Majorized) -> Majorized {
        Majorized(a.polynomial + b.polynomial, a.majorant + b.majorant)
    }

    /// max |P/p| over [0, 1], rounded upwards: fewer than twenty roundings a coefficient and order.
    var largestWithoutFactor: Double {
        let rest = Polynomial(polynomial.coefficients.count > 1 ? Array(polynomial.coefficients.dropFirst()) : [0])
        return LogisticDerivatives.magnitude(rest) + 1e-13 * majorant(1)
    }
}
