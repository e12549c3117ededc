import CurveSampling
import Losses
import Testing

@Suite struct CurveTests {
    private static let viewport = Viewport(x: -4...4, y: 0...1, width: 800, height: 400)

    private static func curve() throws -> Curve {
        let objective = Objective(SigmoidSquaredError(), on: try .outlier(samples: 7))
        return CurveSampler().sample(ObjectiveFunction(objective: objective), in: viewport)
    }

    @Test("Flattened lines stay within the tolerance of the cubics", arguments: [1, 0.25, 0.005])
    func flattened(tolerance: Double) throws {
        let curve = try CurveTests.curve()
        let lines = curve.flattened(tolerance: tolerance, in: CurveTests.viewport).map {
            PixelLine($0, in: CurveTests.viewport)
        }
        for piece in curve.runs.joined() {
            let points = (0...64).map { i in
                let t = Double(i) / 64
                return (x: piece.start.x + (piece.end.x - piece.start.x) * t, y: piece.value(atFraction: t))
            }
            let cubic = PixelLine(points, in: CurveTests.viewport)
            #expect(cubic.directedDistance(to: lines, band: 0...400, resolution: 1e-3) <= tolerance + 1e-3)
        }
    }

    @Test("Flattening begins and ends where the run does, with x increasing, and needs more lines for less tolerance")
    func flattenedOrder() throws {
        let curve = try CurveTests.curve()
        let fine = try #require(curve.flattened(tolerance: 0.01, in: CurveTests.viewport).first)
        let coarse = try #require(curve.flattened(tolerance: 1, in: CurveTests.viewport).first)
        #expect(fine.first?.x == -4 && fine.last?.x == 4)
        #expect(zip(fine, fine.dropFirst()).allSatisfy { $0.x < $1.x })
        #expect(fine.count > coarse.count)
    }

    @Test("A straight piece is one line, an empty curve none, and every run its own")
    func flattenedRuns() {
        let line = CubicPiece(
            from: CurvePoint(x: -4, value: 0, slope: 0.125), to: CurvePoint(x: 4, value: 1, slope: 0.125))
        var curve = Curve(
            runs: [[line]], evaluations: .init(point: 2, interval: 1), boundInPixels: 0, unresolved: [],
            viewport: CurveTests.viewport)
        #expect(curve.flattened(tolerance: 0.01, in: CurveTests.viewport).map(\.count) == [2])
        curve.runs = [[line], [line]]
        #expect(curve.flattened(tolerance: 0.01, in: CurveTests.viewport).count == 2)
        curve.runs = []
        #expect(curve.flattened(tolerance: 0.01, in: CurveTests.viewport).isEmpty)
    }

    @Test("The magnification to another view is the larger of the two axes' factors")
    func magnification() throws {
        let curve = try CurveTests.curve()
        func factor(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>, _ width: Double, _ height: Double) -> Double {
            curve.magnification(to: Viewport(x: x, y: y, width: width, height: height))
        }
        #expect(factor(-4...4, 0...1, 800, 400) == 1)
        #expect(factor(-4...4, 0...1, 1_600, 400) == 2)
        #expect(factor(-4...4, 0...1, 400, 1_200) == 3)
        #expect(factor(-4...4, 0...0.25, 800, 400) == 4)
        #expect(factor(-4...4, 0...2, 400, 400) == 0.5)
    }

    @Test("The bound times the magnification holds in the other view")
    func magnifiedBound() throws {
        let curve = try CurveTests.curve()
        let function = ObjectiveFunction(
            objective: Objective(SigmoidSquaredError(), on: try .outlier(samples: 7)))
        let other = Viewport(x: -4...4, y: 0.1...0.9, width: 2_400, height: 3_000)
        let graph = PixelLine(graphOf: function, in: other, steps: 10_000, depth: 6)
        let bound = curve.boundInPixels * curve.magnification(to: other)
        #expect(curve.hausdorffDistance(to: graph, in: other) <= bound + 0.01)
    }
}
