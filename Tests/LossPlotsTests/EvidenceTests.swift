import Diagnostics
import Figures
import Losses
import Scenes
import Testing
import Typography

@testable import LossPlots

@Suite("Evidence")
struct EvidenceTests {
    private let fonts: FontBook

    init() throws { fonts = try FontBook() }

    private func plot(_ losses: [String], _ change: (inout PlotSpec) -> Void = { _ in }) throws -> CurvePlot {
        var spec = PlotSpec(losses: losses)
        change(&spec)
        return try CurvePlot(try spec.resolved(), fonts: fonts)
    }

    private func ids(_ plot: CurvePlot) -> [String] { plot.scene.layers.map(\.id) }

    @Test("The figure of MSE∘σ shows bands, both minima with coordinates, a chord and the verdict")
    func squaredError() throws {
        let plot = try plot(["mse"])
        for layer in ["panel0-bands-mse", "panel0-chord-mse", "panel0-points-mse-minima"] {
            #expect(ids(plot).contains(layer))
        }
        let words = plot.scene.layers.first { $0.id == "panel0-annotations" }?.texts.map(\.text) ?? []
        #expect(words == ["(−0.047, 0.2474)", "(1.558, 0.2299)", "J″ < 0"])
        let notes = plot.scene.layers.first { $0.id == "notes" }?.texts.map(\.text) ?? []
        #expect(try #require(notes.first).hasPrefix("not convex on ℝ, certified: "))
        #expect(notes.last == "Built-in data “outlier”, 7 samples")
        #expect(plot.scene.description.contains("Minima at (−0.047, 0.2474) and (1.558, 0.2299)."))
        #expect(plot.scene.description.contains("Not convex on ℝ, certified: J″(0.185) ∈ [−1.4149, −1.4148]."))
    }

    @Test("The figure of cross-entropy shows its minimum and its verdict, and no band or chord")
    func crossEntropy() throws {
        let plot = try plot(["ce"])
        #expect(ids(plot).contains("panel0-points-ce-minima"))
        #expect(!ids(plot).contains { $0.contains("bands") || $0.contains("chord") })
    }

    private func notes(_ plot: CurvePlot) -> [String] {
        plot.scene.layers.first { $0.id == "notes" }?.texts.map(\.text) ?? []
    }

    @Test("A verdict that all losses share is said once, without their names")
    func sharedByAll() throws {
        for (losses, opening) in [
            (["gaussian_nll", "mse"], "Both: strictly"), (["mse", "logcosh", "gaussian_nll"], "All three: strictly"),
        ] {
            let notes = notes(
                try plot(losses) {
                    $0.link = "identity"; $0.panels = true
                    $0.presentation.extent = .figure(size: Size(width: 800, height: 900))
                })
            #expect(notes.count == 2)
            #expect(notes.first?.hasPrefix(opening) == true, "\(notes)")
        }
    }

    @Test("A verdict that some of the losses share is said once, with their names")
    func sharedBySome() throws {
        let notes = notes(
            try plot(["ce", "exponential", "mse"]) {
                $0.panels = true; $0.presentation.extent = .figure(size: Size(width: 800, height: 900))
            })
        #expect(notes.count == 3)
        #expect(notes.first?.hasPrefix("Cross-entropy, Exponential: strictly convex") == true)
        #expect(notes.dropFirst().first?.hasPrefix("MSE: not convex") == true)
    }

    @Test("A formula that was given a name is called by it: at its curve, in its verdict and in the description")
    func namedFormula() throws {
        let plot = try plot([]) {
            $0.formulas = [
                FormulaSpec(expression: "x^2", name: "A bowl for $y = 0$"), FormulaSpec(expression: "-x^2", name: nil),
            ]
            $0.marks = ["verdict"]
        }
        let texts = plot.scene.texts.map(\.text)
        #expect(texts.contains("A bowl for y = 0"))
        #expect(texts.contains { $0.hasPrefix("A bowl for y = 0: strictly convex") })
        #expect(plot.scene.description.contains("A bowl for y = 0"))
        #expect(!texts.contains("x²") && texts.contains { $0.hasPrefix("−x") })
    }

    @Test("A formula's name that cannot be set is refused with its expression")
    func brokenName() throws {
        let error = #expect(throws: Diagnostic.self) {
            try plot([]) { $0.formulas = [FormulaSpec(expression: "x^2", name: "$\\frac{1}$")] }
        }
        #expect(error?.message.hasPrefix("name of 'x^2': ") == true)
    }

    @Test("Maxima are marked when they are asked for, with coordinates and a sentence")
    func maxima() throws {
        let plot = try plot(["mse"]) { $0.marks = ["maxima"] }
        #expect(ids(plot).contains("panel0-points-mse-maxima") && !ids(plot).contains("panel0-points-mse-minima"))
        #expect(plot.scene.texts.map(\.text).contains { $0.hasPrefix("(0.25") })
        #expect(plot.scene.description.contains("Maximum at (0.25"))
    }

    @Test("Marks can be chosen, and none leaves the curve alone under a title without a claim")
    func chosen() throws {
        let bare = try plot(["mse"]) { $0.marks = ["none"] }
        #expect(!ids(bare).contains { $0.contains("bands") || $0.contains("points") || $0.contains("chord") })
        #expect(bare.scene.title == "Mean squared error of a sigmoid")
        let inflections = try plot(["mse"]) { $0.marks = ["inflections"] }
        #expect(ids(inflections).contains("panel0-points-mse-inflections"))
        #expect(!ids(inflections).contains { $0.contains("bands") || $0.contains("minima") })
    }

    @Test("Every panel of derivatives has the bands, and only the first says what they show")
    func derivatives() throws {
        let plot = try plot(["mse"]) {
            $0.derivatives = [0, 1, 2]; $0.presentation.extent = .figure(size: Size(width: 800, height: 900))
        }
        for panel in 0...2 { #expect(ids(plot).contains("panel\(panel)-bands-mse")) }
        #expect(!ids(plot).contains("panel1-annotations") && !ids(plot).contains("panel2-annotations"))
        #expect(!ids(plot).contains("panel1-points-mse-minima"))
    }

    @Test("Marks lie on the curve that was drawn")
    func onTheCurve() throws {
        let resolved = try PlotSpec(losses: ["mse"]).resolved()
        let certificate = try #require(resolved.certificates.first)
        let objective = Objective(SigmoidSquaredError(), on: resolved.data)
        for minimum in certificate.minima {
            #expect(abs(objective.derivative(1, at: minimum.theta.lower)) < 1e-9)
            #expect(abs(objective.derivative(0, at: minimum.theta.lower) - minimum.value.lower) < 1e-12)
        }
    }
}
