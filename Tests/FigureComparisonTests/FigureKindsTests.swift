import Diagnostics
import LossPlots
import PixelComparison
import Testing
import Typography

@testable import FigureComparison

/// Changes of figures that are no curves are told by what they show, with place and size.
@Suite("Changes of every kind of figure")
struct FigureKindsTests {
    private let fonts: FontBook
    private let comparer: FigureComparer

    init() throws {
        fonts = try FontBook()
        comparer = FigureComparer(fonts: fonts, pixels: try PixelTolerance())
    }

    private func changes(_ old: FigureRequest, _ new: FigureRequest) throws -> [FigureChange] {
        let figures = try [old, new].map { request in
            ComparedFigure(name: "figure", bytes: try request.resolved().drawn(with: fonts).bytes(as: .svg)) { path in
                throw Diagnostic("'\(path)' is not there")
            }
        }
        let found = try comparer.difference(from: figures[0], to: figures[1]).difference
        #expect(found.result == .different && found.notes.isEmpty, "\(found.notes)")
        for change in found.changes {
            // No raw name of a group.
            #expect(!change.what.contains("space0") && !change.what.contains("panel0"), "\(change.what)")
        }
        return found.changes
    }

    private func distributions(
        _ losses: [String], _ predictions: [[Double]], truth: [Double] = [1, 0, 0]
    )
        -> DistributionSpec
    {
        DistributionSpec(losses: losses, truth: truth, predictions: predictions.map { .init(probabilities: $0) })
    }

    private func contour(
        _ kind: ContourPlan.Kind = .contours, _ change: (inout ContourSpec) -> Void = { _ in }
    )
        -> FigureRequest
    {
        var spec = ContourSpec(PlotSpec(losses: ["mse"]))
        spec.kind = kind
        change(&spec)
        return .contour(spec)
    }

    @Test("A bar is told by its loss, its prediction and both values, and the bars beside it are not")
    func bars() throws {
        let old = distributions(["ce", "mse"], [[0.8, 0.1, 0.1], [0.8, 0.15, 0.05]])
        let new = distributions(["ce", "mse"], [[0.8, 0.1, 0.1], [0.8, 0.2, 0]])
        let found = try changes(.bars(old), .bars(new))
        #expect(found[0].what == "prediction 2 changed from (0.8, 0.15, 0.05) to (0.8, 0.2, 0)")
        #expect(found[0].setting == .predictions)
        let bars = found.filter { $0.kind == .shape }
        #expect(bars.map(\.what) == ["bar mse of prediction 2: 0.02167 → 0.02667"])
        #expect(bars.map(\.location) == ["bar mse of prediction 2"])
        #expect(bars.allSatisfy { abs(($0.size ?? 0) - 0.005) < 1e-12 && $0.unit == "mse" })
        #expect(!found.contains { $0.what.hasPrefix("labels of bars") })
    }

