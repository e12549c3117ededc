import Diagnostics
import Scenes
import Testing
import Typography

@testable import Figures

struct FigureLayoutTests {
    private let shaper = FixedShaper()

    /// A random figure's drawing, and where its plots are.
    private struct Drawn: Sendable {
        var figure: Figure
        var scene: Scene
        var plotAreas: [Rect]
    }

    /// Random figures of each theme; those that are too small for their labels are left out.
    private static let drawings = Result {
        var random = RandomFigures(seed: 7)
        return try (0..<240).compactMap { index -> Drawn? in
            let figure = random.figure(theme: Theme.all[index % Theme.all.count])
            do {
                let (scene, plotAreas, _) = try FigureLayout(figure, shaper: FixedShaper()).scene()
                return Drawn(figure: figure, scene: scene, plotAreas: plotAreas)
            } catch let error as Diagnostic where error.message.contains("for the plot") {
                return nil
            }
        }
    }

    private func drawings() throws -> [Drawn] { try FigureLayoutTests.drawings.get() }

    @Test("No two texts of a figure overlap, and none leaves the figure")
    func textsAreApart() throws {
        let drawings = try drawings()
        #expect(drawings.count > 150)
        for (number, drawn) in drawings.enumerated() {
            let texts = drawn.scene.texts
            let page = Rect(x: 0, y: 0, width: drawn.scene.size.width, height: drawn.scene.size.height)
            for (index, text) in texts.enumerated() {
                let isInside = page.contains(text.box)
                #expect(isInside, "\(number) \(drawn.figure.theme.name): '\(text.text)' \(text.box) \(page)")
                for other in texts[(index + 1)...] where text.box.intersects(other.box) {
                    Issue.record(
                        "\(number) \(drawn.figure.theme.name): '\(text.text)' \(text.box) is over '\(other.text)' \(other.box)"
                    )
                }
            }
        }
    }

    @Test("No curve runs through a curve's name or a number that stands in the plot")
    func textsAreClearOfCurves() throws {
        for (number, drawn) in try drawings().enumerated() {
            for (panel, plot) in zip(drawn.figure.panels, drawn.plotAreas) {
                let scales = PanelScales(
                    x: LinearScale(domain: panel.x, range: (plot.left, plot.right)),
                    y: LinearScale(domain: panel.y, range: (plot.bottom, plot.top)))
                let labels = drawn.scene.layer("\(panel.id)-labels")?.texts ?? []
                let numbers = drawn.scene.layer("\(panel.id)-numbers")?.texts ?? []
                for case .curve(let curve) in panel.marks {
                    let ink = curve.ink(in: scales).filter { plot.contains($0) }
                    for text in labels + numbers where ink.contains(where: text.box.contains) {
                        Issue.record("\(number) \(drawn.figure.theme.name): \(curve.id) runs through '\(text.text)'")
                    }
                }
            }
        }
    }

