import Calculus
import CurveSampling
import TestSupport
import Testing

@Suite("Bands over a convex polygon")
struct LevelBandsPolygonTests {
    private let viewport = Viewport(x: -1...1, y: 0...1, width: 400, height: 346)
    private let bowl = PolynomialSurface([(1, 2, 0), (1, 0, 2)])
    private let triangle = [(x: -1.0, y: 0.0), (1, 0), (0, 1)]

    /// Cut at the triangle, or at one whose sides lie so much farther in.
    private func sets(_ surface: some SurfaceFunction, _ levels: [Double], inset: Double = 0) -> [LevelSet] {
        ContourTracer().trace(surface, levels: levels, in: viewport).map {
            $0.clipped(to: [
                HalfPlane(a: 0, b: 1, c: inset), HalfPlane(a: -1, b: -1, c: inset - 1),
                HalfPlane(a: 1, b: -1, c: inset - 1),
            ])
        }
    }

    private func bands(_ surface: some SurfaceFunction, _ sets: [LevelSet], reach: Double = 0.5) -> LevelBands {
        LevelBands(sets, within: triangle, reach: reach, of: surface, in: viewport)
    }

    private func isInside(_ x: Double, _ y: Double) -> Bool { y > 0 && x + y < 1 && y - x < 1 }

    @Test("A point lies in a level's region exactly where the function is above the level")
    func membership() throws {
        var random = SplitMix64(seed: 17)
        for _ in 0..<12 {
            func number(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &random) }
            let waves = Waves(
                terms: (0..<3).map { _ in (number(0.2...1), number(-6...6), number(-6...6), number(0...6)) })
            for inset in [0, 0.004] {
                let levels = [-0.5, 0, 0.3, 5]
                let bands = bands(waves, sets(waves, levels, inset: inset), reach: 3)
                for (level, region) in zip(levels, bands.regions) {
                    let region = try #require(region)
                    for _ in 0..<1000 {
                        let (x, y) = (number(-1...1), number(0...1))
                        let around = [(0.0, 0.0), (0.01, 0), (-0.01, 0), (0, 0.01), (0, -0.01)].map {
                            waves.evaluate(atX: x + $0.0, y: y + $0.1).value >= level
                        }
                        guard Set(around).count == 1 else { continue }
                        // Near the sides, too, which lines that were cut before them do not reach.
                        #expect(region.contains((x, y)) == (isInside(x, y) && around[0]), "(\(x), \(y)) at \(level)")
                    }
                }
            }
        }
    }

    @Test("A region ends along the lines of its level, and nowhere beyond the polygon")
    func outlines() throws {
        let sets = sets(bowl, [0.2, 0.5])
        let bands = bands(bowl, sets)
        for (set, region) in zip(bands.sets, bands.regions) {
            let points = try #require(region).outlines.joined()
            for point in set.lines.joined() { #expect(points.contains { $0 == point }) }
            #expect(points.allSatisfy { $0.y >= 0 && abs($0.x) + $0.y <= 1 + 1e-12 })
        }
        #expect(bands.domain?.outlines.count == 1)
    }

    @Test("A level without lines has all of the polygon above it, or nothing")
    func notTaken() throws {
        let bands = bands(bowl, sets(bowl, [-1, 9]))
        #expect(try #require(bands.regions[0]).contains((0.1, 0.1)))
        #expect(try #require(bands.regions[1]).outlines.isEmpty)
    }

    @Test("Lines that end off the sides, and lines on the wrong side, bound no region")
    func refused() {
        var open = sets(bowl, [0.2])
        open[0].lines = [[(-0.2, 0.1), (0.2, 0.4)]]
        #expect(bands(bowl, open).regions.allSatisfy { $0 == nil })
        var wrong = sets(bowl, [0.2])
        wrong[0].lines = [[(-0.9, 0), (0.9, 0)], [(-0.5, 0.5), (0.5, 0.5)]]
        #expect(bands(bowl, wrong).regions.allSatisfy { $0 == nil })
    }
}
