import Calculus
import Certificates
import Expressions
import Losses
import TestSupport
import Testing

@Suite struct ProvedZerosTests {
    private func zeros(
        _ text: String, _ window: ClosedRange<Double> = -5...5, order: Int = 0
    ) throws -> ProvedZeros {
        .prove(try Expression(text), on: nil, order: order, window: window)
    }

    private func exact(_ found: ProvedZeros) -> [String] { found.zeros.map { $0.exact.map { "\($0)" } ?? "?" } }

    @Test("A fraction is told exactly, another zero by an enclosure as narrow as that of a minimum")
    func crossings() throws {
        let fractions = try zeros("(3*x - 1)*(2*x + 7)*(x - 0.1)")
        #expect(exact(fractions) == ["-7/2", "1/10", "1/3"] && fractions.isComplete)
        #expect(fractions.zeros.allSatisfy { $0.multiplicity == 1 })
        let root = try zeros("x^2 - 2")
        #expect(exact(root) == ["?", "?"] && root.isComplete)
        #expect(root.zeros[1].place.contains(2.0.squareRoot()) && root.zeros[1].place.width < 1e-9)
        #expect(root.zeros[0].range.contains(-2.0.squareRoot()))
        // The numerals of π are not π: nothing made of them is exact.
        let scaled = try zeros("pi*x - pi")
        #expect(exact(scaled) == ["?"] && scaled.zeros[0].place.contains(1))
    }

    @Test(
        "A zero that touches is proved where exact arithmetic finds it, and left open where it does not",
        arguments: [
            ("x^2", ["0"], [2]), ("cos(x) - 1", ["0"], [2]), ("x^3", ["0"], [3]),
            ("(x - 1/3)^2*(x + 2)", ["-2", "1/3"], [1, 2]),
            ("x^4 - x^2", ["-1", "0", "1"], [1, 2, 1]),
        ])
    func touching(text: String, places: [String], counts: [Int]) throws {
        let found = try zeros(text)
        #expect(exact(found) == places && found.zeros.map(\.multiplicity) == counts && found.isComplete)
    }

    @Test(
        "What touches at no fraction, nearly touches, or touches four times is not decided",
        arguments: [("(x^2 - 2)^2", 2.0.squareRoot()), ("x^2 - 2*x + 1 + 1e-30", 1), ("x^2 - 1e-30", 0), ("x^4", 0)])
    func undecided(text: String, place: Double) throws {
        let found = try zeros(text)
        #expect(found.zeros.isEmpty && !found.isComplete)
        #expect(found.doubts.contains { $0.stretch.contains(place) && $0.cause == .undecided })
        #expect(found.doubts.allSatisfy { $0.stretch.width < 1e-6 })
    }

    @Test("At the window's ends a zero is proved where it is exact, else it may lie outside and is left open")
    func ends() throws {
        let found = try zeros("x*(x - 1)*(2*x - 1)", 0...1)
        #expect(exact(found) == ["0", "1/2", "1"] && found.isComplete)
        #expect(exact(try zeros("x^2*(1 - x)^2", 0...1)) == ["0", "1"])
        // π is just below the upper end, which the sign there tells; of √2 and the double next to it that is not known.
        let inside = try zeros("sin(x)", 0...Double.pi.nextUp)
        #expect(exact(inside) == ["0", "?"] && inside.isComplete)
        let open = try zeros("x^2 - 2", 0...2.0.squareRoot())
        #expect(open.zeros.isEmpty && open.doubts.map(\.cause) == [.undecided])
        #expect(open.doubts[0].stretch.contains(2.0.squareRoot()))
        // The double next to 0.1 is above it.
        let outside = try zeros("x - 0.1", 0.1...1)
        #expect(outside.zeros.isEmpty && outside.doubts.count == 1)
    }

    @Test(
        "A change of sign at a pole or a jump is no zero, and none is claimed",
        arguments: [("1/x", [0.0]), ("tan(x)", [-4.712389, -1.570796, 1.570796, 4.712389]), ("floor(x) - 0.5", [1])])
    func breaks(text: String, places: [Double]) throws {
        let found = try zeros(text)
        #expect(found.doubts.count == places.count && found.doubts.allSatisfy { $0.cause == .discontinuous })
        for (doubt, place) in zip(found.doubts, places) {
            #expect(abs(doubt.stretch.middle - place) < 1e-6 && doubt.stretch.width < 1e-8)
        }
        #expect(found.zeros.count == (text == "tan(x)" ? 3 : 0))
        #expect(exact(found) == (text == "tan(x)" ? ["?", "0", "?"] : []))
    }

    @Test("Where there are no values there are no zeros, nor where jumps stay on one side")
    func domains() throws {
        let logarithm = try zeros("ln(x)")
        #expect(exact(logarithm) == ["1"] && logarithm.isComplete)
        for text in ["sqrt(x) + 1", "floor(x) + 7", "exp(x)", "1/x^2", "if(x < 0, 1, 2)"] {
            let found = try zeros(text)
            #expect(found.zeros.isEmpty && found.isComplete, "\(text)")
        }
    }

    @Test("At a kink the slope has no value: a crossing beside it is proved, one in it is not")
    func kinks() throws {
        let beside = try zeros("abs(x) - 1")
        #expect(exact(beside) == ["-1", "1"] && beside.isComplete)
        for text in ["abs(x)", "max(x, 2*x)"] {
            let found = try zeros(text)
            #expect(found.zeros.isEmpty && found.doubts.map(\.cause) == [.undecided])
            #expect(found.doubts[0].stretch.contains(0))
        }
    }

