import Diagnostics
import Figures
import Losses
import Scenes
import TestSupport
import Testing
import Typography

@testable import LossPlots

@Suite("CurvePlot")
struct CurvePlotTests {
    static let fonts = Result { try FontBook() }

    private func plot(_ spec: PlotSpec) throws -> CurvePlot {
        try CurvePlot(spec.resolved(), fonts: CurvePlotTests.fonts.get())
    }

    @Test(
        "Whatever the data, window, size and panels, every curve is drawn within a quarter of a pixel and fits its axis"
    )
    func bounds() throws {
        var random = SplitMix64(seed: 1)
        for round in 0..<60 {
            var spec = PlotSpec(losses: [["mse"], ["ce"], ["mse", "ce"]].randomElement(using: &random) ?? ["mse"])
            let count = Int.random(in: 1...20, using: &random)
            let scale = Double.random(in: 0.01...100, using: &random)
            let rows = (0..<count).map { _ in
                "\(Double.random(in: -scale...scale, using: &random)),\(Int.random(in: 0...4, using: &random))e0"
            }
            spec.link = spec.losses == ["mse"] && Bool.random(using: &random) ? "identity" : nil
            let text = "x,y\n" + rows.joined(separator: "\n")
            let labels = spec.link == nil ? text.replacing("4e0", with: "0.25").replacing("3e0", with: "0.5") : text
            spec.data = .table(
                bytes: Array(labels.replacing("2e0", with: "1e0").utf8), path: "r.csv", x: nil, y: nil,
                skipMissing: false)
            if round.isMultiple(of: 3) {
                let low = Double.random(in: -10...10, using: &random) / scale
                spec.theta = low...(low + Double.random(in: 0.1...30, using: &random) / scale)
            }
            spec.panels = Bool.random(using: &random)
            spec.derivatives = [[0], [0, 2], [1]].randomElement(using: &random)
            spec.presentation.theme = Theme.all.randomElement(using: &random)?.name
            spec.presentation.language = ["en", "zh"].randomElement(using: &random)
            spec.presentation.extent = .figure(size: Size(width: 900, height: 1100))
            let plot = try plot(spec)
            for drawn in plot.curves {
                #expect(drawn.curve.boundInPixels <= CurvePlot.boundLimit, "round \(round)")
                #expect(drawn.curve.runs.count == 1, "round \(round): a smooth loss has no gap")
                let range = try #require(drawn.curve.range)
                #expect(
                    drawn.viewport.y.lowerBound < range.lowerBound && range.upperBound < drawn.viewport.y.upperBound)
            }
        }
    }

    @Test("One expression under two names is two curves, each with its style, its id and its name in all that is said")
    func oneExpressionTwice() throws {
        for (marks, less, said) in [
            (["verdict"], "-2", ["Half: strictly convex", "Less: not convex"]),
            (["verdict", "minima"], "0.5", ["Both: strictly convex", "Half: minimum at", "Less: minimum at"]),
            (["zeros"], "-2", ["Half: zero at", "Less: no zeros"]),
        ] {
            var spec = PlotSpec(losses: [])
            spec.formulas = [("Half", "0.5"), ("Less", less)].map {
                FormulaSpec(expression: "a*x^2 - 1", parameters: ["a": $1], name: $0)
            }
            spec.theta = -1...2
            spec.marks = marks
            let scene = try plot(spec).scene
            for id in ["panel0-curve-formula0", "panel0-curve-formula1"] {
                #expect(scene.layers.count { $0.id == id } == 1, "\(id)")
            }
            #expect(Set(scene.layers.map(\.id)).count == scene.layers.count)
            let labels = scene.layers.filter { !["notes", "title"].contains($0.id) }.flatMap(\.texts).map(\.text)
            #expect(labels.contains("Half") && labels.contains("Less"), "\(labels)")
            let colors = scene.layers.filter { $0.id.contains("-curve-") }.map { layer in
                layer.nodes.compactMap { node in if case .shape(let shape) = node { shape.stroke?.color } else { nil } }
            }
            #expect(colors.count == 2 && !colors[0].isEmpty && colors[0] != colors[1])
            for words in said { #expect(scene.description.contains(words), "\(scene.description)") }
        }
    }

    @Test("The main figure needs few evaluations")
    func evaluations() throws {
        for loss in ["mse", "ce"] {
            let curve = try #require(try plot(PlotSpec(losses: [loss])).curves.first).curve
            #expect(curve.evaluations.point <= 60)
            #expect(curve.evaluations.interval <= 90)
        }
    }

    @Test("A given window is shown as given; a curve outside of it is named in a warning")
    func fixedWindow() throws {
        var spec = PlotSpec(losses: ["mse", "ce"])
        spec.theta = 1...3
        spec.yRange = 0.2...0.8
        let plot = try plot(spec)
        #expect(plot.curves.allSatisfy { $0.viewport.y == 0.2...0.8 && $0.viewport.x == 1...3 })
        #expect(plot.warnings.map(\.message).contains("ce has no point in the window shown"))
    }

    @Test("Panels and derivatives multiply")
    func panels() throws {
        var spec = PlotSpec(losses: ["mse", "ce"])
        spec.derivatives = [0, 2]
        spec.presentation.extent = .figure(size: Size(width: 800, height: 900))
        #expect(try plot(spec).curves.map(\.name) == ["mse", "ce", "mse′′", "ce′′"])
        spec.panels = true
        let plot = try plot(spec)
        #expect(plot.curves.map(\.name) == ["mse", "mse′′", "ce", "ce′′"])
        #expect(Set(plot.scene.layers.map(\.id)).count == plot.scene.layers.count)
    }

    @Test("The size of the plotting area can be given instead of the figure's")
    func plotSize() throws {
        var spec = PlotSpec(losses: ["mse"])
        spec.presentation.extent = .plotArea(size: Size(width: 321, height: 222))
        let viewport = try #require(try plot(spec).curves.first).viewport
        #expect(viewport.width == 321)
        #expect(viewport.height == 222)
    }

    @Test("Every text is in the figure's language", arguments: ["en", "zh"])
    func language(language: String) throws {
        var spec = PlotSpec(losses: ["mse", "ce"])
        spec.presentation.language = language
        let scene = try plot(spec).scene
        let han = (scene.texts.map(\.text) + [scene.title, scene.description]).joined()
            .unicodeScalars.filter { (0x4E00...0x9FFF).contains($0.value) }.count
        #expect(language == "zh" ? han > 40 : han == 0)
        #expect(scene.language == (language == "zh" ? "zh-Hans" : "en"))
    }

    @Test("A character that no font has is named in a warning with its code point")
    func missingGlyph() throws {
        var spec = PlotSpec(losses: ["mse"])
        spec.presentation.title = "loss \u{10FFFD}"
        let warnings = try plot(spec).warnings
        #expect(warnings.count == 1)
        #expect(warnings.first?.message == "no font has '\u{10FFFD}' (U+10FFFD) of 'loss \u{10FFFD}'")
    }

    @Test(
        "Every smooth loss and its second derivative are drawn within a quarter of a pixel",
        arguments: [
            "mse", "ce", "logcosh", "exponential", "focal", "focal(gamma=0.5)", "brier", "kl", "gaussian_nll(sigma=2)",
            "label_smoothing",
        ])
    func smoothLosses(loss: String) throws {
        var spec = PlotSpec(losses: [loss])
        spec.derivatives = [0, 2]
        spec.theta = -3...2
        spec.presentation.extent = .figure(size: Size(width: 800, height: 900))
        for drawn in try plot(spec).curves {
            #expect(drawn.curve.boundInPixels <= CurvePlot.boundLimit)
            #expect(drawn.curve.runs.count == 1)
        }
    }

    @Test(
        "Losses with kinks and jumps are drawn",
        arguments: ["mae", "huber", "hinge", "squared_hinge", "quantile", "zero_one"])
    func kinkedLosses(loss: String) throws {
        let curve = try #require(try plot(PlotSpec(losses: [loss])).curves.first).curve
        #expect(curve.boundInPixels <= CurvePlot.boundLimit)
        #expect(curve.runs.count == (loss == "zero_one" ? 2 : 1), "a jump is a gap, a kink is none")
        #expect(curve.unresolved.isEmpty && curve.envelopes.isEmpty)
    }

    @Test("Losses of different links share a figure, and so do two of one name with different parameters")
    func overlay() throws {
        let plot = try plot(PlotSpec(losses: ["mse", "logcosh", "focal", "focal(gamma=0.5)"]))
        #expect(plot.curves.map(\.name) == ["mse", "logcosh", "focal(gamma=2)", "focal(gamma=0.5)"])
        #expect(Set(plot.scene.layers.map(\.id)).count == plot.scene.layers.count)
    }

    @Test("A constant loss is drawn in the middle of its axis")
    func constant() throws {
        var spec = PlotSpec(losses: ["mse"])
        spec.data = .table(bytes: Array("x,y\n0,1\n0,0\n".utf8), path: "c.csv", x: nil, y: nil, skipMissing: false)
        let drawn = try #require(try plot(spec).curves.first)
        #expect(drawn.curve.range == 0.25...0.25)
        #expect(drawn.viewport.y.contains(0.25))
    }
}

