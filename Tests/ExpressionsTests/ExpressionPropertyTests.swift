import Calculus
import Expressions
import TestSupport
import Testing

@Suite struct ExpressionPropertyTests {
    @Test("Values and derivatives at a point lie in the enclosures over boxes around it")
    func enclosed() throws {
        var random = RandomExpression(generator: SplitMix64(seed: 1), isSmooth: false)
        var checked = 0
        for _ in 0..<6_000 {
            let source = random.text(depth: Int.random(in: 1...4, using: &random.generator))
            let expression = try Expression(source)
            let x = Double.random(in: -4...4, using: &random.generator)
            let reaches: [Double] = [1e-4, 0.01, 0.5, 3]
            let reach: Double = reaches[Int.random(in: 0..<4, using: &random.generator)]
            let low = x - reach * Double.random(in: 0.1...1, using: &random.generator)
            let high = x + reach * Double.random(in: 0.1...1, using: &random.generator)
            let box = Interval(low, high)
            let value = expression.evaluate(x)
            let jet: Jet<5, Double> = expression.jet(at: x)
            let bounds: Jet<5, Enclosure> = expression.jet(over: box)
            let plain = expression.evaluate(Enclosure(over: box))
            guard value.isFinite else {
                if value.isNaN {
                    #expect(!plain.isContinuous || plain.interval?.isBounded != true, "\(source) at \(x)")
                }
                continue
            }
            checked += 1
            func holds(_ enclosure: Enclosure, _ value: Double) -> Bool {
                guard let interval = enclosure.interval else { return false }
                // Doubles have rounding errors of their own.
                let slack = 1e-9 * (abs(value) + min(1, interval.magnitude))
                return interval.lower - slack <= value && value <= interval.upper + slack
            }
            // A double divided by zero is infinite, and lost in a minimum.
            if plain == .undefined, source.contains("/") || source.contains("-") { continue }
            #expect(holds(plain, value), "\(source) at \(x) is \(value), not in \(plain) over \(box)")
            for k in 0..<5 {
                guard bounds.coefficients[k].isContinuous else { break }
                let coefficient = jet.coefficients[k]
                guard coefficient.isFinite else { break }
                #expect(
                    holds(bounds.coefficients[k], coefficient),
                    "\(k): \(source) at \(x) is \(coefficient), not in \(bounds.coefficients[k]) over \(box)")
            }
        }
        #expect(checked > 2_000)
    }

    @Test("Each Taylor coefficient is the slope of the one before, by Richardson's differences")
    func differences() throws {
        var random = RandomExpression(generator: SplitMix64(seed: 2), isSmooth: true)
        var checked = 0
        for _ in 0..<6_000 {
            let source = random.text(depth: Int.random(in: 1...3, using: &random.generator))
            let expression = try Expression(source)
            let x = Double.random(in: -2...2, using: &random.generator)
            let jet: Jet<5, Double> = expression.jet(at: x)
            func coefficient(_ k: Int, _ h: Double) -> Double {
                (expression.jet(at: x + h) as Jet<5, Double>).coefficients[k]
            }
            func slope(_ k: Int, _ h: Double) -> Double {
                let (one, two) = (
                    (coefficient(k, h) - coefficient(k, -h)) / (2 * h),
                    (coefficient(k, 2 * h) - coefficient(k, -2 * h)) / (4 * h)
                )
                return (4 * one - two) / 3
            }
            for k in 0..<4 {
                let (fine, coarse) = (slope(k, 1e-3), slope(k, 2e-3))
                let size = max(1, abs(jet.coefficients[k]))
                // Where the differences themselves are settled.
                guard abs(fine - coarse) < 1e-7 * size, size < 1e6 else { break }
                checked += 1
                let expected = Double(k + 1) * jet.coefficients[k + 1]
                // What is written with a logarithm or a quotient of nothing has no slope, 0^x among it.
                if source.contains("(x-x)"), expected.isNaN { break }
                #expect(abs(fine - expected) < 1e-5 * size, "\(k + 1): \(source) at \(x) is \(expected), not \(fine)")
            }
        }
        #expect(checked > 5_000)
    }

    @Test("Any text is an expression or an error within it")
    func fuzz() throws {
        var random = RandomExpression(generator: SplitMix64(seed: 3), isSmooth: false)
        let alphabet = Array(
            "xyθwb0123456789.eE+-−*/^()(),<>=!≤≠ σπ·×sincoslogmeanifmaxsum_$[]²é\u{301}\u{0}🙂\n\"'{}\\")
        var (good, bad) = (0, 0)
        for round in 0..<20_000 {
            var text = Array(random.text(depth: 3))
            if round % 2 == 0 {
                text = (0..<Int.random(in: 0...30, using: &random.generator)).map { _ in
                    alphabet.randomElement(using: &random.generator) ?? "x"
                }
            }
            for _ in 0..<Int.random(in: 0...3, using: &random.generator) {
                let place = Int.random(in: 0...text.count, using: &random.generator)
                let letter = alphabet.randomElement(using: &random.generator) ?? "x"
                switch Int.random(in: 0..<3, using: &random.generator) {
                case 0: text.insert(letter, at: place)
                case 1 where place < text.count: text.remove(at: place)
                case _ where place < text.count: text[place] = letter
                default: break
                }
            }
            let source = String(text)
            do {
                let expression = try Expression(source)
                good += 1
                let samples = Samples(x: [1, 2], y: [0, 1])
                _ = expression.evaluate(Enclosure(over: Interval(0, 1)), Enclosure(0.5), samples: samples)
            } catch {
                bad += 1
                #expect((1...source.count + 1).contains(error.column), "\(source)")
                #expect(error.diagnostic.message.hasPrefix("column \(error.column): "))
                #expect(error.caret.split(separator: "\n", omittingEmptySubsequences: false).count == 2, "\(source)")
            }
        }
        #expect(good > 1_000 && bad > 1_000)
    }

    @Test(
        "Continuity is promised where it is, and nowhere else",
        arguments: [
            ("log(x)", -1, 1, false), ("log(x)", 0.5, 1, true), ("1/x", -1, 1, false), ("1/x", 1, 2, true),
            ("floor(x)", 0.5, 1.5, false), ("floor(x)", 0.2, 0.8, true), ("abs(x)", -1, 1, true),
            ("max(x, 0)", -1, 1, true), ("min(x, -x)", -1, 1, true), ("relu(x)", -1, 1, true),
            ("if(x < 0, -x, x)", -1, 1, false), ("if(x < 0, log(-x), x)", 0.5, 1, true), ("sqrt(x)", 0, 1, true),
            ("sqrt(x)", -1, 1, false), ("sign(x)", -1, 1, false), ("sign(x)", 0, 1, false), ("step(x)", 0, 1, true),
            ("tan(x)", 1, 2, false), ("tan(x)", -1, 1, true), ("gamma(x)", -0.5, 0.5, false),
            ("gamma(x)", -0.75, -0.25, true), ("x^-2", -1, 1, false), ("x^0.5", 0, 1, true), ("x^x", 0.5, 1, true),
            ("cbrt(x)", -1, 1, true), ("asin(x)", -1, 1, true), ("asin(x)", 0.5, 1.5, false), ("x^0", -1, 1, true),
        ] as [(String, Double, Double, Bool)])
    func continuity(_ source: String, _ low: Double, _ high: Double, _ expected: Bool) throws {
        let expression = try Expression(source)
        #expect(expression.evaluate(Enclosure(over: Interval(low, high))).isContinuous == expected)
    }

    @Test("No slope is promised across a kink or where the function ends")
    func slopes() throws {
        for (source, low, high) in [
            ("abs(x)", -1.0, 1.0), ("relu(x)", -1, 1), ("sqrt(x)", 0, 1), ("log(x)", -2, -1), ("cbrt(x)", -1, 1),
            ("max(x, 0)", -1, 1), ("sign(x)", 0, 1), ("asin(x)", 0, 1), ("x^0.5", 0, 1), ("log1p(x)", -3, -2),
        ] {
            let jet: Jet<2, Enclosure> = try Expression(source).jet(over: Interval(low, high))
            let slope = jet.provedDerivative(1)
            #expect(!slope.isContinuous || slope.interval?.isBounded == false, "\(source)")
        }
        let power: Jet<3, Enclosure> = try Expression("x^1.5").jet(over: Interval(0, 1))
        #expect(power.provedDerivative(1).decoration == .common)
        #expect(power.provedDerivative(2).decoration != .common)
    }
}
