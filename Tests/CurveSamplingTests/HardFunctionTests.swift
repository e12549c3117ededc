import Calculus
import CurveSampling
import Testing

@Suite("Hard functions")
struct HardFunctionTests {
    /// Each window as given, and twice moved and stretched by numbers that hit nothing round.
    static let jitters: [(shift: Double, stretch: Double)] = [(0, 1), (0.013_7, 1.011), (-0.007_3, 0.983)]

    @Test(
        "The drawn curve and the graph are within a quarter of a pixel of each other, nothing false, nothing missed",
        arguments: HardFormula.suite.indices)
    func accuracy(index: Int) {
        let hard = HardFormula.suite[index]
        for jitter in HardFunctionTests.jitters {
            let width = hard.x.upperBound - hard.x.lowerBound
            let low = hard.x.lowerBound + jitter.shift * width
            let x = low...(low + width * jitter.stretch)
            check(hard.function, hard.name, Viewport(x: x, y: hard.y, width: 320, height: 200))
        }
    }

    private func check(_ function: some CurveFunction, _ name: String, _ viewport: Viewport) {
        let curve = CurveSampler().sample(function, in: viewport)
        let drawn = curve.drawnPoints()
        let graph = GraphPoints(of: function, in: viewport, steps: 3_000)
        for point in drawn {
            let distance = graph.squares.distance(to: point)
            if distance > 0.25 { Issue.record("\(name): drawn at \(point), \(distance) px from the graph"); break }
        }
        let line = PixelSquares(drawn)
        for point in graph.all {
            let distance = line.distance(to: point)
            if distance > 0.25 {
                Issue.record("\(name): the graph's \(point) is missed by \(distance) px"); break
            }
        }
        #expect(curve.unresolved.isEmpty, "\(name)")
    }

    @Test("Half of them need at most 130 evaluations of points and 200 of intervals")
    func medians() {
        let counts = HardFormula.suite.map { hard in
            sampled(hard.function, Viewport(x: hard.x, y: hard.y, width: 800, height: 500)).evaluations
        }
        func median(_ values: [Int]) -> Int { values.sorted()[values.count / 2] }
        #expect(median(counts.map(\.point)) <= 130)
        #expect(median(counts.map(\.interval)) <= 200)
    }

    private func sampled(_ function: some CurveFunction, _ viewport: Viewport) -> Curve {
        CurveSampler().sample(function, in: viewport)
    }

    @Test(
        "The edge of a domain is found to the last double, however far apart the cell's ends are",
        arguments: [-5.0...1e4, -1e-300...1e5, -1e5...1e5, -1e5...0.4])
    func edge(x: ClosedRange<Double>) throws {
        // log x and (x − 0.3)^½: the first double inside.
        for (formula, first) in [(HardFormula.logarithm, Double.leastNonzeroMagnitude), (.root, 0.3)] {
            let curve = sampled(FormulaCurve(formula), Viewport(x: x, y: -800...1e3, width: 800, height: 500))
            let start = curve.drawnPoints().map(\.x).min()
            let expected = (first - x.lowerBound) / (x.upperBound - x.lowerBound) * 800
            #expect(abs(try #require(start) - expected) < 0.25, "\(formula)")
        }
    }

    @Test("An oscillation that no line can follow is drawn as boxes that hold it, and reported")
    func envelope() throws {
        let viewport = Viewport(x: -0.2...0.3, y: -1.2...1.2, width: 800, height: 500)
        let curve = CurveSampler(budget: 3_000).sample(FormulaCurve(HardFormula.oscillation), in: viewport)
        #expect(!curve.envelopes.isEmpty)
        #expect(curve.envelopes.allSatisfy { $0.y.lowerBound >= -1.1 && $0.y.upperBound <= 1.1 })
        let reach = curve.envelopes.map { max(abs($0.x.lowerBound), abs($0.x.upperBound)) }.max() ?? 0
        #expect(reach < 0.1, "the slow part is drawn as a line")
        #expect(curve.evaluations.point + curve.evaluations.interval < 3_010)
    }
}
