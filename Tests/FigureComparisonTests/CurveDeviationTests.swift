import Scenes
import TestSupport
import Testing

@testable import FigureComparison

struct CurveDeviationTests {
    private let box = Rect(x: 0, y: 0, width: 200, height: 200)

    private func arc(_ shift: Double, pieces: Int) -> [[Point]] {
        [
            (0...pieces).map { i in
                let x = 200 * Double(i) / Double(pieces)
                return Point(x: x, y: 100 + shift - (x - 100) * (x - 100) / 200)
            }
        ]
    }

    @Test("A curve cut into other pieces has not moved; one drawn elsewhere has, by as much")
    func distance() throws {
        let same = try #require(CurveDeviation(from: arc(0, pieces: 400), to: arc(0, pieces: 333), in: box))
        #expect(same.distance < 0.01)
        let moved = try #require(CurveDeviation(from: arc(0, pieces: 400), to: arc(3, pieces: 333), in: box))
        #expect(abs(moved.distance - 3) < 0.01)
        // Nearest where the curve is level; down the page is down in the data.
        #expect(abs(moved.place.x - 100) < 6)
        #expect(abs(try #require(moved.rise) + 3) < 0.01)
    }

    @Test("A part that is missing is as far as the nearest that is there")
    func missing() throws {
        let whole = [[Point(x: 0, y: 50), Point(x: 200, y: 50)]]
        let half = [[Point(x: 0, y: 50), Point(x: 150, y: 50)]]
        let deviation = try #require(CurveDeviation(from: whole, to: half, in: box))
        #expect(abs(deviation.distance - 50) < 0.1)
        #expect(deviation.place.x > 199)
        #expect(CurveDeviation(from: whole, to: [], in: box)?.distance == LineIndex.reach)
        #expect(CurveDeviation(from: [], to: [], in: box) == nil)
    }

    @Test("A line that comes from far beyond the box is measured within it", arguments: [1e3, 1e5, 1e7, 1e12])
    func far(start: Double) throws {
        let level = [[Point(x: 0, y: 50), Point(x: 200, y: 50)]]
        let crossed = level + [[Point(x: -start, y: 150), Point(x: start, y: 150)]]
        #expect(abs(try #require(CurveDeviation(from: level, to: crossed, in: box)).distance - 100) < 1e-6)
    }

    @Test("Outside the box nothing is compared")
    func outside() {
        let deviation = CurveDeviation(
            from: [[Point(x: 0, y: 50), Point(x: 200, y: 50), Point(x: 300, y: -1e6)]],
            to: [[Point(x: 0, y: 50), Point(x: 200, y: 50), Point(x: 900, y: 50)]], in: box)
        #expect(deviation.map { $0.distance < 0.01 } == true)
    }

    /// Hausdorff's distance from every point to every line, samples of both two points apart.
    private func searched(_ old: [[Point]], _ new: [[Point]]) -> Double {
        func samples(_ lines: [[Point]]) -> [Point] {
            lines.flatMap { line in
                zip(line, line.dropFirst()).flatMap { from, to -> [Point] in
                    guard let (a, b) = LineIndex.clipped(from, to, box) else { return [] }
                    let count = max((max(abs(b.x - a.x), abs(b.y - a.y)) / 2).rounded(.up), 1)
                    return (0...Int(count)).map { i in
                        let t = Double(i) / count
                        return Point(x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y))
                    }
                }
            }
        }
        func distance(_ p: Point, _ lines: [[Point]]) -> Double {
            lines.flatMap { zip($0, $0.dropFirst()) }.map { a, b -> Double in
                let (dx, dy) = (b.x - a.x, b.y - a.y)
                let square = dx * dx + dy * dy
                let t = square == 0 ? 0 : min(max(((p.x - a.x) * dx + (p.y - a.y) * dy) / square, 0), 1)
                let (x, y) = (p.x - a.x - t * dx, p.y - a.y - t * dy)
                return (x * x + y * y).squareRoot()
            }.min() ?? .infinity
        }
        let far = samples(new).map { distance($0, old) } + samples(old).map { distance($0, new) }
        return min(far.max() ?? 0, LineIndex.reach)
    }

    @Test("The points that are left out could not have been the farthest")
    func thorough() throws {
        var random = SplitMix64(seed: 5)
        func lines() -> [[Point]] {
            (0..<Int.random(in: 1...4, using: &random)).map { _ in
                (0..<Int.random(in: 2...12, using: &random)).map { _ in
                    Point(x: .random(in: -80...280, using: &random), y: .random(in: -80...280, using: &random))
                }
            }
        }
        for _ in 0..<100 {
            let (old, new) = (lines(), lines())
            let deviation = CurveDeviation(from: old, to: new, in: box)
            #expect(abs((deviation?.distance ?? 0) - searched(old, new)) < 1e-9)
        }
    }

    @Test("Lines from any distance are cut at the box, and those from beyond all numbers left out")
    func hugeLines() {
        for start in [1e19, 1e150, 8e307] {
            let line = [
                [Point(x: -start, y: 90), Point(x: start / 3, y: 110)], [Point(x: 0, y: 50), Point(x: 9, y: 50)],
            ]
            let found = CurveDeviation(from: line, to: [line[1]], in: box)
            #expect(found.map { $0.distance <= LineIndex.reach } == true)
        }
        let endless = [
            [Point(x: -1.5e308, y: 1), Point(x: 1.5e308, y: 2)], [Point(x: .nan, y: 1), Point(x: 1, y: 1)],
        ]
        #expect(CurveDeviation(from: endless, to: endless, in: box) == nil)
    }
}
