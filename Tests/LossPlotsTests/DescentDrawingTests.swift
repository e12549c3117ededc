import Scenes
import Testing
import Typography

@testable import LossPlots

@Suite("Descents, drawn")
struct DescentDrawingTests {
    /// The texts of a figure: those beside its points, and those under it, on one line.
    private func words(_ scene: Scene) -> (drawn: String, told: String, description: String) {
        func texts(_ suffix: String) -> String {
            scene.layers.filter { $0.id.hasSuffix(suffix) }.flatMap(\.texts).map(\.text).joined(separator: " ")
                .replacing("\u{A0}", with: " ")
        }
        return (texts("annotations"), texts("notes"), scene.description.replacing("\u{A0}", with: " "))
    }

    private static let fonts = Result { try FontBook() }

    private func scene(_ spec: PlotSpec) throws -> Scene {
        try CurvePlot(try spec.resolved(), fonts: DescentDrawingTests.fonts.get()).scene
    }

    private func spec(
        _ losses: [String], width: Double = 800, height: Double = 640, _ change: (inout PlotSpec) -> Void = { _ in }
    ) throws -> PlotSpec {
        var spec = PlotSpec(losses: losses)
        spec.theta = -3...4
        spec.panels = true
        spec.marks = ["minima"]
        spec.descent = try DescentSpec("gradient(step=0.5, momentum=0.5, steps=400, tolerance=1e-4)")
        spec.descent?.starts = [[-2], [3]]
        spec.presentation.subtitle = ""
        spec.presentation.extent = .figure(size: .init(width: width, height: height))
        change(&spec)
        return spec
    }

    @Test("A minimum of zero has its value in the drawing or under it, though its enclosure is of some 10⁻²⁴")
    func zero() throws {
        var spec = PlotSpec(losses: [])
        spec.formulas = [FormulaSpec(expression: "x^2")]
        spec.theta = -2...6
        spec.marks = ["minima"]
        spec.descent = try DescentSpec("gradient(step=0.04, steps=5000)")
        spec.descent?.starts = [[1]]
        let words = words(try scene(spec))
        #expect(words.drawn.contains("(0, 0)") || words.told.contains("f = 0"), "\(words)")
    }

    @Test("What no label would say is told")
    func unknown() throws {
        var labels = DescentLabels(tellsSteps: true, tellsMinima: true)
        #expect(labels.tellMinimum(by: "(0, 0)"))
        labels.known = ["(0, 10⁻²⁴)"]
        #expect(!labels.tellMinimum(by: "(0, 0)"))
    }

    @Test(
        "Steps and values stand in the drawing or under it, and always in the description",
        arguments: [(800.0, 640.0), (560, 560), (420, 640), (330, 640)], ["en", "zh"])
    func once(size: (width: Double, height: Double), language: String) throws {
        let changes: [(inout PlotSpec) -> Void] = [
            { _ in }, { $0.marks = ["none"] }, { $0.derivatives = [1] }, { $0.panels = false },
            { $0.yRange = 0.3...2 }, { $0.theta = -1.5...2.5 },
        ]
        for (index, change) in changes.enumerated() {
            let spec = try spec(["mse", "ce"], width: size.width, height: size.height) {
                change(&$0)
                $0.presentation.language = language
            }
            let words = words(try scene(spec))
            // Each count of steps and each least value is another one.
            let steps = ["39", "271", "29", "32"].map { " " + $0 + (language == "zh" ? " 步" : " steps") }
            for fact in steps + ["0.2474", "0.2299", "0.6874"] {
                let (isDrawn, isTold) = (words.drawn.contains(fact), words.told.contains(fact))
                #expect(isDrawn || isTold, "\(index) \(fact) \(words)")
                // Where there was no room for a label, what is told instead may make some.
                if size.width == 800 { #expect(!isDrawn || !isTold, "\(index) \(fact) \(words)") }
                #expect(words.description.contains(fact), "\(index) \(fact) \(words)")
            }
        }
    }

    @Test(
        "In a figure of the usual size each loss has one line under it, and the rest another", arguments: ["en", "zh"])
    func oneLine(language: String) throws {
        let scene = try scene(spec(["mse", "ce"]) { $0.presentation.language = language })
        #expect(scene.layers.first { $0.id == "notes" }?.texts.count == 3)
    }

    @Test(
        "Over a plane steps stand at a path's end or under the drawing, and a minimum's value is told once",
        arguments: ContourPlan.Kind.allCases, ["en", "zh"])
    func plane(kind: ContourPlan.Kind, language: String) throws {
        func words(_ starts: [[Double]], _ marks: [String]) throws -> (drawn: String, told: String, description: String)
        {
            var figure = PlotSpec(losses: ["ce"])
            figure.marks = marks
            figure.presentation.language = language
            figure.descent = try DescentSpec("gradient(step=0.5, momentum=0.5, steps=400, tolerance=1e-4)")
            figure.descent?.starts = starts
            var spec = ContourSpec(figure)
            spec.kind = kind
            return self.words(try ContourPlot(try spec.resolved(), fonts: DescentDrawingTests.fonts.get()).scene)
        }
        func steps(_ count: Int) -> String { "\(count)" + (language == "zh" ? " 步" : " steps") }
        for marks in [["minima"], ["none"]] {
            let one = try words([[-2, 3]], marks)
            #expect(one.drawn.contains(steps(29)) == (kind != .surface))
            #expect(one.told.contains(steps(29)) == (kind == .surface), "\(one.told)")
            // At the end of two paths nobody could tell whose steps they are.
            let two = try words([[-2, 3], [3, -2]], marks)
            for words in [one, two] {
                #expect(words.told.ranges(of: "0.6818").count == 1, "\(marks) \(words.told)")
                #expect(words.description.contains(steps(29)))
            }
            for count in [29, 33] { #expect(two.told.contains(steps(count)), "\(two.told)") }
        }
    }

    @Test("Each start says how many steps follow it, where two paths end in one minimum too")
    func starts() throws {
        let drawn = words(try scene(spec(["mse", "ce"]))).drawn
        for label in [
            "θ_0 = −2, 39 steps", "θ_0 = 3, 271 steps", "θ_0 = −2, 29 steps", "θ_0 = 3, 32 steps", "(−0.054, 0.6874)",
        ] {
            #expect(drawn.contains(label), "\(label): \(drawn)")
        }
        let chinese = try scene(spec(["ce"]) { $0.presentation.language = "zh" })
        #expect(words(chinese).drawn.contains("θ_0 = −2 起 29 步"))
    }
}
