import Scenes
import Testing
import Typography

@testable import Figures

@Suite("Contours in a figure")
struct ContourMarkTests {
    /// Circles of the given radii around the origin.
    static func circles(_ radii: [Double]) throws -> ContourMark {
        ContourMark(
            id: "bowl",
            levels: try radii.enumerated().map { index, radius in
                let line = (0...64).map { k -> DataPoint in
                    // A rational point of the circle for each quarter's share.
                    let t = Double(k % 16) / 16
                    let (c, s) = ((1 - t * t) / (1 + t * t), 2 * t / (1 + t * t))
                    let (x, y) = [(c, s), (-s, c), (-c, -s), (s, -c)][k / 16 % 4]
                    return DataPoint(x: radius * x, y: radius * y)
                }
                return ContourMark.Level(
                    label: try RichText("\(radius)"), position: Double(index) / Double(max(1, radii.count - 1)),
                    lines: [line])
            })
    }

    static func figure(_ marks: [Mark], theme: Theme = .graphpaper) throws -> Figure {
        try SampleFigures.figure(
            theme: theme, panels: [SampleFigures.panel(x: -4...4, y: -3...3, xLabel: "w", yLabel: "b", marks: marks)])
    }

    private func levelTexts(_ figure: Figure) throws -> [TextRun] {
        let scene = try FigureLayout(figure, shaper: FixedShaper()).scene().scene
        return scene.layers.first { $0.id == "panel0-levels" }?.texts ?? []
    }

    /// What the numbers stand on.
    private func plates(_ figure: Figure) throws -> [(color: Color, box: Rect)] {
        let scene = try FigureLayout(figure, shaper: FixedShaper()).scene().scene
        return scene.layer("panel0-levels")?.nodes.compactMap { node in
            guard case .shape(let shape) = node, let color = shape.fill else { return nil }
            let ends = shape.path.elements.compactMap { element -> Point? in
                if case .line(let p) = element { p } else if case .cubic(_, _, let p) = element { p } else { nil }
            }
            let (xs, ys) = (ends.map(\.x), ends.map(\.y))
            return (color, Rect(left: xs.min() ?? 0, top: ys.min() ?? 0, right: xs.max() ?? 0, bottom: ys.max() ?? 0))
        } ?? []
    }

    @Test("A number stands on one plate without holes, which covers it with a margin and no line of a region's edge")
    func platesOfNumbers() throws {
        let edge = (0...80).map { DataPoint(x: -4 + 0.1 * Double($0), y: 0.02 * Double($0 % 2)) }
        let region = RegionMark(
            id: "r", label: nil, styleIndex: 0, outlines: [edge + [DataPoint(x: 4, y: 3), DataPoint(x: -4, y: 3)]],
            edges: [edge], isOverPaint: true)
        let figure = try ContourMarkTests.figure(
            [.region(region), .contour(try ContourMarkTests.filled([1, 2]))], theme: .graphpaper.aroundPaint)
        let (texts, plates) = (try levelTexts(figure), try plates(figure))
        #expect(texts.count == 2 && plates.count == 2)
        let layout = try FigureLayout(figure, shaper: FixedShaper())
        let line = edge.map { layout.frames[0].scales($0) }
        for (text, plate) in zip(texts, plates) {
            #expect(text.halo == nil && plate.box.insetBy(2).contains(text.box))
            #expect(!PanelObstacles.meets([line], plate.box))
        }
    }

    @Test("Each level has its number on its line, in the line's colour, and no number meets another")
    func labels() throws {
        let texts = try levelTexts(ContourMarkTests.figure([.contour(ContourMarkTests.circles([0.8, 1.5, 2.4]))]))
        #expect(texts.map(\.text) == ["0.8", "1.5", "2.4"])
        #expect(texts.map(\.color) == [0, 0.5, 1].map { Theme.graphpaper.levelColor($0) })
        for (index, a) in texts.enumerated() {
            for b in texts[..<index] {
                let apart = abs(a.origin.y - b.origin.y) > 13 || abs(a.origin.x - b.origin.x) > max(a.width, b.width)
                #expect(apart, "\(a.text) and \(b.text)")
            }
        }
    }

    @Test("A line that is too short for its number has none, and lines that are too close have fewer")
    func crowded() throws {
        #expect(try levelTexts(ContourMarkTests.figure([.contour(ContourMarkTests.circles([0.02]))])).isEmpty)
        let many = stride(from: 1.0, to: 1.5, by: 0.02).map { $0 }
        let texts = try levelTexts(ContourMarkTests.figure([.contour(ContourMarkTests.circles(many))]))
        #expect(texts.count < many.count)
    }

    /// Circles of growing radii as levels, with the bands outside of them.
    static func filled(_ radii: [Double], colors: Colormap = .viridis) throws -> ContourMark {
        var mark = try circles(radii)
        let window = [(-4.0, -3.0), (4, -3), (4, 3), (-4, 3)].map { DataPoint(x: $0.0, y: $0.1) }
        mark.fill = ContourMark.Fill(
            colors: colors, domain: [window], regions: mark.levels.map { [window] + $0.lines })
        return mark
    }

