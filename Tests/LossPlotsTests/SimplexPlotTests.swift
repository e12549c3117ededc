import Diagnostics
import Foundation
import Losses
import TestSupport
import Testing
import Typography

@testable import LossPlots

@Suite("Losses over the triangle")
struct SimplexPlotTests {
    private static let fonts = Result { try FontBook() }

    private func plan(
        _ loss: String, truth: [Double] = [1, 0, 0], predictions: [[Double]] = [[0.8, 0.1, 0.1], [0.8, 0.15, 0.05]],
        _ change: (inout DistributionSpec) -> Void = { _ in }
    ) throws -> SimplexPlan {
        var spec = DistributionSpec(
            losses: [loss], truth: truth, predictions: predictions.map { .init(probabilities: $0) })
        change(&spec)
        return try spec.simplex()
    }

    private func plot(_ plan: SimplexPlan) throws -> SimplexPlot {
        try SimplexPlot(plan, fonts: try SimplexPlotTests.fonts.get())
    }

    @Test("A plan is read back from its JSON as it was")
    func roundTrip() throws {
        let plan = try plan("focal(gamma=1.5)") { $0.classes = ["a", "b", "c"] }
        let json = try JSON.encode(plan)
        #expect(try JSONDecoder().decode(SimplexPlan.self, from: Data(json)) == plan)
        #expect(String(decoding: json, as: UTF8.self).contains(#""kind":"simplex""#))
    }

    /// Points along a plot's line, half a pixel apart.
    private func points(_ line: [(x: Double, y: Double)], in plot: SimplexPlot) -> [(x: Double, y: Double)] {
        zip(line, line.dropFirst()).flatMap { a, b in
            let length = max(
                abs(b.x - a.x) * plot.viewport.pixelsPerX, abs(b.y - a.y) * plot.viewport.pixelsPerY)
            let parts = max(1, Int((2 * length).rounded(.up)))
            return (0...parts).map { k in
                let t = Double(k) / Double(parts)
                return (a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t)
            }
        }
    }

    @Test("MSE's level lines are circles around the truth, to a quarter of a pixel, in the triangle")
    func circles() throws {
        let plot = try plot(try plan("mse"))
        #expect(plot.levels.count >= 8 && plot.warnings.isEmpty)
        for set in plot.levels {
            #expect(set.boundInPixels <= 0.25 && set.unresolved.isEmpty && !set.lines.isEmpty)
            // |p − y|² = 3 L, and the page shows 1/√2 of distances, times the side.
            let radius = (3 * set.level / 2).squareRoot() * plot.viewport.width
            for (x, y) in set.lines.flatMap({ points($0, in: plot) }) {
                let (dx, dy) = (x * plot.viewport.pixelsPerX, (1 - y) * plot.viewport.pixelsPerY)
                #expect(abs((dx * dx + dy * dy).squareRoot() - radius) < 0.25)
                let p: [Double] = TernaryChart.probabilities(x: x, y: y)
                #expect(p.allSatisfy { $0 >= -1e-12 })
            }
        }
    }

