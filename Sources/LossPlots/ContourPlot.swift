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
        let (scene, _, warnings) = try composer.figure(marks).layout(fonts).scene()
        self.scene = scene
        self.viewport = viewport
        levels = sets
        name = subject.name
        self.certificate = certificate
        self.warnings =
            resolved.warnings + warnings
            + LevelSetWarnings.of(sets, name: subject.name, place: "the window", other: "another window")
    }

    /// Evaluations, each of all samples: some seconds for very many of them.
    private static func budget(samples: Int) -> Int { max(600, min(60_000, 30_000_000 / samples)) }

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
        var levels: [LevelSummary]
        var outputs: [OutputEntry]
        var warnings: [String]

        init(_ plot: ContourPlot, outputs: [RenderedFile]) {
            title = plot.scene.title
            name = plot.name
            x = [plot.viewport.x.lowerBound, plot.viewport.x.upperBound]
            y = [plot.viewport.y.lowerBound, plot.viewport.y.upperBound]
            levels = plot.levels.map(LevelSummary.init)
            self.outputs = outputs.map(OutputEntry.init)
            warnings = plot.warnings.map(\.description)
        }
    }
}
