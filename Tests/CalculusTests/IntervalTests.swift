import TestSupport
import Testing

@testable import Calculus

@Suite struct IntervalTests {
    #if arch(x86_64)
        @Test(
            "Sums, differences and products hold the result of any two members, for ends of every magnitude",
            arguments: ["+", "-", "*"])
        func ringOperations(name: String) {
            var random = SplitMix64(seed: 1)
            var misses: [String] = []
            for _ in 0..<4_000 {
                let (a, b) = (random.interval(), random.interval())
                let result = name == "+" ? a + b : name == "-" ? a - b : a * b
                let (xs, ys) = (random.points(of: a), random.points(of: b))
                for x in xs {
                    for y in ys {
                        let (x, y) = (Float80(x), Float80(y))
                        let exact = name == "+" ? x + y : name == "-" ? x - y : x * y
                        if !result.encloses(exact) { misses.append("\(a) \(name) \(b) = \(result) without \(exact)") }
                    }
                }
            }
            #expect(misses.isEmpty, "\(misses.prefix(3))")
        }

        @Test("A quotient holds the quotient of any two members, and is the whole line when the divisor may be zero")
        func division() {
            var random = SplitMix64(seed: 2)
            var misses: [String] = []
            for _ in 0..<4_000 {
                let (a, b) = (random.interval(), random.interval())
                let result = a / b
                if b.contains(0) {
                    if result != .entire { misses.append("\(a) / \(b) = \(result)") }
                    continue
                }
                let (xs, ys) = (random.points(of: a), random.points(of: b))
                for x in xs {
                    for y in ys where !result.encloses(Float80(x) / Float80(y)) {
                        misses.append("\(a) / \(b) = \(result) without \(x)/\(y)")
                    }
                }
            }
            #expect(misses.isEmpty, "\(misses.prefix(3))")
        }

        @Test("A power holds the power of any member, for intervals below, above and around zero", arguments: 0...7)
        func powers(exponent: Int) {
            var random = SplitMix64(seed: 3)
            var misses: [String] = []
            for _ in 0..<2_000 {
                let a = random.interval()
                let result = a.power(exponent)
                for x in random.points(of: a) {
                    var exact: Float80 = 1
                    for _ in 0..<exponent { exact *= Float80(x) }
                    if !result.encloses(exact) { misses.append("\(a)^\(exponent) = \(result) without \(x)") }
                }
            }
            #expect(misses.isEmpty, "\(misses.prefix(3))")
        }
    #endif

    @Test("Above zero products and quotients are those of the intervals mirrored at zero, which four corners give")
    func mirrored() {
        var random = SplitMix64(seed: 11)
        for _ in 0..<2_000 {
            let ends = (0..<4).map { _ in abs(random.interval().upper) }.map { $0.isNormal ? $0 : 1 }
            let a = Interval(min(ends[0], ends[1]), max(ends[0], ends[1]))
            let b = Interval(min(ends[2], ends[3]), max(ends[2], ends[3]))
            let (product, quotient) = (-a * -b, -a / -b)
            #expect(a * b == Interval(max(0, product.lower), product.upper))
            #expect(a / b == Interval(max(0, quotient.lower), quotient.upper))
        }
    }

    @Test("An even power of an interval around zero starts at zero, an odd one keeps the sign")
    func powersAroundZero() {
        #expect(Interval(-2, 3).power(2).lower == 0)
        #expect(Interval(-3, 2).power(2).contains(9))
        #expect(Interval(-3, 2).power(2).upper < 9.000_000_1)
        #expect(Interval(-2, 3).power(3).contains(Interval(-8, 27)))
        #expect(Interval(-3, -2).power(2).lower > 3.999_999_9)
        #expect(Interval(-3, -2).power(4).lower >= 0)
        #expect(Interval(0, 2).power(6).lower == 0)
        #expect(Interval.entire.power(2) == Interval(0, .infinity))
        #expect(Interval.entire.power(3) == .entire)
        #expect(Interval(-7, 5).power(0) == Interval(1))
    }

