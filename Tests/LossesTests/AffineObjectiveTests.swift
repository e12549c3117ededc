import Calculus
import TestSupport
import Testing

@testable import Losses

@Suite("J(w, b)")
struct AffineObjectiveTests {
    private let objective = AffineObjective(
        SigmoidSquaredError(), on: Dataset(name: "d", x: [-2, 0, 0.5, 3], y: [0, 1, 0.25, 1]))

    @Test("Slopes are those of differences, and moments those of the slopes")
    func differences() {
        let (w, b, h) = (0.7, -0.3, 1e-5)
        let here = objective.slopes(w: w, b: b)
        #expect(here.value == objective.value(w: w, b: b))
        #expect(abs((objective.value(w: w + h, b: b) - objective.value(w: w - h, b: b)) / (2 * h) - here.dw) < 1e-9)
        #expect(abs((objective.value(w: w, b: b + h) - objective.value(w: w, b: b - h)) / (2 * h) - here.db) < 1e-9)
        let second = objective.moments(order: 2, degree: 2, w: w, b: b, shift: 0)
        let (right, left) = (objective.slopes(w: w + h, b: b), objective.slopes(w: w - h, b: b))
        #expect(abs((right.dw - left.dw) / (2 * h) - second[2]) < 1e-8)
        #expect(abs((right.db - left.db) / (2 * h) - second[1]) < 1e-8)
    }

    @Test("Enclosures hold the values at random points of random boxes")
    func enclosures() {
        var generator = SplitMix64(seed: 5)
        for _ in 0..<200 {
            let (w, b) = (Double.random(in: -4...4, using: &generator), Double.random(in: -4...4, using: &generator))
            let size = Double.random(in: 0...1, using: &generator)
            let box = (Interval(w, w + size), Interval(b, b + size))
            let known = objective.slopes(overW: box.0, b: box.1)
            let (u, v) = (w + size * Double.random(in: 0...1, using: &generator), b + size / 2)
            let at = objective.slopes(w: min(u, w + size), b: v)
            for (enclosure, value) in [(known.value, at.value), (known.dw, at.dw), (known.db, at.db)] {
                #expect(enclosure.interval.map { $0.lower <= value + 1e-15 && value - 1e-15 <= $0.upper } ?? false)
            }
            let moments = objective.moments(order: 2, degree: 2, overW: box.0, b: box.1, shift: 0.4)
            for (enclosure, value) in zip(moments, objective.moments(order: 2, degree: 2, w: u, b: v, shift: 0.4)) {
                #expect(enclosure.interval.map { $0.lower <= value + 1e-15 && value - 1e-15 <= $0.upper } ?? false)
            }
        }
    }
}
