import Descent
import Figures
import Typography

/// What a descent is drawn over, as the figure calls it.
struct DescentStage {
    /// J or f.
    var function: String
    /// Of θ or x, or of both parameters.
    var windows: [ClosedRange<Double>]
    /// Of the losses or formulas, in their order, as they stand before what is said of them.
    var names: [RichText]

    var isPlane: Bool { windows.count == 2 }
}

/// The paths of a descent as marks and sentences.
struct DescentDrawing {
    let plan: DescentPlan?
    let runs: [DescentRun]
    let wording: Wording
    let stage: DescentStage
    /// A line for each loss or formula, with all facts; that of a single one begins with the method.
    let lines: [RichText]

    /// - Throws: `Diagnostic` when a line cannot be set.
    init(_ plan: DescentPlan?, runs: [DescentRun], wording: Wording, stage: DescentStage) throws {
        (self.plan, self.runs, self.wording, self.stage) = (plan, runs, wording, stage)
        lines = try DescentDrawing.lines(plan, runs, wording, stage, beside: .none)
    }

    /// The lines for under a drawing.
    ///
    /// - Parameter labels: what that says, and they need not.
    /// - Throws: `Diagnostic` when a line cannot be set.
    func lines(beside labels: DescentLabels) throws -> [RichText] {
        try DescentDrawing.lines(plan, runs, wording, stage, beside: labels)
    }

    private static func lines(
        _ plan: DescentPlan?, _ runs: [DescentRun], _ wording: Wording, _ stage: DescentStage,
        beside labels: DescentLabels
    ) throws -> [RichText] {
        guard let plan else { return [] }
        let subjects = Set(runs.map(\.subject)).sorted()
        return try subjects.map { subject in
            let name =
                subjects.count > 1
                ? stage.names[subject] : RichText(verbatim: wording.method(plan, stage))
            return try wording.descents(
                runs.filter { $0.subject == subject }, of: name, stage, beside: labels)
        }
    }

    /// The method, where the lines do not say it.
    var notes: [String] {
        guard let plan, Set(runs.map(\.subject)).count > 1 else { return [] }
        return [wording.method(plan, stage)]
    }

    /// Those of one curve, each in a colour that no curve has, while there are some.
    ///
    /// - Parameter count: of the figure's curves.
    func marks(onCurve subject: Int, id: String, among count: Int) -> [Mark] {
        runs.filter { $0.subject == subject }.map { run in
            let points = run.path.points.filter(\.value.isFinite).map {
                DataPoint(x: $0.position[0], y: $0.value)
            }
            return mark(
                run, id: id, form: .hops, points: points,
                styleIndex: DescentDrawing.style(of: run.index, besides: count))
        }.compactMap { $0 }
    }

    /// Of the cycle's colours those that no curve has, in turn.
    private static func style(of index: Int, besides curves: Int) -> Int {
        let colors = Theme.dashes.count
        return curves < colors ? curves + index % (colors - curves) : index % colors
    }

    /// Those over a plane. The colours come from the cycle's other end: its first ones are those of the levels' lines and
    /// of the region where the function is not convex.
    func marksOverContours(in theme: Presentation.ThemeName) -> [Mark] {
        let styles = theme == .paper ? [5, 1] : [5, 4]
        return runs.map { run in
            mark(
                run, id: "path", form: .straight, points: run.vertices.map { DataPoint(x: $0.x, y: $0.y) },
                styleIndex: styles[run.index % styles.count])
        }.compactMap { $0 }
    }

    private func mark(
        _ run: DescentRun, id: String, form: PathMark.Form, points: [DataPoint], styleIndex: Int
    ) -> Mark? {
        guard !points.isEmpty else { return nil }
        let place = RichText(verbatim: wording.start(of: run))
        let steps = run.path.steps > 0 ? RichText(verbatim: wording.steps(run.path.steps)) : nil
        return .path(
            PathMark(
                id: "\(id)-descent\(run.index)", styleIndex: styleIndex, form: form, points: points,
                startLabel: stage.isPlane ? place : wording.startLabel(of: run, stage),
                endLabel: stage.isPlane ? steps : nil,
                title: wording.from(run)))
    }
}
