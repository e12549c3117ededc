import CurveSampling
import Foundation
import TestSupport
import Testing
import Typography

@testable import LossPlots

@Suite("Plans of grids")
struct GridPlanTests {
    /// x² + y at the points of a grid with as many places along each side.
    private func resolved(_ count: Int, _ change: (inout ContourSpec) -> Void = { _ in }) throws -> ResolvedContourPlan
    {
        let places = (0..<count).map { Double($0) / Double(count - 1) }
        let values = places.flatMap { y in places.map { x in x * x + y } }
        let bytes = NPYBytes.file(
            NPYBytes.header("<f8", "(\(count), \(count))"), elements: NPYBytes.doubles(values))
        var spec = ContourSpec(PlotSpec(losses: []))
        spec.grid = GridSpec(bytes: bytes, path: "data/bowl.npy", x: 0...1, y: 0...1)
        change(&spec)
        return try spec.resolved()
    }

    @Test("Few values travel in the plan, many stay behind a checksum; either is read back as it was")
    func inline() throws {
        for (count, isInline) in [(44, true), (45, false)] {
            let plan = try resolved(count).plan
            let grid = try #require(plan.grid)
            #expect((grid.points != nil) == isInline && grid.sha256.count == 64)
            #expect(grid.path == "data/bowl.npy" && grid.columns == count && grid.x == 0...1)
            #expect(try JSONDecoder().decode(ContourPlan.self, from: Data(try JSON.encode(plan))) == plan)
        }
    }

    @Test("A hole is null in the plan")
    func hole() throws {
        var spec = ContourSpec(PlotSpec(losses: []))
        spec.grid = GridSpec(bytes: Array("x,y,J\n0,0,1\n1,0,\n0,1,2\n1,1,3\n0,2,4\n1,2,5\n".utf8), path: "g.csv")
        spec.levels = [4.5]
        let resolved = try spec.resolved()
        #expect(resolved.plan.grid?.points?.values == [1, nil, 2, 3, 4, 5])
        #expect(String(decoding: try JSON.encode(resolved.plan), as: UTF8.self).contains("null"))
        let plot = try ContourPlot(resolved, fonts: try FontBook())
        #expect(plot.levels[0].lines.count == 1)
        #expect(plot.warnings.isEmpty)
    }

    @Test("The figure says what lies between the points, in both languages, and its lines keep the bound")
    func note() throws {
        for (language, note) in [
            ("en", "data/bowl.npy: grid 11×11, bilinear between its points"),
            ("zh", "data/bowl.npy：网格 11×11，点间双线性插值"),
        ] {
            let plot = try ContourPlot(
                try resolved(11) { $0.figure.presentation.language = language }, fonts: try FontBook())
            #expect(plot.scene.texts.contains { $0.text == note })
            #expect(
                plot.scene.description.contains(language == "en" ? "Its values there are 0 to 2." : "其值在 0 到 2 之间。"))
            #expect(plot.levels.allSatisfy { $0.boundInPixels <= 0.25 && !$0.lines.isEmpty })
        }
    }

    @Test("A window shows a part, and one that the grid does not reach is an error")
    func window() throws {
        let part = try resolved(11) { $0.figure.theta = 0.5...2 }
        #expect(part.plan.x == 0.5...2)
        #expect(part.plan.levels.allSatisfy { $0 > 0.25 })
        #expect(
            errorText { try resolved(11) { $0.figure.theta = 5...6 } }
                == "'bowl' has no finite value in the window shown; choose another window, or give --levels")
        #expect(
            errorText { try resolved(11) { $0.figure.marks = ["minima"] } }
                == "the mark 'minima' needs a loss by name; leave out --mark, or use lossplot surface")
    }
}
