import ArgumentParser
import Diagnostics
import Glibc
import OutputFiles

/// `lossplot accept [DIR]`: the figures that the specs give become the committed ones.
struct AcceptCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "accept",
        abstract: "Take the figures that the specs give now as the committed ones.",
        discussion: """
            EXAMPLES:
              lossplot accept                             what 'lossplot check' finds different, in plots/figures/
              lossplot accept talks --prune               and remove figures that no spec in talks/ names

            What changes is said as by 'lossplot check'. Files are written all or none: where a spec fails or a file cannot
            be written, every old one stays. Drift is left alone unless --strict says otherwise.

            Exit codes: 0 done or up to date, 2 anything wrong.
            """)

    @Argument(help: ArgumentHelp("The directory of the specs. (default: plots)", valueName: "dir"))
    var directory = "plots"

    @Flag(help: "Remove figures that no spec names.")
    var prune = false

    @OptionGroup(title: "COMPARISON") var comparison: ComparisonOptions

    @Flag(name: .shortAndLong, help: "Print nothing but errors.")
    var quiet = false

    func run() throws {
        let check = try FigureCheck(of: directory, isQuiet: quiet, comparer: try comparison.comparer())
        guard check.failures.isEmpty else {
            check.failures.map(\.diagnostic).forEach(Report.error)
            throw Diagnostic(
                "nothing was written: \(AcceptCommand.count(check.failures.count, "spec")) failed",
                hint: "mend what is named above")
        }
        let stale = check.outputs.filter { $0.drawn != nil && isStale($0) }
        let orphans = check.outputs.filter { $0.result == "orphan" }
        for output in stale { try FigureCheck.refuseWhatWaits(output.path) }
        if !stale.isEmpty {
            try OutputFiles.createDirectory(check.figuresDirectory)
            try OutputFiles.write(stale.map { OutputFile(path: $0.path, bytes: $0.drawn ?? []) })
        }
        // Last: until the new figures are there, nothing may go.
        if prune { for orphan in orphans { try AcceptCommand.remove(orphan.path) } }
        if !quiet { try report(check, stale: stale, orphans: orphans) }
    }

    private func isStale(_ output: FigureCheck.Output) -> Bool {
        if case .unreadable = output.outcome { return true }
        return comparison.strict || FigureCheck.isDifferent(output, comparison)
    }

    private static func remove(_ path: String) throws {
        guard unlink(path) == 0 else {
            throw Diagnostic(
                "cannot remove '\(path)': \(String(cString: strerror(errno)))", hint: "the new figures are written")
        }
    }

    private func report(_ check: FigureCheck, stale: [FigureCheck.Output], orphans: [FigureCheck.Output]) throws {
        let written = Set(stale.map { Array($0.path.utf8) })
        let accepted = check.findings.compactMap { finding in
            var finding = finding
            finding.outputs.removeAll { !written.contains(Array($0.path.utf8)) }
            return finding.outputs.isEmpty ? nil : finding
        }
        var lines = CheckReport.text(of: accepted)
        for output in stale {
            guard case .unreadable(let diagnostic) = output.outcome else { continue }
            // The way out has just been taken, and the path is said.
            let why = Diagnostic(diagnostic.message, at: nil)
            lines.append("\(Diagnostic.visible(output.path)): replaced, what was there could not be compared: \(why)")
        }
        for orphan in orphans {
            let path = Diagnostic.visible(orphan.path)
            lines.append(prune ? "\(path): removed" : "\(path): no spec names it; remove it with --prune")
        }
        var parts: [String] = []
        if !stale.isEmpty { parts.append("\(AcceptCommand.count(stale.count, "file")) accepted") }
        if prune, !orphans.isEmpty { parts.append("\(AcceptCommand.count(orphans.count, "file")) removed") }
        let current = check.outputs.count - stale.count - orphans.count
        if current > 0 || parts.isEmpty { parts.append("\(AcceptCommand.count(current, "file")) up to date") }
        lines.append(parts.joined(separator: ", "))
        try OutputFiles.writeToStandardOutput(Array(lines.map { $0 + "\n" }.joined().utf8))
    }

    private static func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
}
