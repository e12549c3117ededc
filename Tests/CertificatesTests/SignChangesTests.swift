import Certificates
import Expressions
import Losses
import Testing

@Suite("Changes of sign")
struct SignChangesTests {
    private func zeros(_ source: String, _ window: ClosedRange<Double>) throws -> [Bounds] {
        SignChanges(of: try Expression(source), on: nil, window: window).zeros
    }

    @Test("Each place where a curve crosses the axis is found, alone in an enclosure that holds it")
    func crossings() throws {
        let zeros = try zeros("sin(x)", -7...7)
        #expect(zeros.count == 5)
        for (zero, multiple) in zip(zeros, -2...2) {
            #expect(zero.lower < zero.upper && zero.upper - zero.lower < 1e-9)
            #expect(zero.lower <= Double(multiple) * .pi && Double(multiple) * .pi <= zero.upper)
        }
    }

    @Test("A zero that a curve only touches is none, nor one at the window's end; they hide no other")
    func touching() throws {
        // Twice at 0, once at 2/3 and at 1.
        let zeros = try zeros("2*x*(1-x)*(2*x-3*x^2)", 0...1)
        #expect(zeros.count == 1)
        #expect(zeros[0].lower <= 2.0 / 3 && 2.0 / 3 <= zeros[0].upper)
        #expect(try self.zeros("(x-1)^2", -4...4).isEmpty)
    }

    @Test("A jump and a pole change no sign that could be claimed")
    func jumps() throws {
        #expect(try zeros("1/x", -1...1).isEmpty)
        #expect(try zeros("abs(x)/x", -1...1).isEmpty)
    }

    @Test("A mean loss has none, and a regression's slope less a constant its own")
    func losses() throws {
        let data = try Dataset.outlier(samples: 7)
        #expect(SignChanges(of: LinkedLoss(LossSpec(.mse)), on: data, window: -4...4).zeros.isEmpty)
        let samples = Samples(x: [1, 2], y: [3, 4])
        let found = SignChanges(
            of: try Expression("mean((y - theta*x)^2) - 4"), on: samples, window: -10...10)
        // (3 − θ)² + (4 − 2θ)² = 8
        #expect(found.zeros.count == 2 && found.unresolved.isEmpty)
        for (zero, root) in zip(found.zeros, [(11 - 36.0.squareRoot()) / 5, (11 + 36.0.squareRoot()) / 5]) {
            #expect(abs(zero.lower - root) < 1e-9)
        }
    }

    @Test("An inflection at the window's end leaves the rest of the window's claims alone")
    func inflectionAtTheEnd() throws {
        // J″ = 6x − 6x² at 0 and 1.
        let certificate = Certificate.prove(try Expression("x^3 - x^4/2"), on: nil, window: 0...2)
        #expect(certificate.inflections.count == 1 && certificate.verdict == .notConvex)
        #expect(certificate.concave.count == 1)
        #expect(certificate.unresolved.allSatisfy { $0.upper - $0.lower < 1e-9 })
    }
}
