import Certificates
import CurveSampling
import Diagnostics
import Figures
import Losses
import Scenes
import Typography

/// Turns level sets into a figure: names, notes, marks.
struct ContourComposer {
    let plan: ContourPlan
    let wording: Wording
    private let data: Dataset
    private let subject: SurfaceSubject
    private let certificate: PlaneCertificate?
    private let descents: DescentDrawing
    private var descentLines: DescentLines
    private let verdicts: [RichText]
    private let texts: PresentedTexts
    private let mesh: SurfaceMesh?
    private let zLabel: RichText?
    /// Whether the figure says that it is not drawn all over the window.
    private var tellsUntraced = false
    /// Of the function in the window, as far as it is known; nil where it has none.
    private let values: ClosedRange<Double>?

    /// - Throws: `Diagnostic` when a label cannot be set.
    init(_ resolved: ResolvedContourPlan, subject: SurfaceSubject) throws {
        plan = resolved.plan
        data = resolved.data
        certificate = resolved.certificate
        mesh = resolved.mesh
        self.subject = subject
        wording = Wording(language: plan.presentation.language)
        self.descents = try DescentDrawing(
            plan.descent, runs: resolved.descents, wording: wording,
            stage: DescentStage(
                function: subject.isObjective ? "J" : "f", windows: [plan.x, plan.y],
                names: [RichText(verbatim: subject.name)]))
        texts = try PresentedTexts(plan.presentation)
        // In space paths have no labels.
        descentLines = try DescentLines(
            descents,
            beside: DescentLabels(
                tellsSteps: plan.kind != .surface,
                tellsMinima: plan.marks.contains(.minima) && certificate.map(wording.namesAllMinima) ?? false))
        verdicts = try ContourComposer.verdicts(plan, certificate, wording)
        zLabel = try LabelText.parsed(plan.space?.zLabel ?? "", "z label", about: Setting(.zLabel))
        let values = subject.values(on: data, x: plan.x, y: plan.y)
        self.values = values.min().flatMap { low in values.max().map { low...$0 } }
    }

    /// As ``DescentLines/tell(whatIsNotIn:of:)``.
    mutating func tell(whatIsNotIn scene: Scene, of figure: Figure) throws -> Bool {
        try descentLines.tell(whatIsNotIn: scene, of: figure)
    }

    /// From now on the figure says that lines are missing, where they are.
    ///
    /// - Returns: whether that is news, and the figure is to be drawn again.
    mutating func tell(whatIsNotTracedOf sets: [LevelSet]) -> Bool {
        if tellsUntraced || !sets.contains(where: \.isStarved) { return false }
        tellsUntraced = true
        return true
    }

    func figure(_ marks: [Mark]) -> Figure {
        let panel = Panel(id: "panel0", x: plan.x, y: plan.y, xLabel: texts.xLabel, yLabel: texts.yLabel, marks: marks)
        var figure = Figure(
            plan, texts, panels: plan.kind == .surface ? [] : [panel], space: space(marks),
            verdicts: verdicts + descentLines.lines,
            notes: notes.map { RichText(verbatim: $0) }, description: description)
        if plan.fill, plan.kind != .surface {
            figure.theme = figure.theme.aroundPaint
            figure.colorBar = ColorBar(
                levels: plan.levels, colors: plan.colors.colormap, label: quantity, values: values)
        }
        return figure
    }

    /// What the levels are values of.
    private var quantity: RichText? {
        if case .grid(let subject) = subject, let name = subject.names?.value, name.count > 1 {
            return RichText(verbatim: name)
        }
        return try? RichText(subject.isObjective ? "$J$" : "$f$")
    }

    /// The surface, with the marks on its floor.
    private func space(_ marks: [Mark]) -> Space? {
        guard let space = plan.space, let mesh else { return nil }
        // Level by level, as the lines have them, so that the colours tell apart what is close together in a valley.
        var stops = [space.z.lowerBound, space.z.upperBound]
        if plan.levels.count > 3 {
            let (levels, last) = (plan.levels, plan.levels.count - 1)
            stops =
                [min(stops[0], 2 * levels[0] - levels[1])] + levels
                + [max(stops[1], 2 * levels[last] - levels[last - 1])]
        }
        var result = Space(
            id: "space0", mesh: mesh, z: space.z, view: space.view, xLabel: texts.xLabel, yLabel: texts.yLabel,
            zLabel: zLabel, colors: HeightColors(stops: stops, colormap: plan.colors.colormap))
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
    func marks(of sets: [LevelSet], fill: ContourMark.Fill?, region: ConcaveRegion?) -> [Mark] {
        var marks: [Mark] = []
        // The verdict says what hatching means, legibly.
        let namesRegion = !plan.fill || !plan.marks.contains(.verdict)
        if let region {
            marks.append(
                .region(
                    RegionMark(
                        id: "concave", label: namesRegion ? RichText(verbatim: wording.notConvexHere) : nil,
                        styleIndex: 0,
                        outlines: region.outlines, edges: region.edges, isOverPaint: plan.fill)))
        }
        marks.append(.contour(ContourMark(id: plan.name, sets, colors: plan.colors.colormap, fill: fill)))
        if plan.marks.contains(.minima), let minima = certificate?.minima, !minima.isEmpty {
            let points = minima.map { DataPoint(x: $0.w.middle, y: $0.b.middle) }
            marks.append(.points(PointsMark(id: "minima", styleIndex: 0, relativeSize: 0.9, points: points)))
        }
        return marks + descents.marksOverContours(in: plan.presentation.theme)
    }

    /// Whether a region is marked, by hatching over paint.
    private static func marksRegion(_ plan: ContourPlan, _ certificate: PlaneCertificate?) -> Bool {
        plan.marks.contains(.concave) && certificate?.regions.notSemidefinite.isEmpty == false
    }

    /// What is proved, a line each.
    private static func verdicts(
        _ plan: ContourPlan, _ certificate: PlaneCertificate?, _ wording: Wording
    ) throws -> [RichText] {
        guard let certificate else { return [] }
        var claims: [String] = []
        if plan.marks.contains(.verdict) {
            claims.append(
                wording.verdict(certificate, hatched: marksRegion(plan, certificate) && plan.fill))
        }
        if plan.marks.contains(.minima) { claims += wording.minima(certificate) }
        return try claims.map { try RichText($0) }
    }

    private var notes: [String] {
        if let grid = plan.grid { return [wording.gridNote(grid)] }
        let untraced =
            tellsUntraced ? [wording.untracedNote(isPainted: plan.fill && plan.kind != .surface)] : []
        return untraced
            + (plan.data == .none ? [] : [wording.dataNote(plan.data, name: data.name, count: data.count)])
    }

    private var description: String {
        if let alternative = plan.presentation.alternative { return alternative }
        let name: String =
            switch subject {
            case .loss(let loss): wording.label(of: loss.loss)
            case .formula(let expression): expression.source
            case .grid(let subject): subject.name
            }
        var sentences = [
            wording.contourDescription(
                of: name, plan: plan, variables: subject.variables, levels: plan.levels, values: values)
        ]
        if let space = plan.space, let mesh {
            sentences.insert(wording.surfaceDescription(of: name, space: space, values: mesh.values), at: 0)
        }
        return plan.presentation.joined(
            sentences
                + (ContourComposer.marksRegion(plan, certificate) ? [wording.marksRegion(hatched: plan.fill)] : [])
                + verdicts.map(wording.sentence) + descents.lines.map(Wording.plain) + notes.map(wording.sentence))
    }
}
