import Figures
import Testing
import Typography

@testable import LossPlots

@Suite("Computed parts")
struct ComputedPartsTests {
    private func requests(language: String, theme: String) -> [FigureRequest] {
        var losses = PlotSpec(losses: ["mse", "ce"])
        losses.panels = true
        var formula = PlotSpec(losses: [])
        formula.formulas = [FormulaSpec(expression: "mean((y-sigmoid(theta*x))^2)", name: language)]
        var surface = PlotSpec(losses: ["mse"])
        var contour = ContourSpec(surface)
        for change in [
            { (words: inout PresentationSpec) in
                words.language = language; words.theme = theme
            }
        ] {
            change(&losses.presentation)
            change(&formula.presentation)
            change(&surface.presentation)
            contour.figure.presentation = surface.presentation
        }
        var both = contour
        both.kind = .both
        var simplex = DistributionSpec(losses: ["ce"], truth: [1, 0, 0])
        simplex.presentation = surface.presentation
        return [.curve(losses), .curve(formula), .contour(contour), .contour(both), .simplex(simplex)]
    }

    @Test("A figure is drawn the same, whatever variant of it was drawn before", arguments: 0..<5)
    func sameBytes(figure: Int) throws {
        let memory = VariantMemory()
        let fonts = try FontBook()
        for language in ["en", "zh"] {
            for theme in ["graphpaper", "graphpaper-dark", "paper"] {
                let request = requests(language: language, theme: theme)[figure]
                let remembered = try request.resolved(memory: memory).drawn(with: fonts, memory: memory)
                let afresh = try request.resolved().drawn(with: fonts)
                #expect(try remembered.bytes(as: .svg) == afresh.bytes(as: .svg), "\(language) \(theme)")
            }
        }
    }

    @Test("One memory serves figures that differ, and mixes nothing up")
    func unrelated() throws {
        let memory = VariantMemory()
        let fonts = try FontBook()
        for samples in [7, 9, 7] {
            for window in [-3.0...3, -2...2] {
                var spec = PlotSpec(losses: ["mse"], data: .builtIn(samples: samples))
                spec.theta = window
                let request = FigureRequest.curve(spec)
                let remembered = try request.resolved(memory: memory).drawn(with: fonts, memory: memory)
                #expect(try remembered.bytes(as: .svg) == request.resolved().drawn(with: fonts).bytes(as: .svg))
            }
        }
    }
}
