import Testing

@testable import CurveSampling

@Suite("Marching squares and the regions they bound")
struct MarchingSquaresTests {
    let viewport = Viewport(x: -3...3, y: -2...2, width: 600, height: 400)

    @Test("A circle is one closed line, within a hundredth of a unit")
    func circle() throws {
        let lines = MarchingSquares(in: viewport, spacing: 4) { $0 * $0 + $1 * $1 - 2 }.lines
        #expect(lines.count == 1)
        let line = try #require(lines.first)
        #expect(line.first! == line.last!)
        #expect(line.allSatisfy { abs(($0.x * $0.x + $0.y * $0.y).squareRoot() - 2.0.squareRoot()) < 1e-3 })
    }

    @Test("Open lines end at the edge exactly, and the region on either side is told by a point in it")
    func region() throws {
        // A saddle off its critical level: two lines, three parts.
        let lines = MarchingSquares(in: viewport, spacing: 4) { $0 * $1 - 0.5 }.lines
        #expect(lines.count == 2)
        for line in lines {
            for end in [line.first!, line.last!] { #expect(abs(end.x) == 3 || abs(end.y) == 2) }
        }
        for (sign, inside) in [(1.0, (2.0, 1.0)), (-1.0, (0.0, 0.0))] {
            let region = try #require(ParityRegion(lines: lines, in: viewport, holding: inside))
            for i in 0..<40 {
                for j in 0..<40 {
                    let (x, y) = (-2.93 + Double(i) * 0.15, -1.93 + Double(j) * 0.0987)
                    if abs(x * y - 0.5) < 0.02 { continue }
                    #expect(region.contains((x, y)) == (sign * (x * y - 0.5) > 0), "\(x) \(y)")
                }
            }
        }
    }

    @Test("A line that ends inside bounds no region, and no lines bound all of the viewport")
    func degenerate() throws {
        #expect(ParityRegion(lines: [[(0, 0), (1, 1)]], in: viewport, holding: (0, 1)) == nil)
        let whole = try #require(ParityRegion(lines: [], in: viewport, holding: (0, 0)))
        #expect(whole.contains((2.9, -1.9)))
    }
}
