import Diagnostics
import Figures
import Losses
import Scenes
import TestSupport
import Testing
import Typography

@testable import LossPlots

@Suite("Filled contours over the triangle")
struct SimplexFillTests {
    private static let fonts = Result { try FontBook() }

    private func plan(
        _ loss: String, truth: [Double] = [1, 0, 0], _ change: (inout DistributionSpec) -> Void = { _ in }
    ) throws -> SimplexPlan {
        var spec = DistributionSpec(
            losses: [loss], truth: truth,
            predictions: [.init(probabilities: [0.8, 0.1, 0.1]), .init(probabilities: [0.8, 0.15, 0.05])])
        change(&spec)
        return try spec.simplex()
    }

    private func plot(_ plan: SimplexPlan) throws -> SimplexPlot {
        try SimplexPlot(plan, fonts: try SimplexFillTests.fonts.get())
    }

    @Test(
        "The colour at a point is that of the band its loss lies in, and there is none beyond the triangle",
        arguments: ClassLoss.names, [[1.0, 0, 0], [0.9, 0.05, 0.05], [0, 0.3, 0.7]])
    func colors(name: LossName, truth: [Double]) throws {
        let plan = try plan(name.rawValue, truth: truth) { $0.predictions = [] }
        let (loss, plot) = (try plan.classLoss(), try plot(plan))
        #expect(plot.warnings.isEmpty, "\(plot.warnings)")
        let paint = try #require(PaintedBands(plot.scene))
        let bands = plan.colors.colormap.bands(plan.levels.count + 1)
        var random = SplitMix64(seed: 3)
        var checked = (inside: 0, outside: 0)
        for _ in 0..<2000 {
            let p = Point(
                x: Double.random(in: paint.clip.left...paint.clip.right, using: &random),
                y: Double.random(in: paint.clip.top...paint.clip.bottom, using: &random))
            func shares(_ p: Point) -> [Double] {
                TernaryChart.probabilities(
                    x: (p.x - paint.clip.left) / paint.clip.width * 2 - 1,
                    y: (paint.clip.bottom - p.y) / paint.clip.height)
            }
            // Half a point around it the band is one; −1 stands for beyond the triangle.
            let around = (0..<16).map { k -> Int in
                let shares = shares(Point(x: p.x + Double(k % 4) / 3 - 0.5, y: p.y + Double(k / 4) / 3 - 0.5))
                guard shares.allSatisfy({ $0 >= 0 }) else { return -1 }
                let value = loss(shares)
                return plan.levels.count { $0 <= value }
            }
            guard Set(around).count == 1 else { continue }
            if around[0] < 0 { checked.outside += 1 } else { checked.inside += 1 }
            #expect(paint.color(at: p) == (around[0] < 0 ? nil : bands[around[0]]), "\(shares(p)): \(loss(shares(p)))")
        }
        #expect(checked.inside > 800 && checked.outside > 800)
    }

    @Test("The bar has a colour for each band and a number for each level, and the loss for a name")
    func bar() throws {
        let plan = try plan("mse") { $0.levels = [0.1, 0.2, 0.4] }
        let bar = try #require(try plot(plan).scene.layers.first { $0.id == "color-bar" })
        let colors = bar.nodes.compactMap { node in if case .shape(let shape) = node { shape.fill } else { nil } }
        #expect(colors == plan.colors.colormap.bands(4))
        #expect(bar.texts.map(\.text) == ["0.1", "0.2", "0.4", "L"])
    }

    @Test(
        "The bar is open above a loss without an upper bound, and closed where the values end",
        arguments: ClassLoss.names)
    func openEnds(name: LossName) throws {
        let plan = try plan(name.rawValue) { $0.predictions = [] }
        let values = try #require(SimplexSurface.values(of: try plan.classLoss()))
        let bounded: [LossName] = [.mse, .brier, .mae]
        #expect(values.upperBound.isFinite == bounded.contains(name))
        let ends = ColorBar.Ends(of: plan.levels, holding: values)
        #expect(ends.contains(.upper) == !bounded.contains(name))
    }

    @Test("The lines are the same with paint as without")
    func lines() throws {
        let painted = try plan("brier", truth: [0.2, 0.3, 0.5])
        var plain = painted
        plain.fill = false
        // The bar takes room: so the triangles are made equal.
        let extent = Presentation.Extent.plotArea(size: Size(width: 500, height: 433))
        let exports = try [painted, plain].map { plan in
            var plan = plan
            plan.presentation.extent = extent
            return try plot(plan).export()
        }
        #expect(exports[0] == exports[1])
    }

    @Test("Without paint there is no bar, and the lines have the colour map's colours")
    func unfilled() throws {
        func scene(_ colors: String) throws -> Scene {
            try plot(
                try plan("mse") {
                    $0.fill = false
                    $0.colors = colors
                }
            ).scene
        }
        let (viridis, cividis) = (try scene("viridis"), try scene("cividis"))
        #expect(!viridis.layers.contains { $0.id == "color-bar" || $0.id.contains("fill") })
        #expect(viridis.layers.contains { $0.id == "panel0-grid" })
        #expect(viridis.layers != cividis.layers)
        #expect(
            errorText { _ = try plan("mse") { $0.colors = "jet" } }
                == "unknown colour map 'jet'; use viridis, cividis")
    }

    @Test("The SVG has 100 kB at most, in any language and theme", arguments: ["mse", "ce", "focal(gamma=2)", "mae"])
    func size(loss: String) throws {
        for (language, theme) in [("en", "graphpaper"), ("zh", "graphpaper-dark"), ("zh", "paper")] {
            let plan = try plan(loss, truth: [0.9, 0.05, 0.05]) {
                $0.presentation.language = language
                $0.presentation.theme = theme
            }
            let bytes = try ResolvedFigure.simplex(plan).drawn(with: try SimplexFillTests.fonts.get()).bytes(as: .svg)
            #expect(bytes.count <= 100_000, "\(loss) \(language): \(bytes.count)")
        }
    }
}
