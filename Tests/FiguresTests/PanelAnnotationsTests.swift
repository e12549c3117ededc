import Scenes
import Testing
import Typography

@testable import Figures

struct PanelAnnotationsTests {
    private func scene(_ point: DataPoint, curve: (Double) -> Double) throws -> Scene {
        let points = PointsMark(id: "p", styleIndex: 0, points: [point], labels: [RichText(verbatim: "(1.558, 0.23)")])
        let marks: [Mark] = [.curve(try SampleFigures.curve("c", over: -4...4, pieces: 200, curve)), .points(points)]
        let figure = try SampleFigures.figure(
            extent: .figure(Size(width: 640, height: 480)), panels: [try SampleFigures.panel(marks: marks)])
        return try FigureLayout(figure, shaper: FixedShaper()).scene().scene
    }

    @Test("A minimum's coordinates stand right below it, without a leader")
    func below() throws {
        let layer = try #require(
            try scene(DataPoint(x: 2, y: 1)) { 1 + 0.4 * ($0 - 2) * ($0 - 2) }.layer("panel0-annotations"))
        #expect(layer.nodes.count == 1)
        #expect(layer.texts.map(\.text) == ["(1.558, 0.23)"])
    }

    @Test("Where there is no room near the point the text moves away and a leader leads back")
    func leader() throws {
        // A narrow valley that ends at the axis.
        let scene = try scene(DataPoint(x: 2, y: 0.04)) { 0.04 + 1.5 * abs($0 - 2) }
        let layer = try #require(scene.layers.first { $0.id == "panel0-annotations" })
        #expect(layer.nodes.count == 2)
        guard case .shape(let leader)? = layer.nodes.first, case .line(let end)? = leader.path.elements.last,
            case .move(let start)? = leader.path.elements.first
        else {
            Issue.record("no leader")
            return
        }
        let box = try #require(layer.texts.first).box.insetBy(-1.1)
        #expect(box.contains(start))
        #expect(!box.contains(end))
    }

    @Test("A text never crosses the axis from its point, where it would be read as one of the axis' numbers")
    func sideOfTheAxis() throws {
        let scene = try scene(DataPoint(x: 2, y: 0.1)) { 0.1 + 0.4 * ($0 - 2) * ($0 - 2) }
        let text = try #require(scene.layer("panel0-annotations")?.texts.first)
        let zero = try #require(scene.layer("panel0-numbers")?.texts.first { $0.text == "0" })
        #expect(text.box.bottom < zero.box.top)
    }

    @Test("The text of a point on the axis stands on the side that is free, clear of the axis and its numbers")
    func onTheAxis() throws {
        for sign in [1.0, -1] {
            // All of the other side is the curve's.
            let scene = try scene(DataPoint(x: 2, y: 0)) { sign * 0.9 * abs($0 - 2) }
            let text = try #require(scene.layer("panel0-annotations")?.texts.first)
            let numbers = try #require(scene.layer("panel0-numbers")).texts
            #expect(numbers.allSatisfy { !$0.box.intersects(text.box) })
            let zero = try #require(numbers.first { $0.text == "0" })
            // The numbers stand right below the axis.
            let axis = zero.box.top
            #expect(sign > 0 ? text.box.top > axis - 8 : text.box.bottom < axis)
        }
    }

    @Test("An empty text is no text")
    func empty() throws {
        let points = PointsMark(
            id: "p", styleIndex: 0, points: [DataPoint(x: 1, y: 0.5), DataPoint(x: 2, y: 0.5)],
            labels: [RichText(verbatim: ""), RichText(verbatim: "B")])
        let figure = try SampleFigures.figure(
            extent: .figure(Size(width: 640, height: 480)), panels: [try SampleFigures.panel(marks: [.points(points)])])
        let layer = try FigureLayout(figure, shaper: FixedShaper()).scene().scene.layer("panel0-annotations")
        #expect(layer?.texts.map(\.text) == ["B"])
    }

    @Test("A text keeps off the grid's strong lines where there is a place a little farther below")
    func grid() throws {
        // Right below the point the line at 1 would run through the text.
        let scene = try scene(DataPoint(x: 2, y: 1.12)) { 1.12 + 0.05 * ($0 - 2) * ($0 - 2) }
        let layer = try #require(scene.layer("panel0-annotations"))
        let text = try #require(layer.texts.first)
        let numbers = try #require(scene.layer("panel0-numbers")).texts
        let line = try #require(numbers.first { $0.text == "1" }).box
        let middle = (line.top + line.bottom) / 2
        #expect(text.box.top > middle && text.box.top < middle + 20, "\(text.box) \(line)")
        #expect(layer.nodes.count == 1)
    }

    @Test("A leader does not run along the curve that its point lies on")
    func alongTheCurve() throws {
        // All around but to the sides is taken.
        let marks: [Mark] = [
            .curve(try SampleFigures.curve("c", over: -4...4, pieces: 200) { 1 + 0.004 * $0 * $0 }),
            .curve(try SampleFigures.curve("a", style: 1, over: -4...4) { _ in 1.25 }),
            .curve(try SampleFigures.curve("b", style: 2, over: -4...4) { _ in 0.75 }),
            .points(
                PointsMark(
                    id: "p", styleIndex: 0, points: [DataPoint(x: 0, y: 1)], labels: [RichText(verbatim: "(0, 1)")])),
        ]
        let figure = try SampleFigures.figure(
            extent: .figure(Size(width: 640, height: 480)), panels: [try SampleFigures.panel(marks: marks)])
        let layer = try FigureLayout(figure, shaper: FixedShaper()).scene().scene.layer("panel0-annotations")
        for node in layer?.nodes ?? [] {
            guard case .shape(let leader) = node, case .move(let a)? = leader.path.elements.first,
                case .line(let b)? = leader.path.elements.last
            else { continue }
            #expect(abs(a.y - b.y) > 0.2 * abs(a.x - b.x), "\(a) \(b)")
        }
    }
}
