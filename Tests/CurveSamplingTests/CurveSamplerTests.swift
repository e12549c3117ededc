import Calculus
import CurveSampling
import Losses
import Testing

@Suite struct CurveSamplerTests {
    private static let parabola = PolynomialFunction([1, -2, 3])

    @Test("A parabola is one piece, from its two ends, with nothing to prove but a fourth derivative of zero")
    func parabola() {
        let curve = CurveSampler().sample(
            CurveSamplerTests.parabola, in: Viewport(x: -3...5, y: 0...70, width: 800, height: 400))
        #expect(curve.runs.map(\.count) == [1])
        #expect(curve.evaluations.point == 2)
        #expect(curve.evaluations.interval == 1)
        #expect(curve.boundInPixels < 1e-9)
        #expect(curve.unresolved.isEmpty)
    }

    @Test("A parabola or a cubic a million times taller than the view is drawn near the view only")
    func tallCurves() {
        for coefficients in [[1, 0, 1], [0, 0, 0, 1e6]] {
            let function = PolynomialFunction(coefficients)
            for half in [1, 1e4, 1e9] {
                let viewport = Viewport(x: -half...half, y: -1...3, width: 800, height: 400)
                let curve = CurveSampler().sample(function, in: viewport)
                let pixels = curve.runs.joined().flatMap(\.controlPoints).map { $0.y * viewport.pixelsPerY }
                #expect(pixels.allSatisfy { abs($0) < 5_000 })
                #expect(curve.runs.count == 1)
                #expect(curve.unresolved.isEmpty)
                let graph = PixelLine(graphOf: function, in: viewport, steps: 2_000, depth: 50)
                #expect(curve.hausdorffDistance(to: graph, in: viewport) <= 0.01)
            }
        }
    }

    @Test("Steep curves hold the bound, whether the view shows all of them or a slice", arguments: [1, 0.01, 1e-6])
    func steepCurves(share: Double) {
        let quintic = PolynomialFunction([0, 0, 0, 0, 0, 1e6])
        let step = ObjectiveFunction(
            objective: Objective(SigmoidSquaredError(), on: Dataset(name: "step", x: [1e4], y: [0])))
        for (function, range) in [(quintic, -1e6...1e6), (step, 0...1)] as [(any CurveFunction, ClosedRange<Double>)] {
            let middle = (range.lowerBound + range.upperBound) / 2 + 0.1 * range.upperBound * share
            let half = (range.upperBound - range.lowerBound) / 2 * share
            expectBound(
                on: function,
                in: Viewport(
                    x: -1...1, y: (middle - half)...(middle + half), width: 800, height: 400))
        }
    }

    private func expectBound(on function: some CurveFunction, in viewport: Viewport) {
        let curve = CurveSampler().sample(function, in: viewport)
        let graph = PixelLine(graphOf: function, in: viewport, steps: 2_000, depth: 40)
        #expect(curve.unresolved.isEmpty)
        #expect(curve.boundInPixels <= 0.2)
        #expect(curve.hausdorffDistance(to: graph, in: viewport) <= curve.boundInPixels + 0.01)
    }

    @Test("Where the curve is steep, fewer pieces do than a vertical bound would ask for")
    func steepnessIsUsed() {
        let function = ObjectiveFunction(
            objective: Objective(SigmoidSquaredError(), on: Dataset(name: "step", x: [1e4], y: [0])))
        let slice = Viewport(x: -1e-4...1e-4, y: 0.24...0.26, width: 10, height: 4_000)
        let curve = CurveSampler(margin: .infinity).sample(function, in: slice)
        #expect(curve.runs.joined().count <= 16)
        #expect(curve.boundInPixels <= 0.2)
    }

    @Test("A function with no enclosure is reported unresolved within the budget, and nothing of it is drawn")
    func unknownFunction() {
        let unknown = PartlyKnown(base: CurveSamplerTests.parabola, hole: .entire)
        let viewport = Viewport(x: 0...1, y: 0...2, width: 800, height: 400)
        let curve = CurveSampler(budget: 1_000).sample(unknown, in: viewport)
        #expect(curve.runs.isEmpty)
        #expect(curve.boundInPixels == 0)
        #expect(curve.unresolved == [0...1])
        // A piece that is under way is finished: two enclosures and seven points.
        #expect(curve.evaluations.point + curve.evaluations.interval < 1_000 + 9)
    }

