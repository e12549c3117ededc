import Figures
import Scenes

/// The parts of a plan that decide what is computed, apart from how it is said and coloured.
struct ComputedParts<Plan: FigurePlan & Equatable>: Equatable {
    private let plan: Plan

    init(_ plan: Plan) {
        var plan = plan.withoutNames
        plan.presentation = Presentation(
            title: "", subtitle: "", xLabel: "", yLabel: "", caption: "", language: .english,
            theme: plan.presentation.theme == .paper ? .paper : .graphpaper, extent: .standard, scale: 1)
        self.plan = plan
    }
}
