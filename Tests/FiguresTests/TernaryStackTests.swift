import Diagnostics
import Scenes
import Testing
import Typography

@testable import Figures

@Suite("A triangle of shares")
struct TernaryStackTests {
    static func figure(
        _ marks: [Mark] = [], theme: Theme = .graphpaper,
        extent: Figure.Extent = .figure(Size(width: 480, height: 420)), corners: [String] = ["p1", "p2", "p3"]
    ) throws -> Figure {
        try SampleFigures.figure(
            theme: theme, extent: extent, subtitle: "a formula", notes: ["a note"],
            panels: [
                Panel(
                    id: "panel0", x: -1...1, y: 0...1, xLabel: nil, yLabel: nil, marks: marks,
                    axes: .ternary(TernaryAxes(corners: try corners.map { try RichText($0) })))
            ])
    }

    static func place(_ a: Double, _ b: Double, _ c: Double) -> DataPoint { TernaryAxes.place((a, b, c)) }

    private func frame(_ figure: Figure) throws -> PanelFrame {
        try #require(try FigureLayout(figure, shaper: FixedShaper()).frames.first)
    }

    @Test("The triangle is equilateral, its top in the middle, whatever the figure's shape")
    func projection() throws {
        for size in [Size(width: 480, height: 420), Size(width: 900, height: 400), Size(width: 300, height: 900)] {
            let scales = try frame(try TernaryStackTests.figure(extent: .figure(size))).scales
            let corners = [(1.0, 0.0, 0.0), (0, 1, 0), (0, 0, 1)].map { scales(TernaryAxes.place($0)) }
            func distance(_ a: Point, _ b: Point) -> Double {
                ((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y)).squareRoot()
            }
            let side = distance(corners[1], corners[2])
            #expect(abs(distance(corners[0], corners[1]) - side) < 1e-9)
            #expect(abs(distance(corners[0], corners[2]) - side) < 1e-9)
            #expect(corners[0].y < corners[1].y && corners[1].y == corners[2].y && corners[1].x < corners[2].x)
            // The middle is where the centre of gravity is.
            let middle = scales(TernaryStackTests.place(1.0 / 3, 1.0 / 3, 1.0 / 3))
            #expect(abs(middle.x - corners.map(\.x).reduce(0, +) / 3) < 1e-9)
            #expect(abs(middle.y - corners.map(\.y).reduce(0, +) / 3) < 1e-9)
        }
    }

    @Test("Each share has its numbers on an edge of its own, rising towards its corner")
    func numbers() throws {
        let frame = try frame(try TernaryStackTests.figure())
        let numbers = frame.ternaryNumbers(shaper: FixedShaper())
        let count = numbers.count / 3
        #expect(numbers.prefix(count).map(\.shaped.text) == numbers.suffix(count).map(\.shaped.text))
        let (first, second, third) = (
            numbers[0..<count], numbers[count..<(2 * count)], numbers[(2 * count)...]
        )
        #expect(zip(first, first.dropFirst()).allSatisfy { $0.origin.y > $1.origin.y && $0.origin.x < $1.origin.x })
        #expect(zip(second, second.dropFirst()).allSatisfy { $0.origin.x > $1.origin.x && $0.origin.y == $1.origin.y })
        #expect(zip(third, third.dropFirst()).allSatisfy { $0.origin.y < $1.origin.y && $0.origin.x < $1.origin.x })
        #expect(numbers.allSatisfy { !frame.triangleHolds($0.box) })
    }

