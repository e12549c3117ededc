import Diagnostics
import Figures
import Losses

/// Everything a figure of bars is made from: the losses of given predictions, side by side.
///
/// In JSON it says `"kind": "bars"`.
public struct BarsPlan: Equatable, Sendable, FigurePlan {
    public var kind = Kind.bars
    /// Of this format; a reader refuses one it does not know.
    public var version = 1
    /// A panel each, from left to right.
    public var losses: [LossSpec]
    public var truth: ClassDistribution
    /// A bar each.
    public var predictions: [NamedDistribution]
    public var presentation: Presentation

    public enum Kind: String, Sendable, Codable {
        case bars
    }

    /// A short name of the figure, for ids.
    public var name: String { "bars" }

    func classLosses() throws -> [ClassLoss] { try losses.map { try ClassLoss($0, truth: truth) } }
}

extension DistributionSpec {
    /// Default: 800x420 points.
    static let barsExtent = Presentation.Extent.figure(size: .init(width: 800, height: 420))

    /// A plan of bars, every default filled in and every value checked.
    ///
    /// - Throws: `Diagnostic` with the first thing that is wrong.
    public func bars() throws -> BarsPlan {
        let (truth, predictions) = try distributions()
        guard !predictions.isEmpty else {
            throw Diagnostic(
                "no prediction is given", about: Setting(.predictions), hint: "add one or more, for example 0.8,0.1,0.1"
            )
        }
        guard losses.count <= DistributionSpec.lossLimit else {
            throw Diagnostic(
                "\(losses.count) losses are too many for one figure",
                about: Setting(.losses, DistributionSpec.lossLimit),
                hint: "compare at most \(DistributionSpec.lossLimit)")
        }
        guard levels == nil, classes == nil else {
            throw Diagnostic(
                levels == nil ? "classes are named at the triangle's corners" : "bars have no levels",
                about: Setting(levels == nil ? .classes : .levels),
                hint: "draw the simplex, or leave them out")
        }
        let losses = try classLosses(truth: truth)
        for (place, loss) in losses.enumerated() {
            for (index, prediction) in predictions.enumerated() where loss.bounds(of: prediction.probabilities) == nil {
                throw Diagnostic(
                    "\(loss.spec) of prediction \(index + 1) \(prediction.probabilities) is infinite: it excludes a class of the truth",
                    about: Setting(.losses, place),
                    hint: "leave out \(loss.spec), or give every class of the truth a probability")
            }
        }
        let wording = Wording(language: try presentation.resolvedLanguage())
        var presentation = presentation
        presentation.extent = presentation.extent ?? DistributionSpec.barsExtent
        let specs = losses.map(\.spec)
        return BarsPlan(
            losses: specs, truth: truth, predictions: predictions,
            presentation: try presentation.resolved(
                title: wording.barsTitle(of: specs, count: predictions.count), subtitle: wording.truthNote(truth),
                xLabel: "", yLabel: ""))
    }
}
