import LossPlots

/// What is proved of each loss and formula that both figures show, where it is not the same.
enum VerdictComparison {
    static func changes(_ old: ComparedPlan, _ new: ComparedPlan) -> [FigureChange] {
        guard let a = try? old.plan.factSubjects, let b = try? new.plan.factSubjects, let before = old.resolved,
            let after = new.resolved
        else { return [] }
        var (facts, otherFacts) = (FigureFacts(before), FigureFacts(after))
        return a.compactMap { subject in
            // A formula is the same one by what it says, not by where it stands.
            guard let other = b.first(where: { $0.name == subject.name }) else { return nil }
            // Of some figures nothing can be proved: there is nothing to compare then.
            guard
                case .word(let from)? = try? facts.fact(Quantity(subject: subject.subject, feature: .verdict)),
                case .word(let to)? = try? otherFacts.fact(Quantity(subject: other.subject, feature: .verdict)),
                from != to
            else { return nil }
            return FigureChange(
                .verdict, subject.name, "verdict of \(subject.name): \(from) → \(to)")
        }
    }
}
