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
    /// In points, the pixels of a figure at scale 1: of the panel, or of a surface's floor where that is alone.
    public var viewport: Viewport
    public var windows: [PanelWindow]
    /// Of the two variables.
    public var names: (x: String, y: String)
    /// In the order of the plan's levels; their bounds refer to the viewport.
    public var levels: [LevelSet]
    /// What the lines are of.
    public var name: String
    /// What is proved of a loss, where some of it is drawn.
    public var certificate: PlaneCertificate?
    /// The heights of the surface, where there is one.
    public var mesh: SurfaceMesh?
    public var space: SpacePlan?
    public var descents: [DescentRun]

    /// Traces and lays out a plan's lines.
    ///
    /// - Throws: `Diagnostic` when a label cannot be set, the figure is too small, or nothing can be drawn.
    public init(
        _ resolved: ResolvedContourPlan, fonts: any TextShaping, memory: VariantMemory = VariantMemory()
    ) throws {
        let plan = resolved.plan
        let subject = try resolved.subject()
        let certificate = resolved.certificate
        var composer = try ContourComposer(resolved, subject: subject)
        let (drawing, sets, viewport, isOpen) = try ContourPlot.drawing(
            resolved, subject: subject, by: &composer, fonts: fonts, memory: memory)
        let (scene, areas, warnings) = drawing
        self.scene = scene
        let names = subject.isObjective ? (x: "w", y: "b") : (x: "x", y: "y")
        self.names = names
        windows = areas.map {
            PanelWindow(
                id: "panel0", area: $0, x: plan.x, y: plan.y, xName: names.x, yName: names.y, chart: .plane)
        }
        self.viewport = viewport
        levels = sets
        name = subject.name
        self.certificate = certificate
        mesh = resolved.mesh
        space = plan.space
        descents = resolved.descents
        var open: [Diagnostic] = []
        if isOpen {
            open.append(LevelSetWarnings.unpainted(name: subject.name, place: "the window"))
        }
        self.warnings =
            resolved.warnings + warnings + open
            + LevelSetWarnings.of(sets, name: subject.name, place: "the window", other: "another window")
    }

    /// Lays the figure out, traces the lines for its plotting area and draws it; again where the words under it change.
    ///
    /// - Returns: the drawing, what was traced and for what area, and whether bands that were asked for cannot be painted.
    private static func drawing(
        _ resolved: ResolvedContourPlan, subject: SurfaceSubject, by composer: inout ContourComposer,
        fonts: any TextShaping, memory: VariantMemory
    ) throws -> (
        (scene: Scene, plotAreas: [Rect], warnings: [Diagnostic]), sets: [LevelSet], viewport: Viewport, isOpen: Bool
    ) {
        let plan = resolved.plan
        while true {
            // The plotting area depends on the axes and the words alone.
            let layout = try composer.figure([]).layout(fonts, memory)
            let panel = layout.plotAreas.first.map { Size(width: $0.width, height: $0.height) }
            guard let area = panel ?? layout.floor else {
                throw Diagnostic("the figure has no panel", hint: "report this")
            }
            let viewport = Viewport(x: plan.x, y: plan.y, width: area.width, height: area.height)
            let key = TracedKey(plan: ComputedParts(plan), data: resolved.data, viewport: viewport)
            let (sets, bands, region) = memory.value(for: key) {
                let (sets, bands) = subject.bands(
                    on: resolved.data, levels: plan.levels, in: viewport, fills: plan.fill)
                let region: ConcaveRegion? =
                    if let certificate = resolved.certificate, let loss = plan.linkedLoss, plan.marks.contains(.concave)
                    {
                        ConcaveRegion(loss, on: resolved.data, regions: certificate.regions, in: viewport)
                    } else { nil }
                return (sets, bands, region)
            }
            if composer.tell(whatIsNotTracedOf: sets) { continue }
            let fill = bands.flatMap { ContourMark.Fill($0, colors: plan.colors.colormap) }
            let figure = composer.figure(composer.marks(of: sets, fill: fill, region: region))
            let drawing = try figure.layout(fonts, memory).scene()
            if try !composer.tell(whatIsNotIn: drawing.scene, of: figure) {
                return (drawing, sets, viewport, plan.fill && fill == nil)
            }
        }
    }

    private struct TracedKey: Equatable {
        /// Of a grid, its checksum is among them.
        var plan: ComputedParts<ContourPlan>
        var data: Dataset
        var viewport: Viewport
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
        var levels: [LevelSummary]
        var space: SpacePlan?
        /// Left out where there are none.
        var descents: [DescentEntry]?
        var outputs: [OutputEntry]
        var warnings: [String]

        init(_ plot: ContourPlot, outputs: [RenderedFile]) {
            title = plot.scene.title
            name = plot.name
            x = [plot.viewport.x.lowerBound, plot.viewport.x.upperBound]
            y = [plot.viewport.y.lowerBound, plot.viewport.y.upperBound]
            levels = plot.levels.map(LevelSummary.init)
            space = plot.space
            descents = DescentEntry.entries(plot.descents)
            self.outputs = outputs.map(OutputEntry.init)
            warnings = plot.warnings.map(\.description)
        }
    }
}
