import Scenes
import Testing
import Typography

@testable import Figures

struct BandsMarkTests {
    private let scales = PanelScales(
        x: LinearScale(domain: 0...1, range: (0, 100)), y: LinearScale(domain: 0...1, range: (50, 10)))

    @Test("Bands are washes over the panel's height, cut at the window's edges")
    func lowered() {
        let mark = BandsMark(id: "b", styleIndex: 1, ranges: [-1...0.25, 0.5...0.6, 2...3])
        let path = Path(
            Path.rectangle(Rect(left: 0, top: 10, right: 25, bottom: 50)).elements
                + Path.rectangle(Rect(left: 50, top: 10, right: 60, bottom: 50)).elements)
        let wash = Theme.graphpaper.cycle[1].withOpacity(0.1)
        #expect(mark.lowered(to: scales, theme: .graphpaper) == [.shape(Shape(path, fill: wash))])
        #expect(BandsMark(id: "b", styleIndex: 0, ranges: [2...3]).lowered(to: scales, theme: .paper).isEmpty)
    }

    @Test("The widest band comes first, of equal ones the leftmost")
    func order() {
        let mark = BandsMark(id: "b", styleIndex: 0, ranges: [0...0.1, 0.25...0.5, 0.75...1])
        #expect(mark.boxes(in: scales).map(\.left) == [25, 75, 0])
    }

    @Test("A band washes over the grid and the texts on it, under axes and curves, and what it shows is written in it")
    func layers() throws {
        let bands = BandsMark(id: "b", styleIndex: 0, ranges: [-3 ... -1], label: try RichText("falls"))
        let curve = try SampleFigures.curve("c", over: -4...4) { 0.2 * $0 * $0 - 0.5 }
        let figure = try SampleFigures.figure(
            panels: [try SampleFigures.panel(marks: [.curve(curve), .bands(bands)])])
        let scene = try FigureLayout(figure, shaper: FixedShaper()).scene().scene
        // So the wash's colour is right on both sides of its edge in what a halo covers, and a halo covers no axis or curve.
        let ids = scene.layers.map(\.id).filter { $0.hasPrefix("panel0") && !$0.hasSuffix("axis-names") }
        #expect(
            ids == ["grid", "numbers", "annotations", "bands-b", "axes", "curve-c"].map { "panel0-\($0)" })
        let label = try #require(scene.layer("panel0-annotations")?.texts.first)
        #expect(label.text == "falls")
        guard case .shape(let wash)? = scene.layer("panel0-bands-b")?.nodes.first,
            case .move(let corner)? = wash.path.elements.first, case .line(let opposite) = wash.path.elements[2]
        else {
            Issue.record("no wash")
            return
        }
        #expect(corner.x < label.box.left && label.box.right < opposite.x)
        let halos = scene.texts.compactMap(\.halo?.color)
        #expect(!halos.isEmpty && halos.allSatisfy { $0 == figure.theme.page })
    }

    @Test("Texts stand on contours, which go everywhere")
    func contours() throws {
        let contour = ContourMark(id: "c", levels: [])
        let bands = BandsMark(id: "b", styleIndex: 0, ranges: [-3 ... -1])
        let figure = try SampleFigures.figure(
            panels: [try SampleFigures.panel(marks: [.contour(contour), .bands(bands)])])
        let layers = try FigureLayout(figure, shaper: FixedShaper()).scene().scene.layers.map(\.id)
        #expect(
            try #require(layers.firstIndex(of: "panel0-bands-b")) < #require(layers.firstIndex(of: "panel0-numbers")))
    }

    @Test("What a band shows is written off the grid's strong lines")
    func grid() throws {
        // The curve leaves the top of the band free from just above the line at 2 downwards.
        for top in [2.02, 2.05, 2.1, 2.15] {
            let bands = BandsMark(id: "b", styleIndex: 0, ranges: [-3 ... -1], label: try RichText("falls"))
            let curve = try SampleFigures.curve("c", over: -4...4) { _ in top + 0.35 }
            let figure = try SampleFigures.figure(
                panels: [try SampleFigures.panel(y: -1...2.6, marks: [.curve(curve), .bands(bands)])])
            let layout = try FigureLayout(figure, shaper: FixedShaper())
            let label = try #require(try layout.scene().scene.layer("panel0-annotations")?.texts.first)
            #expect(!layout.frames[0].gridLineBoxes.contains { $0.intersects(label.box) }, "\(top)")
        }
    }
}
