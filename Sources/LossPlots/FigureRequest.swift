import Diagnostics
import Scenes
import Typography

/// A figure of either kind that somebody asked for.
///
/// ```swift
/// let figure = try FigureRequest.curve(PlotSpec(losses: ["mse"])).resolved()
/// let svg = try figure.drawn(with: FontBook()).bytes(as: .svg)
/// ```
public enum FigureRequest: Sendable {
    case curve(PlotSpec)
    case contour(ContourSpec)

    /// Fills in every default and checks every value.
    ///
    /// - Throws: `Diagnostic` with the first thing that is wrong.
    public func resolved() throws -> ResolvedFigure {
        switch self {
        case .curve(let spec): .curve(try spec.resolved())
        case .contour(let spec): .contour(try spec.resolved())
        }
    }
}

/// A figure of either kind, ready to be drawn.
public enum ResolvedFigure: Sendable {
    case curve(ResolvedPlan)
    case contour(ResolvedContourPlan)

    /// The plan as the written figure holds it.
    public func planText() throws -> String {
        switch self {
        case .curve(let resolved): try EmbeddedPlan.text(of: resolved.plan)
        case .contour(let resolved): try EmbeddedPlan.text(of: resolved.plan)
        }
    }

    /// Samples, lays out and positions everything.
    ///
    /// - Throws: `Diagnostic` when a label cannot be set, the figure is too small, or nothing can be drawn.
    public func drawn(with fonts: FontBook) throws -> DrawnFigure {
        switch self {
        case .curve(let resolved):
            let plot = try CurvePlot(resolved, fonts: fonts)
            return DrawnFigure(
                renderer: try FigureRenderer(plot.scene, plan: resolved.plan, fonts: fonts), warnings: plot.warnings)
        case .contour(let resolved):
            let plot = try ContourPlot(resolved, fonts: fonts)
            return DrawnFigure(
                renderer: try FigureRenderer(plot.scene, plan: resolved.plan, fonts: fonts), warnings: plot.warnings)
        }
    }
}

/// A positioned figure, ready to be written in any format.
public struct DrawnFigure {
    fileprivate let renderer: FigureRenderer
    /// What was noticed while reading the data and drawing.
    public let warnings: [Diagnostic]

    /// - Throws: `Diagnostic` when the figure is larger than the format allows, and with the libraries' own words.
    public func bytes(as format: FileFormat) throws -> [UInt8] { try renderer.bytes(as: format) }
}