    @Test("Nothing leaves the page or meets another, long names of corners included")
    func clear() throws {
        let names = ["p1 a long class", "p2 a very long class", "p3 another"]
        for theme in Theme.all {
            let figure = try TernaryStackTests.figure(theme: theme, corners: names)
            let layout = try FigureLayout(figure, shaper: FixedShaper())
            let frame = try #require(layout.frames.first)
            let boxes =
                (frame.ternaryNumbers(shaper: FixedShaper()) + frame.cornerNames(shaper: FixedShaper())).map(\.box)
            for (index, a) in boxes.enumerated() {
                #expect(a.left >= 0 && a.right <= layout.size.width && a.bottom <= layout.size.height)
                for b in boxes[..<index] { #expect(!a.intersects(b)) }
            }
        }
    }

    @Test("The label of a point stands beside the triangle, joined to it")
    func labels() throws {
        let point = PointsMark(
            id: "p", styleIndex: 1, points: [TernaryStackTests.place(0.8, 0.1, 0.1)], labels: [try RichText("here")])
        let figure = try TernaryStackTests.figure([.points(point)])
        let scene = try FigureLayout(figure, shaper: FixedShaper()).scene().scene
        let layer = try #require(scene.layers.first { $0.id == "panel0-annotations" })
        let text = try #require(layer.texts.first)
        let frame = try frame(figure)
        let box = Rect(x: text.origin.x, y: text.origin.y - 9, width: text.width, height: 11)
        #expect(!frame.meetsTriangle(box))
        #expect(layer.nodes.contains { if case .shape = $0 { true } else { false } })
    }

    @Test("A point on any edge has its label", arguments: [(0.0, 0.5, 0.5), (0.5, 0, 0.5), (0.5, 0.5, 0), (0, 1, 0)])
    func edges(shares: (Double, Double, Double)) throws {
        let point = PointsMark(
            id: "p", styleIndex: 1, points: [TernaryAxes.place(shares)], labels: [try RichText("here")])
        let scene = try FigureLayout(try TernaryStackTests.figure([.points(point)]), shaper: FixedShaper()).scene()
            .scene
        #expect(scene.layers.first { $0.id == "panel0-annotations" }?.texts.map(\.text) == ["here"])
    }

    @Test("A level's number stays clear of the edges")
    func levels() throws {
        let lines = [0.2, 0.5].map { [TernaryStackTests.place($0, 1 - $0, 0), TernaryStackTests.place($0, 0, 1 - $0)] }
        let mark = ContourMark(
            id: "flat",
            levels: try lines.enumerated().map {
                ContourMark.Level(label: try RichText("\($0.offset)"), position: 0, lines: [$0.element])
            })
        let figure = try TernaryStackTests.figure([.contour(mark)])
        let frame = try frame(figure)
        let texts = try FigureLayout(figure, shaper: FixedShaper()).scene().scene.layers
            .first { $0.id == "panel0-levels" }?.texts
        #expect(texts?.count == 2)
        for text in texts ?? [] {
            let box = Rect(x: text.origin.x, y: text.origin.y - 8, width: text.width, height: 10)
            #expect(frame.triangleHolds(box.insetBy(-4)))
            #expect(abs(box.left + box.width / 2 - frame.plot.left - frame.plot.width / 2) < 12)
        }
    }

    @Test("Numbers of levels stand in one column; of lines that are too close some have none")
    func column() throws {
        let shares = (1...20).map { 0.9 / (1 + 0.25 * Double($0)) }
        let mark = ContourMark(
            id: "flat",
            levels: try shares.enumerated().map { index, share in
                let line = [TernaryStackTests.place(share, 1 - share, 0), TernaryStackTests.place(share, 0, 1 - share)]
                return ContourMark.Level(label: try RichText("\(index)"), position: 0, lines: [line])
            })
        let figure = try TernaryStackTests.figure([.contour(mark)])
        let frame = try frame(figure)
        let texts = try #require(
            try FigureLayout(figure, shaper: FixedShaper()).scene().scene.layers.first { $0.id == "panel0-levels" }
        ).texts
        #expect(texts.count >= 5 && texts.count < shares.count)
        for text in texts {
            #expect(abs(text.origin.x + text.width / 2 - frame.plot.left - frame.plot.width / 2) < 1, "\(text.text)")
        }
    }

