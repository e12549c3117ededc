import ArgumentParser
import Diagnostics
import Figures
import LossPlots
import Losses
import OutputFiles

/// `lossplot list`: every name that can be used.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the losses, links, data sets and themes.")

    func run() throws {
        var lines: [String] = ["Losses"]
        for loss in LossName.allCases {
            let links = loss.links.map(\.rawValue).joined(separator: ", ")
            lines.append("  \(loss.rawValue)  also \(loss.aliases.joined(separator: ", ")); link \(links)")
        }
        lines += ["Data sets", "  outlier  built in; --samples N chooses how many rows"]
        lines += ["Themes"] + Theme.all.map { "  \($0.name)" }
        lines += ["Languages"] + Plan.Language.allCases.map { "  \($0.rawValue)" }
        try OutputFiles.writeToStandardOutput(Array((lines.joined(separator: "\n") + "\n").utf8))
    }
}
