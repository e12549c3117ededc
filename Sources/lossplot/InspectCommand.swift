import ArgumentParser
import Diagnostics
import LossPlots
import OutputFiles
import Specs

/// `lossplot inspect FIGURE`: what is inside a figure.
struct InspectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Say what a figure shows, from the plan inside it.",
        discussion: """
            EXAMPLES:
              lossplot inspect mse.png
              lossplot inspect mse.png --spec > plots/mse.yaml    the spec that draws it again, to the byte
              lossplot inspect mse.pdf --samples > samples.csv    the samples that travel inside it

            Reads PNG, SVG and PDF that lossplot drew. Verdicts and minima are proved again from the plan and the data.
            Samples that stayed behind are looked for from here, from the figure's directory and from the one above it,
            and must have the SHA-256 of the plan. Exit codes: 0 done, 2 anything wrong, no plan in the figure too.
            """)

    @Argument(help: ArgumentHelp("A figure that lossplot drew, - for standard input.", valueName: "figure"))
    var figure: String

    @Flag(help: "Print everything as JSON.")
    var json = false

    @Flag(help: "Print the spec file that draws the figure.")
    var spec = false

    @Flag(help: "Print the samples as CSV.")
    var samples = false

    func run() throws {
        guard [json, spec, samples].count(where: { $0 }) <= 1 else {
            throw Diagnostic("--json, --spec and --samples print different things", hint: "use one of them")
        }
        let file = try FigureFile(figure)
        guard let embedded = try EmbeddedFigure(file.bytes, file: file.name) else {
            throw Diagnostic(
                "there is no plan of lossplot's in the figure", at: Diagnostic.Place(file: file.name),
                hint: "only figures that lossplot drew can be inspected")
        }
        let resolved = try embedded.resolved(reading: file.table)
        if spec {
            return try OutputFiles.writeToStandardOutput(SpecText.yaml(of: resolved, format: embedded.format))
        }
        let inspection = try FigureInspection(embedded, resolved: resolved, fonts: Report.fonts())
        if samples {
            guard let samples = inspection.samples else {
                throw Diagnostic("the figure is drawn from no samples", at: Diagnostic.Place(file: file.name))
            }
            return try OutputFiles.writeToStandardOutput(samples)
        }
        try OutputFiles.writeToStandardOutput(json ? inspection.json() : Array(inspection.text.utf8))
    }
}
