import Figures
import Scenes
import TestSupport
import Testing
import Typography

@testable import LossPlots

@Suite("Filled contours of losses and formulas")
struct ContourFillTests {
    private static let figures: [(name: String, loss: String?, link: String?, formula: String?)] = [
        ("surface-mse", "mse", nil, nil), ("surface-ce", "ce", nil, nil), ("regression-mse", "mse", "identity", nil),
        ("focal", "focal(gamma=2)", nil, nil), ("saddle", nil, nil, "x^2 - y^2"),
        ("Himmelblau", nil, nil, "(x^2 + y - 11)^2 + (x + y^2 - 7)^2"), ("logarithm", nil, nil, "log(x*y)"),
        ("pole", nil, nil, "1/(x + y)"),
    ]

    private func resolved(
        _ figure: (name: String, loss: String?, link: String?, formula: String?),
        _ change: (inout ContourSpec) -> Void = { _ in }
    ) throws -> ResolvedContourPlan {
        var spec = ContourSpec(PlotSpec(losses: figure.loss.map { [$0] } ?? []))
        spec.figure.formulas = figure.formula.map { [FormulaSpec(expression: $0, parameters: [:])] } ?? []
        spec.figure.link = figure.link
        change(&spec)
        return try spec.resolved()
    }

    @Test("The colour at a point is that of the band its value lies in", arguments: 0..<8)
    func colors(index: Int) throws {
        let resolved = try resolved(ContourFillTests.figures[index])
        let (plan, fonts) = (resolved.plan, try FontBook())
        let plot = try ContourPlot(resolved, fonts: fonts)
        #expect(plot.warnings.isEmpty)
        let paint = try #require(PaintedBands(plot.scene))
        let clip = paint.clip
        let bands = plan.colors.colormap.bands(plan.levels.count + 1)
        let surface = try resolved.subject().surface(on: resolved.data)
        var random = SplitMix64(seed: 12)
        var checked = 0
        for _ in 0..<2000 {
            let p = Point(
                x: Double.random(in: clip.left...clip.right, using: &random),
                y: Double.random(in: clip.top...clip.bottom, using: &random))
            func value(_ p: Point) -> Double {
                let x = plan.x.lowerBound + (p.x - clip.left) / clip.width * (plan.x.upperBound - plan.x.lowerBound)
                let y = plan.y.upperBound - (p.y - clip.top) / clip.height * (plan.y.upperBound - plan.y.lowerBound)
                return surface.evaluate(atX: x, y: y).value
            }
            // Half a point around it the band is one.
            let around = (0..<16).map { k -> Int? in
                let (dx, dy) = (Double(k % 4) / 3 - 0.5, Double(k / 4) / 3 - 0.5)
                let value = value(Point(x: p.x + dx, y: p.y + dy))
                return value.isNaN ? nil : plan.levels.count { $0 <= value }
            }
            guard Set(around).count == 1 else { continue }
            checked += 1
            #expect(paint.color(at: p) == around[0].map { bands[$0] }, "\(p): \(value(p))")
        }
        #expect(checked > 1500)
    }

    @Test("The SVG of a filled figure has 100 kB at most, in any language and theme", arguments: 0..<6)
    func size(index: Int) throws {
        let fonts = try FontBook()
        for (language, theme) in [("en", "graphpaper"), ("zh", "graphpaper-dark"), ("zh", "paper")] {
            let plan = try resolved(ContourFillTests.figures[index]) {
                $0.figure.presentation.language = language
                $0.figure.presentation.theme = theme
            }
            let bytes = try ResolvedFigure.contour(plan).drawn(with: fonts).bytes(as: .svg)
            #expect(bytes.count <= 100_000, "\(ContourFillTests.figures[index].name) \(language): \(bytes.count)")
        }
    }

    @Test("The description names the range of the values, in both languages")
    func description() throws {
        let fonts = try FontBook()
        func description(_ language: String) throws -> String {
            let plan = try resolved(ContourFillTests.figures[4]) { $0.figure.presentation.language = language }
            return try ContourPlot(plan, fonts: fonts).scene.description
        }
        #expect(try description("en").contains("Its values there are about −8.54 to 23.76."))
        #expect(try description("zh").contains("其值约在 −8.54 到 23.76 之间。"))
    }

    @Test("Without paint the lines have the colours, and there is no bar")
    func unfilled() throws {
        let plan = try resolved(ContourFillTests.figures[4]) {
            $0.fill = false
            $0.colors = "cividis"
        }
        let scene = try ContourPlot(plan, fonts: try FontBook()).scene
        #expect(!scene.layers.contains { $0.id == "color-bar" || $0.id.contains("fill") })
        #expect(
            errorText { try resolved(ContourFillTests.figures[4]) { $0.colors = "jet" } }
                == "unknown colour map 'jet'; use viridis, cividis")
    }
}
