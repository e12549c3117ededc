import Calculus
import TestSupport
import Testing

@Suite struct ExactScalarTests {
    private func fraction(_ a: Int128, _ b: Int128) -> ExactScalar { ExactScalar(Rational(a, over: b)) }

    @Test("Arithmetic is exact where doubles round")
    func arithmetic() {
        let third = fraction(1, 3)
        #expect(third + third + third == ExactScalar(1.0))
        #expect(third - fraction(1, 2) == fraction(-1, 6))
        #expect(third * fraction(3, 5) / fraction(1, 5) == ExactScalar(1.0))
        #expect(fraction(-2, 3).power(3) == fraction(-8, 27) && fraction(-2, 3).power(-2) == fraction(9, 4))
        #expect(fraction(2, 3).power(ExactScalar(2.0)) == fraction(4, 9))
        #expect(third.power(0) == ExactScalar(1.0))
    }

    @Test("What has no value, is irrational or does not fit is unknown, and so is everything made of it")
    func unknown() {
        let zero = ExactScalar(0.0)
        #expect(ExactScalar(1.0) / zero == .unknown && zero.power(-1) == .unknown)
        #expect(ExactScalar(2.0).applying(.exp) == .unknown && ExactScalar(2.0).applying(.sqrt) == .unknown)
        #expect(ExactScalar(Numeral.pi) == .unknown && zero * ExactScalar(Numeral.pi) == .unknown)
        #expect(fraction(1, 3).power(200) == .unknown && fraction(1, 3).power(100) == .unknown)
        #expect(fraction(-1, 3).power(fraction(1, 2)) == .unknown && zero.power(zero) == .unknown)
        #expect(ExactScalar.between(1, 2) == .unknown && ExactScalar.between(2, 2) == ExactScalar(2.0))
        #expect(!ExactScalar.unknown.isZero && zero.isZero && ExactScalar.unknown.least.isNaN)
        #expect(ExactScalar.minimum(.unknown, zero) == .unknown)
        #expect(ExactScalar.select(.less, .unknown, zero, then: zero, else: zero) == .unknown)
    }

    @Test("Every function that has an exact value agrees with the double's, at whole numbers and halves")
    func functions() throws {
        for function in ElementaryFunction.allCases {
            var known = 0
            for k in -6...6 {
                let at = Double(k) / 2
                guard let exact = ExactScalar(at).applying(function).value else { continue }
                known += 1
                #expect(abs(exact.approximation - at.applying(function)) < 1e-15, "\(function) at \(at)")
            }
            #expect(known > 0 || function == .softplus, "\(function) has no exact value anywhere")
        }
    }

    @Test("Jets over it give the derivatives of a formula exactly")
    func jets() throws {
        func formula<S: Scalar>(_ x: S) -> S { S(2) * x * (S(1) - x) * (S(2) * x - S(3) * x.power(2)) }
        let place = try #require(Rational(2, over: 3))
        let jet = formula(Jet<3, ExactScalar>(variable: ExactScalar(place)))
        #expect(jet.value == ExactScalar(0.0))
        // 8x − 30x² + 24x³ and 8 − 60x + 72x² there.
        #expect(jet.derivative(1) == fraction(-8, 9))
        #expect(jet.derivative(2) == ExactScalar(0.0))
    }

    @Test("Comparisons choose by the exact values")
    func comparisons() {
        let (a, b) = (fraction(1, 3), ExactScalar(1.0 / 3))
        #expect(ExactScalar.maximum(a, b) == a && ExactScalar.minimum(a, b) == b)
        #expect(ExactScalar.select(.greater, a, b, then: a, else: b) == a)
        #expect(ExactScalar.select(.equal, a, b, then: a, else: b) == b)
    }
}
