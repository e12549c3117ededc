import ArgumentParser
import Diagnostics
import Figures
import LossPlots
import Losses
import OutputFiles
import Specs

/// `lossplot list`: every name that can be used.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract:
            "List the losses, links, data sets, themes, colour maps and languages; schema prints that of spec files.")

    /// What there is to list.
    private enum Topic: String, CaseIterable {
        case losses, links, data, themes, colors, languages

        var lines: [String] {
            switch self {
            case .losses: LossTable.lines
            case .links: ["Links"] + Link.allCases.map { "  \($0.rawValue)" }
            case .data: ["Data sets", "  outlier  built in; --samples N chooses how many rows"]
            case .themes: ["Themes"] + Theme.all.map { "  \($0.name)" }
            case .colors: ["Colour maps"] + ColormapName.allCases.map { "  \($0.rawValue)" }
            case .languages: ["Languages"] + Presentation.Language.allCases.map { "  \($0.rawValue)" }
            }
        }
    }

    @Argument(
        help: ArgumentHelp(
            "losses, links, data, themes, colors, languages, or schema. (default: all but schema)", valueName: "topic"))
    var topic: String?

    func run() throws {
        // Not among the topics: it is for an editor, and alone.
        if topic == "schema" { return try OutputFiles.writeToStandardOutput(Array(FigureSchema.text.utf8)) }
        let topics = try topic.map { [try ListCommand.topic(named: $0)] } ?? Topic.allCases
        let text = topics.map { $0.lines.joined(separator: "\n") + "\n" }.joined(separator: "\n")
        try OutputFiles.writeToStandardOutput(Array(text.utf8))
    }

    private static func topic(named name: String) throws -> Topic {
        if let topic = Topic(rawValue: name) { return topic }
        let names = Topic.allCases.map(\.rawValue) + ["schema"]
        let meant = Suggestion.nearest(to: name, among: names).map { "did you mean '\($0)'?" }
        throw Diagnostic("there is no list of '\(name)'", hint: meant ?? "use \(names.joined(separator: ", "))")
    }
}

/// The losses with what is known of each, as a table of text.
private enum LossTable {
    static var lines: [String] {
        let header = ["name", "parameters", "link", "convex", "formula"]
        let rows = LossName.allCases.map { loss in
            [
                loss.rawValue,
                LossSpec(loss).parameters.map { "\($0.name)=\(LossParameter.text(of: $0.value))" }
                    .joined(separator: ","),
                loss.defaultLink.rawValue, loss.isConvex(under: loss.defaultLink) ? "yes" : "no", loss.plainFormula,
            ]
        }
        let widths = header.indices.map { column in ([header] + rows).map { $0[column].count }.max() ?? 0 }
        func line(_ cells: [String]) -> String {
            let padded = zip(cells, widths).map { cell, width in
                cell + String(repeating: " ", count: width - cell.count)
            }
            var text = "  " + padded.joined(separator: "  ")
            while text.last == " " { text.removeLast() }
            return text
        }
        let indent = String(repeating: " ", count: widths[0] + 4)
        let entries = zip(LossName.allCases, rows).flatMap { loss, row in
            let others = loss.links.dropFirst().map(\.rawValue)
            let links = others.isEmpty ? [] : ["--link \(others.joined(separator: " or "))"]
            let also = "also \(loss.aliases.joined(separator: ", "))"
            return [line(row), indent + (links + [also, loss.source]).joined(separator: "; ")]
        }
        return ["Losses"] + [line(header)] + entries + [
            "  z = θx is the logit, p = σ(z), t = 2y − 1, r = y − z; convex: in z, under the link shown.",
            "  ESL: Hastie, Tibshirani and Friedman, The Elements of Statistical Learning, 2nd ed.",
        ]
    }
}