    @Test("Bands are painted from the lowest up, each with its colour over the former")
    func bands() throws {
        let mark = try ContourMarkTests.filled([0.5, 1, 2])
        let figure = try ContourMarkTests.figure([.contour(mark)], theme: .graphpaper.aroundPaint)
        let scene = try FigureLayout(figure, shaper: FixedShaper()).scene().scene
        let paint = try #require(scene.layer("panel0-fill-bowl"))
        let colors = paint.nodes.compactMap { node in if case .shape(let shape) = node { shape.fill } else { nil } }
        #expect(colors == Colormap.viridis.bands(4))
        let order = scene.layers.map(\.id)
        let (fill, lines) = (order.firstIndex(of: "panel0-fill-bowl"), order.firstIndex(of: "panel0-contour-bowl"))
        #expect(try #require(fill) < #require(lines))
        // No grid under the paint, and the frame over it.
        #expect(!order.contains("panel0-grid") && order.firstIndex(of: "panel0-axes") ?? 0 > lines ?? 0)
    }

    @Test("Numbers and lines are light on dark bands and dark on light ones", arguments: [Colormap.viridis, .cividis])
    func legible(colors: Colormap) throws {
        let mark = try ContourMarkTests.filled(stride(from: 0.2, through: 2.8, by: 0.2).map { $0 }, colors: colors)
        for index in mark.levels.indices {
            let (text, behind) = mark.labelColors(index, theme: .paper)
            #expect(text.contrast(with: behind) >= 4.5)
        }
        #expect(mark.labelColors(0, theme: .paper).text == Color(0xFFFFFF))
        #expect(mark.labelColors(mark.levels.count - 1, theme: .paper).text == Color(0x000000))
        let few = try ContourMarkTests.filled([0.8, 1.5, 2.4], colors: colors)
        let texts = try levelTexts(ContourMarkTests.figure([.contour(few)], theme: .graphpaper.aroundPaint))
        #expect(texts.count == 3)
        let plates = try plates(ContourMarkTests.figure([.contour(few)], theme: .graphpaper.aroundPaint))
        for (text, plate) in zip(texts, plates) { #expect(text.color.contrast(with: plate.color) >= 4.5) }
    }

    @Test("A region over paint is hatched, and its name stands legibly on the band")
    func hatched() throws {
        let corners = [(-4.0, -3.0), (0, -3), (0, 3), (-4, 3)].map { DataPoint(x: $0.0, y: $0.1) }
        let region = RegionMark(
            id: "r", label: try RichText("here"), styleIndex: 0, outlines: [corners],
            edges: [[corners[1], corners[2]]], isOverPaint: true)
        let figure = try ContourMarkTests.figure(
            [.region(region), .contour(try ContourMarkTests.filled([1, 2]))], theme: .graphpaperDark.aroundPaint)
        let scene = try FigureLayout(figure, shaper: FixedShaper()).scene().scene
        let shapes = try #require(scene.layer("panel0-region-r")).nodes
        #expect(shapes.allSatisfy { if case .shape(let shape) = $0 { shape.fill == nil } else { false } })
        let name = try #require(scene.layer("panel0-levels")?.texts.first { $0.text == "here" })
        let plate = try #require(try plates(figure).last)
        #expect(plate.box.contains(name.box) && name.color.contrast(with: plate.color) >= 4.5)
        // Hatching is quieter than the lines of levels.
        func opacity(_ layer: String) throws -> Double {
            let strokes = try #require(scene.layer(layer)).nodes.compactMap { node in
                if case .shape(let shape) = node { shape.stroke } else { nil }
            }
            return strokes.filter(\.dash.isEmpty).prefix(2).map(\.color.opacity).max() ?? 0
        }
        #expect(try 2 * opacity("panel0-region-r") < opacity("panel0-contour-bowl"))
    }

    @Test("The part under a wash is what an odd number of outlines holds")
    func parity() throws {
        let square = { (r: Double) in [(-r, -r), (r, -r), (r, r), (-r, r)].map { DataPoint(x: $0.0, y: $0.1) } }
        let region = RegionMark(id: "r", label: nil, styleIndex: 0, outlines: [square(2), square(1)], edges: [])
        let scales = PanelScales(
            x: LinearScale(domain: -4...4, range: (0, 80)), y: LinearScale(domain: -4...4, range: (80, 0)))
        #expect(!DataPoint.holds(region.outlines, scales(DataPoint(x: 0, y: 0)), scales: scales))
        #expect(DataPoint.holds(region.outlines, scales(DataPoint(x: 1.5, y: 0)), scales: scales))
        #expect(!DataPoint.holds(region.outlines, scales(DataPoint(x: 3, y: 0)), scales: scales))
        guard case .shape(let shape) = try #require(region.lowered(to: scales, theme: .paper).first) else { return }
        #expect(shape.fillRule == .evenOdd)
    }
}
