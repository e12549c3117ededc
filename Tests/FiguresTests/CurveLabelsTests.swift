import Scenes
import Testing
import Typography

@testable import Figures

@Suite("Names at curves")
struct CurveLabelsTests {
    private func labels(_ marks: [Mark]) throws -> [CurveLabels.Label] {
        let figure = try SampleFigures.figure(
            extent: .figure(Size(width: 640, height: 480)), panels: [try SampleFigures.panel(marks: marks)])
        let layout = try FigureLayout(figure, shaper: FixedShaper())
        return try #require(CurveLabels(figure: figure, shaper: FixedShaper()).place(in: layout.frames)).flatMap { $0 }
    }

    @Test("A name leaves room beside a point that has a label")
    func points() throws {
        let low = try SampleFigures.curve("low", over: -4...4) { _ in 0.4 }
        let high = try SampleFigures.curve("high", style: 1, over: -4...4) { _ in 2.4 }
        let free = try labels([.curve(low), .curve(high)])[0]
        let point = PointsMark(
            id: "p", styleIndex: 0, points: [DataPoint(x: 3.4, y: 0.4)], labels: [RichText(verbatim: "(3.4, 0.4)")])
        let moved = try labels([.curve(low), .curve(high), .points(point)])[0]
        #expect(free.id == "low" && free.box.left > 520)
        #expect(moved.id == "low" && moved.box.right < free.box.left - 40)
    }

    @Test("A name keeps off the grid's strong lines")
    func grid() throws {
        // Its first place would be on the line at 1, above the curve.
        let low = try SampleFigures.curve("low", over: -4...4) { _ in 0.84 }
        let high = try SampleFigures.curve("high", style: 1, over: -4...4) { _ in 2.4 }
        let frames = try FigureLayout(
            try SampleFigures.figure(
                extent: .figure(Size(width: 640, height: 480)),
                panels: [try SampleFigures.panel(marks: [.curve(low), .curve(high)])]), shaper: FixedShaper()
        ).frames
        let line = frames[0].scales.y(1)
        let label = try labels([.curve(low), .curve(high)])[0]
        #expect(label.box.bottom < line || label.box.top > line)
    }

    @Test("A name of mathematics alone is set larger, as it has no bold face")
    func mathematics() throws {
        let marks: [Mark] = [
            .curve(try SampleFigures.curve("a", "$y$", over: -4...4) { _ in 0.5 }),
            .curve(try SampleFigures.curve("b", "y", style: 1, over: -4...4) { _ in 2 }),
        ]
        let found = try labels(marks)
        #expect(found[0].shaped.glyphRuns[0].size == Theme.graphpaper.sizes.subtitle)
        #expect(found[1].shaped.glyphRuns[0].size == Theme.graphpaper.sizes.label)
    }
}
