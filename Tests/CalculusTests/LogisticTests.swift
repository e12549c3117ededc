import TestSupport
import Testing

@testable import Calculus

#if arch(x86_64) && canImport(Glibc)
    import Glibc

    /// σ and softplus in 64-bit significands, and with an exponent range in which e^−745 is an ordinary number.
    enum PreciseLogistic {
        static func sigmoid(_ z: Double) -> Float80 {
            if z >= 0 { return 1 / (1 + expl(-Float80(z))) }
            let e = expl(Float80(z))
            return e / (1 + e)
        }

        static func softplus(_ z: Double) -> Float80 { max(Float80(z), 0) + log1pl(expl(-abs(Float80(z)))) }

        static func weight(_ z: Double) -> Float80 { sigmoid(z) * sigmoid(-z) }
    }

    @Suite struct LogisticTests {
        static let arguments: [Double] = {
            let sizes: [Double] = [
                0, .leastNonzeroMagnitude, 1e-300, 1e-17, 0.5, 1, 36.7, 37, 40, 700, 708.4, 744.9, 745, 745.2, 746, 800,
                1e308,
            ]
            var random = SplitMix64(seed: 5)
            let others = (0..<2_000).map { Double.random(in: 0...($0 % 2 == 0 ? 750 : 40), using: &random) }
            return (sizes + others).flatMap { [$0, -$0] }
        }()

        /// Within four units in the last place, subnormal ones included.
        private func isClose(_ value: Double, to exact: Float80) -> Bool {
            abs(Float80(value) - exact) <= 4 * Float80(value.ulp)
        }

        @Test("The sigmoid is right to four units in the last place from −10³⁰⁸ to 10³⁰⁸")
        func sigmoidAccuracy() {
            let misses = LogisticTests.arguments.filter {
                !isClose(Logistic.sigmoid($0), to: PreciseLogistic.sigmoid($0))
            }
            #expect(misses.isEmpty)
        }

        @Test("Softplus is right to four units in the last place from −10³⁰⁸ to 10³⁰⁸")
        func softplusAccuracy() {
            let misses = LogisticTests.arguments.filter {
                !isClose(Logistic.softplus($0), to: PreciseLogistic.softplus($0))
            }
            #expect(misses.isEmpty)
        }

        @Test("The limits are reached without NaN")
        func limits() {
            #expect(Logistic.sigmoid(0) == 0.5)
            #expect(Logistic.sigmoid(.infinity) == 1)
            #expect(Logistic.sigmoid(-.infinity) == 0)
            #expect(Logistic.softplus(.infinity) == .infinity)
            #expect(Logistic.softplus(-.infinity) == 0)
            #expect(Logistic.sigmoid(-745) > 0)
            #expect(Logistic.softplus(-745) > 0)
        }

        @Test("Over an interval, sigmoid, softplus and weight hold the values at its members")
        func enclosures() {
            var random = SplitMix64(seed: 6)
            var misses: [String] = []
            for _ in 0..<2_000 {
                let a = LogisticTests.arguments[Int.random(in: 0..<LogisticTests.arguments.count, using: &random)]
                let b = LogisticTests.arguments[Int.random(in: 0..<LogisticTests.arguments.count, using: &random)]
                let narrow = a + abs(a) * 1e-6
                let z = Bool.random(using: &random) ? Interval(min(a, b), max(a, b)) : Interval(a, max(a, narrow))
                for point in random.points(of: z) {
                    let holds =
                        z.sigmoid.encloses(PreciseLogistic.sigmoid(point))
                        && z.softplus.encloses(PreciseLogistic.softplus(point))
                        && z.logisticWeight.encloses(PreciseLogistic.weight(point))
                    if !holds { misses.append("\(z) at \(point)") }
                }
            }
            #expect(misses.isEmpty, "\(misses.prefix(3))")
        }

        @Test("Enclosures stay within the function's own range")
        func ranges() {
            #expect(Interval(1_000).sigmoid.upper == 1)
            #expect(Interval(-1_000).sigmoid.lower == 0)
            #expect(Interval(-1_000).softplus.lower == 0)
            #expect(Interval.entire.sigmoid == Interval(0, 1))
            #expect(Interval.entire.softplus == Interval(0, .infinity))
            #expect(Interval.entire.logisticWeight == Interval(0, 0.25))
            #expect(Interval(-1, 2).logisticWeight.upper == 0.25)
        }

        @Test("Enclosures of a single number are tight to some units in the last place")
        func tightness() {
            for z in [-700, -40, -1, -1e-300, 0, 1, 40] {
                let z = Interval(z)
                #expect(z.sigmoid.width <= 40 * z.sigmoid.upper.ulp)
                #expect(z.softplus.width <= 40 * z.softplus.upper.ulp)
                #expect(z.logisticWeight.width <= 80 * z.logisticWeight.upper.ulp)
            }
        }
    }
#endif
