import Diagnostics
import Scenes
import Testing
import Typography

@testable import LossPlots

@Suite("Zeros as evidence")
struct EvidenceZerosTests {
    private let fonts: FontBook

    init() throws { fonts = try FontBook() }

    private func plot(
        _ formulas: [String], _ window: ClosedRange<Double>? = nil, _ change: (inout PlotSpec) -> Void = { _ in }
    ) throws -> CurvePlot {
        var spec = PlotSpec(losses: [])
        spec.formulas = formulas.map { FormulaSpec(expression: $0) }
        spec.theta = window
        spec.marks = ["zeros"]
        change(&spec)
        return try CurvePlot(try spec.resolved(), fonts: fonts)
    }

    private func texts(_ plot: CurvePlot, _ layer: String) -> [String] {
        plot.scene.layers.first { $0.id == layer }?.texts.map(\.text) ?? []
    }

    /// The middles of the discs.
    private func places(_ plot: CurvePlot, _ layer: String, panel: Int = 0) throws -> [(x: Double, y: Double)] {
        let group = try #require(plot.scene.layers.first { $0.id == layer })
        guard case .shape(let discs)? = group.nodes.last else { return [] }
        var starts: [Point] = []
        for element in discs.path.elements { if case .move(let point) = element { starts.append(point) } }
        let bounds = starts.map { plot.windows[panel].data(at: $0) }
        return bounds.map { ($0.x, $0.y) }
    }

    @Test("Each zero of a formula is a point on the axis with its place, a fraction where it is proved to be one")
    func formula() throws {
        let plot = try plot(["(3*x - 1)*(x^2 - 2)"], -2...2)
        #expect(texts(plot, "panel0-annotations") == ["x = −1.414", "x = 1/3", "x = 1.414"])
        let places = try places(plot, "panel0-points-formula0-zeros")
        #expect(places.count == 3)
        // A disc's path starts at its rim.
        for (place, x) in zip(places, [-2.0.squareRoot(), 1.0 / 3, 2.0.squareRoot()]) {
            #expect(abs(place.x - x) < 0.04 && abs(place.y) < 0.2)
        }
        #expect(plot.scene.description.contains("Zeros at x = −1.414, 1/3 and 1.414."))
        #expect(texts(plot, "notes").isEmpty)
    }

    @Test("The abscissa is called as the axis is where that is a symbol")
    func axisName() throws {
        func label(_ name: String) throws -> [String] {
            texts(try plot(["2*x - 1"], 0...1) { $0.presentation.xLabel = name }, "panel0-annotations")
        }
        #expect(try label("$\\hat{y}$") == ["ŷ = 0.5"])
        #expect(try label("prediction") == ["x = 0.5"])
        #expect(try label("$x$ of $y$") == ["x = 0.5"])
        #expect(try label("") == ["x = 0.5"])
    }

    @Test("Where two curves meet in a zero it is named once, in panels of their own in both")
    func shared() throws {
        let together = try plot(["x*(x - 1)", "x*(x + 1)"], -2...2)
        #expect(texts(together, "panel0-annotations").sorted() == ["x = 0", "x = 1", "x = −1"])
        #expect(together.scene.description.contains(": zeros at x = 0 and 1."))
        let apart = try plot(["x*(x - 1)", "x*(x + 1)"], -2...2) {
            $0.panels = true
            $0.presentation.extent = .figure(size: Size(width: 800, height: 800))
        }
        #expect(texts(apart, "panel0-annotations") == ["x = 0", "x = 1"])
        #expect(texts(apart, "panel1-annotations") == ["x = −1", "x = 0"])
    }

    @Test("Every panel marks the zeros of what it shows: extrema under J′, inflections under J″, and none of J")
    func derivatives() throws {
        var spec = PlotSpec(losses: ["mse"])
        (spec.marks, spec.derivatives, spec.theta) = (["zeros"], [0, 1, 2], -4...4)
        spec.presentation.extent = .figure(size: Size(width: 800, height: 900))
        let plot = try CurvePlot(try spec.resolved(), fonts: fonts)
        #expect(!plot.scene.layers.contains { $0.id == "panel0-points-mse-zeros" })
        #expect(try places(plot, "panel1-points-mse-zeros", panel: 1).count == 3)
        #expect(try places(plot, "panel2-points-mse-zeros", panel: 2).count == 4)
        #expect(texts(plot, "panel1-annotations").sorted() == ["θ = 0.256", "θ = 1.558", "θ = −0.047"])
        for words in ["No zeros.", "Zeros of J′ at θ = −0.047, 0.256 and 1.558.", "Zeros of J″ at θ = "] {
            #expect(plot.scene.description.contains(words), "\(words)")
        }
        // Nothing is asked about convexity.
        #expect(plot.scene.title == "Mean squared error of a sigmoid")
    }

    @Test("What could not be told stands under the plot and in the description, in both languages")
    func doubts() throws {
        for (text, english, chinese) in [
            (
                "1/x", "No zero is claimed near x = 0, where f may jump or have no value",
                "x = 0 附近 f 可能间断或无定义，不断言那里有零点"
            ),
            ("max(0, x)", "f is zero all along from x = −5 to 0", "x 从 −5 到 0，f 恒为零"),
            ("(x^2 - 2)^2", "Not decided whether f has a zero near x = −1.414 and 1.414", "f 有无零点未能判定"),
        ] {
            let plot = try plot([text], -5...5)
            #expect(texts(plot, "notes").contains(english), "\(texts(plot, "notes"))")
            #expect(plot.scene.description.contains(english + "."))
            #expect(!plot.scene.layers.contains { $0.id.hasSuffix("-zeros") })
            let other = try self.plot([text], -5...5) { $0.presentation.language = "zh" }
            #expect(texts(other, "notes").contains { $0.contains(chinese) }, "\(texts(other, "notes"))")
            #expect(other.scene.description.contains(chinese))
        }
    }

    @Test("More zeros than can be labelled are counted")
    func many() throws {
        let plot = try plot(["sin(20*x)"], -5...5)
        #expect(try places(plot, "panel0-points-formula0-zeros").count == 63)
        #expect(texts(plot, "panel0-annotations").isEmpty)
        #expect(texts(plot, "notes") == ["63 zeros, from x = −4.869 to 4.869"])
        #expect(plot.scene.description.contains("63 zeros, from x = −4.869 to 4.869."))
    }

    @Test("A zero outside of the heights that are shown is told and not drawn")
    func outOfSight() throws {
        let plot = try plot(["x^2 - 1"], 0...2) { $0.yRange = 1...3 }
        #expect(!plot.scene.layers.contains { $0.id.hasSuffix("-zeros") })
        #expect(texts(plot, "panel0-annotations").isEmpty)
        #expect(plot.scene.description.contains("Zero at x = 1."))
    }

    @Test("In Chinese the zeros are listed as Chinese lists are")
    func chinese() throws {
        let plot = try plot(["x*(2*x - 1)*(x - 1)"], -2...2) { $0.presentation.language = "zh" }
        #expect(plot.scene.description.contains("零点位于 x = 0、0.5、1。"))
    }
}
