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
    private let descents: DescentDrawing
    private let texts: PresentedTexts
    private let mesh: SurfaceMesh?
    private let zLabel: RichText?

    /// - Throws: `Diagnostic` when a label cannot be set.
    init(_ resolved: ResolvedContourPlan, subject: SurfaceSubject) throws {
        plan = resolved.plan
        data = resolved.data
        certificate = resolved.certificate
        mesh = resolved.mesh
        self.subject = subject
        wording = Wording(language: plan.presentation.language)
        self.descents = DescentDrawing(
            plan.descent, runs: resolved.descents, wording: wording,
            stage: DescentStage(
                function: subject.isObjective ? "J" : "f", windows: [plan.x, plan.y], names: [subject.name]))
        texts = try PresentedTexts(plan.presentation)
        zLabel = try LabelText.parsed(plan.space?.zLabel ?? "", "z label")
    }

    func figure(_ marks: [Mark]) -> Figure {
        let panel = Panel(id: "panel0", x: plan.x, y: plan.y, xLabel: texts.xLabel, yLabel: texts.yLabel, marks: marks)
        return Figure(
            plan, texts, panels: plan.kind == .surface ? [] : [panel], space: space(marks),
            verdicts: verdicts.map { RichText(verbatim: $0) } + descents.lines,
            notes: notes.map { RichText(verbatim: $0) }, description: description)
    }

    /// The surface, with the marks on its floor.
    private func space(_ marks: [Mark]) -> Space? {
        guard let space = plan.space, let mesh else { return nil }
        // Level by level, as the lines have them, so that the colours tell apart what is close together in a valley.
        let inner = plan.levels.filter { space.z.lowerBound < $0 && $0 < space.z.upperBound }
        let stops = [space.z.lowerBound] + (inner.count > 3 ? inner : []) + [space.z.upperBound]
        var result = Space(
            id: "space0", mesh: mesh, z: space.z, view: space.view, xLabel: texts.xLabel, yLabel: texts.yLabel,
            zLabel: zLabel, colors: HeightColors(stops: stops))
        for mark in marks {
            switch mark {
            case .contour(let contours): result.contours = contours
            case .region(let region): result.region = region
            case .points(let points): result.points = points
            case .path(let path):
                result.paths.append(
                    SurfacePath(id: path.id, styleIndex: path.styleIndex, vertices: path.points))
            default: break
            }
        }
        return result
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
        return marks + descents.marksOverContours(in: plan.presentation.theme)
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
        let variables = subject.isObjective ? ("w", "b") : ("x", "y")
        var sentences = [wording.contourDescription(of: name, plan: plan, variables: variables, levels: plan.levels)]
        if let space = plan.space, let mesh {
            sentences.insert(wording.surfaceDescription(of: name, space: space, values: mesh.values), at: 0)
        }
        return plan.presentation.joined(
            sentences + verdicts.map { $0 + wording.pick(".", "。") } + descents.lines.map(\.plainText)
                + notes.map { $0 + wording.pick(".", "。") })
    }
}
