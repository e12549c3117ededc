import Descent
import Testing

@testable import LossPlots

@Suite("Descents in words")
struct WordingDescentTests {
    private func lines(
        _ spec: PlotSpec, _ method: String, from starts: [Double], language: String = "en",
        beside labels: DescentLabels = .none
    ) throws -> [String] {
        var spec = spec
        spec.presentation.language = language
        var descent = try DescentSpec(method)
        for start in starts { try descent.add(start: [start], written: "\(start)") }
        spec.descent = descent
        let resolved = try spec.resolved()
        let wording = Wording(language: resolved.plan.presentation.language)
        let drawing = try DescentDrawing(
            resolved.plan.descent, runs: resolved.descents, wording: wording,
            stage: DescentStage(
                function: resolved.plan.data == .none ? "f" : "J", windows: [resolved.plan.theta],
                names: try resolved.plan.subjects().enumerated().map { wording.leading(wording.label(of: $1, at: $0)) })
        )
        return (try drawing.lines(beside: labels).map(Wording.plain) + drawing.notes).map {
            $0.replacing("\u{A0}", with: " ")
        }
    }

    private func formula(_ expression: String, _ window: ClosedRange<Double>) -> PlotSpec {
        var spec = PlotSpec(losses: [])
        spec.formulas = [FormulaSpec(expression: expression)]
        spec.theta = window
        return spec
    }

    private let method = "gradient(step=0.5, momentum=0.5, steps=400, tolerance=1e-4)"

    @Test("A trap is called one, and the least the least, in both languages")
    func trap() throws {
        #expect(
            try lines(PlotSpec(losses: ["mse"]), method, from: [-2, 3]) == [
                "Gradient descent, step 0.5, momentum 0.5: from −2 in 39 steps to −0.047 (J = 0.2474), a local minimum only; from 3 in 271 steps to 1.558 (J = 0.2299), the least in view."
            ])
        #expect(
            try lines(PlotSpec(losses: ["mse"]), method, from: [-2], language: "zh") == [
                "梯度下降，步长 0.5，动量 0.5：从 −2 出发 39 步到 −0.047（J = 0.2474），只是局部极小点：J(1.558) = 0.2299 更低。"
            ])
    }

    @Test("Starts are told as they were given, also where the window does not tell them apart")
    func starts() throws {
        let told = try lines(formula("x^2", -2...2), "gradient(step=0.5)", from: [0.0001, 1.00001]).joined()
        #expect(told.contains("from 0.0001 in 1 step and from 1.00001 in 1 step"), "\(told)")
    }

    @Test("Runs that end in one minimum are told together, and several losses share the method's note")
    func together() throws {
        let lines = try lines(PlotSpec(losses: ["mse", "ce"]), method, from: [-2, 3])
        #expect(lines.count == 3)
        #expect(
            lines[1]
                == "Cross-entropy: from −2 in 29 steps and from 3 in 32 steps to −0.054 (J = 0.6874), the global minimum."
        )
        #expect(lines[2] == "Gradient descent, step 0.5, momentum 0.5")
    }

    private let drawn = DescentLabels(tellsSteps: true, tellsMinima: true)

    @Test("What stands in the drawing is left out, in both languages")
    func beside() throws {
        let spec = PlotSpec(losses: ["mse", "ce"])
        #expect(
            try lines(spec, method, from: [-2, 3], beside: drawn) == [
                "MSE: from −2 it ends at −0.047, a local minimum only; from 3 it ends at 1.558, the least in view.",
                "Cross-entropy: from −2 and 3 it ends at −0.054, the global minimum.",
                "Gradient descent, step 0.5, momentum 0.5",
            ])
        #expect(
            try lines(spec, method, from: [-2, 3], language: "zh", beside: drawn) == [
                "均方误差：从 −2 走到 −0.047，只是局部极小点；从 3 走到 1.558，窗口内最小。", "交叉熵：从 −2、3 都走到 −0.054，全局最小点。",
                "梯度下降，步长 0.5，动量 0.5",
            ])
    }

    @Test("What has no place in the drawing is told, each thing by itself")
    func unplaced() throws {
        func line(_ unplaced: String) throws -> String {
            var labels = drawn
            labels.unplaced = [unplaced]
            return try lines(PlotSpec(losses: ["mse", "ce"]), method, from: [-2, 3], beside: labels)[0]
        }
        #expect(
            try line("θ_0 = −2, 39 steps").hasPrefix("MSE: from −2 in 39 steps to −0.047, a local minimum only; "))
        #expect(try line("(−0.047, 0.2474)").hasPrefix("MSE: from −2 it ends at −0.047 (J = 0.2474), a local"))
        #expect(
            try line("(1.558, 0.2299)")
                == "MSE: from −2 it ends at −0.047, a local minimum only; from 3 it ends at 1.558 (J = 0.2299), the least in view."
        )
        // Of a least where no path ends.
        let alone = try lines(PlotSpec(losses: ["mse", "ce"]), method, from: [-2], beside: drawn)[0]
        #expect(alone == "MSE: from −2 it ends at −0.047, a local minimum only: J(1.558) is lower.")
    }

    @Test("A descent that did not come to rest is told in full, whatever the drawing says")
    func restless() throws {
        for (expression, method, start) in [
            ("x^2", "gradient(step=1.5)", 1.0), ("x^2", "gradient(step=1, steps=3)", 1),
            ("log(x)", "gradient(step=0.75)", 1), ("log(x)", "gradient(step=3)", 1), ("cos(x)", "newton", 0.5),
        ] {
            let spec = formula(expression, -4...4)
            #expect(
                try lines(spec, method, from: [start], beside: drawn) == lines(spec, method, from: [start]),
                "\(expression) \(method)")
        }
    }

    @Test("Every ending has its words")
    func endings() throws {
        #expect(
            try lines(formula("x^2", -4...4), "gradient(step=1.5)", from: [1]) == [
                "Gradient descent, step 1.5: from 1 in 10 steps to 1024 (f = 1.049 × 10⁶): it runs away."
            ])
        #expect(
            try lines(formula("x^2", -4...4), "gradient(step=1, steps=3)", from: [1]) == [
                "Gradient descent, step 1: from 1 in 3 steps to −1 (f = 1), not at rest, in the valley of the minimum at 0."
            ])
        #expect(
            try lines(formula("log(x)", -4...4), "gradient(step=0.75)", from: [1]) == [
                "Gradient descent, step 0.75: from 1 in 1 step to 0.25 (f = −1.386), and the next leads where f has no finite value."
            ])
        #expect(
            try lines(formula("log(x)", -4...4), "gradient(step=3)", from: [1]) == [
                "Gradient descent, step 3: from 1 no step, since the next leads where f has no finite value."
            ])
        #expect(
            try lines(formula("log(x)", -4...4), "gradient(step=0.75)", from: [-1]) == [
                "Gradient descent, step 0.75: from −1 nowhere: f has no finite value there."
            ])
        #expect(
            try lines(formula("cos(x)", -4...4), "newton", from: [0.5]) == [
                "Newton's method: from 0.5 no step, since f″ ≤ 0 there."
            ])
        #expect(
            try lines(formula("x^2", -4...4), "gradient", from: [2]) == [
                "Gradient descent, step 0.5 (1 / the largest second derivative in view): from 2 in 1 step to 0 (f = 0), the least in view."
            ])
    }
}
