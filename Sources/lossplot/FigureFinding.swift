import FigureComparison

/// What the comparison of one figure has found, with what a page shows of it.
struct FigureFinding: Sendable {
    /// In a tree, or the name of the figure.
    var path: String
    var difference: FigureDifference
    /// Nil where there is none, and where it is not to be shown.
    var old: [UInt8]?
    var new: [UInt8]?
    /// A PNG of the pixels that differ.
    var changes: [UInt8]?

    var reported: ReportPage.Entry {
        let outcome: ReportPage.Outcome =
            switch difference.result {
            case .same: .same
            case .drift: .drift
            case .different where old == nil && new != nil: .added
            case .different where new == nil && old != nil: .lost
            case .different: .different
            }
        return ReportPage.Entry(
            name: path, outcome: outcome, words: DifferenceReport.words(of: difference), old: old, new: new,
            changes: changes)
    }
}
