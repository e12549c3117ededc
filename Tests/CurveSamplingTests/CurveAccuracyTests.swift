import Calculus
import CurveSampling
import Losses
import TestSupport
import Testing

/// A curve is right when it and the graph are nowhere farther apart than a quarter of a pixel.
@Suite struct CurveAccuracyTests {
    /// A loss, a window and the order of the derivative that is drawn.
    struct Case: Sendable, CustomStringConvertible {
        var loss: LossName
        var window: ClosedRange<Double>
        var order: Int
        var description: String { "\(loss.rawValue), order \(order), \(window)" }

        static let all = [LossName.mse, .ce].flatMap { loss in
            [-50.0...50, -4...4].flatMap { window in (0...2).map { Case(loss: loss, window: window, order: $0) } }
        }
    }

    @Test(
        "Losses and their derivatives on the built-in data are within a quarter of a pixel of a dense reference",
        arguments: Case.all)
    func builtInData(drawn: Case) throws {
        let data = try Dataset.outlier(samples: 7)
        let (curve, distance, sagitta) =
            drawn.loss == .mse
            ? measure(Objective(SigmoidSquaredError(), on: data), drawn)
            : measure(Objective(SigmoidCrossEntropy(), on: data), drawn)
        print(
            "\(drawn): \(curve.evaluations.point) points, \(curve.evaluations.interval) intervals,",
            "\(curve.runs.joined().count) pieces, bound \(curve.boundInPixels), distance \(distance) px")
        #expect(curve.unresolved.isEmpty)
        #expect(curve.runs.count == 1)
        #expect(sagitta < 0.02)
        // The search may miss 0.04 pixels.
        #expect(distance + 0.04 <= 0.25)
        #expect(distance <= curve.boundInPixels + sagitta + 0.005)
        if drawn.order == 0 { #expect(curve.evaluations.point <= 200) }
    }

    private func measure(
        _ objective: Objective<some LogitLoss>, _ drawn: Case
    ) -> (curve: Curve, distance: Double, sagitta: Double) {
        let function = ObjectiveFunction(objective: objective, order: drawn.order)
        let viewport = Viewport.fitting(function, over: drawn.window)
        let curve = CurveSampler().sample(function, in: viewport)
        let graph = PixelLine(graphOf: function, in: viewport, steps: drawn.order == 0 ? 200_000 : 20_000, depth: 0)
        return (curve, curve.hausdorffDistance(to: graph, in: viewport), graph.sagitta)
    }

    @Test("So are the losses of random data in random windows, hard labels and soft", arguments: 0..<50)
    func randomData(seed: Int) throws {
        var random = SplitMix64(seed: UInt64(seed))
        let count = Int.random(in: 1...30, using: &random)
        let size: Double = [1, 10, 100][seed % 3]
        let isHard = Bool.random(using: &random)
        let data = Dataset(
            name: "random", x: (0..<count).map { _ in .random(in: -size...size, using: &random) },
            y: (0..<count).map { _ in
                isHard ? (Bool.random(using: &random) ? 1 : 0) : .random(in: 0...1, using: &random)
            })
        let middle = Double.random(in: -5...5, using: &random)
        let half = Double(sign: .plus, exponent: .random(in: -6...6, using: &random), significand: 1)
        let window = (middle - half)...(middle + half)
        // Half of the views show a part of the range only.
        let cut = seed.isMultiple(of: 2) ? Double.random(in: 0...0.4, using: &random) : 0
        if seed % 5 < 3 {
            try expectAccuracy(
                of: Objective(SigmoidSquaredError(), on: data), order: seed % 4 % 3, over: window, cut: cut)
        } else {
            try expectAccuracy(
                of: Objective(SigmoidCrossEntropy(), on: data), order: seed % 4 % 3, over: window, cut: cut)
        }
    }

    private func expectAccuracy(
        of objective: Objective<some LogitLoss>, order: Int, over window: ClosedRange<Double>, cut: Double
    ) throws {
        let function = ObjectiveFunction(objective: objective, order: order)
        var viewport = Viewport.fitting(function, over: window, width: 600, height: 350)
        let span = viewport.y.upperBound - viewport.y.lowerBound
        viewport.y = (viewport.y.lowerBound + cut * span)...(viewport.y.upperBound - cut * span)
        let curve = CurveSampler().sample(function, in: viewport)
        let graph = PixelLine(graphOf: function, in: viewport, steps: 3_000, depth: 12)
        let distance = curve.hausdorffDistance(to: graph, in: viewport)
        #expect(curve.unresolved.isEmpty)
        #expect(distance + 0.04 <= 0.25)
        #expect(distance <= curve.boundInPixels + 0.01)
        #expect(curve.boundInPixels <= 0.2)
    }
}
