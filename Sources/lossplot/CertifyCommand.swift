import ArgumentParser
import Diagnostics
import LossPlots
import OutputFiles

/// `lossplot certify LOSS…`: what is proved of a loss, for a reader or as JSON.
struct CertifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "certify",
        abstract: "Prove whether a loss is convex, and where it bends and has its minima and zeros.",
        discussion: """
            EXAMPLES:
              lossplot certify mse ce --samples 7
              lossplot certify mse --data runs.csv --json > mse.json
              lossplot certify ce --data runs.csv --x age,dose,weight --y outcome
              lossplot certify 'x^4 - x^2' --range=-2:2 -o quartic.json

            Nothing is sampled: every number comes with an interval that holds it, rounded outwards. A loss is judged on all
            of ℝ where a rule or a witness allows it, an expression on the window. 'lossplot verify FILE' checks the
            JSON again, by other means. With several columns after --x the model is w·x + b, with a weight for each.
            """)

    @Argument(help: ArgumentHelp("Losses, or expressions of theta over the samples or of x.", valueName: "loss"))
    var subjects: [String] = []

    @Option(
        name: .customLong("let"),
        help: ArgumentHelp("The value of a name in the expressions; repeatable.", valueName: "name=value"))
    var lets: [String] = []

    @OptionGroup(title: "DATA") var data: DataOptions

    @Option(
        help: ArgumentHelp("sigmoid, identity for regression, or tanh. (default: each loss's own)", valueName: "link"))
    var link: String?

    @Option(
        name: [.customLong("theta"), .customLong("range")], parsing: .unconditional,
        help: ArgumentHelp("The window that is searched. (default: fits the data)", valueName: "a:b"))
    var theta: String?

    @Option(name: .shortAndLong, help: ArgumentHelp("A file to write the certificates to, as JSON.", valueName: "file"))
    var output: String?

    @Flag(help: "Print the certificates as JSON instead of the proof.")
    var json = false

    @Flag(name: .shortAndLong, help: "Print no proof and no warnings.")
    var quiet = false

    func run() throws {
        var spec = CertificateSpec(subjects: subjects)
        spec.parameters = try Parse.assignments(lets)
        try spec.checkSubjects()
        spec.link = link
        spec.window = try theta.map { try Parse.range($0, option: "--theta") }
        let writesToStandardOutput = output == "-"
        if writesToStandardOutput, json {
            throw Diagnostic("2 things go to standard output", hint: "leave out --json, or name a file")
        }
        let files = writesToStandardOutput ? [] : output.map { [$0] } ?? []
        try OutputFiles.check(files)
        spec.data = try data.source(avoiding: files)

        let proved = try spec.proved()
        try OutputFiles.write(files.map { OutputFile(path: $0, bytes: proved.json) })
        if json || writesToStandardOutput {
            try OutputFiles.writeToStandardOutput(proved.json)
        } else if !quiet {
            try OutputFiles.writeToStandardOutput(Array(proved.text.utf8))
        }
        if !quiet { proved.warnings.forEach(Report.warning) }
    }
}
