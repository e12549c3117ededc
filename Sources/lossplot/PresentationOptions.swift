import ArgumentParser
import Diagnostics
import LossPlots

/// The words and looks of a figure, of whatever kind.
struct PresentationOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Text; $…$ holds mathematics in TeX. '' for none.", valueName: "text"))
    var title: String?

    @Option(
        help: ArgumentHelp(
            "Under the title. '' for none. (default: the losses' formulas, if there are few)", valueName: "text"))
    var subtitle: String?

    @Option(help: ArgumentHelp("A line under the plot. (default: none)", valueName: "text"))
    var caption: String?

    @Option(
        help: ArgumentHelp(
            "The figure in words, for readers who cannot see it. (default: the facts it shows)", valueName: "text"))
    var alt: String?

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

    func spec() throws -> PresentationSpec {
        var spec = PresentationSpec()
        spec.title = title
        spec.subtitle = subtitle
        spec.caption = caption
        spec.alternative = alt
        spec.language = lang
        spec.theme = theme
        spec.scale = try scale.map { try Parse.number($0, option: "--scale", range: 0.1...100, example: "2") }
        if size != nil, plotSize != nil {
            throw Diagnostic("--size and --plot-size exclude each other", hint: "use one of them")
        }
        if let size { spec.extent = .figure(size: try Parse.size(size, option: "--size")) }
        if let plotSize { spec.extent = .plotArea(size: try Parse.size(plotSize, option: "--plot-size")) }
        return spec
    }
}
