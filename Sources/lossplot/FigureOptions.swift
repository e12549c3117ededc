import ArgumentParser
import Diagnostics
import LossPlots
import Scenes

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
            "What to show beside the curves: verdict, concave, minima, maxima, inflections, chord, evaluations; or none. (default: verdict,concave,minima,chord for losses)",
            valueName: "mark,…"))
    var mark: String?

    @Option(help: ArgumentHelp("Text; $…$ holds mathematics in TeX. '' for none.", valueName: "text"))
    var title: String?

    @Option(help: ArgumentHelp("Under the title. '' for none. (default: the formula of a loss)", valueName: "text"))
    var subtitle: String?

    @Option(help: ArgumentHelp("A line under the plot. (default: none)", valueName: "text"))
    var caption: String?

    @Option(
        help: ArgumentHelp(
            "The figure in words, for readers who cannot see it. (default: the facts it shows)", valueName: "text"))
    var alt: String?

    @Option(help: ArgumentHelp("The name of the horizontal axis. (default: $\\theta$)", valueName: "text"))
    var xLabel: String?

    @Option(help: ArgumentHelp("The name of the vertical axis. (default: $J(\\theta)$)", valueName: "text"))
    var yLabel: String?

    @Option(help: ArgumentHelp("Language of the figure: en or zh. (default: en)", valueName: "language"))
    var lang: String?

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("graphpaper, graphpaper-dark or paper. (default: graphpaper)", valueName: "theme"))
    var theme: String?

    @Option(
        parsing: .unconditional, help: ArgumentHelp("Size in points. (default: 800x500)", valueName: "WxH"))
    var size: String?

    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Size of the plotting area in points, instead of --size.", valueName: "WxH"))
    var plotSize: String?

    @Option(parsing: .unconditional, help: ArgumentHelp("Pixels a point in a PNG. (default: 2)", valueName: "factor"))
    var scale: String?

    /// Writes what was given into the spec.
    func apply(to spec: inout PlotSpec) throws {
        spec.link = link
        spec.theta = try theta.map { try Parse.range($0, option: "--theta") }
        spec.yRange = try yRange.map { try Parse.range($0, option: "--y-range") }
        spec.derivatives = try derivative.map(Parse.orders)
        spec.panels = panels
        spec.marks = mark.map { $0.split(separator: ",").map(String.init) }
        spec.presentation.title = title
        spec.presentation.subtitle = subtitle
        spec.presentation.caption = caption
        spec.presentation.alternative = alt
        spec.presentation.xLabel = xLabel
        spec.presentation.yLabel = yLabel
        spec.presentation.language = lang
        spec.presentation.theme = theme
        spec.presentation.scale = try scale.map { try Parse.number($0, option: "--scale", range: 0.1...100) }
        if size != nil, plotSize != nil {
            throw Diagnostic("--size and --plot-size exclude each other", hint: "use one of them")
        }
        if let size { spec.presentation.extent = .figure(size: try Parse.size(size, option: "--size")) }
        if let plotSize { spec.presentation.extent = .plotArea(size: try Parse.size(plotSize, option: "--plot-size")) }
    }
}