    @Test("What has no meaning is the whole line, never NaN")
    func meaningless() {
        let (zero, infinity) = (Interval(0), Interval(.infinity))
        #expect(infinity - infinity == .entire)
        #expect(-infinity + infinity == .entire)
        #expect(zero * infinity == .entire)
        #expect(zero * .entire == .entire)
        #expect(infinity / infinity == .entire)
        #expect(Interval(1) / zero == .entire)
        #expect(Interval(1) / Interval(-1, 1) == .entire)
    }

    @Test("Overflow gives an infinite end, with the largest double still inside")
    func overflow() {
        let largest = Interval(.greatestFiniteMagnitude)
        #expect((largest + largest) == Interval(.greatestFiniteMagnitude, .infinity))
        #expect((-largest * largest) == Interval(-.infinity, -.greatestFiniteMagnitude))
    }

    @Test("Underflow leaves room for the true value beside zero")
    func underflow() {
        let tiny = Interval(.leastNonzeroMagnitude)
        #expect((tiny * tiny).upper > 0)
        #expect((-tiny * tiny).lower < 0)
    }

    @Test("An operation on numbers is at most three units in the last place wide")
    func tightness() {
        for result in [Interval(1) + Interval(2), Interval(3) * Interval(1), Interval(6) / Interval(2)] {
            #expect(result.contains(3))
            #expect(result.width <= 3 * 3.0.ulp)
        }
    }

    @Test("The midpoint is a finite point inside, whatever the ends")
    func midpoint() {
        var random = SplitMix64(seed: 4)
        for _ in 0..<1_000 {
            let a = random.interval()
            // A lone infinity has no finite point.
            guard a.lower < .infinity, a.upper > -.infinity else { continue }
            if !(a.midpoint.isFinite && a.contains(a.midpoint)) { Issue.record("\(a) has midpoint \(a.midpoint)") }
        }
        #expect(Interval(1, 3).midpoint == 2)
        #expect(Interval.entire.midpoint == 0)
        #expect(Interval(.leastNonzeroMagnitude).midpoint == .leastNonzeroMagnitude)
        #expect(Interval(-.greatestFiniteMagnitude, .greatestFiniteMagnitude).midpoint == 0)
    }

    @Test("Magnitude and mignitude are the largest and the least distance from zero")
    func magnitudes() {
        #expect(Interval(-3, 2).magnitude == 3)
        #expect(Interval(-3, 2).mignitude == 0)
        #expect(Interval(-3, -2).mignitude == 2)
        #expect(Interval(2, 5).mignitude == 2)
        #expect(Interval(0, 5).mignitude == 0)
        #expect(Interval.entire.magnitude == .infinity)
    }

    @Test("The hull is the smallest interval that holds both")
    func hull() {
        #expect(Interval(0, 1).hull(Interval(3, 4)) == Interval(0, 4))
        #expect(Interval(0, 9).hull(Interval(3, 4)) == Interval(0, 9))
    }

    @Test("An interval is bounded when both its ends are finite")
    func bounded() {
        #expect(Interval(0, 1).isBounded)
        #expect(!Interval(0, .infinity).isBounded)
        #expect(!Interval.entire.isBounded)
    }

    @Test("Equal ends and ranges make intervals; negation turns the ends round")
    func construction() {
        #expect(Interval(2...3) == Interval(2, 3))
        #expect(-Interval(2, 3) == Interval(-3, -2))
        #expect(Interval(2).width == 0)
    }

    @Test("Sums that are exactly zero, and products and quotients of what is not negative, stay on their side of zero")
    func exactZeros() {
        let square = Interval(-1, 2).power(2)
        #expect((square + square).lower == 0)
        #expect((Interval(1, 2) - Interval(0, 1)).lower == 0)
        #expect((Interval(4) * square).lower == 0)
        #expect((square / Interval(3)).lower == 0)
        #expect((square * Interval(-1, 1)).lower < -4)
        let x = Enclosure(over: Interval(-1, 2))
        #expect((x.power(2) + x.power(2)).applying(.sqrt).isContinuous)
    }
}
