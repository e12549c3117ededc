import Diagnostics
import FigureComparison

/// What `lossplot check` and `lossplot accept` print.
enum CheckReport {
    /// Every finding with the files it is true of, one line each.
    static func text(of findings: [FigureCheck.Finding]) -> [String] {
        findings.flatMap { finding in
            let paths = finding.outputs.map { Diagnostic.visible($0.path) }.joined(separator: ", ")
            let spec = finding.outputs[0].spec.map { " (\(Diagnostic.visible($0)))" } ?? ""
            let color: DifferenceReport.Color = finding.result == "drift" ? .yellow : .red
            return ["\(paths)\(spec): \(DifferenceReport.painted(finding.result, color))"]
                + finding.lines.map { "  \($0)" }
        }
    }

    static func text(of check: FigureCheck) -> String {
        let lines =
            text(of: check.findings) + check.notes.map { "note: \(Diagnostic.visible($0))" } + [check.summary]
        return lines.map { $0 + "\n" }.joined()
    }

    // MARK: A page

    /// The committed figures as the old ones, what the specs give now as the new ones.
    static func page(of check: FigureCheck) -> ReportPage {
        let drawn = Set(check.outputs.compactMap(\.spec))
        let unread = check.failures.filter { !drawn.contains($0.spec) }.map {
            ReportPage.Entry(name: $0.spec, outcome: .error, words: [$0.diagnostic.description])
        }
        let files = check.outputs.map { output in
            var entry = ReportPage.Entry(name: output.path, outcome: .same, words: [])
            switch output.outcome {
            case .compared(let difference):
                // The gallery's page is no image.
                let new = output.shown.old == nil ? nil : output.drawn
                entry =
                    FigureFinding(
                        path: output.path, difference: difference, old: output.shown.old, new: new,
                        changes: output.shown.changes
                    ).reported
            case .missing: (entry.outcome, entry.new) = (.missing, output.drawn)
            case .orphan: (entry.outcome, entry.old) = (.orphan, output.shown.old)
            case .unreadable(let diagnostic), .undrawn(let diagnostic):
                (entry.outcome, entry.words) = (.error, [diagnostic.description])
            }
            return entry
        }
        return ReportPage(
            title: "Figures of \(check.directory)", oldName: check.figuresDirectory, newName: "what the specs give",
            entries: unread + files)
    }

    // MARK: JSON

    private struct Entry: Encodable {
        /// Of the output; not there for a spec that cannot be read, whose outputs nobody knows.
        var path: String?
        var spec: String?
        var result: String
        var changes: [FigureChange] = []
        var notes: [String] = []
        var pixels: FigureDifference.Pixels?
        var error: String?
    }

    /// An array with an object for every file, and one for every spec that cannot be read.
    static func json(of check: FigureCheck) throws -> String {
        let drawn = Set(check.outputs.compactMap(\.spec))
        let unread = check.failures.filter { !drawn.contains($0.spec) }.map {
            Entry(spec: $0.spec, result: "error", error: $0.diagnostic.description)
        }
        let files = check.outputs.map { output in
            var entry = Entry(path: output.path, spec: output.spec, result: output.result)
            switch output.outcome {
            case .compared(let difference):
                entry.changes = difference.changes
                entry.notes = difference.notes
                entry.pixels = difference.pixels
            case .missing, .orphan: break
            case .unreadable(let diagnostic), .undrawn(let diagnostic): entry.error = diagnostic.description
            }
            return entry
        }
        return "[" + (try (unread + files).map(SortedJSON.text(of:))).joined(separator: ",\n") + "]\n"
    }
}
