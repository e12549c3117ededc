import Diagnostics
import FigureComparison

/// Workflow commands that show findings at the lines of a pull request.
///
/// The syntax and its escapes: GitHub's "Workflow commands for GitHub Actions" and `command.ts` of actions/toolkit.
enum GitHubAnnotations {
    /// One for each error, and one for each key of a spec whose change is found in figures: GitHub shows ten a step.
    static func text(of check: FigureCheck, options: ComparisonOptions) -> String {
        var lines = check.failures.map { failure in
            command(failure.diagnostic, file: failure.spec, title: "the figure cannot be drawn")
        }
        for output in check.outputs {
            guard case .unreadable(let diagnostic) = output.outcome else { continue }
            lines.append(command(diagnostic, file: output.path, title: "the figure cannot be compared"))
        }
        for finding in check.findings {
            guard FigureCheck.isDifferent(finding.outputs[0], options) else { continue }
            let paths = finding.outputs.map { Diagnostic.visible($0.path) }.joined(separator: ", ")
            for (place, words) in places(of: finding, in: check) {
                let message = ([paths] + words).joined(separator: "\n")
                lines.append(command(place, title: "figure \(finding.result)", message: message))
            }
        }
        return lines.map { $0 + "\n" }.joined()
    }

    /// The words of a finding by the keys that they are about. What is about none follows from what was changed, and
    /// stands with the first of these; where there is none, at the key that says what is drawn.
    private static func places(
        of finding: FigureCheck.Finding, in check: FigureCheck
    ) -> [(place: Diagnostic.Place, words: [String])] {
        // A file of no spec stands for itself.
        guard let spec = finding.outputs[0].spec, let places = check.places[spec] else {
            return [(Diagnostic.Place(file: finding.outputs[0].path), finding.lines)]
        }
        guard case .compared(let difference) = finding.outputs[0].outcome else {
            return [(places.figure, finding.lines)]
        }
        var found: [(place: Diagnostic.Place, words: [String])] = []
        var rest: [String] = []
        for change in difference.changes {
            let what = Diagnostic.visible(change.what)
            guard let place = change.setting.flatMap(places.key(of:)) else {
                rest.append(what)
                continue
            }
            if let index = found.firstIndex(where: { $0.place == place }) {
                found[index].words.append(what)
            } else {
                found.append((place, [what]))
            }
        }
        rest += difference.notes.map { "note: \(Diagnostic.visible($0))" }
        if found.isEmpty { return [(places.figure, rest)] }
        found[0].words += rest
        return found
    }

    private static func command(_ diagnostic: Diagnostic, file: String, title: String) -> String {
        var plain = diagnostic
        plain.place = nil
        return command(
            diagnostic.place ?? Diagnostic.Place(file: file), title: title, message: plain.description)
    }

    /// `::error file=…,line=…,col=…,title=…::message`
    static func command(_ place: Diagnostic.Place, title: String, message: String) -> String {
        var properties = ["file=\(property(place.file))"]
        if let line = place.line { properties.append("line=\(line)") }
        if let column = place.column { properties.append("col=\(column)") }
        properties.append("title=\(property(title))")
        return "::error \(properties.joined(separator: ","))::\(data(message))"
    }

    /// Scalar by scalar: a carriage return before a line feed is one character to String.
    private static func escaped(_ text: String, _ special: Set<UnicodeScalar>) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if special.contains(scalar) {
                let digits = String(scalar.value, radix: 16, uppercase: true)
                result += "%" + (digits.count == 1 ? "0" : "") + digits
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    private static func data(_ text: String) -> String { escaped(text, ["%", "\r", "\n"]) }

    private static func property(_ text: String) -> String { escaped(text, ["%", "\r", "\n", ":", ","]) }
}
