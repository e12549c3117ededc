import ArgumentParser
import Diagnostics
import LossPlots

/// `lossplot simplex LOSS`: a loss over all probabilities of three classes.
struct SimplexCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simplex",
        abstract: "Draw filled contours of a loss over the triangle of the probabilities of three classes.",
        discussion: """
            EXAMPLES:
              lossplot simplex mse --truth 1,0,0 --prediction 0.8,0.1,0.1 --prediction 0.8,0.15,0.05 -o mse.svg
              lossplot simplex ce --truth 0.9,0.05,0.05 --classes cat,dog,bird -o ce.svg
            """)

    @Argument(
        help: ArgumentHelp("mse, ce, mae, brier, kl, 'focal(gamma=2)' or label_smoothing.", valueName: "loss"))
    var losses: [String] = []

    @OptionGroup(title: "CLASSES") var distributions: DistributionOptions

    @Option(help: ArgumentHelp("The names of the classes, at the corners: cat,dog,bird.", valueName: "name,…"))
    var classes: String?

    @OptionGroup(title: "CONTOURS") var lines: LevelOptions
    @OptionGroup(title: "FIGURE") var presentation: PresentationOptions
    @OptionGroup(title: "OUTPUT") var output: OutputOptions

    func run() throws {
        try PlotSpec(losses: losses).checkNames()
        var spec = try distributions.spec(losses: losses, presentation: presentation)
        spec.classes = classes.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        spec.levels = try lines.parsed()
        spec.fill = lines.fill
        spec.colors = lines.colors
        try output.targets().draw(.simplex(spec), quiet: output.quiet)
    }
}
