import LossPlots

// Parts of plans that are told as a whole.

extension PlanComparison {
    /// A descent that one of the plans has alone; nil where it is told key by key, or is in none.
    func descentChange() -> FigureChange? {
        let (a, b) = (PlanComparison.descent(old), PlanComparison.descent(new))
        guard let descent = a ?? b, a == nil || b == nil else { return nil }
        let starts = descent.starts.map { start in
            start.count == 1 ? Words.number(start[0]) : "(\(start.map(Words.number).joined(separator: ", ")))"
        }
        return FigureChange(
            .option, "descent",
            "\(descent.settings.method.name.rawValue) descent from \(starts.joined(separator: ", ")) \(a == nil ? "added" : "removed")",
            about: .descent)
    }

    private static func descent(_ plan: any ReadablePlan) -> DescentPlan? {
        (plan as? Plan)?.descent ?? (plan as? ContourPlan)?.descent
    }

    /// Predictions by their place: which are given other probabilities, or another name.
    func predictionChanges() -> [FigureChange] {
        guard let a = PlanComparison.predictions(old), let b = PlanComparison.predictions(new) else { return [] }
        func change(_ index: Int, _ what: String) -> FigureChange {
            FigureChange(
                .subject, "prediction \(index + 1)", "prediction \(index + 1) \(what)", about: .predictions)
        }
        var changes: [FigureChange] = []
        for (index, (before, after)) in zip(a, b).enumerated() {
            if before.probabilities != after.probabilities {
                changes.append(change(index, "changed from \(before.probabilities) to \(after.probabilities)"))
            }
            if before.name != after.name {
                func shown(_ name: String?) -> String { name.map { "'\($0)'" } ?? "none" }
                changes.append(change(index, "changed its name from \(shown(before.name)) to \(shown(after.name))"))
            }
        }
        for index in b.count..<max(a.count, b.count) { changes.append(change(index, "\(a[index].probabilities) lost")) }
        for index in a.count..<max(a.count, b.count) {
            changes.append(change(index, "\(b[index].probabilities) added"))
        }
        return changes
    }

    private static func predictions(_ plan: any ReadablePlan) -> [NamedDistribution]? {
        (plan as? BarsPlan)?.predictions ?? (plan as? SimplexPlan)?.predictions
    }
}
