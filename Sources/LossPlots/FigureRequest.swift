import Diagnostics
import Figures
import Losses
import SVGWriter
import Scenes
import Typography

/// A figure of any kind that somebody asked for.
///
/// ```swift
/// let figure = try FigureRequest.curve(PlotSpec(losses: ["mse"])).resolved()
/// let svg = try figure.drawn(with: FontBook()).bytes(as: .svg)
/// ```
public enum FigureRequest: Sendable {
    case curve(PlotSpec)
    case contour(ContourSpec)
    /// Losses of predicted classes, compared.
    case bars(DistributionSpec)
    /// A loss over the triangle of three classes.
    case simplex(DistributionSpec)

    /// Fills in every default and checks every value.
    ///
    /// - Parameter memory: of the figure's other variants.
    /// - Throws: `Diagnostic` with the first thing that is wrong.
    public func resolved(memory: VariantMemory = VariantMemory()) throws -> ResolvedFigure {
        switch self {
        case .curve(let spec): .curve(try spec.resolved(memory: memory))
        case .contour(let spec): .contour(try spec.resolved(memory: memory))
        case .bars(let spec): .bars(try spec.bars())
        case .simplex(let spec): .simplex(try spec.simplex(memory: memory))
        }
    }
}

/// A figure of any kind, ready to be drawn.
public enum ResolvedFigure: Sendable {
    case curve(ResolvedPlan)
    case contour(ResolvedContourPlan)
    case bars(BarsPlan)
    case simplex(SimplexPlan)

    public var plan: any FigurePlan {
        switch self {
        case .curve(let resolved): resolved.plan
        case .contour(let resolved): resolved.plan
        case .bars(let plan): plan
        case .simplex(let plan): plan
        }
    }

    /// The samples it is drawn from; nil where it needs none.
    public var samples: Dataset? {
        switch self {
        case .curve(let resolved): resolved.plan.data == .none ? nil : resolved.data
        case .contour(let resolved): resolved.plan.data == .none ? nil : resolved.data
        case .bars, .simplex: nil
        }
    }

    /// The plan as the written figure holds it.
    public func planText() throws -> String { try EmbeddedPlan.text(of: plan) }

    /// Samples and lays out everything.
    ///
    /// - Parameter memory: of the figure's other variants.
    /// - Throws: `Diagnostic` when a label cannot be set, the figure is too small, or nothing can be drawn.
    public func plot(with fonts: FontBook, memory: VariantMemory = VariantMemory()) throws -> any Plot {
        switch self {
        case .curve(let resolved): try CurvePlot(resolved, fonts: fonts, memory: memory)
        case .contour(let resolved): try ContourPlot(resolved, fonts: fonts, memory: memory)
        case .bars(let plan): try BarsPlot(plan, fonts: fonts)
        case .simplex(let plan): try SimplexPlot(plan, fonts: fonts, memory: memory)
        }
    }

    /// Everything positioned, ready to be written in any format.
    ///
    /// - Parameter planText: ``planText()``, where the caller has it.
    /// - Throws: as ``plot(with:memory:)`` does.
    public func drawn(
        with fonts: FontBook, memory: VariantMemory = VariantMemory(), planText: String? = nil
    ) throws -> DrawnFigure {
        let plot = try plot(with: fonts, memory: memory)
        let text = try planText ?? self.planText()
        return DrawnFigure(
            plot: plot, renderer: FigureRenderer(plot.scene, plan: plan, planText: text, fonts: fonts))
    }
}

/// A positioned figure, ready to be written in any format.
public struct DrawnFigure {
    public let plot: any Plot
    private let renderer: FigureRenderer

    fileprivate init(plot: any Plot, renderer: FigureRenderer) {
        self.plot = plot
        self.renderer = renderer
    }

    /// - Throws: `Diagnostic` when the figure is larger than the format allows, and with the libraries' own words.
    public func bytes(as format: FileFormat, svgText: SVGDocument.TextMode = .outlines) throws -> [UInt8] {
        try renderer.bytes(as: format, svgText: svgText)
    }
}
