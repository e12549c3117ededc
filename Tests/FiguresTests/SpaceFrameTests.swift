import Diagnostics
import Scenes
import TestSupport
import Testing
import Typography

@testable import Figures

@Suite("A space and its labels")
struct SpaceFrameTests {
    private let bowl = SampleSurfaces.mesh(21) { x, y in 0.2 * (x * x + y * y) - 0.8 }

    private func frame(_ view: ViewAngles, size: Size = Size(width: 420, height: 330)) throws -> SpaceFrame {
        let space = try SampleSurfaces.space(bowl, view: view, zLabel: "J(w, b)")
        let figure = try SampleSurfaces.figure(space)
        let area = Rect(x: 10, y: 20, width: size.width, height: size.height)
        return SpaceFrame(space, figure: figure, area: area, shaper: FixedShaper(), memory: VariantMemory())
    }

    @Test("From every side the labels keep clear of each other and of the box, within the area")
    func labels() throws {
        var random = SplitMix64(seed: 9)
        var views = (0..<60).map { _ in
            ViewAngles(
                azimuth: .random(in: -180...180, using: &random), elevation: .random(in: 5...85, using: &random))
        }
        views += [-180.0, -90, 0, 90, 180].map { ViewAngles(azimuth: $0, elevation: 30) }
        for view in views {
            let frame = try frame(view)
            let corners = SpaceBox.corners.map { frame.projection($0) }
            for corner in corners { #expect(frame.area.insetBy(-0.5).contains(corner), "\(view)") }
            for (index, text) in frame.texts.enumerated() {
                #expect(frame.area.insetBy(-0.5).contains(text.box), "\(text.shaped.text) from \(view)")
                for other in frame.texts[..<index] {
                    #expect(!other.box.intersects(text.box), "\(text.shaped.text), \(other.shaped.text) from \(view)")
                }
            }
            #expect(frame.texts.filter(\.isName).map(\.shaped.text) == ["w", "b", "J(w, b)"])
        }
    }

    @Test("Numbers stand outside of the box, on the sides nearest to the viewer")
    func outside() throws {
        for azimuth in stride(from: -170.0, through: 170, by: 20) {
            let frame = try frame(ViewAngles(azimuth: azimuth, elevation: 30))
            // The box's outline is convex: a text is outside if a whole side of it is.
            let corners = SpaceBox.corners.map { frame.projection($0) }
            for text in frame.texts where !text.isName {
                let box = text.box
                let points = [
                    Point(x: box.left, y: box.top), Point(x: box.right, y: box.top), Point(x: box.left, y: box.bottom),
                    Point(x: box.right, y: box.bottom),
                ]
                let isApart = corners.contains { a in
                    corners.contains { b in
                        func side(_ p: Point) -> Double { (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x) }
                        return a != b && corners.allSatisfy { side($0) >= -1e-6 } && points.allSatisfy { side($0) < 0 }
                    }
                }
                #expect(isApart, "\(text.shaped.text) at \(azimuth)")
            }
        }
    }

    @Test("A space alone, beside its panel where there is width for both, and above it where there is not")
    func arrangement() throws {
        let space = try SampleSurfaces.space(bowl)
        func layout(_ size: Size, panels: [Panel]) throws -> FigureLayout {
            try FigureLayout(
                SampleSurfaces.figure(space, extent: .figure(size), panels: panels), shaper: FixedShaper())
        }
        let panel = try SampleFigures.panel(x: -2...2, y: -2...2, marks: [])
        let alone = try layout(Size(width: 480, height: 400), panels: [])
        #expect(alone.plotAreas.isEmpty && alone.floor != nil)
        let wide = try layout(Size(width: 800, height: 400), panels: [panel])
        let area = try #require(wide.spaceFrame?.area)
        #expect(wide.plotAreas[0].left > area.right && wide.plotAreas[0].right <= 800 - 14)
        let narrow = try layout(Size(width: 420, height: 760), panels: [panel])
        let above = try #require(narrow.spaceFrame?.area)
        #expect(narrow.plotAreas[0].top > above.bottom)
        // The layers stand where the layout says.
        let grid = try #require(try wide.scene().scene.layer("panel0-grid"))
        for case .shape(let shape) in grid.nodes {
            for case .move(let p) in shape.path.elements { #expect(wide.plotAreas[0].insetBy(-1).contains(p)) }
        }
    }

    @Test("A size given for the plotting area is that of the panel and of the space")
    func plotArea() throws {
        let space = try SampleSurfaces.space(bowl)
        let panel = try SampleFigures.panel(x: -2...2, y: -2...2, marks: [])
        let layout = try FigureLayout(
            SampleSurfaces.figure(space, extent: .plotArea(Size(width: 300, height: 250)), panels: [panel]),
            shaper: FixedShaper())
        #expect(layout.plotAreas[0].width == 300 && layout.plotAreas[0].height == 250)
        #expect(layout.spaceFrame?.area.width == 300)
        #expect(layout.size.width >= layout.plotAreas[0].right)
    }

    @Test("A figure too small for its box says which size is enough")
    func tooSmall() throws {
        let figure = try SampleSurfaces.figure(
            SampleSurfaces.space(bowl), extent: .figure(Size(width: 300, height: 120)))
        let error = #expect(throws: Diagnostic.self) { try FigureLayout(figure, shaper: FixedShaper()) }
        #expect(
            "\(error.map { "\($0)" } ?? "")"
                == "a size of 300x120 leaves too little height for the plot; make it 370x240, or shorten the title and the labels"
        )
        let enough = try SampleSurfaces.figure(
            SampleSurfaces.space(bowl), extent: .figure(Size(width: 370, height: 240)))
        #expect(throws: Never.self) { try FigureLayout(enough, shaper: FixedShaper()) }
    }

    @Test("Paths and points are drawn on the surface and on the floor")
    func paths() throws {
        var space = try SampleSurfaces.space(bowl)
        space.points = PointsMark(id: "minima", styleIndex: 0, points: [DataPoint(x: 0, y: 0)])
        space.paths = [
            SurfacePath(id: "descent", styleIndex: 1, vertices: [DataPoint(x: -1.5, y: 1), DataPoint(x: 0, y: 0)])
        ]
        let scene = try FigureLayout(SampleSurfaces.figure(space), shaper: FixedShaper()).scene().scene
        // A line under the line, the line; a ring; a disc with its rim.
        #expect(scene.layer("space0-paths")?.nodes.count == 5)
        #expect(scene.layer("space0-points")?.nodes.count == 2)
        #expect(scene.layer("space0-floor")?.nodes.count == 3)
    }

    @Test("A point behind a fold is a ring on the surface, over a line from the floor")
    func hiddenPoint() throws {
        // A wall around the point, and none.
        let nodes = try [1.6, 0].map { height in
            let mesh = SampleSurfaces.mesh(41) { x, y in
                -0.9 + height * max(0, 1 - 2 * abs((x * x + y * y).squareRoot() - 1))
            }
            var space = try SampleSurfaces.space(mesh, view: ViewAngles(azimuth: -60, elevation: 15))
            space.points = PointsMark(id: "minima", styleIndex: 0, points: [DataPoint(x: 0, y: 0)])
            let scene = try FigureLayout(SampleSurfaces.figure(space), shaper: FixedShaper()).scene().scene
            return scene.layer("space0-points")?.nodes ?? []
        }
        func isFilled(_ node: Node) -> Bool { if case .shape(let shape) = node { shape.fill != nil } else { false } }
        #expect(nodes[0].count == 2 && !nodes[0].contains(where: isFilled))
        #expect(nodes[1].count == 2 && nodes[1].allSatisfy(isFilled))
    }

    @Test("The floor is hatched where no panel beside it shows the region")
    func hatchedFloor() throws {
        let corners = [(-2.0, -2.0), (0, -2), (0, 2), (-2, 2)].map { DataPoint(x: $0.0, y: $0.1) }
        var space = try SampleSurfaces.space(bowl)
        space.region = RegionMark(
            id: "r", label: nil, styleIndex: 0, outlines: [corners], edges: [[corners[1], corners[2]]],
            isOverPaint: true)
        let panel = try SampleFigures.panel(x: -2...2, y: -2...2, xLabel: "w", yLabel: "b", marks: [])
        let counts = try [[], [panel]].map { panels in
            let figure = try SampleSurfaces.figure(
                space, extent: .figure(Size(width: 800, height: 480)), panels: panels)
            let scene = try FigureLayout(figure, shaper: FixedShaper()).scene().scene
            return scene.layer("space0-floor")?.nodes.count
        }
        // Two hatchings, and the edge on its casing.
        #expect(counts == [4, 2])
    }

    @Test("Where the floor's edges meet, numbers of its two axes keep apart")
    func cornerNumbers() throws {
        let mesh = SampleSurfaces.mesh(21, y: 10...14) { x, y in 0.2 * x * x - 0.1 * (y - 12) }
        for azimuth in [-65.0, -55, -45, -35, -25] {
            let space = try SampleSurfaces.space(mesh, view: ViewAngles(azimuth: azimuth, elevation: 30))
            let figure = try SampleSurfaces.figure(space)
            let area = Rect(x: 10, y: 20, width: 420, height: 330)
            let frame = SpaceFrame(
                space, figure: figure, area: area, shaper: FixedShaper(), memory: VariantMemory())
            func boxes(_ axis: SpaceBox.Axis) -> [Rect] {
                let labels = frame.ticks[axis]?.major.map(\.label) ?? []
                let z = frame.ticks[.z]?.major.map(\.label) ?? []
                return frame.texts.filter { labels.contains($0.shaped.text) && !z.contains($0.shaped.text) }.map(\.box)
            }
            let (xs, ys) = (boxes(.x), boxes(.y))
            #expect(ys.count >= 2)
            for x in xs { #expect(!ys.contains { $0.insetBy(-15).intersects(x) }, "\(azimuth)") }
        }
    }
}
