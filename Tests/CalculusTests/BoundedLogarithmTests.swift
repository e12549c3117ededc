import TestSupport

#if arch(x86_64) && canImport(Glibc)
    import Glibc
    import Testing

    @testable import Calculus

    @Suite struct BoundedLogarithmTests {
        @Test("Bounds of ln(1 + e) hold the value to 64 bits, and are narrow")
        func bounds() {
            var random = SplitMix64(seed: 11)
            var arguments = [BoundedLogarithm.least, 1e-300, 0x1p-60, 0x1p-53, 0.5, 1 - 0x1p-53, 1]
            for _ in 0..<20_000 {
                arguments.append(.random(in: 0...1, using: &random))
                arguments.append(Double.exp(.random(in: -600...0, using: &random)))
            }
            for e in arguments {
                let (lower, upper) = BoundedLogarithm.bounds(ofOnePlus: e)
                let exact = log1pl(Float80(e))
                // log1pl is off by less than a unit of 64 bits.
                #expect(Float80(lower) <= exact * (1 + 0x1p-62) && exact * (1 - 0x1p-62) <= Float80(upper), "\(e)")
                #expect(upper - lower <= 0x1p-48 * upper)
            }
        }

        @Test("An interval's log1p takes them where they hold, and meets the library's at the seam")
        func interval() {
            let (inside, outside) = (Interval(0.25, 1).log1p, Interval(0.25, 1.0.nextUp).log1p)
            #expect(inside.width <= outside.width * (1 + 1e-14))
            #expect(abs(inside.upper - 0.693_147_180_559_945_3) < 1e-15 && inside.contains(0.5))
            let small = Interval(0, 1e-302).log1p
            #expect(small.contains(0) && small.contains(1e-302))
        }
    }
#endif
