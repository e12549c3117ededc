import ArgumentParser
import Diagnostics
import LossPlots
import OutputFiles

/// `lossplot surface LOSS`: a loss over a weight and a bias.
struct SurfaceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "surface",
        abstract: "Draw J(w, b), the mean loss of a weight and a bias over the samples, as contours or as a surface.",
        discussion: """
            EXAMPLES:
              lossplot surface mse -o mse.svg
              lossplot surface --grid landscape.npy --x=-1:1 --y=-1:1 -o landscape.svg
              lossplot surface ce --w=-2:4 --b=-3:3 --levels 0.5,0.6,0.8,1,2 -o ce.svg --export ce.json
              lossplot surface mse --as both --view=-120:30 -o mse.png

            Where the Hessian is not positive semidefinite lies hatching; minima that are proved are marked; the line under
            the plot says what is proved. --mark concave,minima,verdict chooses among them, --mark none leaves them out.
            """)

    @Argument(help: ArgumentHelp("The loss: mse, ce, 'focal(gamma=2)', …", valueName: "loss"))
    var losses: [String] = []

    @Option(
        help: ArgumentHelp(
            "Values computed elsewhere, instead of a loss: a NumPy array, its first row lowest, with --x and --y for the places of its ends; or a table, in columns x,y,value or as a matrix with x above and y on the left.",
            valueName: "file"))
    var grid: String?

    @OptionGroup(title: "CONTOURS") var contours: ContourOptions
    @OptionGroup(title: "DATA") var data: DataOptions
    @OptionGroup(title: "DESCENT") var descent: DescentOptions
    @OptionGroup(title: "FIGURE") var figure: FigureOptions
    @OptionGroup(title: "OUTPUT") var output: OutputOptions

    func run() throws {
        var spec = PlotSpec(losses: losses)
        if grid == nil { try spec.checkNames() }
        let form = try contours.form(default: .contour)
        guard form != .curve else {
            throw Diagnostic(
                "--as curve needs one parameter",
                hint: losses.first.map { "use lossplot \($0), or --as contour" } ?? "use --as contour")
        }
        let outputs = try output.targets()
        try figure.apply(to: &spec)
        spec.descent = try descent.spec()
        let source = try grid.map { try gridSource($0, avoiding: outputs.paths) }
        if grid == nil { spec.data = try data.source(avoiding: outputs.paths) }
        var contour = try contours.applied(to: spec, as: form)
        contour.grid = source
        try outputs.draw(.contour(contour), quiet: output.quiet)
    }

    private func gridSource(_ path: String, avoiding outputs: [String]) throws -> GridSpec {
        if let loss = losses.first {
            throw Diagnostic("--grid replaces the loss '\(loss)'", hint: "use one of them")
        }
        for (name, isGiven) in [
            ("--samples", data.samples != nil), ("--data", data.data != nil), ("--skip-missing", data.skipMissing),
            ("--link", figure.link != nil),
        ] where isGiven {
            throw Diagnostic("\(name) is for losses, and --grid holds values", hint: "leave it out")
        }
        try OutputFiles.checkInput(path, of: "--grid", isNoneOf: outputs)
        return GridSpec(
            bytes: try InputFile.read(path: path, limit: DataOptions.sizeLimit), path: path,
            x: try data.x.map { try Parse.range($0, option: "--x") },
            y: try data.y.map { try Parse.range($0, option: "--y") })
    }
}
