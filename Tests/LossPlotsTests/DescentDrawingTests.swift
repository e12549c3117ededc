import Testing
import Typography

@testable import LossPlots

@Suite("Descents on curves, drawn")
struct DescentDrawingTests {
    private func labels(_ language: String, _ losses: [String]) throws -> [String] {
        var spec = PlotSpec(losses: losses)
        spec.theta = -3...4
        spec.panels = true
        spec.descent = try DescentSpec("gradient(step=0.5, momentum=0.5, steps=400, tolerance=1e-4)")
        spec.descent?.starts = [[-2], [3]]
        spec.presentation.language = language
        spec.presentation.extent = .figure(size: .init(width: 800, height: 640))
        let scene = try CurvePlot(try spec.resolved(), fonts: try FontBook()).scene
        return scene.layers.filter { $0.id.hasSuffix("annotations") }.flatMap(\.texts).map(\.text)
    }

    @Test("Each start says how many steps follow it, where two paths end in one minimum too")
    func starts() throws {
        let labels = try labels("en", ["mse", "ce"])
        for label in [
            "θ_0 = −2, 39 steps", "θ_0 = 3, 271 steps", "θ_0 = −2, 29 steps", "θ_0 = 3, 32 steps", "(−0.054, 0.6874)",
        ] {
            #expect(labels.contains(label), "\(label): \(labels)")
        }
        #expect(try self.labels("zh", ["ce"]).contains("θ_0 = −2 起 29 步"))
    }
}
