import Certificates
import CurveSampling
import Diagnostics
import Figures
import Losses
import Scenes
import Typography

/// A drawn figure of contours: the scene, and what was found while drawing it.
public struct ContourPlot: Sendable {
    public var scene: Scene
    public var warnings: [Diagnostic]
    /// In points, the pixels of a figure at scale 1.
    public var viewport: Viewport
    public var windows: [PanelWindow]
    /// In the order of the plan's levels; their bounds refer to the viewport.
    public var levels: [LevelSet]
    /// What the lines are of.
    public var name: String
    /// What is proved of a loss, where some of it is drawn.
    public var certificate: PlaneCertificate?

    /// Traces and lays out a plan's lines.
    ///
    /// - Throws: `Diagnostic` when a label cannot be set, the figure is too small, or nothing can be drawn.
    public init(_ resolved: ResolvedContourPlan, fonts: any TextShaping) throws {
        let plan = resolved.plan
        guard let subject = try plan.subject() else {
            throw Diagnostic("the plan names no loss and no formula", hint: "name one")
        }
        let certificate = resolved.certificate
        let composer = try ContourComposer(
            plan: plan, data: resolved.data, subject: subject, certificate: certificate)
        // The plotting area depends on the axes alone.
        guard let area = try composer.figure([]).layout(fonts).plotAreas.first else {
            throw Diagnostic("the figure has no panel", hint: "report this")
        }
        let viewport = Viewport(x: plan.x, y: plan.y, width: area.width, height: area.height)
        let budget = ContourPlot.budget(samples: subject.needsSamples ? resolved.data.count : 1)
        let tracer = ContourTracer(budget: budget)
        let sets = subject.surface(on: resolved.data).traced(by: tracer, levels: plan.levels, in: viewport)
        let region: ConcaveRegion? =
            if let certificate, let loss = plan.linkedLoss, plan.marks.contains(.concave) {
                ConcaveRegion(loss, on: resolved.data, regions: certificate.regions, in: viewport)
            } else { nil }
        let marks = composer.marks(of: sets, region: region)
        let (scene, areas, warnings) = try composer.figure(marks).layout(fonts).scene()
        self.scene = scene
        let names = subject.isObjective ? ("w", "b") : ("x", "y")
        windows = areas.map {
            PanelWindow(id: "panel0", area: $0, x: plan.x, y: plan.y, xName: names.0, yName: names.1)
        }
        self.viewport = viewport
        levels = sets
        name = subject.name
        self.certificate = certificate
        self.warnings = resolved.warnings + warnings + ContourPlot.warnings(of: sets, name: subject.name)
    }

    /// Evaluations, each of all samples: some seconds for very many of them.
    private static func budget(samples: Int) -> Int { max(600, min(60_000, 30_000_000 / samples)) }

    private static func warnings(of sets: [LevelSet], name: String) -> [Diagnostic] {
        func text(_ value: Double) -> String { DecimalLabel.text(value, significant: 6) }
        func list(_ sets: [LevelSet]) -> String { sets.map { text($0.level) }.joined(separator: ", ") }
        var warnings: [Diagnostic] = []
        let absent = sets.filter { $0.lines.isEmpty && $0.unresolved.isEmpty }
        if !absent.isEmpty {
            let (what, they) = absent.count == 1 ? ("the level", "it") : ("the levels", "them")
            warnings.append(
                Diagnostic(
                    "\(name) does not take \(what) \(list(absent)) in the window shown",
                    hint: "leave \(they) out, or choose another window"))
        }
        let starved = sets.filter { $0.unresolved.contains { $0.reason == .budget } }
        if !starved.isEmpty {
            warnings.append(
                Diagnostic(
                    "\(name) is too intricate for its lines at \(list(starved)) to be drawn all over the window",
                    hint: "choose a smaller window or fewer levels; --export names the boxes left out"))
        }
        let flat = sets.filter { $0.unresolved.contains { $0.reason == .flat } }
        if !flat.isEmpty {
            warnings.append(
                Diagnostic(
                    "\(name) has the value \(list(flat)) all over a part of the window, where no line is drawn",
                    hint: "choose levels beside it"))
        }
        return warnings
    }

    /// What was found, as JSON: without the lines' points.
    public func summary(outputs: [RenderedFile]) throws -> [UInt8] {
        try JSON.encode(Summary(self, outputs: outputs))
    }

    /// What `--json` prints.
    private struct Summary: Encodable {
        var version = Version.current
        var title: String
        var name: String
        var x: [Double]
        var y: [Double]
        var levels: [Level]
        var outputs: [OutputEntry]
        var warnings: [String]

        struct Level: Encodable {
            var level: Double
            var lines: Int
            var evaluations: Int
            var boundInPixels: Double
            var unresolved: Int

            enum CodingKeys: String, CodingKey {
                case level, lines, evaluations, unresolved
                case boundInPixels = "bound_px"
            }
        }

        init(_ plot: ContourPlot, outputs: [RenderedFile]) {
            title = plot.scene.title
            name = plot.name
            x = [plot.viewport.x.lowerBound, plot.viewport.x.upperBound]
            y = [plot.viewport.y.lowerBound, plot.viewport.y.upperBound]
            levels = plot.levels.map { set in
                Level(
                    level: set.level, lines: set.lines.count, evaluations: set.evaluations,
                    boundInPixels: set.boundInPixels, unresolved: set.unresolved.count)
            }
            self.outputs = outputs.map(OutputEntry.init)
            warnings = plot.warnings.map(\.description)
        }
    }
}
