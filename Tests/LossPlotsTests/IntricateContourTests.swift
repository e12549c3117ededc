import CurveSampling
import Figures
import Scenes
import TestSupport
import Testing
import Typography

@testable import LossPlots

@Suite("Contours of intricate functions")
struct IntricateContourTests {
    /// With many saddles on levels, bumps, removable poles, poles; each with its window.
    private static let ordinary: [(formula: String, x: ClosedRange<Double>, y: ClosedRange<Double>)] = [
        ("sin(3*x)*cos(3*y)", -5...5, -3...3),
        ("20+x^2-10*cos(2*pi*x)+y^2-10*cos(2*pi*y)", -5...5, -3...3),
        ("20+e-20*exp(-0.2*sqrt(0.5*(x^2+y^2)))-exp(0.5*(cos(2*pi*x)+cos(2*pi*y)))", -5...5, -3...3),
        ("tan(x)*y", -5...5, -3...3),
        ("floor(x)+floor(y)", -5...5, -3...3),
    ]
    /// Beyond any budget.
    private static let endless: [(formula: String, x: ClosedRange<Double>, y: ClosedRange<Double>)] = [
        ("sin(1/x)+y", -1...1, -1...1), ("sin(x*x*y*y*9)", -5...5, -3...3),
    ]

    private func resolved(
        _ figure: (formula: String, x: ClosedRange<Double>, y: ClosedRange<Double>), language: String = "en",
        levels: [Double]? = nil, size: Size = Size(width: 400, height: 300)
    ) throws -> ResolvedContourPlan {
        var spec = ContourSpec(PlotSpec(losses: []))
        spec.figure.formulas = [FormulaSpec(expression: figure.formula, parameters: [:])]
        (spec.figure.theta, spec.figure.yRange) = (figure.x, figure.y)
        spec.figure.presentation.language = language
        spec.figure.presentation.extent = .figure(size: size)
        spec.levels = levels
        return try spec.resolved()
    }

