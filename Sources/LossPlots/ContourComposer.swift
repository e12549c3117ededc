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
        self.descents = DescentDrawing(
            plan.descent, runs: resolved.descents, wording: wording,
            stage: DescentStage(
                function: subject.isObjective ? "J" : "f", windows: [plan.x, plan.y], names: [subject.name]))
        texts = try PresentedTexts(plan.presentation)
        zLabel = try LabelText.parsed(plan.space?.zLabel ?? "", "z label", about: Setting(.zLabel))
        let values = subject.values(on: data, x: plan.x, y: plan.y)
        self.values = values.min().flatMap { low in values.max().map { low...$0 } }
    }

    func figure(_ marks: [Mark]) -> Figure {
        let panel = Panel(id: "panel0", x: plan.x, y: plan.y, xLabel: texts.xLabel, yLabel: texts.yLabel, marks: marks)
        var figure = Figure(
            plan, texts, panels: plan.kind == .surface ? [] : [panel], space: space(marks),
            verdicts: verdicts.map { RichText(verbatim: $0) } + descents.lines,
            notes: notes.map { RichText(verbatim: $0) }, description: description)
        if plan.fill, plan.kind != .surface {
            figure.theme = figure.theme.aroundPaint
            figure.colorBar = colorBar
        }
        return figure
    }

    /// A colour a band, and a number where two meet.
    private var colorBar: ColorBar {
        let count = plan.levels.count + 1
        let ticks = plan.levels.enumerated().map { index, level in
            ColorBar.Tick(place: Double(index + 1) / Double(count), label: ContourComposer.label(level))
        }
        return ColorBar(label: quantity, colors: plan.colors.colormap.bands(count), ticks: ticks)
    }

    private static func label(_ level: Double) -> RichText {
        RichText(verbatim: DecimalLabel.text(level, significant: 6))
    }

    /// What the levels are values of.
    private var quantity: RichText? {
        if case .grid(let subject) = subject, let name = subject.names?.value, name.count > 1 {
            return RichText(verbatim: name)
        }
        return try? RichText(subject.isObjective ? "$J$" : "$f$")
    }

    /// Nil where the bands of a level do not close.
    func fill(_ bands: LevelBands) -> ContourMark.Fill? {
        func points(_ region: ParityRegion) -> [[DataPoint]] {
            region.outlines.map { line in line.map { DataPoint(x: $0.x, y: $0.y) } }
        }
        let regions = bands.regions.compactMap { $0 }
        guard let domain = bands.domain, regions.count == bands.regions.count else { return nil }
        let boxes = UnresolvedBox.merged(bands.sets.flatMap(\.unresolved).filter { $0.reason == .budget })
        let unknown = boxes.map { box in
            [
                DataPoint(x: box.x.lowerBound, y: box.y.lowerBound),
                DataPoint(x: box.x.upperBound, y: box.y.lowerBound),
                DataPoint(x: box.x.upperBound, y: box.y.upperBound),
                DataPoint(x: box.x.lowerBound, y: box.y.upperBound),
            ]
        }
        return ContourMark.Fill(
            colors: plan.colors.colormap, domain: points(domain), regions: regions.map(points), unknown: unknown)
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
        if let region {
            marks.append(
                .region(
                    RegionMark(
                        id: "concave", label: RichText(verbatim: wording.notConvexHere), styleIndex: 0,
                        outlines: region.outlines, edges: region.edges, isHatched: fill != nil)))
        }
        marks.append(.contour(ContourMark(id: plan.name, sets, colors: plan.colors.colormap, fill: fill)))
        if plan.marks.contains(.minima), let minima = certificate?.minima, !minima.isEmpty {
            let points = minima.map { DataPoint(x: $0.w.middle, y: $0.b.middle) }
            marks.append(.points(PointsMark(id: "minima", styleIndex: 0, relativeSize: 0.9, points: points)))
        }
        return marks + descents.marksOverContours(in: plan.presentation.theme)
    }

    private var verdicts: [String] {
        guard let certificate else { return [] }
        var claims: [String] = []
        if plan.marks.contains(.verdict) { claims.append(wording.verdict(certificate)) }
        if plan.marks.contains(.minima) { claims += wording.minima(certificate) }
        return claims
    }

    private var notes: [String] {
        if let grid = plan.grid { return [wording.gridNote(grid)] }
        return plan.data == .none ? [] : [wording.dataNote(plan.data, name: data.name, count: data.count)]
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
            sentences + verdicts.map { $0 + wording.pick(".", "。") } + descents.lines.map(\.plainText)
                + notes.map { $0 + wording.pick(".", "。") })
    }
}
