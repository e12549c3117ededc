import Calculus
import CurveSampling
import Testing

@Suite struct ContourEdgeCaseTests {
    private static let bowl = PolynomialSurface([(1, 2, 0), (1, 0, 2)])
    private static let view = Viewport(x: -2...2, y: -1.5...1.5, width: 400, height: 300)

    private func trace(
        _ surface: some SurfaceFunction, _ level: Double, in viewport: Viewport = view, budget: Int = 60_000
    ) -> LevelSet? {
        ContourTracer(budget: budget).trace(surface, levels: [level], in: viewport).first
    }

    @Test("A ring two pixels across, or a tenth of one, is found wherever it lies", arguments: [1, 0.05])
    func rings(radius: Double) throws {
        for (a, b) in [(0.1234, 0.7654), (-1.9, -1.4), (1.0 / 3, 0)] {
            let shifted = PolynomialSurface([
                (1, 2, 0), (-2 * a, 1, 0), (1, 0, 2), (-2 * b, 0, 1), (a * a + b * b, 0, 0),
            ])
            let set = try #require(trace(shifted, radius * radius / 10_000))
            #expect(set.lines.count == 1)
            let line = try #require(set.lines.first)
            #expect(line.count > 3)
            for point in line {
                let (x, y) = ((point.x - a) * 100, (point.y - b) * 100)
                #expect(abs((x * x + y * y).squareRoot() - radius) < 0.002)
            }
        }
    }

    @Test("The bottom of a bowl is a box far below a pixel, and no line; below it there is nothing")
    func bottom() throws {
        let touched = try #require(trace(ContourEdgeCaseTests.bowl, 0))
        #expect(touched.lines.isEmpty)
        #expect(touched.unresolved.count == 1)
        for box in touched.unresolved {
            #expect(box.reason == .tangential)
            #expect(max(abs(box.x.lowerBound), abs(box.x.upperBound)) < 0.002)
            #expect(max(abs(box.y.lowerBound), abs(box.y.upperBound)) < 0.002)
        }
        let below = try #require(trace(ContourEdgeCaseTests.bowl, -1e-9))
        #expect(below.lines.isEmpty)
    }

    @Test("At the level of a saddle lines cross in one point, beside it they do not meet, and nothing is left open")
    func saddles() throws {
        let saddle = PolynomialSurface([(1, 2, 0), (0.4, 1, 1), (-1, 0, 2)])
        for (level, parts) in [(0.0, 1), (1e-7, 2), (-1e-7, 2)] {
            let set = try #require(trace(saddle, level))
            #expect(set.parts == parts)
            #expect(set.lines.count == 2)
            #expect(set.unresolved.isEmpty)
        }
    }

    @Test("A plateau exactly on the level is reported as flat and not filled")
    func plateau() throws {
        let set = try #require(trace(Plateaus(), 1))
        #expect(set.lines.isEmpty)
        let flat = set.unresolved.filter { $0.reason == .flat }
        let area = flat.reduce(0) {
            $0 + ($1.x.upperBound - $1.x.lowerBound) * ($1.y.upperBound - $1.y.lowerBound)
        }
        #expect(abs(area - 3) < 0.02)
        #expect(set.evaluations < 45_000)
        let between = try #require(trace(Plateaus(), 0.5))
        #expect(between.lines.isEmpty)
        #expect(between.unresolved.allSatisfy { $0.reason == .notContinuous })
    }

    @Test("Lines end exactly at the viewport's edge")
    func edges() throws {
        let set = try #require(trace(ContourEdgeCaseTests.bowl, 4.5))
        #expect(set.lines.count == 4)
        for end in set.looseEnds { #expect(ContourEdgeCaseTests.view.isOnEdge(end)) }
    }

    @Test("A closed line repeats its first point")
    func closed() throws {
        let line = try #require(trace(ContourEdgeCaseTests.bowl, 1)?.lines.first)
        #expect(line.first?.x == line.last?.x)
        #expect(line.first?.y == line.last?.y)
    }

    @Test("A short budget is kept, leaves boxes and draws nothing false", arguments: [50, 200, 1000])
    func budget(limit: Int) throws {
        let set = try #require(
            trace(
                Himmelblau(), 50,
                in: Viewport(
                    x: -6...6, y: -6...6, width: 400, height: 400), budget: limit))
        #expect(set.evaluations <= limit)
        #expect(set.boundInPixels <= 0.25)
        #expect(set.unresolved.contains { $0.reason == .budget })
    }

    @Test("Far and tiny windows, and pixels that are not square")
    func windows() throws {
        let far = PolynomialSurface([(1, 1, 0), (-1, 0, 1)])
        let tiny = Viewport(x: 1e6...(1e6 + 1e-3), y: 1e6...(1e6 + 1e-3), width: 300, height: 300)
        #expect(trace(far, 0, in: tiny)?.lines.count == 1)
        let long = Viewport(x: -2e6...2e6, y: -1e-6...1e-6, width: 640, height: 200)
        let product = try #require(trace(PolynomialSurface([(1, 1, 1)]), 0.1, in: long))
        #expect(product.lines.count == 2)
        #expect(product.unresolved.isEmpty)
        let narrow = Viewport(x: 1...(1 + 8 * 1.0.ulp), y: -1...1, width: 300, height: 300)
        _ = trace(PolynomialSurface([(1, 1, 0), (1, 1, 1)]), 1, in: narrow, budget: 5000)
        let huge = Viewport(x: -1e200...1e200, y: -1e200...1e200, width: 200, height: 200)
        #expect(trace(PolynomialSurface([(1, 1, 0), (1, 0, 1)]), 0, in: huge)?.lines.count == 1)
    }

    @Test("Levels traced together are those traced alone")
    func together() throws {
        let tracer = ContourTracer()
        let levels = [0.3, 1, 2.5]
        let sets = tracer.trace(Cassini(), levels: levels, in: ContourEdgeCaseTests.view)
        for (level, set) in zip(levels, sets) {
            let alone = try #require(trace(Cassini(), level))
            #expect(alone.lines.count == set.lines.count)
            #expect(alone.lines.joined().count == set.lines.joined().count)
            #expect(alone.evaluations <= set.evaluations)
        }
    }

    @Test("A level that is not finite is taken nowhere")
    func notFinite() throws {
        for level in [Double.infinity, -.infinity, .nan] {
            let set = try #require(trace(ContourEdgeCaseTests.bowl, level))
            #expect(set.lines.isEmpty)
            #expect(set.unresolved.isEmpty)
        }
    }
}