    /// Nothing is painted in a wrong colour, farther than a pixel from a line, and what is unpainted is declared.
    private func judge(_ resolved: ResolvedContourPlan, _ plot: ContourPlot) throws -> (painted: Int, blank: Int) {
        let plan = resolved.plan
        let paint = try #require(PaintedBands(plot.scene))
        let bands = plan.colors.colormap.bands(plan.levels.count + 1)
        let surface = try resolved.subject().surface(on: resolved.data)
        let view = plot.viewport
        let boxes = plot.levels.flatMap(\.unresolved)
        var counts = (painted: 0, blank: 0)
        for j in 0..<20 {
            for i in 0..<30 {
                let (s, t) = ((Double(i) + 0.37) / 30, (Double(j) + 0.41) / 20)
                let p = Point(x: paint.clip.left + s * paint.clip.width, y: paint.clip.top + t * paint.clip.height)
                let x = plan.x.lowerBound + s * (plan.x.upperBound - plan.x.lowerBound)
                let y = plan.y.upperBound - t * (plan.y.upperBound - plan.y.lowerBound)
                let value = surface.evaluate(atX: x, y: y).value
                let color = paint.color(at: p)
                guard let color, bands.contains(color) else {
                    counts.blank += 1
                    let isDeclared = boxes.contains { $0.isNear(x: x, y: y, within: 1, in: view) }
                    #expect(isDeclared || !value.isFinite, "nothing at (\(x), \(y)), where it is \(value)")
                    continue
                }
                counts.painted += 1
                let isRight = value.isFinite && color == bands[plan.levels.count { $0 <= value }]
                if isRight { continue }
                let small = boxes.filter { $0.reason != .budget }
                #expect(
                    plot.levels.contains { $0.isNear(x: x, y: y, within: 1, in: view) }
                        || small.contains { $0.isNear(x: x, y: y, within: 1, in: view) },
                    "a wrong colour at (\(x), \(y)), where it is \(value)")
            }
        }
        return counts
    }

    @Test(
        "They are painted all over, each pixel with the band of its value, within a bound of evaluations",
        arguments: IntricateContourTests.ordinary.indices)
    func whole(index: Int) throws {
        let resolved = try resolved(IntricateContourTests.ordinary[index])
        let plot = try ContourPlot(resolved, fonts: try FontBook())
        #expect(!plot.levels.contains { $0.isStarved }, "\(plot.warnings)")
        let counts = try judge(resolved, plot)
        #expect(counts.painted >= 595, "\(counts)")
        #expect(plot.levels.allSatisfy { $0.boundInPixels <= 0.25 })
        let budget = ContourTracer.budget(levels: plot.levels.count, in: plot.viewport)
        #expect(plot.levels[0].evaluations <= budget, "\(plot.levels[0].evaluations) of \(budget)")
    }

    @Test("Where the budget ends nothing is painted, and the figure says so in both languages", arguments: 0..<2)
    func unfinished(index: Int) throws {
        let (language, note) = [
            ("en", "left blank where its lines are too intricate to be traced"), ("zh", "等高线过于复杂而无法绘出之处留白"),
        ][index]
        let resolved = try resolved(IntricateContourTests.endless[index], language: language, levels: [0, 0.4])
        let plot = try ContourPlot(resolved, fonts: try FontBook())
        let counts = try judge(resolved, plot)
        #expect(counts.blank > 0)
        #expect(plot.scene.texts.contains { $0.text == note })
        // A sentence of the description begins with a capital.
        #expect(plot.scene.description.contains(note.dropFirst()))
        let budget = ContourTracer.budget(levels: plot.levels.count, in: plot.viewport)
        #expect(plot.levels[0].evaluations <= 2 * budget, "\(plot.levels[0].evaluations) of \(budget)")
    }

    @Test("Levels that differ late have labels that differ, on the lines' bar and in warnings")
    func closeLevels() throws {
        let resolved = try resolved(("1e-6*x*y+5", -5...5, -3...3), size: Size(width: 800, height: 500))
        let scene = try ContourPlot(resolved, fonts: try FontBook()).scene
        let labels =
            scene.layers.first { $0.id == "color-bar" }?.texts.map(\.text).filter {
                $0.hasPrefix("5") || $0.hasPrefix("4")
            } ?? []
        #expect(labels.count == resolved.plan.levels.count && Set(labels).count == labels.count, "\(labels)")
        let flat = UnresolvedBox(x: 0...1, y: 0...1, reason: .flat)
        let sets = [5, 5.000004].map {
            LevelSet(level: $0, lines: [], boundInPixels: 0, unresolved: [flat], evaluations: 1)
        }
        let warnings = LevelSetWarnings.of(sets, name: "f", place: "the window", other: "another")
        #expect(
            warnings.map(\.message) == [
                "f has the value 5, 5.000004 all over a part of the window, where no line is drawn"
            ])
    }
}

extension UnresolvedBox {
    fileprivate func isNear(x: Double, y: Double, within pixels: Double, in view: Viewport) -> Bool {
        let dx = max(0, self.x.lowerBound - x, x - self.x.upperBound) * view.pixelsPerX
        let dy = max(0, self.y.lowerBound - y, y - self.y.upperBound) * view.pixelsPerY
        return dx * dx + dy * dy <= pixels * pixels
    }
}

extension LevelSet {
    fileprivate func isNear(x: Double, y: Double, within pixels: Double, in view: Viewport) -> Bool {
        let (p, q) = (view.pixelsPerX, view.pixelsPerY)
        return lines.contains { line in
            zip(line, line.dropFirst()).contains { a, b in
                let (ux, uy) = ((b.x - a.x) * p, (b.y - a.y) * q)
                let (vx, vy) = ((x - a.x) * p, (y - a.y) * q)
                let square = ux * ux + uy * uy
                let t = square > 0 ? min(1, max(0, (ux * vx + uy * vy) / square)) : 0
                let (dx, dy) = (vx - t * ux, vy - t * uy)
                return dx * dx + dy * dy <= pixels * pixels
            }
        }
    }
}
