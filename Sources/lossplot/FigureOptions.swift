import ArgumentParser
import Diagnostics
import LossPlots

/// What is shown and how it looks.
struct FigureOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "sigmoid, softmax over two classes, identity for regression, or tanh. (default: each loss's own)",
            valueName: "link"))
    var link: String?

    @Option(
        name: [.customLong("theta"), .customLong("range")], parsing: .unconditional,
        help: ArgumentHelp("The window of θ. (default: shows minima, bends and plateaus)", valueName: "a:b"))
    var theta: String?

    @Option(
        name: .long, parsing: .unconditional,
        help: ArgumentHelp("The window of J. (default: fits the curves)", valueName: "a:b"))
    var yRange: String?

    @Option(help: ArgumentHelp("Orders of derivatives, a panel each: 0,1,2. (default: 0)", valueName: "k,k…"))
    var derivative: String?

    @Flag(help: "One panel a loss, each on its own scale.")
    var panels = false

    @Option(
        help: ArgumentHelp(
            "What to show beside the curves: verdict, concave, minima, maxima, inflections, zeros, chord, evaluations; or none. (default: verdict,concave,minima,chord for losses)",
            valueName: "mark,…"))
    var mark: String?

    @Option(help: ArgumentHelp("The name of the horizontal axis. (default: $\\theta$)", valueName: "text"))
    var xLabel: String?

    @Option(help: ArgumentHelp("The name of the vertical axis. (default: $J(\\theta)$)", valueName: "text"))
    var yLabel: String?

    @OptionGroup var presentation: PresentationOptions

    /// Writes what was given into the spec.
    func apply(to spec: inout PlotSpec) throws {
        spec.link = link
        spec.theta = try theta.map { try Parse.range($0, option: "--theta") }
        spec.yRange = try yRange.map { try Parse.range($0, option: "--y-range") }
        spec.derivatives = try derivative.map(Parse.orders)
        spec.panels = panels
        spec.marks = mark.map { $0.split(separator: ",").map(String.init) }
        spec.presentation = try presentation.spec()
        spec.presentation.xLabel = xLabel
        spec.presentation.yLabel = yLabel
    }
}
