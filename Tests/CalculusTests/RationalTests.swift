import Calculus
import TestSupport
import Testing

@Suite struct RationalTests {
    @Test("A fraction is in lowest terms with a positive denominator, and is written and read so")
    func lowestTerms() throws {
        #expect(try #require(Rational(-6, over: 4)).description == "-3/2")
        #expect(try #require(Rational(6, over: -4)).description == "-3/2")
        #expect(try #require(Rational(8, over: 4)).description == "2")
        #expect(Rational("-3/2") == Rational(-3, over: 2))
        for text in ["6/4", "3/-2", "3/1", "+3", "1/0", "", "1/2/3", "a", "1.5"] {
            #expect(Rational(text) == nil, "\(text)")
        }
        #expect(Rational(1, over: 0) == nil && Rational(.min, over: 1) == nil && Rational(1, over: .min) == nil)
    }

    @Test("A double is taken as exactly what it is, a numeral as what it says")
    func constants() throws {
        #expect(Rational(exactly: -0.75) == Rational(-3, over: 4))
        #expect(Rational(exactly: 0) == Rational(0) && Rational(exactly: 0x1p60) == Rational(1 << 60))
        #expect(Rational(exactly: 0.1) != Rational(1, over: 10))
        #expect(Rational(exactly: .leastNonzeroMagnitude) == nil && Rational(exactly: 1e300) == nil)
        #expect(Rational(exactly: .nan) == nil && Rational(exactly: .infinity) == nil)
        for (text, value) in [
            ("0.1", Rational(1, over: 10)), ("2.50", Rational(5, over: 2)), ("1e3", Rational(1000)),
            ("12.5E-2", Rational(1, over: 8)), ("-3", Rational(-3)), ("1e40", nil), ("1e-40", nil),
            ("1e-9223372036854775808", nil), ("1.5e-9223372036854775807", nil),
        ] {
            #expect(Rational(try #require(Numeral(text))) == value, "\(text)")
        }
        #expect(Rational(.pi) == nil && Rational(.e) == nil)
    }

    @Test("The simplest fraction of an interval is found, and none that is not proved to lie in it")
    func simplest() throws {
        #expect(Rational.simplest(in: Interval(0.33333, 0.33334)) == Rational(1, over: 3))
        #expect(Rational.simplest(in: Interval(-0.66667, -0.66666)) == Rational(-2, over: 3))
        #expect(Rational.simplest(in: Interval(-1e-12, 1e-12)) == Rational(0))
        #expect(Rational.simplest(in: Interval(0, 1e-12)) == Rational(0))
        #expect(Rational.simplest(in: Interval(2.9, 7)) == Rational(3))
        #expect(Rational.simplest(in: Interval(3.14159265358, 3.14159265360)) == nil)
        // 1/3 is no double, and is not in the interval of the one next to it alone.
        #expect(Rational.simplest(in: Interval(1.0 / 3)) == nil)
        #expect(Rational.simplest(in: .entire) == nil)
    }

    @Test("For random fractions the search gives them back, or a simpler one that lies in the interval too")
    func randomFractions() throws {
        var random = SplitMix64(seed: 7)
        for _ in 0..<2000 {
            let denominator = Int128.random(in: 1...300, using: &random)
            let value = try #require(Rational(Int128.random(in: -900...900, using: &random), over: denominator))
            let reach = 1e-9 * max(1, abs(value.approximation))
            let interval = Interval(value.approximation - reach, value.approximation + reach)
            #expect(Rational.simplest(in: interval) == value)
        }
    }
}
