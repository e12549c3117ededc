import Calculus
import Diagnostics
import Figures
import Losses
import Scenes
import Typography

/// A drawn figure of bars: the scene, and the losses that it shows.
public struct BarsPlot: Plot {
    public let scene: Scene
    public let warnings: [Diagnostic]
    private let plan: BarsPlan
    private let values: DistributionValues

    /// - Throws: `Diagnostic` when a label cannot be set or the figure is too small.
    public init(_ plan: BarsPlan, fonts: any TextShaping) throws {
        self.plan = plan
        let losses = try plan.classLosses()
        let values = DistributionValues(losses, of: plan.predictions.map(\.probabilities))
        self.values = values
        let wording = Wording(language: plan.presentation.language)
        let texts = try PresentedTexts(plan.presentation)
        let names = plan.predictions.enumerated().map { $1.name ?? wording.prediction($0) }
        let richNames = try names.enumerated().map { index, name in
            try LabelText.parsed(name, "prediction", about: Setting(.predictions, index)) ?? RichText(verbatim: " ")
        }
        var panels: [Panel] = []
        for (index, loss) in losses.enumerated() {
            let heights = values.bounds[index].map { $0?.midpoint ?? 0 }
            let bars = plan.predictions.indices.map { k in
                BarsMark.Bar(
                    height: max(0, heights[k]), value: RichText(verbatim: values.text(loss: index, prediction: k)),
                    name: richNames[k],
                    detail: RichText(verbatim: plan.predictions[k].probabilities.description), styleIndex: k)
            }
            // A panel of zeros alone has a scale too.
            let top = heights.reduce(0, max)
            panels.append(
                Panel(
                    id: "panel\(index)", x: 0...Double(bars.count), y: 0...(top > 0 ? top : 1), xLabel: nil,
                    yLabel: try RichText(
                        "\(wording.label(of: loss.spec))  $\(wording.classFormula(loss.spec))$"),
                    marks: [.bars(BarsMark(id: loss.spec.identifier, bars: bars))], axes: .bars))
        }
        let verdicts = try losses.indices.compactMap { try wording.relation(values, loss: $0, names: names) }
        let plainNames = richNames.map(\.plainText)
        let description =
            plan.presentation.alternative
            ?? plan.presentation.joined(
                wording.barsDescription(values, names: plainNames, truth: plan.truth)
                    + verdicts.map(wording.sentence))
        let figure = Figure(
            plan, texts, panels: panels, verdicts: verdicts, notes: [],
            description: description)
        (scene, _, warnings) = try figure.layout(fonts).scene()
    }

    public func export() throws -> [UInt8] {
        try JSON.encode(Export(losses: DistributionReport.losses(values)))
    }

    public func summary(outputs: [RenderedFile]) throws -> [UInt8] {
        try JSON.encode(
            Summary(
                title: scene.title, truth: plan.truth, losses: DistributionReport.losses(values),
                outputs: outputs.map(OutputEntry.init), warnings: warnings.map(\.description)))
    }

    private struct Export: Encodable {
        var losses: [DistributionReport]
    }

    private struct Summary: Encodable {
        var version = Version.current
        var title: String
        var truth: ClassDistribution
        var losses: [DistributionReport]
        var outputs: [OutputEntry]
        var warnings: [String]
    }
}
