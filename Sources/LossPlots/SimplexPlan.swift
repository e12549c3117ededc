import Diagnostics
import Figures
import Losses

/// Everything a figure of a loss over the triangle of three classes is made from, the levels too.
///
/// In JSON it says `"kind": "simplex"`.
public struct SimplexPlan: Equatable, Sendable, FigurePlan {
    public var kind = Kind.simplex
    /// Of this format; a reader refuses one it does not know.
    public var version = 1
    public var loss: LossSpec
    /// Of three classes.
    public var truth: ClassDistribution
    /// Marked with their loss.
    public var predictions: [NamedDistribution]
    /// At the corners; three or none.
    public var classes: [String]
    /// Increasing.
    public var levels: [Double]
    /// Whether the bands between levels are painted.
    public var fill: Bool
    public var colors: ColormapName
    public var presentation: Presentation

    public enum Kind: String, Sendable, Codable {
        case simplex
    }

    /// A short name of the figure: `simplex-mse`.
    public var name: String { "simplex-\(loss.identifier)" }

    func classLoss() throws -> ClassLoss { try ClassLoss(loss, truth: truth) }
}

extension DistributionSpec {
    /// Default: 720x640 points.
    static let simplexExtent = Presentation.Extent.figure(size: .init(width: 720, height: 640))

    /// A plan of the triangle, every default filled in and every value checked.
    ///
    /// - Parameter memory: of the figure's other variants.
    /// - Throws: `Diagnostic` with the first thing that is wrong.
    public func simplex(memory: VariantMemory = VariantMemory()) throws -> SimplexPlan {
        guard losses.count < 2 else {
            throw Diagnostic(
                "level lines of \(losses.count) losses would cross in one triangle", about: Setting(.losses, 1),
                hint: "draw one figure each")
        }
        let (truth, predictions) = try distributions()
        guard truth.count == 3 else {
            throw Diagnostic(
                "the truth \(truth) has \(truth.count) classes, and a triangle has three corners",
                about: Setting(.truth),
                hint: "give three probabilities, or compare predictions as bars")
        }
        if let classes, classes.count != 3 {
            throw Diagnostic(
                "\(classes.count) classes are named, and the truth has 3", about: Setting(.classes),
                hint: "name all three")
        }
        let loss = try classLosses(truth: truth)[0]
        let wording = Wording(language: try presentation.resolvedLanguage())
        var presentation = presentation
        presentation.extent = presentation.extent ?? DistributionSpec.simplexExtent
        return SimplexPlan(
            loss: loss.spec, truth: truth, predictions: predictions, classes: classes ?? [],
            levels: levels
                ?? memory.value(for: LevelsKey(loss: loss.spec, truth: truth)) { SimplexSurface.levels(of: loss) },
            fill: fill ?? true,
            colors: try NamedChoice.value(colors, default: .viridis, kind: "colour map"),
            presentation: try presentation.resolved(
                title: wording.simplexTitle(of: loss.spec),
                subtitle: "$L(p) = \(wording.classFormula(loss.spec)),\\quad y = \(Wording.tex(truth))$", xLabel: "",
                yLabel: ""))
    }
}

private struct LevelsKey: Equatable {
    var loss: LossSpec
    var truth: ClassDistribution
}
