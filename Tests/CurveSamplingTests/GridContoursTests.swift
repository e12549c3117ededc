import CurveSampling
import TestSupport
import Testing

@Suite("Contours of grids")
struct GridContoursTests {
    private static let viewport = Viewport(x: 0...6, y: 0...4, width: 600, height: 400)

    /// Uneven lines of points with random values, some of them missing.
    private static func random(seed: UInt64, holes: Bool) -> ValueGrid {
        var random = SplitMix64(seed: seed)
        func places(_ count: Int, _ length: Double) -> [Double] {
            [0]
                + (1..<count - 1).map {
                    length * (Double($0) + Double.random(in: -0.3...0.3, using: &random)) / Double(count - 1)
                }
                + [length]
        }
        let (xs, ys) = (places(9, 6), places(7, 4))
        let values = (0..<63).map { _ in
            holes && Int.random(in: 0..<9, using: &random) == 0 ? .nan : Double.random(in: -1...1, using: &random)
        }
        return ValueGrid(xs: xs, ys: ys, values: values)
    }

    @Test(
        "A point lies in a level's region exactly where the bilinear surface is above, holes and all", arguments: 0..<20
    )
    func membership(seed: Int) throws {
        let grid = GridContoursTests.random(seed: UInt64(seed), holes: seed.isMultiple(of: 2))
        let viewport = GridContoursTests.viewport
        let levels = [-0.5, 0, 0.25, 2]
        let bands = GridContours(grid, in: viewport).bands(at: levels)
        var random = SplitMix64(seed: 77)
        for (level, region) in [(-Double.infinity, bands.domain)] + zip(levels, bands.regions) {
            let region = try #require(region)
            let outlines = region.outlines.map { line in line.map { (x: $0.x * 100, y: $0.y * 100) } }
            let segments = SegmentGrid(lines: outlines.map { $0 + $0.prefix(1) })
            for _ in 0..<3000 {
                let point = (x: Double.random(in: 0...6, using: &random), y: Double.random(in: 0...4, using: &random))
                if segments.distance(from: (point.x * 100, point.y * 100)) < 0.5 { continue }
                let value = grid.value(atX: point.x, y: point.y)
                #expect(region.contains(point) == (value >= level), "seed \(seed), \(point): \(value) at \(level)")
            }
        }
    }

    @Test("Every point of a line is within the bound of the bilinear surface's level", arguments: 0..<20)
    func accuracy(seed: Int) {
        let grid = GridContoursTests.random(seed: UInt64(seed), holes: seed.isMultiple(of: 2))
        for set in GridContours(grid, in: GridContoursTests.viewport).bands(at: [-0.5, 0, 0.25]).sets {
            #expect(set.boundInPixels <= 0.25)
            for line in set.lines {
                for (a, b) in zip(line, line.dropFirst()) {
                    for k in 0...8 {
                        let t = Double(k) / 8
                        let p = (x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t)
                        // Somewhere within the bound the surface is above the level, somewhere below.
                        let around =
                            (0..<64).map { k -> Double in
                                let d = ContourReferee.direction(Double(k) / 64 * 2 * Double.pi)
                                return grid.value(
                                    atX: p.x + d.x * set.boundInPixels / 100, y: p.y + d.y * set.boundInPixels / 100)
                            }.filter { !$0.isNaN } + [grid.value(atX: p.x, y: p.y)]
                        let (low, high) = (around.min() ?? .nan, around.max() ?? .nan)
                        #expect(
                            low <= set.level + 1e-9 && high >= set.level - 1e-9,
                            "\(p): \(low) to \(high) at \(set.level)")
                    }
                }
            }
        }
    }

    @Test("A level through a cell's saddle goes straight through it, beside it goes round")
    func saddle() {
        let grid = ValueGrid(xs: [0, 1], ys: [0, 1], values: [1, 0, 0, 1])
        let viewport = Viewport(x: 0...1, y: 0...1, width: 100, height: 100)
        let sets = GridContours(grid, in: viewport).bands(at: [0.4, 0.5, 0.6]).sets
        #expect(sets.map(\.lines.count) == [2, 2, 2])
        #expect(sets[1].lines.allSatisfy { $0.count == 2 })
        #expect(sets[1].lines.joined().count { $0.x == 0.5 } == 2)
        #expect(sets[1].lines.joined().count { $0.y == 0.5 } == 2)
        #expect(sets[0].lines.allSatisfy { line in line.allSatisfy { ($0.x - 0.5) * ($0.y - 0.5) < 0 } })
        #expect(sets[2].lines.allSatisfy { line in line.allSatisfy { ($0.x - 0.5) * ($0.y - 0.5) > 0 } })
    }

    @Test("A cropped grid is the same surface")
    func cropped() throws {
        let grid = GridContoursTests.random(seed: 3, holes: true)
        let part = try #require(grid.cropped(x: 1.1...4.7, y: -3...2.2))
        #expect(part.xRange == 1.1...4.7)
        #expect(part.yRange == 0...2.2)
        var random = SplitMix64(seed: 1)
        for _ in 0..<1000 {
            let (x, y) = (Double.random(in: 1.1...4.7, using: &random), Double.random(in: 0...2.2, using: &random))
            let (a, b) = (grid.value(atX: x, y: y), part.value(atX: x, y: y))
            #expect(a.isNaN == b.isNaN)
            if !a.isNaN { #expect(abs(a - b) < 1e-12) }
        }
        #expect(grid.cropped(x: 7...8, y: 0...1) == nil)
        #expect(grid.cropped(x: grid.xRange, y: grid.yRange) == grid)
    }

    @Test("The largest numbers do not overflow")
    func extremes() throws {
        let large = Double.greatestFiniteMagnitude
        let grid = ValueGrid(xs: [0, 1], ys: [0, 1], values: [-large, large, large, -large])
        let set = GridContours(grid, in: Viewport(x: 0...1, y: 0...1, width: 100, height: 100)).bands(at: [large / 2])
            .sets[0]
        #expect(set.lines.count == 2)
        #expect(set.lines.joined().allSatisfy { $0.x.isFinite && $0.y.isFinite })
    }
}