    @Test("The plots lie under each other within the figure")
    func plotsAreApart() throws {
        for drawn in try drawings() {
            let page = Rect(x: 0, y: 0, width: drawn.scene.size.width, height: drawn.scene.size.height)
            for plot in drawn.plotAreas { #expect(page.contains(plot)) }
            for (upper, lower) in zip(drawn.plotAreas, drawn.plotAreas.dropFirst()) {
                #expect(upper.bottom < lower.top && upper.left == lower.left && upper.right == lower.right)
            }
        }
    }

    private func scene(_ figure: Figure) throws -> Scene { try FigureLayout(figure, shaper: shaper).scene().scene }

    @Test(
        "A figure too small for its labels is refused",
        arguments: [
            (
                Figure.Extent.figure(Size(width: 100, height: 300)),
                "a size of 100x300 leaves too little width for the plot"
            ),
            (.figure(Size(width: 300, height: 90.5)), "a size of 300x90.5 leaves too little height for the plot"),
            (.plotArea(Size(width: 95, height: 64)), "a size of 95x64 leaves too little width for the plot"),
            (.plotArea(Size(width: 96, height: 63)), "a size of 96x63 leaves too little height for the plot"),
        ])
    func tooSmall(extent: Figure.Extent, message: String) throws {
        let figure = try SampleFigures.figure(extent: extent, panels: [SampleFigures.panel(marks: [])])
        let error = #expect(throws: Diagnostic.self) { try FigureLayout(figure, shaper: shaper) }
        #expect(error?.message == message)
        // The size that the hint names is large enough.
        let words = try #require(error?.hint?.split(separator: ",").first?.split(separator: " ").last)
        let sides = words.split(separator: "x").compactMap { Double($0) }
        try #require(sides.count == 2)
        let enough = Size(width: sides[0], height: sides[1])
        var larger = figure
        if case .figure = extent { larger.extent = .figure(enough) } else { larger.extent = .plotArea(enough) }
        _ = try FigureLayout(larger, shaper: shaper)
    }

    @Test("Short notes share a line, long ones have their own, and the caption always has")
    func notes() throws {
        func lines(width: Double, _ notes: [String], caption: String? = nil) throws -> [String] {
            // No line is wider than the figure.
            var figure = try SampleFigures.figure(
                extent: .figure(Size(width: width, height: 400)), notes: notes,
                panels: [SampleFigures.panel(marks: [])])
            figure.caption = caption.map { RichText(verbatim: $0) }
            let texts = try scene(figure).layer("notes")?.texts ?? []
            #expect(texts.allSatisfy { $0.origin.x + $0.width <= width })
            return texts.map(\.text)
        }
        #expect(try lines(width: 600, ["one", "two", "three"]) == ["one · two · three"])
        #expect(try lines(width: 600, ["one", "two"], caption: "Mine") == ["Mine", "one · two"])
        let long = String(repeating: "word ", count: 12) + "end"
        for width in stride(from: 200.0, through: 700, by: 20) {
            let notes = ["some words", "a few more words", "others", long]
            let shown = try lines(width: width, notes, caption: "Mine")
            // No word is lost.
            let words = shown.dropFirst().joined(separator: " ").split(separator: " ").filter { $0 != "·" }
            #expect(words == notes.joined(separator: " ").split(separator: " "))
            #expect(shown.allSatisfy { !$0.hasPrefix("·") && !$0.hasSuffix("·") })
        }
        // A note that would be broken to stand behind another starts a line.
        #expect(try lines(width: 300, ["one", long]).first == "one")
    }

    @Test("A plotting area has the size it was asked for, and the figure is as large as its labels need")
    func plotAreaExtent() throws {
        let figure = try SampleFigures.figure(
            extent: .plotArea(Size(width: 300, height: 200)),
            panels: [SampleFigures.panel("a", marks: []), SampleFigures.panel("b", marks: [])])
        let layout = try FigureLayout(figure, shaper: shaper)
        #expect(layout.plotAreas.map(\.width) == [300, 300] && layout.plotAreas.map(\.height) == [200, 200])
        #expect(layout.size.width > 300 && layout.size.height > 400)
    }

    @Test("Tick numbers read along both axes, with one zero at the origin and the last x label at the edge")
    func numbers() throws {
        let figure = try SampleFigures.figure(panels: [SampleFigures.panel(marks: [])])
        let words = try scene(figure).words("panel0-numbers")
        #expect(words == ["0", "1", "2", "−4", "−2", "2", "4"])
    }

    @Test("In a frame both axes begin in the corner with their numbers")
    func cornerNumbers() throws {
        let figure = try SampleFigures.figure(
            theme: .paper, panels: [SampleFigures.panel(x: 0...4, y: 0...3, marks: [])])
        let words = try scene(figure).words("panel0-numbers")
        #expect(words == ["0", "1", "2", "3", "0", "1", "2", "3", "4"])
    }

    @Test("A y axis' name wider than the plot does not run into the x axis' name at the top")
    func namesAtTheTop() throws {
        let figure = try SampleFigures.figure(
            extent: .plotArea(Size(width: 160, height: 120)),
            panels: [SampleFigures.panel(y: -5...0, xLabel: "J(θ)", yLabel: "J″(θ) with the sigmoid", marks: [])])
        let names = try #require(try scene(figure).layer("panel0-axis-names")).texts
        #expect(names.map(\.text) == ["J(θ)", "J″(θ) with the", "sigmoid"])
        #expect(names.dropFirst().allSatisfy { !$0.box.intersects(names[0].box) })
    }

    @Test("Each axis of a frame has two numbers or more, long ones if there is room for two")
    func twoNumbers() throws {
        var random = RandomFigures(seed: 4)
        for _ in 0..<150 {
            let figure = random.figure(theme: .paper)
            guard let layout = try? FigureLayout(figure, shaper: shaper), let (scene, plots, _) = try? layout.scene(),
                let (panel, plot) = zip(figure.panels, plots).reversed().first
            else { continue }
            let numbers = try #require(scene.layer("\(panel.id)-numbers")).texts
            let below = numbers.count { $0.box.top > plot.bottom + 8 }
            let beside = numbers.count { $0.box.right < plot.left && $0.box.top < plot.bottom + 2 }
            #expect(beside >= 2, "\(panel.y) \(plot.height)")
            if plot.width > 160 { #expect(below >= 2, "\(panel.x) \(plot.width)") }
        }
    }

    @Test("A curve of a figure with several is named at the curve, one alone is not")
    func curveNames() throws {
        let curve = try SampleFigures.curve("mse", over: -4...4) { 0.1 * $0 * $0 }
        let other = try SampleFigures.curve("ce", style: 1, over: -4...4) { 1.6 + 0.1 * $0 }
        #expect(
            try scene(SampleFigures.figure(panels: [SampleFigures.panel(marks: [.curve(curve)])])).layer(
                "panel0-labels") == nil)
        let both = try scene(
            SampleFigures.figure(panels: [SampleFigures.panel(marks: [.curve(curve), .curve(other)])]))
        #expect(both.words("panel0-labels") == ["mse", "ce"])
        #expect(both.layer("legend") == nil)
    }

    @Test("A curve out of view has no name")
    func unseenCurve() throws {
        let curve = try SampleFigures.curve("mse", over: -4...4) { 0.1 * $0 * $0 }
        let other = try SampleFigures.curve("ce", style: 1, over: -4...4) { _ in 50 }
        let both = try scene(
            SampleFigures.figure(panels: [SampleFigures.panel(marks: [.curve(curve), .curve(other)])]))
        #expect(both.words("panel0-labels") == ["mse"])
    }

    @Test("Characters that no font has are warned of, once a text")
    func missing() throws {
        struct Boxes: TextShaping {
            func shape(_ text: RichText, style: TextStyle) -> ShapedText {
                var shaped = FixedShaper().shape(text, style: style)
                shaped.missing = shaped.text.filter { $0 == "\u{E000}" }.isEmpty ? [] : ["\u{E000}"]
                return shaped
            }
        }
        let figure = try SampleFigures.figure(
            title: "a \u{E000}", panels: [SampleFigures.panel(marks: []), SampleFigures.panel("b", marks: [])])
        let warnings = try FigureLayout(figure, shaper: Boxes()).scene().warnings
        #expect(
            warnings == [
                Diagnostic(
                    "no font has '\u{E000}' (U+E000) of 'a \u{E000}'",
                    hint: "install a font that does, for Chinese: apt-get install fonts-noto-cjk")
            ])
    }

    @Test("No two layers share an id")
    func layerIDs() throws {
        for drawn in try drawings() {
            let ids = drawn.scene.layers.map(\.id)
            #expect(Set(ids).count == ids.count)
        }
    }
}

extension CurveMark {
    /// Places on the curve, close to each other.
    fileprivate func ink(in scales: PanelScales) -> [Point] {
        runs.joined().flatMap { piece in
            (0...100).map { step in
                let t = Double(step) / 100
                let u = 1 - t
                func mix(_ at: (DataPoint) -> Double) -> Double {
                    u * u * u * at(piece.start) + 3 * u * u * t * at(piece.first) + 3 * u * t * t * at(piece.second)
                        + t * t * t * at(piece.end)
                }
                return scales(DataPoint(x: mix(\.x), y: mix(\.y)))
            }
        }
    }
}