@Suite("FigureRenderer")
struct FigureRendererTests {
    @Test("Every format carries the plan it was made from")
    func embeddedPlan() throws {
        let resolved = try PlotSpec(losses: ["ce"]).resolved()
        let fonts = try FontBook()
        let plot = try CurvePlot(resolved, fonts: fonts)
        let renderer = try FigureRenderer(plot.scene, plan: resolved.plan, fonts: fonts)
        let plan = String(decoding: try JSON.encode(resolved.plan), as: UTF8.self).dropLast()
        let svg = String(decoding: try renderer.bytes(as: .svg), as: UTF8.self)
        #expect(svg.contains(">\(plan)</plan>"))
        // Cairo writes what is not plain ASCII as UTF-16 in hexadecimal digits.
        let pdf = String(decoding: try renderer.bytes(as: .pdf), as: UTF8.self)
        let digits = plan.utf16.map { String(Int($0) + 0x10000, radix: 16, uppercase: true).dropFirst() }.joined()
        #expect(pdf.contains("/Keywords <FEFF\(digits)>"))
        let png = String(decoding: try renderer.bytes(as: .png), as: UTF8.self)
        #expect(png.contains("lossplot plan"))
    }

    @Test("The format follows the ending in any case")
    func endings() {
        #expect(FileFormat(endingOf: "a/b.PNG") == .png)
        #expect(FileFormat(endingOf: "a.b.svg") == .svg)
        #expect(FileFormat(endingOf: "pdf") == nil)
        #expect(FileFormat(endingOf: "a.png/b") == nil)
    }
}
