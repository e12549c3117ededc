import LossPlots
import Losses

/// Bars by their values.
struct BarsComparison {
    private(set) var found = ToldPart()

    init(_ old: any ReadablePlan, _ new: any ReadablePlan) {
        guard let old = old as? BarsPlan, let new = new as? BarsPlan else { return }
        for loss in new.losses where old.losses.contains(loss) {
            guard let a = try? ClassLoss(loss, truth: old.truth), let b = try? ClassLoss(loss, truth: new.truth) else {
                continue
            }
            for (index, (before, after)) in zip(old.predictions, new.predictions).enumerated() {
                let (from, to) = (a.value(of: before.probabilities), b.value(of: after.probabilities))
                // Less than a figure tells apart.
                guard abs(to - from) > 1e-12 * max(abs(from), abs(to)) else { continue }
                let name = "bar \(loss) of prediction \(index + 1)"
                func words(_ value: Double) -> String { Words.text(value, significant: 4) }
                found.changes.append(
                    FigureChange(
                        .shape, name, "\(name): \(words(from)) → \(words(to))", size: abs(to - from), unit: "\(loss)"))
            }
        }
        // All bars of a panel share its scale, and their labels stand on them.
        if !found.changes.isEmpty || old.losses != new.losses || old.predictions != new.predictions {
            found.told = [.bars, .barLabels]
        }
    }
}