    @Test("A point at a corner does not cover the tick there, and a label beside the triangle no part of an edge")
    func besidePoints() throws {
        let marks = try [(1.0, 0.0, 0.0), (0.6, 0.35, 0.05)].enumerated().map { index, shares in
            Mark.points(
                PointsMark(
                    id: "p\(index)", styleIndex: index, points: [TernaryAxes.place(shares)],
                    labels: [try RichText("here")]))
        }
        let (figure, bare) = (try TernaryStackTests.figure(marks), try TernaryStackTests.figure([]))
        let numbers = try [figure, bare].map { figure in
            try #require(
                try frame(figure).ternaryNumbers(shaper: FixedShaper()).first { $0.shaped.text.hasPrefix("1") })
        }
        #expect(numbers[0].origin.x < numbers[1].origin.x - figure.theme.pointDiameter / 2)
        let labels = try #require(
            try FigureLayout(figure, shaper: FixedShaper()).scene().scene.layers.first {
                $0.id == "panel0-annotations"
            }
        ).texts
        #expect(labels.count == 2)
        for label in labels { #expect(label.halo == nil) }
    }

    @Test("A colour bar stands right of the triangle, clear of its numbers and names, and as tall")
    func colorBar() throws {
        let bar = ColorBar(
            label: try RichText("loss"), colors: Colormap.viridis.bands(2),
            ticks: [.init(place: 0.5, label: RichText(verbatim: "0.125"))])
        for extent in [Figure.Extent.figure(Size(width: 480, height: 420)), .plotArea(Size(width: 300, height: 300))] {
            var figure = try TernaryStackTests.figure(extent: extent, corners: ["a", "b", "a long class"])
            figure.colorBar = bar
            let layout = try FigureLayout(figure, shaper: FixedShaper())
            let frame = try #require(layout.frames.first)
            let layer = try #require(try layout.scene().scene.layers.first { $0.id == "color-bar" })
            let boxes = layer.nodes.compactMap { node -> Rect? in
                guard case .shape(let shape) = node, shape.fill != nil else { return nil }
                let points = shape.path.elements.compactMap { element -> Point? in
                    switch element {
                    case .move(let p), .line(let p): p
                    default: nil
                    }
                }
                let (xs, ys) = (points.map(\.x), points.map(\.y))
                return Rect(left: xs.min() ?? 0, top: ys.min() ?? 0, right: xs.max() ?? 0, bottom: ys.max() ?? 0)
            }
            #expect(boxes.map(\.bottom).max() == frame.plot.bottom && boxes.map(\.top).min() == frame.plot.top)
            let taken = (frame.ternaryNumbers(shaper: FixedShaper()) + frame.cornerNames(shaper: FixedShaper())).map(
                \.box)
            for box in boxes { #expect(taken.allSatisfy { $0.right < box.left || !$0.intersects(box) }) }
            #expect(layer.texts.allSatisfy { $0.origin.x + $0.width <= layout.size.width - 4 })
        }
    }

    @Test("The label of a point at the top corner stands beside it, with no leader")
    func topCorner() throws {
        let truth = PointsMark(
            id: "truth", styleIndex: 0, points: [TernaryStackTests.place(1, 0, 0)],
            labels: [RichText(verbatim: "truth")])
        let figure = try TernaryStackTests.figure([.points(truth)])
        let frame = try frame(figure)
        let layer = try #require(
            try FigureLayout(figure, shaper: FixedShaper()).scene().scene.layers.first {
                $0.id == "panel0-annotations"
            })
        #expect(layer.nodes.count == 1)
        let box = try #require(layer.texts.first).box
        let top = frame.scales(TernaryStackTests.place(1, 0, 0))
        #expect(box.top < top.y && top.y < box.bottom && box.left > top.x)
        let names = frame.cornerNames(shaper: FixedShaper()) + frame.ternaryNumbers(shaper: FixedShaper())
        #expect(names.allSatisfy { !$0.box.intersects(box) })
    }

    @Test("No label runs into the colour bar")
    func labelBesideBar() throws {
        let point = PointsMark(
            id: "p", styleIndex: 1, points: [TernaryStackTests.place(0.1, 0.1, 0.8)],
            labels: [try RichText("(0.1, 0.1, 0.8): 0.1333")])
        var figure = try TernaryStackTests.figure([.points(point)], extent: .figure(Size(width: 640, height: 480)))
        figure.colorBar = ColorBar(label: try RichText("loss"), colors: Colormap.viridis.bands(2), ticks: [])
        let scene = try FigureLayout(figure, shaper: FixedShaper()).scene().scene
        let label = try #require(scene.layers.first { $0.id == "panel0-annotations" }?.texts.first)
        let bar = try #require(scene.layers.first { $0.id == "color-bar" }?.texts.first)
        #expect(label.origin.x + label.width < bar.origin.x)
        // Nor across an edge.
        let frame = try frame(figure)
        let box = Rect(x: label.origin.x, y: label.origin.y - 9, width: label.width, height: 11)
        #expect(!frame.meetsTriangle(box) || frame.triangleHolds(box))
    }

    @Test("Over paint the edges run under points and labels, and lines have an edge of the page's colour")
    func paint() throws {
        let corners = [(1.0, 0.0, 0.0), (0, 1, 0), (0, 0, 1)].map { TernaryAxes.place($0) }
        let fill = ContourMark.Fill(colors: .viridis, domain: [corners], regions: [])
        let contour = ContourMark(id: "c", levels: [], fill: fill)
        let guide = GuideMark(id: "g", from: corners[0], to: corners[1], isOverPaint: true)
        let line = RegionMark(id: "l", label: nil, styleIndex: 1, outlines: [], edges: [corners], isOverPaint: true)
        let point = PointsMark(id: "p", styleIndex: 1, points: [corners[0]])
        for theme in [Theme.graphpaper.aroundPaint, Theme.graphpaperDark.aroundPaint] {
            let figure = try TernaryStackTests.figure(
                [.contour(contour), .region(line), .guide(guide), .points(point)], theme: theme)
            let scene = try FigureLayout(figure, shaper: FixedShaper()).scene().scene
            let order = scene.layers.map(\.id)
            let places = ["panel0-fill-c", "panel0-region-l", "panel0-axes", "panel0-guide-g", "panel0-points-p"].map {
                order.firstIndex(of: $0)
            }
            #expect(!places.contains(nil) && places.compactMap { $0 } == places.compactMap { $0 }.sorted())
            for id in ["panel0-region-l", "panel0-guide-g"] {
                let strokes = try #require(scene.layers.first { $0.id == id }).nodes.compactMap { node in
                    if case .shape(let shape) = node { shape.stroke } else { nil }
                }
                #expect(strokes.count == 2 && strokes[0].width > strokes[1].width)
                #expect(strokes[0].color.withOpacity(1) == theme.page)
            }
        }
    }

    @Test("A leader over bands of colour is black or white, whichever is seen, and the page's ink beyond them")
    func leader() throws {
        let corners = [(1.0, 0.0, 0.0), (0, 1, 0), (0, 0, 1)].map { TernaryAxes.place($0) }
        let fill = ContourMark.Fill(colors: .viridis, domain: [corners], regions: [])
        let point = PointsMark(
            id: "p", styleIndex: 1, points: [TernaryStackTests.place(0.6, 0.2, 0.2)], labels: [try RichText("here")])
        let theme = Theme.graphpaperDark.aroundPaint
        let figure = try TernaryStackTests.figure(
            [.contour(ContourMark(id: "c", levels: [], fill: fill)), .points(point)], theme: theme)
        let layer = try #require(
            try FigureLayout(figure, shaper: FixedShaper()).scene().scene.layers.first { $0.id == "panel0-annotations" }
        )
        let colors = layer.nodes.compactMap { node in
            if case .shape(let shape) = node { shape.stroke?.color } else { nil }
        }
        let ink = Colormap.viridis.bands(1)[0].legibleInk
        #expect(colors.map { $0.withOpacity(1) } == [theme.quietInk.withOpacity(1), ink])
    }

    @Test("A page too small for the triangle is refused with a size that is large enough")
    func small() throws {
        let figure = try TernaryStackTests.figure(extent: .figure(Size(width: 150, height: 150)))
        let error = try #require(
            #expect(throws: Diagnostic.self) { try FigureLayout(figure, shaper: FixedShaper()) })
        #expect(error.message == "a size of 150x150 leaves too little room for the triangle")
        let hint = try #require(error.hint)
        let words = hint.split(whereSeparator: { " x,".contains($0) })
        let sides = words.compactMap { Double($0) }
        try #require(sides.count == 2)
        let enough = try TernaryStackTests.figure(extent: .figure(Size(width: sides[0], height: sides[1])))
        #expect(try FigureLayout(enough, shaper: FixedShaper()).plotAreas[0].width >= 140)
    }

    @Test("The size advised for a page on which titles break into many lines is that of a page on which they need not")
    func narrow() throws {
        func hint(_ width: Double) throws -> [Double] {
            let figure = try TernaryStackTests.figure(extent: .figure(Size(width: width, height: 10)))
            let error = try #require(
                #expect(throws: Diagnostic.self) { try FigureLayout(figure, shaper: FixedShaper()) })
            return try #require(error.hint).split(whereSeparator: { " x,".contains($0) }).compactMap { Double($0) }
        }
        #expect(try hint(1) == hint(150))
    }

    @Test("With the plot's size given, the triangle fills it and the page grows")
    func plotArea() throws {
        let figure = try TernaryStackTests.figure(extent: .plotArea(Size(width: 400, height: 200)))
        let layout = try FigureLayout(figure, shaper: FixedShaper())
        #expect(layout.plotAreas[0].width == 230 && layout.size.height > 260)
    }
}
