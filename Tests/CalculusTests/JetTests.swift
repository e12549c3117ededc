import Testing

@testable import Calculus

@Suite struct JetTests {
    @Test("A constant stays a constant through functions whose slope is infinite there")
    func constants() {
        for function in [ElementaryFunction.sqrt, .cbrt] {
            let jet = Jet<5, Double>(0).applying(function)
            #expect((1..<5).allSatisfy { jet.coefficients[$0] == 0 })
        }
        #expect(Jet<3, Double>(1).applying(.asin).coefficients[1] == 0)
        #expect(Jet<3, Enclosure>(0).applying(.sqrt).coefficients[1].isZero)
        #expect(Jet<3, Enclosure>(0).power(Jet(Numeral.pi)).coefficients[1].isZero)
        #expect(Gradient<Double>(0).applying(.sqrt).dx == 0)
    }

    @Test("An exponent computed from constants is a constant")
    func constantExponent() {
        let x = Jet<3, Enclosure>(variable: Enclosure(over: Interval(0, 1)))
        let exponent = Jet<3, Enclosure>(5) / Jet(3)
        let power = x.power(exponent)
        #expect(power.coefficients[1].isContinuous)
        #expect(!power.coefficients[2].isContinuous)
        #expect((power.coefficients[1].interval?.upper ?? 9) < 1.667)
    }

    @Test("A power with a variable exponent has its value at zero")
    func powerAtZero() {
        let x = Jet<2, Double>(variable: 0)
        #expect(x.power(x + Jet(1)).value == 0)
        #expect(Gradient<Double>(x: 0).power(Gradient(y: 2)).value == 0)
    }

    @Test("No slope is promised where the sign jumps")
    func sign() {
        let x = Jet<2, Enclosure>(variable: Enclosure(over: Interval(0, 1)))
        #expect(!x.applying(.sign).coefficients[1].isContinuous)
        #expect(x.applying(.step).coefficients[1].isContinuous)
    }

    @Test("Binomial coefficients too large for a double are enclosed")
    func largeBinomials() {
        let n = 1_000_003
        let jet = Jet<5, Enclosure>(variable: Enclosure(1)).power(n)
        // C(n, 4) = 41667083336458337 · 10⁶ + …, here in whole numbers.
        let exact = n * (n - 1) / 2 * (n - 2) / 3
        let fourth = Double(exact) * Double(n - 3) / 4
        let interval = jet.coefficients[4].interval ?? Interval(0)
        #expect(interval.contains(fourth) && interval.width > 0 && interval.width < 1e-14 * fourth)
        #expect(Jet<3, Enclosure>(variable: Enclosure(2)).power(3).coefficients[2].interval?.contains(6) == true)
    }

    @Test("Γ's slope beyond the tabulated range is anything")
    func gammaFarLeft() {
        let jet = Jet<2, Enclosure>(variable: Enclosure(over: Interval(-250.6, -250.4))).applying(.gamma)
        #expect(jet.coefficients[1].interval == .entire)
        #expect(!jet.coefficients[0].isContinuous)
    }
}
