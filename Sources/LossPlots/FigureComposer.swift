import CurveSampling
import Diagnostics
import Figures
import Losses
import Scenes
import Typography

/// Turns the contents of panels into a figure: names, notes, marks.
struct FigureComposer {
    let plan: Plan
    let wording: Wording
    private let data: Dataset
    private let evidence: Evidence
    private let verdicts: [RichText]
    private let descents: DescentDrawing
    private var descentLines: DescentLines

    private let texts: PresentedTexts
    /// By the order of the derivative.
    private let yLabels: [RichText?]

    /// - Throws: `Diagnostic` when a label cannot be set.
    init(_ resolved: ResolvedPlan) throws {
        let plan = resolved.plan
        self.plan = plan
        data = resolved.data
        let wording = try Wording(of: plan)
        self.wording = wording
        texts = try PresentedTexts(plan.presentation)
        evidence = Evidence(
            plan: plan, certificates: resolved.certificates, zeros: resolved.zeros, wording: wording)
        verdicts = try evidence.verdicts()
        descents = try DescentDrawing(
            plan.descent, runs: resolved.descents, wording: wording,
            stage: DescentStage(
                function: plan.formulas.isEmpty || plan.data != .none ? "J" : "f", windows: [plan.theta],
                names: try plan.subjects().enumerated().map { wording.leading(wording.label(of: $1, at: $0)) }))
        descentLines = try DescentLines(
            descents,
            beside: DescentLabels(tellsSteps: plan.derivatives.contains(0), tellsMinima: evidence.labelsMinima))
        yLabels = try (0...2).map { order in
            plan.derivatives.contains(order)
                ? try LabelText.parsed(FigureComposer.yLabel(plan, order: order), "y label", about: Setting(.yLabel))
                : nil
        }
    }

    /// Lays the figure out. What its drawing should say of descents and had no place for, its lines say, from now on.
    ///
    /// - Throws: `Diagnostic` when the figure is too small.
    mutating func drawing(
        of contents: [PanelContent], _ fonts: any TextShaping, _ memory: VariantMemory
    ) throws -> (scene: Scene, plotAreas: [Rect], warnings: [Diagnostic]) {
        while true {
            let figure = figure(contents)
            let drawing = try figure.layout(fonts, memory).scene()
            if try !descentLines.tell(whatIsNotIn: drawing.scene, of: figure) { return drawing }
        }
    }

    func figure(_ contents: [PanelContent]) -> Figure {
        var namesBands = true
        let panels = contents.enumerated().map { index, content in
            let marks = marks(of: content, namesBands: namesBands)
            if marks.contains(where: { if case .bands = $0 { true } else { false } }) { namesBands = false }
            return Panel(
                id: "panel\(index)", x: plan.theta, y: content.yRange, xLabel: texts.xLabel,
                yLabel: yLabels[content.order],
                marks: marks)
        }
        let notes =
            wording.flatNotes(flatCurves(contents).map { ($0.name, $0.share) }) + descents.notes + evidence.zeroNotes
            + dataNotes
        return Figure(
            plan, texts, panels: panels, verdicts: verdicts + descentLines.lines,
            notes: notes.map { RichText(verbatim: $0) },
            description: description(contents))
    }

    /// Where the data come from, unless there are none.
    private var dataNotes: [String] {
        plan.data == .none ? [] : [wording.dataNote(plan.data, name: data.name, count: data.count)]
    }

    /// The label's J with as many primes as the derivative has: `J(θ)` becomes `J″(θ)`.
    private static func yLabel(_ plan: Plan, order: Int) -> String {
        let label = plan.presentation.yLabel
        guard order > 0 else { return label }
        let primes = String(repeating: "'", count: order)
        return label == "$J(\\theta)$" ? "$J\(primes)(\\theta)$" : label + "$\(primes)$"
    }

    /// Bands first, then the curves, then what stands on them.
    private func marks(of content: PanelContent, namesBands: Bool) -> [Mark] {
        var (bands, curves, points, zeros, paths) = ([Mark](), [Mark](), [Mark](), [Mark](), [Mark]())
        for (index, subject) in content.subjects.enumerated() {
            let styleIndex = content.places[index]
            let id = subject.identifier(at: styleIndex)
            let style = Evidence.Style(id: id, index: styleIndex, isNamed: namesBands && bands.isEmpty)
            bands += [evidence.bands(style)].compactMap { $0 }
            if index < content.curves.count {
                curves.append(curve(content.curves[index], of: subject, id: id, styleIndex: styleIndex))
                if plan.marks.contains(.evaluations) {
                    points.append(evaluations(of: content.curves[index], id: id, styleIndex: styleIndex))
                }
            }
            if content.order == 0 {
                points += evidence.onCurve(
                    style, value: { content.functions[index].evaluate(at: $0).value })
                paths += descents.marks(
                    onCurve: styleIndex, id: id, among: plan.losses.count + plan.formulas.count)
            }
            // Extrema find places for their coordinates first.
            zeros += [evidence.onAxis(style, order: content.order)].compactMap { $0 }
        }
        return bands + curves + points + zeros + paths
    }