    @Test("Cross-entropy's level lines run along p₁ = e^−L from edge to edge")
    func flat() throws {
        let plot = try plot(try plan("ce"))
        #expect(plot.levels.count >= 6 && plot.warnings.isEmpty)
        for set in plot.levels {
            #expect(set.lines.count == 1)
            let line = try #require(set.lines.first)
            for (_, y) in line { #expect(abs(y - exp(-set.level)) * plot.viewport.pixelsPerY < 0.25) }
            let ends = [line[0].x, line[line.count - 1].x].sorted()
            let half = 1 - exp(-set.level)
            #expect(abs(ends[0] + half) * plot.viewport.pixelsPerX < 1)
            #expect(abs(ends[1] - half) * plot.viewport.pixelsPerX < 1)
        }
    }

    @Test(
        "Lines of every loss lie on their level, poles and kinks included",
        arguments: ClassLoss.names, [[1.0, 0, 0], [0.9, 0.05, 0.05], [0, 0.3, 0.7]])
    func allLosses(name: LossName, truth: [Double]) throws {
        let plan = try plan(name.rawValue, truth: truth, predictions: [])
        let loss = try plan.classLoss()
        let plot = try plot(plan)
        #expect(plot.warnings.isEmpty, "\(plot.warnings)")
        func value(_ x: Double, _ y: Double) -> Double { loss(TernaryChart.probabilities(x: x, y: y)) }
        for set in plot.levels {
            #expect(set.boundInPixels <= 0.25)
            for (x, y) in set.lines.flatMap({ points($0, in: plot) }) {
                // Within 0.3 of a pixel in some direction the level is met.
                let around = (0..<16).map { k -> Double in
                    let (c, s) = (cos(Double(k) * .pi / 8), sin(Double(k) * .pi / 8))
                    let v = value(x + 0.3 * c / plot.viewport.pixelsPerX, y + 0.3 * s / plot.viewport.pixelsPerY)
                    return v.isNaN ? .infinity : v
                }
                let here = value(x, y)
                #expect((around.min() ?? 0) <= set.level + 1e-12 || here <= set.level)
                #expect((around.max() ?? 0) >= set.level - 1e-12 || here >= set.level)
            }
        }
    }

    @Test("What is claimed along p₁ = 0.8 is claimed only where it is true")
    func claims() throws {
        func text(_ plan: SimplexPlan) throws -> String { try plot(plan).scene.description }
        #expect(try text(try plan("ce")).contains("the same all along p₁ = 0.8, as it depends on p₁ alone"))
        #expect(try text(try plan("mse")).contains("along p₁ = 0.8 least where p₂ = p₃ = 0.1"))
        for plan in [
            try plan("ce", truth: [0.9, 0.05, 0.05]), try plan("mse", truth: [0.9, 0.1, 0]),
            try plan("label_smoothing"), try plan("ce", predictions: [[0.8, 0.1, 0.1]]),
        ] {
            let text = try text(plan)
            #expect(text.contains("Convex in p, by structure") && !text.contains("along"), "\(text)")
        }
        #expect(try text(try plan("ce") { $0.presentation.language = "zh" }).contains("沿 p₁ = 0.8 处处相同"))
    }

    @Test("The level lines of predictions that differ are drawn, and none where all are the same")
    func outlines() throws {
        func regions(_ loss: String) throws -> Int {
            try plot(try plan(loss)).scene.layers.count { $0.id.hasPrefix("panel0-region") }
        }
        #expect(try regions("mse") == 2)
        #expect(try regions("ce") == 0)
    }

    @Test(
        "What has no triangle is refused",
        arguments: [
            ([0.5, 0.5], [[0.5, 0.5]], nil, "the truth (0.5, 0.5) has 2 classes, and a triangle has three corners"),
            ([1, 0, 0], [[0.5, 0.5]], nil, "prediction 1 (0.5, 0.5) has 2 classes, and the truth (1, 0, 0) has 3"),
            ([1, 0, 0], [[0.5, 0.5, 0], [0.5, 0.5, 0]], nil, "prediction 2 (0.5, 0.5, 0) is prediction 1 again"),
            ([1, 0, 0], [], ["a", "b"], "2 classes are named, and the truth has 3"),
            (nil, [], nil, "no truth is given"),
        ] as [([Double]?, [[Double]], [String]?, String)])
    func refused(truth: [Double]?, predictions: [[Double]], classes: [String]?, message: String) {
        var spec = DistributionSpec(
            losses: ["mse"], truth: truth, predictions: predictions.map { .init(probabilities: $0) })
        spec.classes = classes
        let asked = spec
        let error = #expect(throws: Diagnostic.self) { _ = try asked.simplex() }
        #expect(error?.message == message && error?.hint != nil)
    }
}
