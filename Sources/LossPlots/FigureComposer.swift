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

    init(plan: Plan, data: Dataset) {
        self.plan = plan
        self.data = data
        wording = Wording(language: plan.language)
    }

    func figure(_ contents: [PanelContent]) throws -> Figure {
        func text(_ source: String, _ what: String) throws -> RichText? {
            do {
                return source.isEmpty ? nil : try RichText(source)
            } catch let error as Diagnostic {
                throw Diagnostic("\(what): \(error.message)", hint: error.hint)
            }
        }
        let panels = try contents.enumerated().map { index, content in
            Panel(
                id: "panel\(index)", x: plan.theta, y: content.yRange, xLabel: try text(plan.xLabel, "x label"),
                yLabel: try text(yLabel(order: content.order), "y label"), marks: marks(of: content))
        }
        let extent: Figure.Extent =
            switch plan.extent {
            case .figure(let size): .figure(size)
            case .plotArea(let size): .plotArea(size)
            }
        let notes =
            flatCurves(contents).map(\.note)
            + [wording.dataNote(plan.data, name: data.name, count: data.count)]
        return Figure(
            name: plan.name, extent: extent, theme: plan.theme.theme, language: plan.language.tag,
            title: try text(plan.title, "title"), subtitle: try text(plan.subtitle, "subtitle"), panels: panels,
            notes: notes.map { RichText(verbatim: $0) }, description: description(contents))
    }

    /// The label's J with as many primes as the derivative has: `J(θ)` becomes `J″(θ)`.
    private func yLabel(order: Int) -> String {
        guard order > 0 else { return plan.yLabel }
        let primes = String(repeating: "'", count: order)
        return plan.yLabel == "$J(\\theta)$" ? "$J\(primes)(\\theta)$" : plan.yLabel + "$\(primes)$"
    }

    private func marks(of content: PanelContent) -> [Mark] {
        zip(content.losses.map(\.loss), content.curves).flatMap { loss, curve -> [Mark] in
            let styleIndex = plan.losses.firstIndex(of: loss) ?? 0
            let runs = curve.runs.map { run in
                run.map { piece in
                    let p = piece.controlPoints.map { DataPoint(x: $0.x, y: $0.y) }
                    return DataCubic(start: p[0], first: p[1], second: p[2], end: p[3])
                }
            }
            var marks = [
                Mark.curve(
                    CurveMark(
                        id: loss.identifier, label: RichText(verbatim: wording.label(of: loss)), styleIndex: styleIndex,
                        runs: runs))
            ]
            if plan.marks.contains(.evaluations) {
                let points = curve.runs.flatMap { run in run.prefix(1).map(\.start) + run.map(\.end) }
                marks.append(
                    .points(
                        PointsMark(
                            id: loss.identifier, styleIndex: styleIndex, relativeSize: 0.6,
                            points: points.map { DataPoint(x: $0.x, y: $0.value) })))
            }
            return marks
        }
    }

    /// A curve whose shape cannot be read because its neighbours need a far larger axis.
    struct FlatCurve {
        var note: String
        var warning: Diagnostic
    }

    /// A curve that takes less than this share of the axis is flat.
    private static let flatShare = 0.12

    func flatCurves(_ contents: [PanelContent]) -> [FlatCurve] {
        contents.flatMap { content -> [FlatCurve] in
            guard content.losses.count > 1 else { return [] }
            let axis = content.yRange.upperBound - content.yRange.lowerBound
            return zip(content.losses.map(\.loss), content.curves).compactMap { loss, curve in
                guard let range = curve.range, range.overlaps(content.yRange) else { return nil }
                let share = (range.upperBound - range.lowerBound) / axis
                guard share < FigureComposer.flatShare else { return nil }
                let percent = DecimalLabel.text(max(share * 100, 1e-9), significant: share < 0.1 ? 1 : 2)
                return FlatCurve(
                    note: wording.flatNote(loss, percent: percent),
                    warning: Diagnostic(
                        "\(loss) spans only \(percent)% of the y axis and looks flat",
                        hint: "--panels gives each loss its own axis"))
            }
        }
    }

    private func description(_ contents: [PanelContent]) -> String {
        let sentences = contents.flatMap { content in
            zip(content.losses.map(\.loss), content.curves).compactMap { loss, curve -> String? in
                guard let range = curve.range, let lowest = curve.lowest else { return nil }
                return wording.description(
                    of: loss, order: content.order, lowest: (lowest.x, lowest.value), highest: range.upperBound,
                    theta: plan.theta)
            }
        }
        return (sentences + [wording.dataNote(plan.data, name: data.name, count: data.count) + "."])
            .joined(separator: plan.language == .chinese ? "" : " ")
    }
}

extension Plan.ThemeName {
    var theme: Theme {
        switch self {
        case .graphpaper: .graphpaper
        case .graphpaperDark: .graphpaperDark
        case .paper: .paper
        }
    }
}
