import Scenes
import Testing
import Typography

@testable import Figures

@Suite("The colour bar")
struct ColorBarTests {
    private func bar(_ count: Int, label: String? = "J") throws -> ColorBar {
        ColorBar(
            label: try label.map { try RichText($0) }, colors: Colormap.viridis.bands(count + 1),
            ticks: (1...count).map {
                .init(place: Double($0) / Double(count + 1), label: RichText(verbatim: "0.\($0)"))
            })
    }

    private func layout(_ bar: ColorBar?, theme: Theme = .paper, yLabel: String? = "b") throws -> FigureLayout {
        var figure = try SampleFigures.figure(
            theme: theme, panels: [SampleFigures.panel(xLabel: "w", yLabel: yLabel, marks: [])])
        figure.colorBar = bar
        return try FigureLayout(figure, shaper: FixedShaper())
    }

    private func boxes(_ group: Group) -> [(color: Color, box: Rect)] {
        group.nodes.compactMap { node in
            guard case .shape(let shape) = node, let color = shape.fill else { return nil }
            let points = shape.path.elements.compactMap { element -> Point? in
                switch element {
                case .move(let p), .line(let p): p
                default: nil
                }
            }
            let (xs, ys) = (points.map(\.x), points.map(\.y))
            return (color, Rect(left: xs.min() ?? 0, top: ys.min() ?? 0, right: xs.max() ?? 0, bottom: ys.max() ?? 0))
        }
    }

    @Test("Its colours stand over equal parts of the plot's height, without a seam, the lowest at the foot")
    func colors() throws {
        let layout = try layout(try bar(3))
        let plot = layout.plotAreas[0]
        let parts = boxes(try #require(try layout.scene().scene.layer("color-bar")))
        #expect(parts.map(\.color) == Colormap.viridis.bands(4))
        for (index, part) in parts.enumerated() {
            // Each reaches the top; the next one covers what is above it.
            #expect(part.box.top == plot.top)
            #expect(abs(part.box.bottom - (plot.bottom - plot.height * Double(index) / 4)) < 1e-9)
        }
    }

    @Test("It stands clear of the plot and on the page, with either kind of axes", arguments: Theme.all)
    func place(theme: Theme) throws {
        for count in [1, 3, 12] {
            let layout = try layout(try bar(count), theme: theme)
            let scene = try layout.scene().scene
            let group = try #require(scene.layer("color-bar"))
            let others = scene.layers.filter { $0.id != "color-bar" }.flatMap(\.texts).map(\.box)
            for box in group.texts.map(\.box) + boxes(group).map(\.box) {
                #expect(box.left > layout.plotAreas[0].right && box.right <= layout.size.width - FigureLayout.edge)
                #expect(!others.contains { $0.intersects(box) }, "\(theme.name)")
            }
        }
    }

    @Test("Crowded numbers are written for every second or third tick, evenly")
    func crowded() throws {
        for count in [4, 20, 50] {
            let layout = try layout(try bar(count))
            let texts = try #require(try layout.scene().scene.layer("color-bar")).texts.dropLast()
            let places = texts.map(\.origin.y)
            let gaps = zip(places, places.dropFirst()).map { $0 - $1 }
            #expect(gaps.allSatisfy { $0 >= 17 && abs($0 - gaps[0]) < 1e-9 })
            #expect(texts.count > 2 && (texts.count == count) == (count == 4))
        }
    }

    @Test("An end is open where values lie farther beyond the last level than the last two are apart")
    func openEnds() {
        let cases: [([Double], ClosedRange<Double>, ColorBar.Ends)] = [
            ([0.2, 0.4, 0.6], 0...0.8, []), ([0.2, 0.4, 0.6], 0...0.81, .upper), ([0.2, 0.4], -0.01...0.5, .lower),
            ([0.7, 1, 70, 100], 0.03...210, [.lower, .upper]), ([0.2, 0.4], 0...Double.infinity, .upper),
            ([0.2, 0.4], 0.3...0.35, []), ([1], 0...1, .lower), ([1], 1...1, []), ([], 0...1, []),
        ]
        for (levels, values, ends) in cases {
            #expect(ColorBar.Ends(of: levels, holding: values) == ends, "\(levels) of \(values)")
        }
    }

    @Test("An open end is a point as wide as nothing; the other end, the bar's height and its numbers stay")
    func points() throws {
        for ends in [ColorBar.Ends.lower, .upper, [.lower, .upper]] {
            var open = try bar(3)
            open.openEnds = ends
            let layout = try layout(open)
            let plot = layout.plotAreas[0]
            let group = try #require(try layout.scene().scene.layer("color-bar"))
            let plain = try #require(try self.layout(try bar(3)).scene().scene.layer("color-bar"))
            #expect(group.texts == plain.texts)
            #expect(boxes(group).map(\.color) == boxes(plain).map(\.color))
            let all = group.nodes.flatMap { node -> [Point] in
                guard case .shape(let shape) = node, shape.fill != nil else { return [] }
                return shape.path.elements.compactMap { element in
                    switch element {
                    case .move(let p), .line(let p): p
                    default: nil
                    }
                }
            }
            #expect(Set(all.filter { $0.y == plot.top }.map(\.x)).count == (ends.contains(.upper) ? 1 : 2))
            #expect(Set(all.filter { $0.y == plot.bottom }.map(\.x)).count == (ends.contains(.lower) ? 1 : 2))
        }
    }

    @Test("Its name needs a line above the plot, also where the y axis has none")
    func name() throws {
        let (with, without) = (try layout(try bar(3), yLabel: nil), try layout(try bar(3, label: nil), yLabel: nil))
        #expect(with.plotAreas[0].top > without.plotAreas[0].top + 10)
        let name = try #require(try with.scene().scene.layer("color-bar")?.texts.last)
        #expect(name.text == "J" && name.origin.y < with.plotAreas[0].top)
        #expect(try layout(nil).plotAreas[0].width > with.plotAreas[0].width)
    }
}
