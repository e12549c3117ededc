import Testing

@testable import Calculus

@Suite struct EnclosureTests {
    private let zero = Enclosure(0)

    @Test("Sums and products with zero are exact")
    func zeros() {
        let box = Enclosure(over: Interval(1, 2))
        #expect((zero * box).isZero)
        #expect((zero / box).isZero)
        #expect(zero + box == box)
        #expect(box - zero == box)
        #expect(zero - box == -box)
        #expect((zero * Enclosure(over: Interval(-1, 1)).applying(.log)).decoration == .trivial)
    }

    @Test("Large whole powers enclose the true one at once")
    func largePowers() {
        let tenth = Interval(-1.5, -1.25)
        let large = tenth.power(1_000)
        #expect(large.lower > 7.9e96 && large.upper < 1.3e176)
        #expect(tenth.power(1_001).upper < 0)
        #expect(Interval(-2, 0.5).power(100_000_001) == Interval(-.infinity, Interval(0.5).power(2_000).upper))
        #expect(Interval(-1, 1).power(1_000_000) == Interval(0, 1))
        for n in 1...40 {
            let power = Interval(1.1, 1.1).power(n)
            #expect(power.width <= 1e-14 * power.upper)
            #expect(power.contains(1.1.power(n)) || power.width < 1e-15 * power.upper)
        }
    }

    @Test("The power 0 of what is not defined is not defined")
    func powerOfNothing() {
        #expect(Double.nan.power(0).isNaN)
        #expect(1.0.power(Double.nan).isNaN)
        #expect(Enclosure.undefined.power(0) == .undefined)
    }
}
