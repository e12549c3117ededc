import Calculus
import CurveSampling
import TestSupport
import Testing

@Suite("Grids as surfaces")
struct ValueGridTests {
    private let grid = ValueGrid(
        xs: [0, 1, 3, 4], ys: [-1, 0, 2], values: [1, 2, 0, 5, -3, .nan, 4, 1, 0, 2, 2, 7])

    @Test("At its points it has their values, between them bilinear ones, in holes and outside none")
    func values() {
        for (j, y) in grid.ys.enumerated() {
            for (i, x) in grid.xs.enumerated() where !(i == 1 && j == 1) {
                #expect(grid.value(atX: x, y: y) == grid.values[j * 4 + i])
            }
        }
        #expect(grid.value(atX: 3.5, y: 1) == 3.5)
        #expect(grid.value(atX: 0.5, y: 0.5).isNaN && grid.value(atX: 4.1, y: 0).isNaN)
    }

    @Test("An enclosure over a box holds the values and slopes there")
    func enclosure() {
        var random = SplitMix64(seed: 2)
        for _ in 0..<500 {
            func range(_ limits: ClosedRange<Double>) -> Interval {
                let (a, b) = (Double.random(in: limits, using: &random), Double.random(in: limits, using: &random))
                return Interval(min(a, b), max(a, b))
            }
            let (x, y) = (range(-0.5...4.5), range(-1.5...2.5))
            let known = grid.enclosure(overX: x, y: y)
            for _ in 0..<10 {
                let (u, v) = (
                    Double.random(in: x.lower...x.upper, using: &random),
                    Double.random(in: y.lower...y.upper, using: &random)
                )
                let point = grid.evaluate(atX: u, y: v)
                if point.value.isNaN {
                    #expect(known.value.decoration < .defined)
                    continue
                }
                #expect(known.value.interval?.contains(point.value) == true)
                // Beside a hole there may be a slope from one side only.
                let widened = { (slope: Enclosure) in slope.interval.map { $0 + Interval(-1e-9, 1e-9) } }
                if !point.dx.isNaN { #expect(widened(known.dx)?.contains(point.dx) == true) }
                if !point.dy.isNaN { #expect(widened(known.dy)?.contains(point.dy) == true) }
            }
        }
    }

    @Test("The tracer of surfaces and that of grids draw the same lines")
    func sameLines() throws {
        // A bowl: across strong kinks in every direction a search by enclosures is slow.
        let values = (0..<20).map { k -> Double in
            let (i, j) = (Double(k % 5), Double(k / 5))
            return i * i + 2 * j * j
        }
        let grid = ValueGrid(xs: [0, 1, 2, 3, 4], ys: [0, 1, 2, 3], values: values)
        let viewport = Viewport(x: 0...4, y: 0...3, width: 400, height: 300)
        let (a, b) = (
            GridContours(grid, in: viewport).bands(at: [3.3]),
            ContourTracer().bands(of: grid, levels: [3.3], in: viewport)
        )
        func pixels(_ set: LevelSet) -> [[(x: Double, y: Double)]] {
            set.lines.map { line in line.map { (x: $0.x * 100, y: $0.y * 100) } }
        }
        #expect(!a.sets[0].lines.isEmpty)
        for (one, other) in [(a.sets[0], b.sets[0]), (b.sets[0], a.sets[0])] {
            let segments = SegmentGrid(lines: pixels(other))
            #expect(pixels(one).joined().allSatisfy { segments.distance(from: $0) < 0.5 })
        }
    }
}
