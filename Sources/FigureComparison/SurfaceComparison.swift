import Figures
import LossPlots

/// A surface in three dimensions by its heights.
struct SurfaceComparison {
    private(set) var found = ToldPart()

    /// - Parameter names: of the new figure's variables.
    init(_ old: ResolvedFigure?, _ new: ResolvedFigure?, names: (x: String, y: String)) {
        guard case .contour(let old)? = old, case .contour(let new)? = new, let a = old.mesh, let b = new.mesh else {
            return
        }
        // The box, its numbers and every shape on the page follow the view, the windows and the heights.
        if a != b || old.plan.space != new.plan.space { found.told = [.surface] }
        guard a.xs == b.xs, a.ys == b.ys else { return }
        var worst: (index: Int, change: Double)?
        var lost = 0
        var added = 0
        for (index, (before, after)) in zip(a.values, b.values).enumerated() {
            if before.isFinite != after.isFinite {
                if before.isFinite { lost += 1 } else { added += 1 }
            } else if before.isFinite, abs(after - before) > abs(worst?.change ?? 0) {
                worst = (index, after - before)
            }
        }
        let height = b.values.filter(\.isFinite).map(abs).max() ?? 0
        if let (index, change) = worst, abs(change) > 1e-12 * height {
            let (x, y) = (b.xs[index % b.xs.count], b.ys[index / b.xs.count])
            found.changes.append(
                FigureChange(
                    .shape, "surface",
                    "surface: up to \(Words.rounded(abs(change))) \(change > 0 ? "higher" : "lower") at (\(names.x), \(names.y)) = "
                        + "(\(Words.text(x, significant: 3)), \(Words.text(y, significant: 3))), "
                        + "\(Words.text(a.values[index], significant: 4)) → \(Words.text(b.values[index], significant: 4))",
                    size: abs(change), unit: "height"))
        }
        for (count, verb) in [(lost, "lost"), (added, "added")] where count > 0 {
            found.changes.append(
                FigureChange(
                    .shape, "surface", "surface: \(count) point\(count == 1 ? "" : "s") of its grid \(verb)",
                    size: Double(count), unit: count == 1 ? "point" : "points"))
        }
    }
}
