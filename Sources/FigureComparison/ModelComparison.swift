import Diagnostics
import Figures
import LossPlots
import Typography

/// Two plans and what this program draws from them.
struct ModelComparison {
    let old: ComparedPlan
    let new: ComparedPlan
    let tolerances: ChangeTolerances
    /// Nil where the data are missing, or nothing can be drawn.
    let oldFigure: DrawnFigure?
    let newFigure: DrawnFigure?
    let oldPage: DrawnPage?
    let newPage: DrawnPage?
    private let isSamePlan: Bool

    init(old: ComparedPlan, new: ComparedPlan, tolerances: ChangeTolerances, fonts: FontBook) {
        self.old = old
        self.new = new
        self.tolerances = tolerances
        isSamePlan = old.embedded.planText == new.embedded.planText
        newFigure = new.drawn(fonts)
        oldFigure = isSamePlan ? newFigure : old.drawn(fonts)
        newPage = newFigure.map { DrawnPage($0.plot) }
        oldPage = isSamePlan ? newPage : oldFigure.map { DrawnPage($0.plot) }
    }

    /// - Parameter notes: what could not be compared is added here.
    func changes(notes: inout [String]) throws -> [FigureChange] {
        for plan in [old, new] {
            if let reason = plan.failure { notes.append("\(plan.embedded.file): \(reason)") }
        }
        if isSamePlan { return [] }
        var changes = try PlanComparison(old: old.plan, new: new.plan).changes()
        changes += VerdictComparison.changes(old, new)
        guard let oldPage, let newPage else { return changes }
        var scenes = SceneComparison(old: oldPage, new: newPage, tolerances: tolerances)
        // Every colour follows from these.
        scenes.comparesStyles =
            old.plan.presentation.theme == new.plan.presentation.theme
            && (old.plan as? ContourPlan)?.colors == (new.plan as? ContourPlan)?.colors
        scenes.silent = silentRoles
        for part in [
            BarsComparison(old.plan, new.plan).found, LevelComparison(oldPage, newPage, tolerances).found,
            SurfaceComparison(old.resolved, new.resolved, names: newPage.names).found,
            DescentComparison(old.resolved, new.resolved, window: newPage.windows.first, tolerances).found,
        ] {
            changes += part.changes
            scenes.silent.formUnion(part.told)
        }
        // What the plan says changed in so many words is not said again.
        let drawn = scenes.changes().filter { change in !changes.contains { $0.location == change.location } }
        return changes + drawn
    }

    private func axisNames(_ page: DrawnPage?) -> [String] {
        (page?.scene.layers ?? []).filter { [.axisNames, .xName].contains(GroupRole($0.id, panels: 1).kind) }
            .flatMap(\.texts).map(\.text).sorted()
    }

    /// Texts whose change the plan has told.
    private var silentRoles: Set<GroupRole.Kind> {
        let (a, b) = (old.plan.presentation, new.plan.presentation)
        var roles: Set<GroupRole.Kind> = []
        if a.title != b.title || a.subtitle != b.subtitle { roles.insert(.title) }
        if a.xLabel != b.xLabel || a.yLabel != b.yLabel { roles.formUnion([.axisNames, .xName]) }
        // Another theme puts the same names elsewhere.
        if axisNames(oldPage) == axisNames(newPage), a.theme != b.theme { roles.formUnion([.axisNames, .xName]) }
        return roles
    }
}

/// A plan with its data at hand, as far as they could be found.
struct ComparedPlan {
    let embedded: EmbeddedFigure
    let resolved: ResolvedFigure?
    /// Why it could not be drawn again.
    let failure: String?
    private let memory: VariantMemory

    var plan: any ReadablePlan { embedded.plan }

    init(embedded: EmbeddedFigure, memory: VariantMemory, table: (String) throws -> [UInt8]) {
        self.embedded = embedded
        self.memory = memory
        do {
            resolved = try embedded.resolved(reading: table)
            failure = nil
        } catch {
            resolved = nil
            failure = "\((error as? Diagnostic)?.message ?? "\(error)"); only its plan was compared"
        }
    }

    /// Everything positioned; what has been sampled for one figure serves the other, where it is the same.
    func drawn(_ fonts: FontBook) -> DrawnFigure? {
        // A plan that resolves and cannot be drawn is one whose figure could not have been drawn.
        try? resolved?.drawn(with: fonts, memory: memory)
    }
}
