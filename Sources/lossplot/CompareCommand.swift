import ArgumentParser
import Diagnostics
import LossPlots

/// `lossplot compare LOSS…`: losses of given predictions, as bars.
struct CompareCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "compare",
        abstract: "Compare the losses of predicted class probabilities as bars.",
        discussion: """
            EXAMPLES:
              lossplot compare ce mse --truth 1,0,0 --prediction 0.8,0.1,0.1 --prediction 0.8,0.15,0.05 -o bars.svg
              lossplot compare ce kl --truth 0.9,0.05,0.05 --prediction 'sure=1e-3,0.99,0.009' -o soft.svg

            Each loss has a scale of its own. The line under the plot says which values are proved to be equal or less.
            """)

    @Argument(
        help: ArgumentHelp("mse, ce, mae, brier, kl, 'focal(gamma=2)', label_smoothing.", valueName: "loss"))
    var losses: [String] = []

    @OptionGroup(title: "CLASSES") var distributions: DistributionOptions
    @OptionGroup(title: "FIGURE") var presentation: PresentationOptions
    @OptionGroup(title: "OUTPUT") var output: OutputOptions

    func run() throws {
        try PlotSpec(losses: losses).checkNames()
        let spec = try distributions.spec(losses: losses, presentation: presentation)
        try output.targets().draw(.bars(spec), quiet: output.quiet)
    }
}