    @Test("A function that is zero on an interval has no zeros of its own there, and that is said")
    func vanishing() throws {
        let relu = try zeros("max(0, x)")
        #expect(relu.zeros.isEmpty && relu.doubts.map(\.cause) == [.vanishing])
        #expect(relu.doubts[0].stretch.lower == -5 && abs(relu.doubts[0].stretch.upper) < 1e-9)
        #expect(try zeros("0*x").doubts.map(\.cause) == [.vanishing])
    }

    @Test("Of infinitely many zeros the far ones on both sides are proved, and the rest is left open")
    func infinitelyMany() throws {
        let found = try zeros("sin(1/x)")
        #expect(found.zeros.count > 100 && !found.isComplete)
        for k in 1...20 {
            for sign in [1.0, -1] {
                let place = sign / (Double(k) * .pi)
                #expect(found.zeros.contains { abs($0.middle - place) < 1e-9 }, "\(place)")
            }
        }
        #expect(found.doubts.contains { $0.stretch.contains(0) && $0.cause == .discontinuous })
        // Neither in both nor in none.
        for k in 1...100_000 {
            let place = 1 / (Double(k) * .pi)
            let listed = found.zeros.count { $0.place.lower - 1e-16 <= place && place <= $0.place.upper + 1e-16 }
            let open = found.doubts.contains { $0.stretch.contains(place) }
            guard listed == 1 || open else {
                Issue.record("1/\(k)π is lost")
                return
            }
        }
    }

    @Test("Products of random linear factors have just the zeros they are made of")
    func randomProducts() throws {
        var random = SplitMix64(seed: 11)
        for _ in 0..<60 {
            var roots: [Rational: Int] = [:]
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let root = try #require(
                    Rational(
                        Int128.random(in: -40...40, using: &random), over: Int128.random(in: 1...9, using: &random)))
                roots[root] = Int.random(in: 1...2, using: &random)
            }
            let factors = roots.map { "(\($0.denominator)*x - (\($0.numerator)))^\($1)" }
            let inside = roots.filter { abs($0.key.approximation) <= 5 }
                .sorted { $0.key.approximation < $1.key.approximation }
            let found = try zeros(factors.joined(separator: "*") + "*(x^2 + 1)")
            #expect(found.isComplete, "\(factors)")
            #expect(found.zeros.map(\.exact) == inside.map(\.key), "\(factors)")
            #expect(found.zeros.map(\.multiplicity) == inside.map(\.value), "\(factors)")
        }
    }

    @Test("Every change of sign of random waves is a proved zero, and there are no other zeros")
    func randomWaves() throws {
        var random = SplitMix64(seed: 12)
        for _ in 0..<40 {
            let numbers = (0..<4).map { _ in (Double.random(in: -4...4, using: &random) * 1000).rounded() / 1000 }
            let text = "sin(\(numbers[0])*x + \(numbers[1])) + 0.3*cos(\(numbers[2])*x) + 0.1*\(numbers[3])"
            let (expression, found) = (try Expression(text), try zeros(text))
            #expect(found.isComplete, "\(text)")
            let steps = 20_000
            let points = (0...steps).map { -5 + 10 * Double($0) / Double(steps) }
            let values = points.map { expression.value(at: $0) }
            let changes = zip(zip(points, points.dropFirst()), zip(values, values.dropFirst()))
                .filter { $1.0 * $1.1 < 0 }.map(\.0)
            // Two in one step would be missed by the scan, not by the proof.
            #expect(
                found.zeros.count >= changes.count && (found.zeros.count - changes.count).isMultiple(of: 2), "\(text)")
            for (low, high) in changes {
                #expect(found.zeros.contains { low <= $0.place.upper && $0.place.lower <= high }, "\(text) at \(low)")
            }
        }
    }

    @Test("Of a loss's derivatives they are its extrema and inflections; the loss itself has none")
    func derivatives() throws {
        let (data, loss) = (try Dataset.outlier(samples: 7), LinkedLoss(LossSpec(.mse)))
        let certificate = Certificate.prove(loss, on: data, window: -4...4)
        func places(_ order: Int) -> [Bounds] {
            let found = ProvedZeros.prove(loss, on: data, order: order, window: -4...4)
            #expect(found.isComplete && found.order == order)
            return found.zeros.map(\.place)
        }
        #expect(places(0).isEmpty)
        let extrema = (certificate.minima + certificate.maxima).map(\.theta).sorted { $0.lower < $1.lower }
        for (expected, found) in [(extrema, places(1)), (certificate.inflections, places(2))] {
            #expect(expected.count == found.count)
            for (a, b) in zip(expected, found) { #expect(a.lower <= b.upper && b.lower <= a.upper) }
        }
    }

    @Test("The slope of a loss with kinks jumps over zero at its minimum, which is no zero of the slope")
    func kinkedLoss() throws {
        let data = Dataset(name: "test", x: [1, 1, 1], y: [0, 1, 2])
        let loss = LinkedLoss(LossSpec(.mae), link: .identity)
        let found = ProvedZeros.prove(loss, on: data, order: 1, window: -1...3)
        #expect(found.zeros.isEmpty)
        #expect(found.doubts.map(\.cause) == [.discontinuous] && found.doubts[0].stretch.contains(1))
    }

    @Test("The squared error of a line through all samples touches zero, which enclosures cannot tell from nearly")
    func perfectFit() throws {
        let data = Dataset(name: "test", x: [1, 2], y: [0.5, 1])
        let found = ProvedZeros.prove(LinkedLoss(LossSpec(.mse), link: .identity), on: data, window: -1...3)
        #expect(found.zeros.isEmpty && found.doubts.map(\.cause) == [.undecided])
        #expect(found.doubts[0].stretch.contains(0.5))
    }
}