    @Test("Predictions that are added, lost and renamed are told as that")
    func predictions() throws {
        var old = distributions(["mse"], [[0.8, 0.1, 0.1], [0.6, 0.2, 0.2]])
        let fewer = distributions(["mse"], [[0.8, 0.1, 0.1]])
        #expect(try changes(.bars(old), .bars(fewer)).first?.what == "prediction 2 (0.6, 0.2, 0.2) lost")
        #expect(try changes(.bars(fewer), .bars(old)).first?.what == "prediction 2 (0.6, 0.2, 0.2) added")
        let plain = old
        old.predictions[0].name = "sure"
        #expect(
            try changes(.bars(plain), .bars(old)).first?.what == "prediction 1 changed its name from none to 'sure'")
    }

    @Test("On the triangle places are shares of the classes")
    func simplex() throws {
        let old = distributions(["mse"], [[0.8, 0.1, 0.1]])
        let found = try changes(.simplex(old), .simplex(distributions(["mse"], [[0.7, 0.2, 0.1]])))
        #expect(
            found.contains {
                $0.kind == .point
                    && $0.what.hasPrefix("point of prediction 1: one point moved up to ")
                    && $0.what.hasSuffix("from p = (0.8, 0.1, 0.1) to p = (0.7, 0.2, 0.1)") && $0.size ?? 0 > 20
            }, "\(found.map(\.what))")
        #expect(found.contains { $0.what.hasPrefix("level line of prediction 1 moved up to ") })
        let truth = try changes(
            .simplex(old), .simplex(distributions(["mse"], [[0.8, 0.1, 0.1]], truth: [0.9, 0.1, 0])))
        #expect(truth.contains { $0.what == "truth changed from [1, 0, 0] to [0.9, 0.1, 0]" && $0.setting == .truth })
        #expect(
            truth.contains {
                $0.what.hasPrefix("contour line at ") && $0.what.contains(" near p = (") && $0.size ?? 0 > 10
            }, "\(truth.map(\.what))")
    }

    @Test("A line of level is held against that of the same level, though the list has changed")
    func levels() throws {
        let old = contour { $0.levels = [0.2, 0.3, 0.4] }
        // The same function: no line has moved.
        let fewer = try changes(old, contour { $0.levels = [0.3, 0.4] })
        #expect(fewer.map(\.what).first == "level 0.2 removed" && fewer.first?.setting == .levels)
        #expect(!fewer.contains { $0.what.contains("contour line") }, "\(fewer.map(\.what))")
        let moved = try changes(
            old,
            contour {
                $0.levels = [0.3, 0.4, 0.5]
                $0.figure.data = .builtIn(samples: 6)
            })
        let line = try #require(moved.first { $0.kind == .line && $0.location.hasPrefix("contour line at 0.") })
        #expect(
            line.what.contains(" near (w, b) = (") && line.what.hasSuffix(", the most of 2 that moved"), "\(line.what)")
        #expect(line.unit == "px" && line.size ?? 0 > 5)
        #expect(!moved.contains { $0.what.hasPrefix("bands between") || $0.what.hasPrefix("colour bar") })
    }

    @Test("A colour map is told once, not colour by colour")
    func colors() throws {
        for kind in ContourPlan.Kind.allCases {
            let found = try changes(contour(kind), contour(kind) { $0.colors = "cividis" })
            #expect(found.map(\.what) == ["colour map changed from viridis to cividis"])
            #expect(found.first?.setting == .colors)
        }
    }

    @Test("A surface is told by its heights, and a view by its angles")
    func surface() throws {
        let found = try changes(contour(.surface), contour(.surface) { $0.figure.data = .builtIn(samples: 6) })
        let surface = try #require(found.first { $0.location == "surface" })
        #expect(
            surface.what.hasPrefix("surface: up to 0.14 lower at (w, b) = (4, −3), 0.1639 → 0.02449"), "\(surface.what)"
        )
        #expect(abs((surface.size ?? 0) - 0.1394) < 0.001 && surface.unit == "height")
        let view = try changes(contour(.both), contour(.both) { $0.space.azimuth = 20 })
        #expect(view.count == 1 && view[0].setting == .view)
        #expect(
            view[0].what.hasPrefix("azimuth of the view in degrees changed from ") && view[0].what.hasSuffix(" to 20"))
    }

    @Test("A descent is told by the step that moved most, how many steps it takes and where it ends")
    func descents() throws {
        func curve(_ text: String, from: [Double] = [-3, 2]) throws -> FigureRequest {
            var spec = PlotSpec(losses: ["mse"])
            var descent = try DescentSpec(text)
            for start in from { try descent.add(start: [start], written: "\(start)") }
            spec.descent = descent
            return .curve(spec)
        }
        let found = try changes(curve("gradient(step=1)"), curve("gradient(step=3)"))
        #expect(found[0].what == "step of the descent changed from 1 to 3" && found[0].setting == .descent)
        let first = try #require(found.first { $0.location == "descent 1" })
        #expect(first.what.contains(" moved most by ") && first.what.contains("ends at "), "\(first.what)")
        #expect(first.unit == "px" && first.size ?? 0 > 50)
        #expect(!found.contains { $0.what.hasPrefix("path") || $0.what.contains("labels in the plot") })
        let start = try changes(curve("newton", from: [2]), curve("newton", from: [2.5]))
        #expect(start[0].what == "start changed from [2] to [2.5]")
        var plain = PlotSpec(losses: ["mse"])
        plain.marks = ["minima"]
        var with = plain
        with.descent = try DescentSpec("newton")
        try with.descent?.add(start: [2], written: "2")
        #expect(try changes(.curve(plain), .curve(with)).contains { $0.what == "newton descent from 2 added" })
    }
}
