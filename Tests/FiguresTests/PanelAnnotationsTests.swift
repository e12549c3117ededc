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

    @Test("A text and its halo keep off the grid's strong lines where there is a place a little farther below")
    func grid() throws {
        // Right below the point the line at 1 would run through the text, or its halo would gnaw at the line.
        for height in stride(from: 1.02, through: 1.14, by: 0.02) {
            let layer = try layer([], [DataPoint(x: 2, y: height)]) { height + 0.05 * ($0 - 2) * ($0 - 2) }
            let text = try #require(layer.texts.first).box
            let figure = try SampleFigures.figure(
                extent: .figure(Size(width: 640, height: 480)), panels: [try SampleFigures.panel(marks: [])])
            let frame = try FigureLayout(figure, shaper: FixedShaper()).frames[0]
            let (line, point) = (frame.scales.y(1), frame.scales.y(height))
            #expect(text.top > line + 4 || text.bottom < line - 4, "\(height): \(text) \(line)")
            #expect(text.top > point && text.top < point + 24)
            #expect(layer.nodes.count == 1)
        }
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

    /// A point of a curve with bands.
    private func layer(
        _ ranges: [ClosedRange<Double>], _ points: [DataPoint] = [DataPoint(x: 2, y: 1)], curve: (Double) -> Double
    ) throws -> Group {
        let marks: [Mark] = [
            .curve(try SampleFigures.curve("c", over: -4...4, pieces: 200, curve)),
            .points(
                PointsMark(
                    id: "p", styleIndex: 0, points: points, labels: points.map { _ in RichText(verbatim: "(2, 1)") })),
            .bands(BandsMark(id: "b", styleIndex: 0, ranges: ranges)),
        ]
        let figure = try SampleFigures.figure(
            extent: .figure(Size(width: 640, height: 480)), panels: [try SampleFigures.panel(marks: marks)])
        let layout = try FigureLayout(figure, shaper: FixedShaper())
        return try #require(layout.scene().scene.layer("panel0-annotations"))
    }

    @Test(
        "Where a text near its point would cross a band's edge, it stands on one side of it, as long as it needs no leader"
    )
    func bandEdges() throws {
        let below = try #require(layer([], curve: { 1 + 0.4 * ($0 - 2) * ($0 - 2) }).texts.first).box
        // Of the page's 640 points the plot has nearly all, eight units of data wide.
        let edge = (below.left + below.right) / 2
        for (range, isLeft) in [(2.0...3, true), (1...2, false)] {
            let layer = try layer([range], curve: { 1 + 0.4 * ($0 - 2) * ($0 - 2) })
            let text = try #require(layer.texts.first).box
            #expect(text.right < edge || text.left > edge, "\(isLeft) \(text) \(edge)")
            #expect(layer.nodes.count == 1)
        }
        // Many narrow bands: every place crosses an edge, and the nearest is as good as any.
        let stripes = (0..<40).map { index -> ClosedRange<Double> in
            let start = -4 + 0.2 * Double(index)
            return start...(start + 0.1)
        }
        let crossing = try layer(stripes) { 1 + 0.4 * ($0 - 2) * ($0 - 2) }
        #expect(try #require(crossing.texts.first).box == below)
    }

    @Test("A leader leaves its curve at 25 degrees or more")
    func leaderAngle() throws {
        var count = 0
        for height in stride(from: 0.02, through: 0.3, by: 0.04) {
            for steepness in stride(from: 0.15, through: 1.2, by: 0.15) {
                // A shallow bowl over the axis, whose tangent is level.
                let layer = try layer([], [DataPoint(x: -0.05, y: height)]) {
                    height + steepness * ((1 + ($0 + 0.05) * ($0 + 0.05)).squareRoot() - 1)
                }
                for node in layer.nodes {
                    guard case .shape(let leader) = node, case .move(let a)? = leader.path.elements.first,
                        case .line(let b)? = leader.path.elements.last
                    else { continue }
                    count += 1
                    #expect(abs(a.y - b.y) > 0.46 * abs(a.x - b.x), "\(height) \(steepness): \(a) \(b)")
                }
            }
        }
        #expect(count > 10)
    }

    @Test("Between a bowl and the axis a text stands beside its point, on that side of the y axis, without a leader")
    func besideTheBowl() throws {
        for x in [-0.05, 0.05] {
            let layer = try layer([], [DataPoint(x: x, y: 0.21)]) {
                0.21 + 0.4 * ((1 + ($0 - x) * ($0 - x)).squareRoot() - 1)
            }
            #expect(layer.nodes.count == 1)
            let text = try #require(layer.texts.first).box
            let axis = 320.0
            #expect(x < 0 ? text.right < axis : text.left > axis, "\(x) \(text)")
        }
    }

    @Test("Texts on one line keep one and a half ems apart, a curve's name and points' texts too")
    func wordSpace() throws {
        let space = 1.5 * Theme.graphpaper.sizes.label
        var neighbours = 0
        for distance in stride(from: 0.5, through: 2.5, by: 0.1) {
            let points = [DataPoint(x: 3 - distance, y: 1), DataPoint(x: 3, y: 1)]
            let marks: [Mark] = [
                .curve(try SampleFigures.curve("the upper curve", over: -4...4) { _ in 1 }),
                .curve(try SampleFigures.curve("b", style: 1, over: -4...4) { _ in -0.5 }),
                .points(
                    PointsMark(
                        id: "p", styleIndex: 0, points: points, labels: points.map { _ in RichText(verbatim: "(2, 1)") }
                    )),
            ]
            let figure = try SampleFigures.figure(
                extent: .figure(Size(width: 640, height: 480)), panels: [try SampleFigures.panel(marks: marks)])
            let scene = try FigureLayout(figure, shaper: FixedShaper()).scene().scene
            let texts = ["labels", "annotations"].flatMap { scene.layer("panel0-\($0)")?.texts ?? [] }.map(\.box)
            for (index, a) in texts.enumerated() {
                for b in texts[(index + 1)...] where a.top < b.bottom && b.top < a.bottom {
                    neighbours += 1
                    #expect(max(a.left, b.left) - min(a.right, b.right) >= space, "\(distance): \(a) \(b)")
                }
            }
        }
        #expect(neighbours > 5)
    }
}
