import Descent
import Diagnostics
import Foundation
import Testing

@testable import LossPlots

@Suite("Descents as they are asked for")
struct DescentSpecTests {
    @Test("A method with its parameters is read, blanks or not")
    func read() throws {
        let spec = try DescentSpec("gradient( step = 2,momentum=.9, steps=60,tolerance=1e-3)")
        #expect(spec.method == .gradient)
        #expect(spec.values == [.step: 2, .momentum: 0.9, .steps: 60, .tolerance: 1e-3])
        #expect(try DescentSpec("newton").values.isEmpty)
        #expect(try DescentSpec("newton(damping=0.5)").values == [.damping: 0.5])
    }

    @Test(
        "All in the brackets may be left out, and so may the brackets", arguments: ["newton", "newton()", "newton( )"])
    func defaulted(text: String) throws { #expect(try DescentSpec(text) == DescentSpec(method: .newton)) }

    @Test(
        "What is wrong is refused by name, with the way out",
        arguments: [
            ("gradiant", "unknown method of descent 'gradiant'; did you mean 'gradient'?"),
            ("adam", "unknown method of descent 'adam'; for example gradient(step=0.5, momentum=0.9) or newton"),
            ("", "unknown method of descent ''; for example gradient(step=0.5, momentum=0.9) or newton"),
            (
                "gradient(step=2",
                "'gradient(step=2' does not end with its bracket; for example gradient(step=0.5, momentum=0.9) or newton"
            ),
            (
                "gradient(2)",
                "'2' is not a parameter of gradient and its value; for example gradient(step=0.5, momentum=0.9) or newton"
            ),
            (
                "newton(,)",
                "'' is not a parameter of newton and its value; for example gradient(step=0.5, momentum=0.9) or newton"
            ),
            ("gradient(stap=2)", "gradient has no parameter 'stap'; did you mean 'step'?"),
            ("newton(step=2)", "newton has no parameter 'step'; it has damping, steps, tolerance"),
            ("gradient(step=1,step=2)", "gradient is given step twice; give each parameter once"),
            ("gradient(step=0)", "step=0 is not a number from 10⁻¹⁰⁰ to 10¹⁰⁰; for example step=0.5"),
            ("gradient(step=two)", "step=two is not a number from 10⁻¹⁰⁰ to 10¹⁰⁰; for example step=0.5"),
            ("gradient(momentum=1)", "momentum=1 is not a number from 0 to 0.999; for example momentum=0.9"),
            ("gradient(steps=2.5)", "steps=2.5 is not a whole number from 1 to 10000; for example steps=60"),
            ("newton(damping=0)", "damping=0 is not a number from 0.001 to 1; for example damping=0.5"),
        ])
    func refused(text: String, message: String) {
        let error = #expect(throws: Diagnostic.self) { try DescentSpec(text) }
        #expect(error.map { "\($0.message); \($0.hint ?? "")" } == message)
    }

    @Test("A start is given once, within reach, and there are at most twelve")
    func starts() throws {
        var spec = try DescentSpec("newton")
        try spec.add(start: [1], written: "1")
        #expect(throws: Diagnostic.self) { try spec.add(start: [1], written: "1") }
        #expect(throws: Diagnostic.self) { try spec.add(start: [1e101], written: "1e101") }
        for k in 2...12 { try spec.add(start: [Double(k)], written: "\(k)") }
        #expect(throws: Diagnostic.self) { try spec.add(start: [13], written: "13") }
        #expect(spec.starts.count == 12)
    }

    private func resolved(
        _ method: String, from starts: [[Double]], _ losses: [String] = ["mse"]
    ) throws
        -> ResolvedPlan
    {
        var spec = PlotSpec(losses: losses)
        var descent = try DescentSpec(method)
        for start in starts { try descent.add(start: start, written: "\(start)") }
        spec.descent = descent
        return try spec.resolved()
    }

    @Test("Every default is resolved: one step for all losses from the curvature, the window around the starts")
    func defaults() throws {
        let both = try resolved("gradient", from: [[-7], [3]], ["mse", "ce"])
        let plan = try #require(both.plan.descent)
        #expect(plan.isStepChosen)
        #expect(plan.settings.steps == 100)
        #expect(plan.settings.tolerance == 1e-6)
        // J″ of CE is largest at 0: mean(x²)/4, with Σx² = 114 over the seven samples.
        #expect(plan.settings.method == .gradient(step: 0.24, momentum: 0))
        #expect(both.plan.theta.lowerBound < -7)
        #expect(both.descents.map(\.name) == ["mse", "mse", "ce", "ce"])
        #expect(both.descents.map(\.index) == [0, 1, 0, 1])
        let newton = try #require(try resolved("newton", from: [[0]]).plan.descent)
        #expect(newton.settings == DescentSettings(method: .newton(damping: 1), steps: 50))
    }

    @Test("A descent without a start, or from a point of another dimension, is refused")
    func wrongStarts() throws {
        let none = #expect(throws: Diagnostic.self) { try resolved("newton", from: []) }
        #expect(none?.message == "a descent needs a start")
        let plane = #expect(throws: Diagnostic.self) { try resolved("newton", from: [[1, 2]]) }
        #expect(plane?.message == "the start 1:2 has 2 coordinates, and the function has 1 parameter")
        var contours = ContourSpec(PlotSpec(losses: ["mse"]))
        contours.figure.descent = try DescentSpec("newton")
        try contours.figure.descent?.add(start: [1], written: "1")
        let line = #expect(throws: Diagnostic.self) { try contours.resolved() }
        #expect(line?.message == "the start 1 has 1 coordinate, and the function has 2 parameters")
    }

    @Test("A plan is written as JSON and read again; without a descent it says nothing of one")
    func embedded() throws {
        for method in ["gradient(step=2, momentum=0.5)", "newton(steps=3)"] {
            let plan = try resolved(method, from: [[-2], [1.5]]).plan
            let bytes = try JSON.encode(plan)
            #expect(try JSONDecoder().decode(Plan.self, from: Data(bytes)) == plan)
        }
        #expect(!(try EmbeddedPlan.text(of: try PlotSpec(losses: ["mse"]).resolved().plan)).contains("descent"))
    }
}
