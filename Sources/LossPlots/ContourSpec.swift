import Certificates
import Diagnostics
import Figures
import Losses

/// What a user asked for in a contour figure, as far as they said it; nil means the default.
public struct ContourSpec: Sendable {
    /// The loss or the formula, the data, words and looks; its `theta` is the horizontal window, its `yRange` the
    /// vertical one.
    public var figure: PlotSpec
    /// The window of w, instead of the horizontal one.
    public var w: ClosedRange<Double>?
    /// The window of b, instead of the vertical one.
    public var b: ClosedRange<Double>?
    public var levels: [Double]?
    public var kind = ContourPlan.Kind.contours
    /// What is asked of the surface, where there is one.
    public var space = SpaceSpec()
    /// Instead of losses and formulas.
    public var grid: GridSpec?
    /// Whether the bands between levels are painted. Default: they are.
    public var fill: Bool?
    /// Of the colour map. Default: viridis.
    public var colors: String?

    public init(_ figure: PlotSpec) { self.figure = figure }
}

/// A contour plan with its data at hand, ready to be drawn.
public struct ResolvedContourPlan: Sendable {
    public var plan: ContourPlan
    public var data: Dataset
    /// What is proved of a loss, where the plan has marks or a descent that show it.
    public var certificate: PlaneCertificate?
    /// The heights, where the plan has a surface.
    public var mesh: SurfaceMesh?
    /// From each start; empty where the plan has no descent.
    public var descents: [DescentRun]
    public var warnings: [Diagnostic]
    /// What is drawn, where the plan names a grid.
    var grid: GridSubject?

    /// What the lines are of.
    ///
    /// - Throws: `Diagnostic` when a formula cannot be parsed, or there is nothing to draw.
    func subject() throws -> SurfaceSubject {
        if let grid { return .grid(grid) }
        guard let subject = try plan.subject() else {
            throw Diagnostic("the plan names no loss, no formula and no grid", hint: "name one")
        }
        return subject
    }
}