    private func curve(_ curve: Curve, of subject: CurveSubject, id: String, styleIndex: Int) -> Mark {
        let runs = curve.runs.map { run in
            run.map { piece in
                let p = piece.controlPoints.map { DataPoint(x: $0.x, y: $0.y) }
                return DataCubic(start: p[0], first: p[1], second: p[2], end: p[3])
            }
        }
        let boxes = curve.envelopes.map { box in
            CurveMark.Box(
                low: DataPoint(x: box.x.lowerBound, y: box.y.lowerBound),
                high: DataPoint(x: box.x.upperBound, y: box.y.upperBound))
        }
        return .curve(
            CurveMark(
                id: id, label: wording.label(of: subject, at: styleIndex), styleIndex: styleIndex, runs: runs,
                boxes: boxes))
    }

    private func evaluations(of curve: Curve, id: String, styleIndex: Int) -> Mark {
        let points = curve.runs.flatMap { run in run.prefix(1).map(\.start) + run.map(\.end) }
        return .points(
            PointsMark(
                id: "\(id)-evaluations", styleIndex: styleIndex, relativeSize: 0.6,
                points: points.map { DataPoint(x: $0.x, y: $0.value) }))
    }

    /// A curve whose shape cannot be read because its neighbours need a far larger axis.
    struct FlatCurve {
        var name: String
        /// Of the axis: "3%".
        var share: String
        var warning: Diagnostic
    }

    /// A curve that takes less than this share of the axis is flat.
    private static let flatShare = 0.12

    func flatCurves(_ contents: [PanelContent]) -> [FlatCurve] {
        contents.flatMap { content -> [FlatCurve] in
            guard content.subjects.count > 1 else { return [] }
            let axis = content.yRange.upperBound - content.yRange.lowerBound
            return content.curves.enumerated().compactMap { index, curve in
                let subject = content.subjects[index]
                guard let range = curve.range, range.overlaps(content.yRange) else { return nil }
                let share = (range.upperBound - range.lowerBound) / axis
                // A constant is flat on any axis.
                guard share < FigureComposer.flatShare, range.lowerBound < range.upperBound else { return nil }
                let percent = DecimalLabel.text(share * 100, significant: share < 0.1 ? 1 : 2)
                let isTold = share >= 1e-4
                return FlatCurve(
                    name: wording.label(of: subject, at: content.places[index]).plainText,
                    share: isTold ? percent + "%" : wording.pick("less than 0.01%", "不到 0.01%"),
                    warning: Diagnostic(
                        "\(subject.name) spans \(isTold ? "only \(percent)%" : "less than 0.01%") of the y axis and looks flat",
                        about: Setting(.losses),
                        hint: "--panels gives each its own axis"))
            }
        }
    }

    private func quantity(_ order: Int) -> String { letter(order) + "(\(plan.variable))" }

    /// J or f, with as many primes as the derivative has.
    func letter(_ order: Int) -> String { plan.letter(order) }

    private func description(_ contents: [PanelContent]) -> String {
        if let alternative = plan.presentation.alternative { return alternative }
        let sentences = contents.flatMap { content in
            content.curves.enumerated().compactMap { index, curve -> String? in
                guard let values = curve.range else { return nil }
                let place = content.places[index]
                let isNamed = content.order == 0 && evidence.namesMinima(at: place)
                return wording.description(
                    of: wording.label(of: content.subjects[index], at: place).plainText,
                    quantity: yLabels[content.order]?.plainText ?? quantity(content.order),
                    variable: texts.xLabel?.plainText ?? plan.variable, values: values,
                    lowest: isNamed ? nil : curve.placeOfLowest(in: plan.theta), window: plan.theta)
            }
        }
        let facts =
            verdicts.map(wording.sentence) + evidence.sentences + evidence.zeroSentences
            + descents.notes.map(wording.sentence)
            + descents.lines.map(Wording.plain)
        return plan.presentation.joined(sentences + facts + dataNotes.map(wording.sentence))
    }
}
