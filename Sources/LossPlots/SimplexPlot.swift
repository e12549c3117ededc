import CurveSampling
import Diagnostics
import Figures
import Losses
import Scenes
import Typography

/// A drawn loss over the triangle of three classes: the scene, and what was found while drawing it.
public struct SimplexPlot: Plot {
    public let scene: Scene
    public let warnings: [Diagnostic]
    /// Of ``TernaryChart``, in points, the pixels of a figure at scale 1.
    public let viewport: Viewport
    public let windows: [PanelWindow]
    /// In the order of the plan's levels, cut at the triangle's edges.
    public let levels: [LevelSet]
    private let plan: SimplexPlan
    private let values: DistributionValues

    /// Evaluations of points and boxes.
    private static let budget = 200_000

    /// - Throws: `Diagnostic` when a label cannot be set or the figure is too small.
    public init(_ plan: SimplexPlan, fonts: any TextShaping, memory: VariantMemory = VariantMemory()) throws {
        self.plan = plan
        let composer = try SimplexComposer(plan)
        values = composer.values
        guard let area = try composer.figure([]).layout(fonts, memory).plotAreas.first else {
            throw Diagnostic("the figure has no panel", hint: "report this")
        }
        let viewport = Viewport(x: -1...1, y: 0...1, width: area.width, height: area.height)
        let surface = SimplexSurface(composer.loss, height: area.height)
        // Traced at once: what is learnt of a cell serves every level.
        let own = composer.outlined.map(\.level)
        let (sets, bands) = memory.value(for: TracedKey(plan: ComputedParts(plan), viewport: viewport)) {
            let sets = ContourTracer(budget: SimplexPlot.budget)
                .trace(surface, levels: plan.levels + own, in: viewport).map { $0.clipped(to: surface.halfPlanes) }
            let bands = plan.fill ? surface.bands(Array(sets.prefix(plan.levels.count)), in: viewport) : nil
            return (sets, bands)
        }
        levels = Array(sets.prefix(plan.levels.count))
        self.viewport = viewport
        let fill = bands.flatMap { ContourMark.Fill($0, colors: plan.colors.colormap) }
        let marks = composer.marks(levels, fill: fill, outlines: Array(sets.dropFirst(plan.levels.count)))
        let (scene, areas, warnings) = try composer.figure(marks).layout(fonts, memory).scene()
        self.scene = scene
        windows = areas.map {
            PanelWindow(
                id: "panel0", area: $0, x: viewport.x, y: viewport.y, xName: "p₃ − p₂", yName: "p₁", chart: .shares)
        }
        let (name, place) = (plan.loss.description, "the triangle")
        let open = plan.fill && fill == nil ? [LevelSetWarnings.unpainted(name: name, place: place)] : []
        self.warnings = warnings + open + LevelSetWarnings.of(levels, name: name, place: place, other: "others")
    }

    /// The lines in the coordinates x = p₃ − p₂ and y = p₁, with the predictions.
    public func export() throws -> [UInt8] {
        try JSON.encode(
            Export(
                viewport: CurveExport.Window(viewport), levels: levels.map(ContourExport.Level.init),
                losses: DistributionReport.losses(values)))
    }

    public func summary(outputs: [RenderedFile]) throws -> [UInt8] {
        try JSON.encode(
            Summary(
                title: scene.title, truth: plan.truth, losses: DistributionReport.losses(values),
                levels: levels.map(LevelSummary.init), outputs: outputs.map(OutputEntry.init),
                warnings: warnings.map(\.description)))
    }

    private struct TracedKey: Equatable {
        var plan: ComputedParts<SimplexPlan>
        var viewport: Viewport
    }

    private struct Export: Encodable {
        var viewport: CurveExport.Window
        var coordinates = ["p3 - p2", "p1"]
        var levels: [ContourExport.Level]
        var losses: [DistributionReport]
    }

    private struct Summary: Encodable {
        var version = Version.current
        var title: String
        var truth: ClassDistribution
        var losses: [DistributionReport]
        var levels: [LevelSummary]
        var outputs: [OutputEntry]
        var warnings: [String]
    }
}