    @Test("What is left when the budget is spent costs nothing more", arguments: [1, 3, 10, 40])
    func budget(budget: Int) throws {
        let function = ObjectiveFunction(
            objective: Objective(SigmoidSquaredError(), on: try .outlier(samples: 7)))
        let viewport = Viewport(x: -50...50, y: 0...1, width: 8_000, height: 8_000)
        let curve = CurveSampler(budget: budget).sample(function, in: viewport)
        #expect(!curve.envelopes.isEmpty)
        #expect(curve.envelopes.allSatisfy { $0.y.lowerBound < $0.y.upperBound })
        #expect(curve.evaluations.point + curve.evaluations.interval < budget + 2 + 9)
    }

    @Test("An unknown half does not starve the other, whichever comes first", arguments: [-1.0, 1])
    func unknownHalf(side: Double) throws {
        let function = PartlyKnown(
            base: PolynomialFunction([0, 0, 0, 0, 1]), hole: Interval(min(side, 0), max(side, 0)))
        let curve = CurveSampler(budget: 4_000).sample(
            function, in: Viewport(x: -1...1, y: 0...1, width: 800, height: 400))
        #expect(curve.runs.count == 1)
        let run = try #require(curve.runs.first)
        let (start, end) = (try #require(run.first).start.x, try #require(run.last).end.x)
        #expect(side < 0 ? (0...0.01).contains(start) && end == 1 : start == -1 && (-0.01...0).contains(end))
        #expect(zip(run, run.dropFirst()).allSatisfy { $0.end == $1.start })
        // What is known to be continuous and was left when the budget ended is a box between the two.
        let boxes = curve.envelopes.map(\.x)
        let nearest = side < 0 ? boxes.map(\.lowerBound).min() ?? start : boxes.map(\.upperBound).max() ?? end
        #expect(curve.unresolved == [side < 0 ? -1...nearest : nearest...1])
    }

    @Test("A pole is left out in a sliver, and both branches are drawn to the edge of the view")
    func pole() throws {
        let viewport = Viewport(x: -1...1.5, y: -10...10, width: 800, height: 400)
        let curve = CurveSampler().sample(Reciprocal(), in: viewport)
        // Whatever else is drawn lies out of view.
        let inView = curve.runs.filter { run in run.contains { $0.range.overlaps(viewport.y) } }
        #expect(inView.count == 2)
        let left = try #require(inView.first?.last?.end)
        let right = try #require(inView.last?.first?.start)
        #expect(left.x < 0 && left.value < -10)
        #expect(right.x > 0 && right.value > 10)
        let gap = try #require(curve.breaks.first)
        #expect(curve.breaks.count == 1)
        #expect(curve.unresolved.isEmpty)
        #expect(gap.contains(0))
        #expect((gap.upperBound - gap.lowerBound) * viewport.pixelsPerX < 0.001)
        #expect(curve.boundInPixels <= 0.2)
    }

    @Test("An unknown middle leaves a gap of its own size and no more than the shortest pieces around it")
    func unknownMiddle() throws {
        let function = PartlyKnown(base: PolynomialFunction([0, 1]), hole: Interval(0.5, 0.5.nextUp))
        let curve = CurveSampler().sample(function, in: Viewport(x: 0...1, y: 0...1, width: 800, height: 400))
        #expect(curve.runs.count == 2)
        let gap = try #require(curve.breaks.first)
        #expect(curve.breaks.count == 1)
        #expect(gap.lowerBound >= 0.5 - 1e-6)
        #expect(gap.upperBound <= 0.5 + 1e-6)
    }

    @Test("What is above or below the view is a gap, not unresolved, and never drawn")
    func outside() {
        let function = PolynomialFunction([-0.5, 0, 0, 0, 1])
        let far = CurveSampler().sample(
            function, in: Viewport(x: 50...100, y: -1...1, width: 800, height: 400))
        #expect(far.runs.isEmpty)
        #expect(far.unresolved.isEmpty)
        #expect(far.boundInPixels == 0)
    }

    @Test("A curve that leaves the view between its dips has a run for each dip")
    func dips() throws {
        // (x² − 9)² / 81, of which only the neighbourhoods of ±3 are in view.
        let function = PolynomialFunction([1, 0, -18 / 81.0, 0, 1 / 81.0])
        let viewport = Viewport(x: -5...5, y: 0...0.01, width: 800, height: 400)
        let curve = CurveSampler().sample(function, in: viewport)
        #expect(curve.unresolved.isEmpty)
        #expect(curve.runs.count == 2)
        for (run, dip) in zip(curve.runs, [-3.0, 3]) {
            let (first, last) = (try #require(run.first), try #require(run.last))
            #expect(first.start.x < dip && first.start.value > 0.01)
            #expect(last.end.x > dip && last.end.value > 0.01)
        }
        let whole = CurveSampler(margin: .infinity).sample(function, in: viewport)
        #expect(whole.runs.count == 1)
        #expect(curve.runs.joined().count < whole.runs.joined().count)
    }

    @Test("With an infinite margin the curve is drawn everywhere, without gaps")
    func infiniteMargin() throws {
        let function = PolynomialFunction([-0.5, 0, 0, 0, 1])
        let viewport = Viewport(x: -4...4, y: -1...1, width: 800, height: 400)
        let curve = CurveSampler(margin: .infinity).sample(function, in: viewport)
        #expect(curve.runs.count == 1)
        let run = try #require(curve.runs.first)
        #expect(run.first?.start.x == -4 && run.last?.end.x == 4)
        #expect(curve.unresolved.isEmpty)
    }

    @Test("A run's pieces are connected exactly, in order of x, from edge to edge")
    func connectedPieces() throws {
        let function = ObjectiveFunction(
            objective: Objective(SigmoidSquaredError(), on: try .outlier(samples: 7)), order: 2)
        let curve = CurveSampler().sample(function, in: .fitting(function, over: -7...9))
        let run = try #require(curve.runs.first)
        #expect(curve.runs.count == 1)
        #expect(run.first?.start == function.evaluate(at: -7) && run.last?.end == function.evaluate(at: 9))
        #expect(zip(run, run.dropFirst()).allSatisfy { $0.end == $1.start })
        #expect(run.allSatisfy { $0.start.x < $0.end.x })
    }

    @Test("Evaluations that were made before are used, and counted")
    func seeds() {
        let function = PolynomialFunction([0, 0, 0, 0, 1])
        let viewport = Viewport(x: 0...1, y: 0...1, width: 800, height: 400)
        let seeds = [0, 0.25, 0.5, 1].map { function.evaluate(at: $0) }
        let curve = CurveSampler().sample(function, in: viewport, from: seeds)
        let ends = curve.runs.joined().map(\.start.x)
        #expect(ends.contains(0.25) && ends.contains(0.5))
        #expect(curve.evaluations.point == curve.runs.joined().count + 1)
    }

    @Test(
        "A window of two million is drawn to the bound, its features narrower than a pixel",
        arguments: [LossName.mse, .ce])
    func hugeWindow(loss: LossName) throws {
        let data = try Dataset.outlier(samples: 7)
        let function: any CurveFunction =
            loss == .mse
            ? ObjectiveFunction(objective: Objective(SigmoidSquaredError(), on: data))
            : ObjectiveFunction(objective: Objective(SigmoidCrossEntropy(), on: data))
        let y: ClosedRange<Double> = loss == .mse ? 0.1...0.9 : 0...2e6
        let viewport = Viewport(x: -1e6...1e6, y: y, width: 800, height: 400)
        let curve = sampled(function, in: viewport)
        // Dense around zero, where everything happens: cubes of even steps.
        let thetas = (-20_000...20_000).map { Double($0) / 200 }.map { $0 * $0 * $0 }
        let graph = PixelLine(thetas.map { (x: $0, y: function.evaluate(at: $0).value) }, in: viewport)
        #expect(curve.unresolved.isEmpty)
        #expect(curve.evaluations.point <= 200)
        #expect(curve.hausdorffDistance(to: graph, in: viewport) <= curve.boundInPixels + 0.01)
    }

    private func sampled(_ function: some CurveFunction, in viewport: Viewport) -> Curve {
        CurveSampler().sample(function, in: viewport)
    }

    @Test("A window of 10⁹⁹ is drawn from edge to edge, though its first parts are all far beyond the bound")
    func astronomicWindow() throws {
        let function = ObjectiveFunction(
            objective: Objective(SigmoidCrossEntropy(), on: try .outlier(samples: 7)))
        let viewport = Viewport(x: -1e99...1e99, y: 0...2e99, width: 800, height: 400)
        let curve = CurveSampler().sample(function, in: viewport)
        #expect(curve.boundInPixels <= 0.2)
        #expect(curve.unresolved.isEmpty)
        #expect(curve.runs.first?.first?.start.x == -1e99 && curve.runs.last?.last?.end.x == 1e99)
    }

    @Test("Powers of very short pieces do not underflow into a bound of zero")
    func shortWindow() {
        // 10²⁸⁰·x⁴ over a window of 10⁻⁸², where h⁴ is below the smallest double.
        let function = PolynomialFunction([0, 0, 0, 0, 1e280])
        let viewport = Viewport(x: 0...1e-82, y: 0...1e-48, width: 800, height: 400)
        let curve = CurveSampler(margin: .infinity).sample(function, in: viewport)
        let same = CurveSampler(margin: .infinity).sample(
            PolynomialFunction([0, 0, 0, 0, 1]), in: Viewport(x: 0...1, y: 0...1, width: 800, height: 400))
        #expect(curve.runs.joined().count == same.runs.joined().count)
    }
}
