import Scenes
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
}
