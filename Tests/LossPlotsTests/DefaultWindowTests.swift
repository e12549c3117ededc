import Losses
import TestSupport
import Testing

@testable import Certificates
@testable import LossPlots

@Suite("DefaultWindow")
struct DefaultWindowTests {
    private func window(_ losses: [String], x: [Double], y: [Double], link: Link? = nil) throws -> ClosedRange<Double> {
        let linked = try losses.map { LinkedLoss(try LossSpec($0), link: link) }
        return DefaultWindow.range(of: linked, on: Dataset(name: "test", x: x, y: y))
    }

    private func builtIn(_ losses: String...) throws -> ClosedRange<Double> {
        DefaultWindow.range(of: try losses.map { LinkedLoss(try LossSpec($0)) }, on: try .outlier(samples: 7))
    }

    @Test("On the built-in data the windows are round and show the losses' shapes")
    func builtIn() throws {
        #expect(try builtIn("mse") == -5...5)
        #expect(try builtIn("ce") == -4...4)
        #expect(try builtIn("mse", "ce") == -5...5)
        // Its right side is e^(10θ)/7.
        #expect(try builtIn("exponential").upperBound < 1)
        #expect(try builtIn("zero_one") == -4...4)
    }

    @Test("All inflections and stationary points on ℝ that matter lie in the window of MSE∘σ, and so do its plateaus")
    func features() throws {
        var random = SplitMix64(seed: 31)
        for _ in 0..<60 {
            let count = Int.random(in: 1...8, using: &random)
            let scale: Double = [0.01, 1, 100].randomElement(using: &random) ?? 1
            let x: [Double] = (0..<count).map { _ in
                scale * Double.random(in: 0.3...3, using: &random) * (Bool.random(using: &random) ? 1 : -1)
            }
            let y = (0..<count).map { _ in Double(Int.random(in: 0...1, using: &random)) }
            let data = Dataset(name: "random", x: x, y: y)
            let loss = LinkedLoss(LossSpec(.mse))
            let window = DefaultWindow.range(of: [loss], on: data)
            let wide: ClosedRange<Double> = (-200 / scale)...(200 / scale)
            let certificate = Certificate.prove(loss, on: data, window: wide)
            let objective = Objective(SigmoidSquaredError(), on: data)
            let ends = [wide.lowerBound, wide.upperBound].map { objective.derivative(0, at: $0) }
            let values = (0...400).map { objective.derivative(0, at: wide.lowerBound * (1 - Double($0) / 200)) }
            let range = (values.max() ?? 0) - (values.min() ?? 0)
            for point in certificate.minima + certificate.maxima {
                let depth = abs(
                    point.value.lower
                        - objective.derivative(0, at: point.theta.lower < 0 ? window.lowerBound : window.upperBound))
                #expect(window.contains(point.theta.lower) || depth < 0.06 * range, "\(data) \(window) \(point)")
            }
            // Both plateaus: beyond the window's ends nothing is left to see.
            for (end, edge) in zip(ends, [window.lowerBound, window.upperBound]) {
                #expect(abs(objective.derivative(0, at: edge) - end) <= 0.06 * range, "\(data) \(window)")
            }
            // And the window is no wider than need be.
            let middle =
                objective.derivative(0, at: window.lowerBound / 8) - objective.derivative(0, at: window.upperBound / 8)
            let half = [window.lowerBound / 8, window.upperBound / 8].map { objective.derivative(0, at: $0) }
            #expect(zip(half, ends).contains { abs($0 - $1) > 0.02 * range }, "\(data) \(window) \(middle)")
        }
    }

    @Test("The least squares of a regression far from zero lie in the window")
    func regression() throws {
        let window = try window(["mse"], x: [1, 2, 3], y: [100, 200, 300], link: .identity)
        #expect(window.contains(100) && window.upperBound <= 300)
        #expect(window.lowerBound < 0)
    }

    @Test("Inputs of any magnitude give a window of theirs", arguments: [1e-300, 1e-30, 1e-3, 1, 1e5, 1e100, 1e300])
    func magnitudes(scale: Double) throws {
        let x = [-2, -0.5, 0.5, 1, 1.5, 2.5, 10].map { $0 * scale }
        let window = try window(["mse"], x: x, y: [0, 0, 0, 1, 1, 1, 0])
        #expect(window.lowerBound < 0 && window.upperBound > 0 && window.upperBound.isFinite)
        if scale > 1e-280 { #expect((2.9...6.1).contains(window.upperBound * scale)) }
    }

    @Test("Inputs that are all zero, and the smallest numbers, give a window too")
    func degenerate() throws {
        #expect(try window(["mse"], x: [0, 0], y: [0, 1]) == -4...4)
        #expect(try window(["ce"], x: [.leastNonzeroMagnitude], y: [1]).upperBound.isFinite)
        #expect(try window(["exponential"], x: [1e308], y: [1]).upperBound > 0)
    }

    @Test("More samples than are looked at give nearly the same window")
    func thinned() throws {
        let loss = LinkedLoss(LossSpec(.mse))
        #expect(DefaultWindow.range(of: [loss], on: try .outlier(samples: 7_000)) == -6...6)
    }
}
