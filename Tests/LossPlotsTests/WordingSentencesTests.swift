import Testing
import Typography

@testable import LossPlots

@Suite("Sentences for readers who cannot see the figure")
struct WordingSentencesTests {
    private let english = Wording(language: .english)
    private let chinese = Wording(language: .chinese)

    @Test(
        "A fact begins with a capital where it begins with a word, and ends with a stop",
        arguments: [
            ("not convex on $ℝ$", "Not convex on ℝ."), ("MSE: minimum at (1, 2)", "MSE: minimum at (1, 2)."),
            ("$f(x) = x$ is convex", "f(x) = x is convex."), ("x is convex", "x is convex."), ("$p_1$", "p₁."),
            ("2 minima", "2 minima."), ("convex on $ℝ^2$", "Convex on ℝ²."),
            ("$J < 2×10^{-5}$ at $\\theta_0$", "J < 2 × 10⁻⁵ at θ₀."), ("$a^n_{ij}$", "a_(ij)^n."),
        ])
    func sentence(line: String, sentence: String) throws {
        #expect(english.sentence(try RichText(line)) == sentence)
        #expect(chinese.sentence(RichText(verbatim: "在 ℝ 上非凸")) == "在 ℝ 上非凸。")
    }

    private func values(_ wording: Wording, _ values: ClosedRange<Double>, lowest: Double? = nil) -> String {
        wording.description(
            of: "A", quantity: "J(θ)", variable: "θ", values: values, lowest: lowest, window: -4...4)
    }

    @Test("No more digits of a curve's values are told than its drawing gives")
    func digits() {
        #expect(values(english, 0.22984...0.69217) == "A: J(θ) for θ from −4 to 4, between about 0.23 and 0.692.")
        // What dips below zero by a hair in the drawing is not said to be negative.
        #expect(values(english, -4.874e-9...0.00813) == "A: J(θ) for θ from −4 to 4, between about 0 and 0.00813.")
        #expect(values(english, 12345.6...98765.4) == "A: J(θ) for θ from −4 to 4, between about 12300 and 98800.")
        #expect(values(english, 2...2) == "A: J(θ) for θ from −4 to 4, between about 2 and 2.")
        #expect(values(chinese, 0.22984...0.69217) == "A：J(θ)，θ 从 −4 到 4，取值约 0.23 至 0.692。")
    }

    @Test("Where a curve is lowest is told to a good part of the window")
    func place() {
        #expect(
            values(english, 0...1, lowest: 1.23456) == "A: J(θ) for θ from −4 to 4, between about 0 (at θ ≈ 1.2) and 1."
        )
        #expect(values(chinese, 0...1, lowest: 1.23456) == "A：J(θ)，θ 从 −4 到 4，取值约 0（θ ≈ 1.2 处）至 1。")
    }

    @Test("A curve that is about as low all along has no lowest place, and one with a valley has")
    func flat() throws {
        func description(_ formula: String) throws -> String {
            var spec = PlotSpec(losses: [])
            spec.formulas = [FormulaSpec(expression: formula, parameters: [:])]
            spec.theta = -4...4
            spec.marks = []
            return try CurvePlot(try spec.resolved(), fonts: try FontBook()).scene.description
        }
        #expect(try description("exp(-20*x^2)").contains("between about 0 and 1."))
        #expect(try description("(x - 1)^2").contains("between about 0 (at x ≈ 1) and 25."))
        #expect(!(try description("cos(3*x)").contains("(at")))
    }

    @Test("A name before a sentence stands as it is")
    func named() {
        #expect(english.sentence("minima at 0", of: "sin(x): ") == "sin(x): minima at 0.")
        #expect(english.sentence("minima at 0", of: "") == "Minima at 0.")
    }

    @Test("Curves that look flat are told in one note")
    func oneNote() {
        let curves = [("A", "4%"), ("熵", "0.1%")].map { (name: $0.0, share: $0.1) }
        #expect(
            Wording(language: .english).flatNotes(curves) == [
                "A spans only 4%, 熵 0.1% of this axis: --panels gives each its own"
            ])
        #expect(
            Wording(language: .chinese).flatNotes(curves) == ["A 只占这条纵轴的 4%，熵占 0.1%：用 --panels 各用一轴"])
        let alike = [("A", "less than 0.01%"), ("B", "2%"), ("C", "less than 0.01%"), ("D", "less than 0.01%")]
            .map { (name: $0.0, share: $0.1) }
        #expect(
            Wording(language: .english).flatNotes(alike) == [
                "A, C and D span only less than 0.01%, B 2% of this axis: --panels gives each its own"
            ])
        #expect(Wording(language: .english).flatNotes([]).isEmpty)
    }

    @Test("A space stands between Chinese and other words, and none between Chinese words")
    func spaced() {
        #expect(Wording.spaced("2 个预测的", "KL 散度") == "2 个预测的 KL 散度")
        #expect(Wording.spaced("2 个预测的", "交叉熵", "与") == "2 个预测的交叉熵与")
        #expect(Wording.spaced("Prediction 1", "更小") == "Prediction 1 更小" && Wording.spaced("甲", "更小") == "甲更小")
    }
}
