import Foundation
import Losses
import Testing
import Typography

@testable import LossPlots

@Suite("Plans of contour figures")
struct ContourPlanTests {
    private func resolved(
        _ loss: String, _ change: (inout ContourSpec) -> Void = { _ in }
    ) throws -> ResolvedContourPlan {
        var spec = ContourSpec(PlotSpec(losses: [loss]))
        change(&spec)
        return try spec.resolved()
    }

    @Test("A plan is read back from its JSON as it was")
    func roundTrip() throws {
        let plan = try resolved("mse") { $0.levels = [0.25, 0.5] }.plan
        let json = try JSON.encode(plan)
        #expect(try JSONDecoder().decode(ContourPlan.self, from: Data(json)) == plan)
        #expect(String(decoding: json, as: UTF8.self).contains(#""kind":"contours""#))
    }

    @Test("Regression's window holds the least-squares line well inside")
    func regression() throws {
        let bytes = Array("x,y\n2000,5\n2010,9\n2020,13\n2030,18\n".utf8)
        let plan = try resolved("mse") {
            $0.figure.link = "identity"
            $0.figure.data = .table(bytes: bytes, path: "years.csv", x: nil, y: nil, skipMissing: false)
        }.plan
        let (slope, intercept) = (0.43, -855.2)
        #expect(plan.x.lowerBound < slope - 0.1 && slope + 0.1 < plan.x.upperBound)
        #expect(plan.y.contains(intercept))
    }

    @Test(
        "A loss's levels are between its values, and all of them are drawn", arguments: ["mse", "ce", "exponential"])
    func levels(loss: String) throws {
        let plan = try resolved(loss)
        let plot = try ContourPlot(plan, fonts: try FontBook())
        #expect(plot.levels.map(\.level) == plan.plan.levels)
        #expect(plot.levels.allSatisfy { !$0.lines.isEmpty && $0.boundInPixels <= 0.25 })
        #expect(plot.warnings.isEmpty)
    }

    @Test("A convex loss has no wash; MSE∘σ has one that holds the witness")
    func wash() throws {
        let fonts = try FontBook()
        func hasRegion(_ loss: String) throws -> Bool {
            try ContourPlot(try resolved(loss), fonts: fonts).scene.layers.contains { $0.id.hasPrefix("panel0-region") }
        }
        #expect(try hasRegion("mse"))
        #expect(try !hasRegion("ce"))
    }
}
