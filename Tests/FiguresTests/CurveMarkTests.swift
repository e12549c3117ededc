import Scenes
import Testing
import Typography

@testable import Figures

struct CurveMarkTests {
    private let scales = PanelScales(
        x: LinearScale(domain: 0...3, range: (100, 400)), y: LinearScale(domain: 0...1, range: (200, 100)))

    private func piece(from x: Double) -> DataCubic {
        DataCubic(
            start: DataPoint(x: x, y: 0), first: DataPoint(x: x + 0.25, y: 1), second: DataPoint(x: x + 0.75, y: 1),
            end: DataPoint(x: x + 1, y: 0))
    }

    private func mark(_ runs: [[DataCubic]]) -> CurveMark {
        CurveMark(id: "c", label: RichText(verbatim: "c"), styleIndex: 1, runs: runs)
    }

    @Test("A run is one line of cubics, and a gap starts a new one")
    func lowered() {
        let curve = mark([[piece(from: 0), piece(from: 1)], [], [piece(from: 2)]])
        func cubic(_ x: Double) -> Path.Element {
            .cubic(Point(x: x + 25, y: 100), Point(x: x + 75, y: 100), Point(x: x + 100, y: 200))
        }
        let path = Path([
            .move(Point(x: 100, y: 200)), cubic(100), cubic(200), .move(Point(x: 300, y: 200)), cubic(300),
        ])
        #expect(
            curve.lowered(to: scales, theme: .graphpaper) == [.shape(Shape(path, stroke: Theme.graphpaper.curve(1)))])
    }

    @Test("A curve without pieces draws nothing")
    func empty() {
        #expect(mark([]).lowered(to: scales, theme: .paper).isEmpty)
        #expect(mark([[]]).lowered(to: scales, theme: .paper).isEmpty)
    }

    @Test("Its polylines run through the curve's own points")
    func polylines() throws {
        let lines = mark([[piece(from: 0), piece(from: 1)], [piece(from: 2)]]).polylines(in: scales)
        #expect(lines.map(\.count) == [17, 9])
        let line = try #require(lines.first)
        #expect(line.first == Point(x: 100, y: 200))
        #expect(line[4] == Point(x: 150, y: 125))
        #expect(line.last == Point(x: 300, y: 200))
    }
}
