import CurveSampling
import TestSupport
import Testing

@Suite("Regions above levels")
struct LevelBandsTests {
    @Test(
        "A point lies in a level's region exactly where the function is above the level",
        arguments: ContourCase.smooth + ContourCase.singular + ContourCase.kinked + ContourCase.broken)
    func membership(_ surface: ContourCase) { judge(surface) }

    @Test("Random waves are filled without exception")
    func randomWaves() {
        var random = SplitMix64(seed: 11)
        for k in 0..<12 {
            func number(_ range: ClosedRange<Double>) -> Double { Double.random(in: range, using: &random) }
            let waves = Waves(
                terms: (0..<3).map { _ in (number(0.2...1), number(-3...3), number(-3...3), number(0...6)) })
            judge(ContourCase("waves \(k)", waves, [(-0.5, nil), (0, nil), (0.3, nil), (5, nil)]))
        }
    }

    private func judge(_ surface: ContourCase) {
        let levels = surface.levels.map(\.level)
        let (viewport, function) = (surface.viewport, surface.surface)
        let bands = ContourTracer().bands(of: function, levels: levels, in: viewport)
        let (p, q) = (viewport.pixelsPerX, viewport.pixelsPerY)
        var random = SplitMix64(seed: 5)
        func value(_ point: (x: Double, y: Double)) -> Double { function.evaluate(atX: point.x, y: point.y).value }
        let regions = [(-Double.infinity, bands.domain)] + zip(levels, bands.regions)
        for (level, region) in regions {
            guard let region else {
                Issue.record("\(surface.name) at \(level): the region is not closed")
                continue
            }
            // Half a pixel from where the region ends, wherever it says it ends.
            let outlines = region.outlines.map { line in line.map { (x: $0.x * p, y: $0.y * q) } }
            let grid = SegmentGrid(lines: outlines.map { $0 + $0.prefix(1) })
            let unknown = bands.sets.first { $0.level == level }?.unresolved.filter { $0.reason != .tangential } ?? []
            var wrong: [String] = []
            for _ in 0..<4000 {
                let point = (
                    x: Double.random(in: viewport.x, using: &random), y: Double.random(in: viewport.y, using: &random)
                )
                if grid.distance(from: (point.x * p, point.y * q)) < 0.5 { continue }
                if unknown.contains(where: { $0.x.contains(point.x) && $0.y.contains(point.y) }) { continue }
                if region.contains(point) != (value(point) >= level) { wrong.append("\(point): \(value(point))") }
            }
            #expect(wrong.isEmpty, "\(surface.name) at \(level): \(wrong.count) of 4000, \(wrong.prefix(3))")
        }
        for (set, region) in zip(bands.sets, bands.regions) where set.unresolved.isEmpty {
            let outlines = (region?.outlines ?? []).map { line in line.map { (x: $0.x * p, y: $0.y * q) } }
            let grid = SegmentGrid(lines: outlines.map { $0 + $0.prefix(1) })
            // A line along the viewport's edge may have nothing above it.
            let inner = set.lines.joined().filter { !viewport.isOnEdge($0) }
            let farthest = inner.map { grid.distance(from: ($0.x * p, $0.y * q)) }.max() ?? 0
            #expect(farthest < 1e-9, "\(surface.name) at \(set.level): the region ends at other lines")
        }
    }

    @Test("A level that is not taken has all of the domain above it, or nothing")
    func notTaken() throws {
        let viewport = Viewport(x: -2...2, y: -1...1, width: 400, height: 200)
        let bands = ContourTracer().bands(of: Hemisphere(), levels: [-1, 3], in: viewport)
        let (all, none) = (try #require(bands.regions[0]), try #require(bands.regions[1]))
        #expect(none.outlines.isEmpty)
        #expect(all.contains((0.6, 0.6)))
        #expect(!all.contains((0.8, 0.8)))
        #expect(bands.sets.allSatisfy { $0.lines.isEmpty })
    }
}
