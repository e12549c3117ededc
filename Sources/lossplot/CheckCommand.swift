import ArgumentParser
import Diagnostics
import Glibc
import OutputFiles

/// `lossplot check [DIR]`: whether the committed figures are those that their specs give.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Draw the figures of all specs again, in memory, and say what is otherwise in the committed ones.",
        discussion: """
            EXAMPLES:
              lossplot check                              the specs in plots/ against plots/figures/
              lossplot check talks --junit report.xml     another directory, and a report for continuous integration
              lossplot check --report changes             and changes/index.html, a page that shows what differs
              lossplot check --json                       every file and its changes, for a program

            Equal bytes are equal figures; others are compared as 'lossplot diff' compares them, so that another renderer's
            drift is no difference unless --strict says so. Also told: a file that a spec names and that is not there, a
            figure in figures/ that no spec names, index.html if it is there and out of date, an assertion that fails.
            'lossplot accept' takes what is drawn now as the committed figures.

            Exit codes: 0 no difference, 1 a difference, 2 anything wrong, nothing to compare too.
            """)

    @Argument(help: ArgumentHelp("The directory of the specs. (default: plots)", valueName: "dir"))
    var directory = "plots"

    @OptionGroup(title: "COMPARISON") var comparison: ComparisonOptions

    @Flag(help: "Print an array with every file and its changes as JSON.")
    var json = false

    @Option(help: ArgumentHelp("Write a test report in JUnit's XML, too.", valueName: "file"))
    var junit: String?

    @Option(help: ArgumentHelp("Write DIR/index.html, a page that shows what differs.", valueName: "dir"))
    var report: String?

    @Flag(help: "Annotate the lines of a pull request on GitHub. (default: in GitHub Actions)")
    var annotations = false

    @Flag(name: .shortAndLong, help: "Print nothing but errors.")
    var quiet = false

    func run() throws {
        if junit == "-" {
            throw Diagnostic("--junit '-' is no file", hint: "name one, for example --junit report.xml")
        }
        let comparer = try comparison.comparer()
        if let junit { try OutputFiles.check([junit]) }
        let page = try report.map { try ReportFile(in: $0, beside: ("--junit", junit)) }
        let check = try FigureCheck(
            of: directory, isQuiet: quiet, isReported: page != nil, countsPixels: json, comparer: comparer)

        if let report, page?.stands(in: check.figuresDirectory) == true {
            throw Diagnostic(
                "--report '\(report)' is the directory of the figures, where index.html is their gallery",
                hint: "name another directory")
        }
        if let junit {
            if check.holds(junit) {
                throw Diagnostic(
                    "--junit '\(junit)' is one of the specs or figures, or a file they are drawn from",
                    hint: "give the report a name of its own")
            }
            try OutputFiles.write([OutputFile(path: junit, bytes: JUnitReport.xml(of: check, options: comparison))])
        }
        try page?.write(CheckReport.page(of: check))
        if !quiet {
            let text = try json ? CheckReport.json(of: check) : CheckReport.text(of: check)
            try OutputFiles.writeToStandardOutput(Array(text.utf8))
        }
        check.errors.forEach(Report.error)
        if annotations || !quiet && CheckCommand.isInGitHubActions {
            // Beside the output, which may be JSON; the runner reads both.
            Report.write(GitHubAnnotations.text(of: check, options: comparison))
        }
        if !check.errors.isEmpty { throw ExitCode(2) }
        guard check.hasCompared else {
            throw Diagnostic(
                "nothing was compared: no figure of a spec in '\(check.directory)' is in '\(check.figuresDirectory)'",
                hint: "take those of the specs as the first ones: lossplot accept \(check.directory)")
        }
        if check.outputs.contains(where: { FigureCheck.isDifferent($0, comparison) }) { throw ExitCode(1) }
    }

    private static var isInGitHubActions: Bool {
        getenv("GITHUB_ACTIONS").map { String(cString: $0) == "true" } ?? false
    }
}

extension FigureCheck {
    /// Whether any figure of a spec was there to be compared.
    fileprivate var hasCompared: Bool {
        outputs.contains { output in
            if case .compared = output.outcome { output.spec != nil } else { false }
        }
    }
}
