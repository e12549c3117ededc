import Figures
import Testing
import Typography

@testable import LossPlots

@Suite("Variant memory")
struct VariantMemoryTests {
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
        return [.curve(losses), .curve(formula), .contour(contour)]
    }

    @Test("A figure is drawn the same, whatever variant of it was drawn before", arguments: 0..<3)
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

    @Test("What was computed from an equal key is not computed again, and keys of other types are others")
    func computedOnce() {
        let memory = VariantMemory()
        var count = 0
        func value(_ key: Int) -> Int {
            memory.value(for: key) {
                count += 1; return key * key
            }
        }
        #expect([value(2), value(3), value(2)] == [4, 9, 4] && count == 2)
        #expect(memory.value(for: "2") { "two" } == "two")
        #expect(memory.value(for: 2) { "another" } == "another")
    }
}
