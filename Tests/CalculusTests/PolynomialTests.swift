import TestSupport
import Testing

@testable import Calculus

@Suite struct PolynomialTests {
    @Test("A polynomial is evaluated from its coefficients, the constant term first")
    func evaluation() {
        let p = Polynomial([1, -3, 2])
        #expect(p(0) == 1)
        #expect(p(1) == 0)
        #expect(p(0.5) == 0)
        #expect(p.degree == 2)
    }

    @Test("Sum, product and derivative are the algebraic ones")
    func algebra() {
        let (p, q) = (Polynomial([1, 2]), Polynomial([0, -1, 3]))
        #expect(p + q == Polynomial([1, 1, 3]))
        #expect(q + p == p + q)
        #expect(p * q == Polynomial([0, -1, 1, 6]))
        #expect(q.derivative == Polynomial([-1, 6]))
        #expect(Polynomial([5]).derivative == Polynomial([0]))
    }

    #if arch(x86_64)
        @Test("The Bernstein enclosure holds dense samples, for degrees 0 to 7 and domains of every width")
        func enclosure() {
            var random = SplitMix64(seed: 7)
            var misses: [String] = []
            for round in 0..<400 {
                let coefficients = (0...(round % 8)).map { _ in Double.random(in: -10...10, using: &random) }
                let start = Double.random(in: -3...3, using: &random)
                let width = Double(sign: .plus, exponent: Int.random(in: -60...3, using: &random), significand: 1)
                let domain = Interval(start, start + (round % 11 == 0 ? 0 : width))
                let enclosure = Polynomial(coefficients).enclosure(over: domain)
                for i in 0...100 {
                    let s = min(domain.lower + domain.width * Double(i) / 100, domain.upper)
                    let exact = PolynomialTests.precise(coefficients, at: s)
                    if !enclosure.encloses(exact) { misses.append("\(coefficients) over \(domain) at \(s)") }
                }
            }
            #expect(misses.isEmpty, "\(misses.prefix(3))")
        }

        @Test("With intervals for coefficients, the enclosure holds every polynomial among them")
        func intervalCoefficients() {
            var random = SplitMix64(seed: 8)
            var misses: [String] = []
            for round in 0..<200 {
                let coefficients = (0...(round % 8)).map { _ in
                    let middle = Double.random(in: -10...10, using: &random)
                    return Interval(middle, middle + .random(in: 0...2, using: &random))
                }
                let start = Double.random(in: -1...1, using: &random)
                let domain = Interval(start, start + .random(in: 0...1, using: &random))
                let enclosure = Polynomial.enclosure(of: coefficients, over: domain)
                for _ in 0..<40 {
                    let chosen = coefficients.map { Double.random(in: $0.lower...$0.upper, using: &random) }
                    let s = Double.random(in: domain.lower...domain.upper, using: &random)
                    if !enclosure.encloses(PolynomialTests.precise(chosen, at: s)) {
                        misses.append("\(chosen) at \(s)")
                    }
                }
            }
            #expect(misses.isEmpty, "\(misses.prefix(3))")
        }

        private static func precise(_ coefficients: [Double], at s: Double) -> Float80 {
            coefficients.reversed().reduce(Float80(0)) { $0 * Float80(s) + Float80($1) }
        }
    #endif

    @Test("The excess of the Bernstein enclosure over the range falls with the square of the domain's width")
    func quadraticTightness() {
        // An interior maximum at 0.5, where plain interval arithmetic is tight to first order only.
        let p = Polynomial([0, 1, -2, 2, -1])
        func excess(_ width: Double) -> Double {
            let (low, high) = (0.5 - width / 3, 0.5 + 2 * width / 3)
            let values = (0...4_000).map { p(low + (high - low) * Double($0) / 4_000) }
            guard let least = values.min(), let greatest = values.max() else { return .infinity }
            return p.enclosure(over: Interval(low, high)).width - (greatest - least)
        }
        let perSquare = (0...6).map { k in
            let width = 0.4 / Double(1 << k)
            return excess(width) / (width * width)
        }
        #expect(perSquare.allSatisfy { $0 > 0 && $0 < 1 })
        #expect(excess(0.1) < 0.3 * excess(0.2))
        #expect(excess(0.025) < 0.3 * excess(0.05))
    }

    @Test("On the whole domain of a probability the enclosure of σ's own polynomial s(1 − s) is [0, ½] at worst")
    func unitInterval() {
        let enclosure = Polynomial([0, 1, -1]).enclosure(over: Interval(0, 1))
        #expect(enclosure.contains(Interval(0, 0.25)))
        #expect(enclosure.upper < 0.5 + 2e-14)
    }
}

struct PolynomialInUnitIntervalTests {
    @Test("In plain doubles within [0, 1] the enclosure holds every value, as interval arithmetic has it")
    func holds() {
        var random = SplitMix64(seed: 77)
        for _ in 0..<4_000 {
            let degree = Int.random(in: 1...8, using: &random)
            let polynomial = Polynomial(
                (0...degree).map { _ in
                    Int.random(in: 0...4, using: &random) == 0 ? 0 : Double.random(in: -20...20, using: &random)
                })
            let scale: Double = [1, 1e-3, 1e-9, 1e-25, 1e-40].randomElement(using: &random) ?? 1
            let ends = (0..<2).map { _ in Double.random(in: 0...1, using: &random) * scale }.sorted()
            let domain = Interval(ends[0], Bool.random(using: &random) ? ends[0] : ends[1])
            let enclosure = polynomial.enclosure(over: domain)
            for share in [0.0, 0.13, 0.5, 0.77, 1] {
                let s = min(domain.upper, domain.lower + share * (domain.upper - domain.lower))
                // The value by Horner's rule in intervals, which need not lie inside as a whole but must meet it.
                let value = polynomial.coefficients.reversed().reduce(Interval(0)) { $0 * Interval(s) + Interval($1) }
                #expect(value.lower <= enclosure.upper && enclosure.lower <= value.upper, "\(polynomial) \(s)")
            }
            let sure = Polynomial.enclosure(of: polynomial.coefficients.map { Interval($0) }, over: domain)
            #expect(sure.lower <= enclosure.upper && enclosure.lower <= sure.upper)
        }
    }

    @Test("Widths whose powers underflow, and coefficients beyond all sums, are enclosed by intervals")
    func extremes() {
        let steep = Polynomial([0, 0, 0, 0, 1e280]).enclosure(over: Interval(0, 1e-82))
        #expect(steep.contains(1e-48))
        let large = Polynomial([1e308, 1e308]).enclosure(over: Interval(0.5, 1))
        #expect(large.upper == .infinity && large.contains(1.6e308))
    }
}
