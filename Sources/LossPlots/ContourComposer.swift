import Certificates
import CurveSampling
import Diagnostics
import Figures
import Losses
import Typography

/// Turns level sets into a figure: names, notes, marks.
struct ContourComposer {
    let plan: ContourPlan
    let wording: Wording
    private let data: Dataset
    private let subject: SurfaceSubject
    private let certificate: PlaneCertificate?
    private let texts: PresentedTexts

    /// - Throws: `Diagnostic` when a label cannot be set.
    init(plan: ContourPlan, data: Dataset, subject: SurfaceSubject, certificate: PlaneCertificate?) throws {
        self.plan = plan
        self.data = data
        self.subject = subject
        self.certificate = certificate
        wording = Wording(language: plan.presentation.language)
        texts = try PresentedTexts(plan.presentation)
    }

    func figure(_ marks: [Mark]) -> Figure {
        let panel = Panel(id: "panel0", x: plan.x, y: plan.y, xLabel: texts.xLabel, yLabel: texts.yLabel, marks: marks)
        return Figure(
            plan, texts, panels: [panel], verdicts: verdicts.map { RichText(verbatim: $0) },
            notes: notes.map { RichText(verbatim: $0) }, description: description)
    }

    /// The region first, under the lines, and the minima over them.
    func marks(of sets: [LevelSet], region: ConcaveRegion?) -> [Mark] {
        var marks: [Mark] = []
        if let region {
            marks.append(
                .region(
                    RegionMark(
                        id: "concave", label: RichText(verbatim: wording.notConvexHere), styleIndex: 0,
                        outlines: region.outlines, edges: region.edges)))
        }
        marks.append(.contour(contour(sets)))
        if plan.marks.contains(.minima), let minima = certificate?.minima, !minima.isEmpty {
            let points = minima.map { DataPoint(x: $0.w.middle, y: $0.b.middle) }
            marks.append(.points(PointsMark(id: "minima", styleIndex: 0, relativeSize: 0.9, points: points)))
        }
        return marks
    }

    private func contour(_ sets: [LevelSet]) -> ContourMark {
        let last = Double(max(sets.count - 1, 1))
        let levels = sets.enumerated().map { index, set in
            ContourMark.Level(
                label: RichText(verbatim: DecimalLabel.text(set.level, significant: 6)),
                position: Double(index) / last,
                lines: set.lines.map { line in line.map { DataPoint(x: $0.x, y: $0.y) } })
        }
        return ContourMark(id: plan.name, levels: levels)
    }

    private var verdicts: [String] {
        guard let certificate else { return [] }
        var claims: [String] = []
        if plan.marks.contains(.verdict) { claims.append(wording.verdict(certificate)) }
        if plan.marks.contains(.minima) { claims += wording.minima(certificate) }
        return claims
    }

    private var notes: [String] {
        plan.data == .none ? [] : [wording.dataNote(plan.data, name: data.name, count: data.count)]
    }

    private var description: String {
        if let alternative = plan.presentation.alternative { return alternative }
        let name: String =
            switch subject {
            case .loss(let loss): wording.label(of: loss.loss)
            case .formula(let expression): expression.source
            }
        let sentence = wording.contourDescription(
            of: name, plan: plan, variables: subject.isObjective ? ("w", "b") : ("x", "y"), levels: plan.levels)
        return plan.presentation.joined([sentence] + (verdicts + notes).map { $0 + wording.pick(".", "。") })
    }
}
