import CurveSampling
import Diagnostics
import Figures
import Losses
import Typography

/// Turns level sets over the triangle into a figure: corners, predictions, what is proved.
struct SimplexComposer {
    let plan: SimplexPlan
    let loss: ClassLoss
    let values: DistributionValues
    private let wording: Wording
    private let texts: PresentedTexts
    private let corners: [RichText]
    private let labels: [RichText]
    private let verdicts: [RichText]
    /// On which all predictions lie.
    private let shared: SharedProbability?

    /// - Throws: `Diagnostic` when a label cannot be set.
    init(_ plan: SimplexPlan) throws {
        self.plan = plan
        loss = try plan.classLoss()
        wording = Wording(language: plan.presentation.language)
        texts = try PresentedTexts(plan.presentation)
        let predictions = plan.predictions.map(\.probabilities)
        let values = DistributionValues([loss], of: predictions)
        self.values = values
        shared = SharedProbability(predictions)
        let classes = plan.classes
        corners = try (0..<3).map { index in
            let name = classes.isEmpty ? "" : "  \(classes[index])"
            return try LabelText.parsed(Wording.share(index) + name, "class", about: Setting(.classes, index))
                ?? RichText(verbatim: "")
        }
        labels = try plan.predictions.enumerated().map { [wording, values] index, prediction in
            let name = prediction.name ?? prediction.probabilities.description
            let value = values.text(loss: 0, prediction: index)
            return try LabelText.parsed(
                name + wording.pick(": ", "：") + value, "prediction", about: Setting(.predictions, index))
                ?? RichText(verbatim: value)
        }
        let along = shared.flatMap { [wording, loss] in wording.along($0, of: loss) }
        let claims = [wording.convexInPrediction] + (along.map { [$0] } ?? [])
        verdicts = [try RichText(claims.joined(separator: wording.pick("; ", "；")))]
    }

    func figure(_ marks: [Mark]) -> Figure {
        let panel = Panel(
            id: "panel0", x: -1...1, y: 0...1, xLabel: nil, yLabel: nil, marks: marks,
            axes: .ternary(TernaryAxes(corners: corners)))
        var figure = Figure(plan, texts, panels: [panel], verdicts: verdicts, notes: [], description: description)
        if plan.fill {
            figure.theme = figure.theme.aroundPaint
            figure.colorBar = ColorBar(
                levels: plan.levels, colors: plan.colors.colormap, label: try? RichText("$L$"))
        }
        return figure
    }

    /// The predictions whose own level lines are drawn: those with a positive value, unless all have the same, along the
    /// line that joins them.
    var outlined: [(index: Int, level: Double)] {
        if case .same = values.relation(loss: 0), shared != nil { return [] }
        return values.bounds[0].enumerated().compactMap { index, bounds in
            bounds.flatMap { $0.lower > 0 && $0.isBounded ? (index, $0.midpoint) : nil }
        }
    }

    /// The lines first, then those through the predictions, and the places over all.
    ///
    /// - Parameter outlines: the level lines of ``outlined``.
    func marks(_ sets: [LevelSet], fill: ContourMark.Fill?, outlines: [LevelSet]) -> [Mark] {
        var marks: [Mark] = [
            .contour(ContourMark(id: plan.name, sets, colors: plan.colors.colormap, fill: fill))
        ]
        for (prediction, set) in zip(outlined, outlines) {
            marks.append(
                .region(
                    RegionMark(
                        id: "level\(prediction.index)", label: nil, styleIndex: prediction.index, outlines: [],
                        edges: set.lines.map { line in line.map { DataPoint(x: $0.x, y: $0.y) } },
                        isOverPaint: fill != nil)))
        }
        if let shared {
            let ends = [(shared.index + 1) % 3, (shared.index + 2) % 3].map { other in
                var shares = [0.0, 0, 0]
                shares[shared.index] = shared.value
                shares[other] = 1 - shared.value
                return TernaryAxes.place((shares[0], shares[1], shares[2]))
            }
            marks.append(.guide(GuideMark(id: "shared", from: ends[0], to: ends[1], isOverPaint: fill != nil)))
        }
        func place(_ p: ClassDistribution) -> DataPoint {
            let place = TernaryChart.place(of: p)
            return DataPoint(x: place.x, y: place.y)
        }
        marks.append(
            .points(
                PointsMark(
                    id: "truth", styleIndex: 5, points: [place(plan.truth)],
                    labels: [RichText(verbatim: wording.truthName)], isHollow: true)))
        for (index, prediction) in plan.predictions.enumerated() {
            marks.append(
                .points(
                    PointsMark(
                        id: "prediction\(index)", styleIndex: index, points: [place(prediction.probabilities)],
                        labels: [labels[index]])))
        }
        return marks
    }

    private var description: String {
        if let alternative = plan.presentation.alternative { return alternative }
        let sentences = wording.simplexDescription(of: loss, levels: plan.levels, points: labels.map(\.plainText))
        return plan.presentation.joined(sentences + verdicts.map(wording.sentence))
    }
}
