import ArgumentParser
import Diagnostics
import LossPlots
import OutputFiles
import SVGWriter
import Scenes
import Typography

/// `lossplot LOSS…`: the curve J(θ) of each loss on the same data.
struct CurveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "curve",
        abstract: "Draw J(θ), the mean loss of one weight over the samples; the default command.",
        discussion: "'lossplot mse …' is short for 'lossplot curve mse …'.")

    @Argument(
        help: ArgumentHelp(
            "Losses to draw in one figure: mse, ce, 'focal(gamma=2)', …; 'lossplot list losses' shows all.",
            valueName: "loss"))
    var losses: [String] = []

    @OptionGroup(title: "DATA") var data: DataOptions
    @OptionGroup(title: "DESCENT") var descent: DescentOptions
    @OptionGroup(title: "FIGURE") var figure: FigureOptions
    @OptionGroup(title: "OUTPUT") var output: OutputOptions

    func run() throws {
        // What is to be drawn is looked at first: a mistyped command must not be answered with advice about outputs.
        var spec = PlotSpec(losses: losses)
        try spec.checkNames()
        let outputs = try output.targets()
        try figure.apply(to: &spec)
        spec.descent = try descent.spec()
        spec.data = try data.source(avoiding: outputs.paths)
        try outputs.draw(.curve(spec), quiet: output.quiet)
    }
}
