import Scenes
import Testing
import Typography

@testable import Figures

struct GoldenSceneTests {
    private func compare(_ name: String, _ figure: Figure) throws {
        try GoldenScene(name: name).compare(try FigureLayout(figure, shaper: FixedShaper()).scene().scene)
    }

    private func parabola(_ id: String = "mse", style: Int = 0, shift: Double = 0) throws -> CurveMark {
        try SampleFigures.curve(id, style: style, over: -4...4, pieces: 4) { 0.15 * $0 * $0 + shift }
    }

    @Test("A curve on graph paper")
    func graphpaper() throws {
        try compare(
            "curve-graphpaper",
            SampleFigures.figure(
                subtitle: "$y = x^2$", notes: ["Data: outlier, 7 samples"],
                panels: [SampleFigures.panel(marks: [.curve(try parabola())])]))
    }

    @Test("A curve in a frame, for print")
    func paper() throws {
        try compare(
            "curve-paper",
            SampleFigures.figure(
                theme: .paper, extent: .plotArea(Size(width: 300, height: 200)), title: nil,
                panels: [SampleFigures.panel(y: 0...3, marks: [.curve(try parabola())])]))
    }

    @Test("Two curves with their names")
    func labels() throws {
        let line = try SampleFigures.curve("ce", style: 1, over: -4...4, pieces: 2) { 1.5 - 0.2 * $0 }
        try compare(
            "two-curves",
            SampleFigures.figure(
                theme: .graphpaperDark,
                panels: [SampleFigures.panel(marks: [.curve(try parabola()), .curve(line)])]))
    }

    @Test("Two curves too close for names have a legend")
    func legend() throws {
        let curves = try (0..<6).map { index in
            try parabola("curve \(index)", style: index, shift: Double(index) * 0.3 - 1)
        }
        try compare(
            "legend",
            SampleFigures.figure(
                theme: .paper, extent: .figure(Size(width: 420, height: 280)),
                panels: [SampleFigures.panel(marks: curves.map { .curve($0) })]))
    }

    @Test("Two panels on one x axis")
    func panels() throws {
        try compare(
            "panels",
            SampleFigures.figure(
                extent: .figure(Size(width: 400, height: 480)),
                panels: [
                    SampleFigures.panel("panel0", marks: [.curve(try parabola())]),
                    SampleFigures.panel(
                        "panel1", y: 100...900, yLabel: "J″(θ)", marks: [.curve(try parabola("ce", style: 1))]),
                ]))
    }

    @Test("Points on a curve")
    func points() throws {
        let marks: [Mark] = [
            .curve(try parabola()),
            .points(
                PointsMark(
                    id: "mse", styleIndex: 0, points: [-2, 0, 2].map { DataPoint(x: $0, y: 0.15 * $0 * $0) })),
        ]
        try compare("points", SampleFigures.figure(panels: [SampleFigures.panel(x: 0...4, y: -0.5...3, marks: marks)]))
    }

    @Test("Contours with their levels over a washed region")
    func contours() throws {
        let corners = [(-1.0, -3.0), (4, -3), (4, 3), (-1, 3)].map { DataPoint(x: $0.0, y: $0.1) }
        let region = RegionMark(
            id: "concave", label: try RichText("not convex here"), styleIndex: 0, outlines: [corners],
            edges: [[corners[3], corners[0]]])
        try compare(
            "contours",
            ContourMarkTests.figure([.region(region), .contour(try ContourMarkTests.circles([1, 2]))]))
    }

    @Test("A surface over its floor")
    func surface() throws {
        var space = try SampleSurfaces.space(SampleSurfaces.mesh(5) { x, y in 0.2 * (x * x - y) - 0.1 })
        space.contours = try ContourMarkTests.circles([0.5, 1.5])
        space.points = PointsMark(id: "minima", styleIndex: 0, points: [DataPoint(x: 0, y: 0)])
        try compare("surface", SampleSurfaces.figure(space))
    }

    @Test("A path that hops along a curve, from a ring to a disc")
    func path() throws {
        let points = [-3.0, 1.8, -1.2, -0.6, -0.3, -0.28, -0.27].map { DataPoint(x: $0, y: 0.15 * $0 * $0) }
        let mark = PathMark(
            id: "mse-descent0", styleIndex: 2, form: .hops, points: points, startLabel: try RichText("$θ_0 = -3$"),
            endLabel: try RichText("6 steps"), title: "From −3")
        try compare(
            "path", SampleFigures.figure(panels: [SampleFigures.panel(marks: [.curve(try parabola()), .path(mark)])]))
    }

    @Test("Filled contours with a colour bar and a hatched region")
    func filledContours() throws {
        let corners = [(-1.0, -3.0), (4, -3), (4, 3), (-1, 3)].map { DataPoint(x: $0.0, y: $0.1) }
        let region = RegionMark(
            id: "concave", label: try RichText("not convex here"), styleIndex: 0, outlines: [corners],
            edges: [[corners[3], corners[0]]], isOverPaint: true)
        var figure = try ContourMarkTests.figure(
            [.region(region), .contour(try ContourMarkTests.filled([1, 2]))], theme: .graphpaper.aroundPaint)
        figure.colorBar = ColorBar(
            label: try RichText("J"), colors: Colormap.viridis.bands(3),
            ticks: [1, 2].map { .init(place: Double($0) / 3, label: RichText(verbatim: "\($0).0")) })
        try compare("filled-contours", figure)
    }

    @Test("A triangle of three shares")
    func ternary() throws {
        func place(_ a: Double, _ b: Double, _ c: Double) -> DataPoint { TernaryStackTests.place(a, b, c) }
        let level = ContourMark.Level(
            label: try RichText("1"), position: 0.5, lines: [[place(0.4, 0.6, 0), place(0.4, 0, 0.6)]])
        let marks: [Mark] = [
            .contour(ContourMark(id: "loss", levels: [level])),
            .guide(GuideMark(id: "shared", from: place(0.8, 0.2, 0), to: place(0.8, 0, 0.2))),
            .points(
                PointsMark(
                    id: "prediction0", styleIndex: 0, points: [place(0.8, 0.1, 0.1)], labels: [try RichText("here")])),
        ]
        try compare("ternary", TernaryStackTests.figure(marks))
    }

    @Test("Bars of two panels, each on its own scale")
    func bars() throws {
        try compare(
            "bars",
            BarsRowTests.figure(
                [try BarsRowTests.panel("panel0", [0.2, 0.2]), try BarsRowTests.panel("panel1", [0.02, 0.03])],
                theme: .graphpaperDark))
    }

    @Test("A difference is named by its path")
    func difference() {
        let expected: [String: Any] = ["size": ["width": 3], "layers": [["id": "a", "path": "M 0 0 L 1 1"]]]
        func found(_ actual: [String: Any]) -> String? { GoldenScene.difference(expected, actual, at: "scene") }
        #expect(found(expected) == nil)
        #expect(
            found(["size": ["width": 3], "layers": [["id": "a", "path": "M 0 0 L 1 2"]]])
                == "scene.layers[0].path has '2' as word 5 instead of '1'")
        #expect(
            found(["size": ["width": 4], "layers": expected["layers"] ?? ""]) == "scene.size.width is 4 instead of 3")
        #expect(found(["size": ["width": 3], "layers": []]) == "scene.layers has 0 elements instead of 1")
    }
}
