import ArgumentParser
import Diagnostics
import LossPlots

/// `lossplot surface LOSS`: a loss over a weight and a bias.
struct SurfaceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "surface",
        abstract: "Draw J(w, b), the mean loss of a weight and a bias over the samples, as contours or as a surface.",
        discussion: """
            EXAMPLES:
              lossplot surface mse -o mse.svg
              lossplot surface ce --w=-2:4 --b=-3:3 --levels 0.5,0.6,0.8,1,2 -o ce.svg --export ce.json
              lossplot surface mse --as both --view=-120:30 -o mse.png

            Where the Hessian is not positive semidefinite lies a wash; minima that are proved are marked; the line under
            the plot says what is proved. --mark concave,minima,verdict chooses among them, --mark none leaves them out.
            """)

    @Argument(help: ArgumentHelp("The loss: mse, ce, 'focal(gamma=2)', …", valueName: "loss"))
    var losses: [String] = []

    @OptionGroup(title: "CONTOURS") var contours: ContourOptions
    @OptionGroup(title: "DATA") var data: DataOptions
    @OptionGroup(title: "DESCENT") var descent: DescentOptions
    @OptionGroup(title: "FIGURE") var figure: FigureOptions
    @OptionGroup(title: "OUTPUT") var output: OutputOptions

    func run() throws {
        var spec = PlotSpec(losses: losses)
        try spec.checkNames()
        let form = try contours.form(default: .contour)
        guard form != .curve else {
            throw Diagnostic("--as curve needs one parameter", hint: "use lossplot \(losses[0]), or --as contour")
        }
        let outputs = try output.targets()
        try figure.apply(to: &spec)
        spec.descent = try descent.spec()
        spec.data = try data.source(avoiding: outputs.paths)
        try outputs.draw(.contour(try contours.applied(to: spec, as: form)), quiet: output.quiet)
    }
}
