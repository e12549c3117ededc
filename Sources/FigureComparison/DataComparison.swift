import LossPlots
import Losses

/// What two plans' data hold otherwise, row by row where the samples travel with the figures.
struct DataComparison {
    let old: DataReference
    let new: DataReference

    /// More rows of a kind are only counted.
    private static let mostShown = 5

    func changes() -> [FigureChange] {
        if old == new { return [] }
        return found.map { change in
            var change = change
            change.setting = .data
            return change
        }
    }

    private var found: [FigureChange] {
        switch (old, new) {
        case (.outlier(let a), .outlier(let b)):
            return [
                FigureChange(
                    .data, "data", "built-in samples: \(a) → \(b)", size: DataComparison.distance(a, b), unit: "samples"
                )
            ]
        case (.inline(let a, let source), .inline(let b, let other)):
            return DataComparison.source(source, other) + DataComparison.rows(a, b)
        case (.external(let a, let sum, let source), .external(let b, let otherSum, let other)):
            var changes = DataComparison.source(source, other)
            if a != b {
                changes.append(
                    FigureChange(
                        .data, "data", "samples: \(a) → \(b)", size: DataComparison.distance(a, b), unit: "samples"))
            } else if sum != otherSum {
                changes.append(
                    FigureChange(
                        .data, "data", "the \(a) samples of '\(other.path)' changed: another SHA-256, \(otherSum)"))
            }
            return changes
        default:
            return [
                FigureChange(
                    .data, "data", "data changed from \(DataComparison.words(old)) to \(DataComparison.words(new))")
            ]
        }
    }

    /// As far as a double knows it: a count of a plan that no figure was drawn from may be any integer.
    private static func distance(_ a: Int, _ b: Int) -> Double { abs(Double(a) - Double(b)) }

    private static func words(_ data: DataReference) -> String {
        switch data {
        case .none: "none"
        case .outlier(let samples): "\(samples) built-in samples"
        case .inline(let dataset, let source): "\(dataset.count) samples of '\(source.path)'"
        case .external(let samples, _, let source): "\(samples) samples of '\(source.path)'"
        }
    }

    private static func source(
        _ old: DataReference.TableSource, _ new: DataReference.TableSource
    ) -> [FigureChange] {
        [("file", old.path, new.path), ("column x", old.x, new.x), ("column y", old.y, new.y)]
            .filter { $0.1 != $0.2 }
            .map { FigureChange(.data, "data", "\($0.0) of the data changed from '\($0.1)' to '\($0.2)'") }
    }

    /// Rows are counted from 1, the header aside.
    private static func rows(_ old: Dataset, _ new: Dataset) -> [FigureChange] {
        let (a, b) = (Array(zip(old.x, old.y)), Array(zip(new.x, new.y)))
        var changes: [FigureChange] = []
        if a.count == b.count {
            for (index, (before, after)) in zip(a, b).enumerated() {
                for (column, from, to) in [("x", before.0, after.0), ("y", before.1, after.1)] where from != to {
                    changes.append(
                        FigureChange(
                            .data, "row \(index + 1)", "data: row \(index + 1), \(column): \(from) → \(to)",
                            size: abs(to - from), unit: column))
                }
            }
        } else {
            // What both begin and end with is the same; between lie the rows that were lost and added.
            let head = zip(a, b).prefix { $0 == $1 }.count
            let tail = zip(a.dropFirst(head).reversed(), b.dropFirst(head).reversed()).prefix { $0 == $1 }.count
            func rows(_ rows: [(Double, Double)], _ verb: String) {
                for index in head..<(rows.count - tail) {
                    let (x, y) = rows[index]
                    changes.append(
                        FigureChange(
                            .data, "row \(index + 1)", "data: row \(index + 1), (\(x), \(y)), \(verb)", size: 1,
                            unit: "sample"))
                }
            }
            rows(a, "lost")
            rows(b, "added")
        }
        let hidden = changes.count - mostShown
        guard hidden > 1 else { return changes }
        return changes.prefix(mostShown) + [
            FigureChange(
                .data, "data", "data: and \(hidden) more changes of values or rows", size: Double(hidden),
                unit: "changes")
        ]
    }
}
