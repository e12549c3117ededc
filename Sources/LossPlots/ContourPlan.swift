import Losses
import Scenes

/// Everything a figure of a function of two variables is made from, every default resolved, the levels too.
///
/// In JSON it says `"kind": "contours"`, `"surface"` or `"both"`; the plan of curves, ``Plan``, says no kind.
public struct ContourPlan: Equatable, Sendable, FigurePlan {
    public var kind = Kind.contours
    /// Of this format; a reader refuses one it does not know.
    public var version = 1
    /// One loss with its link, or none.
    public var losses: [LossSpec]
    public var link: PlanLinks
    /// Instead of a loss.
    public var formulas: [FormulaSpec]
    /// Instead of both.
    public var grid: GridReference?
    public var data: DataReference
    /// The horizontal window, of w or of x.
    public var x: ClosedRange<Double>
    /// The vertical window, of b or of y.
    public var y: ClosedRange<Double>
    /// Increasing.
    public var levels: [Double]
    /// Whether the bands between levels are painted.
    public var fill: Bool
    public var colors: ColormapName
    public var marks: [MarkName]
    /// Nil for none.
    public var descent: DescentPlan?
    /// Of the surface in three dimensions; nil for contours alone.
    public var space: SpacePlan?
    public var presentation: Presentation

    public enum Kind: String, CaseIterable, Sendable, Codable {
        case contours
        /// In three dimensions, with the contours on the floor.
        case surface
        /// The surface, and the contours beside it.
        case both

        /// In a sentence, of several.
        var noun: String { self == .contours ? "contours" : "surfaces" }

        /// What chooses it on the command line.
        var option: String { self == .contours ? "contour" : rawValue }
    }

    /// What is drawn beside the lines.
    public enum MarkName: String, CaseIterable, Sendable, Codable {
        /// Where the Hessian is not positive semidefinite.
        case concave
        /// Proved minima.
        case minima
        /// What is proved of the convexity, in a line under the plot.
        case verdict
    }

    /// A short name of the figure: `surface-mse`, `contours`.
    public var name: String { losses.first.map { "surface-\($0.identifier)" } ?? kind.rawValue }

    public var linkedLoss: LinkedLoss? { losses.first.map { LinkedLoss($0, link: link.of(0)) } }

    /// What the lines are of, where the plan alone says it: not of a grid.
    func subject() throws -> SurfaceSubject? {
        if let linkedLoss { return .loss(linkedLoss) }
        return try formulas.first.map { .formula(try $0.parsedOfAnyVariables()) }
    }
}
