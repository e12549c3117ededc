import ArgumentParser
import Diagnostics
import Figures
import LossPlots

/// What is drawn of a function of two variables.
struct ContourOptions: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("curve, or contour for functions of two variables.", valueName: "form"))
    var form: String?

    @Option(
        name: .long, parsing: .unconditional,
        help: ArgumentHelp("Values on whose lines to draw, increasing. (default: about ten)", valueName: "v,v…"))
    var levels: String?

    @Option(
        name: .customLong("w"), parsing: .unconditional,
        help: ArgumentHelp("The window of w. (default: fits the data)", valueName: "a:b"))
    var w: String?

    @Option(
        name: .customLong("b"), parsing: .unconditional,
        help: ArgumentHelp("The window of b. (default: fits the data)", valueName: "a:b"))
    var b: String?

    enum Form: String, CaseIterable {
        case curve, contour
    }

    func form(default fallback: Form) throws -> Form {
        guard let form else { return fallback }
        if form == "surface" || form == "both" {
            throw Diagnostic(
                "--as \(form) needs the surface in three dimensions, which is not part of version \(Version.current)",
                hint: "use --as contour")
        }
        guard let known = Form(rawValue: form) else {
            throw Diagnostic("--as '\(form)' is unknown", hint: "use curve or contour")
        }
        return known
    }

    /// A curve has neither levels nor a second parameter.
    func refuseWindows() throws {
        for (name, value) in [("--levels", levels), ("--w", w), ("--b", b)] where value != nil {
            throw Diagnostic("\(name) is for contours", hint: "add --as contour, or leave out \(name)")
        }
    }

    func applied(to figure: PlotSpec) throws -> ContourSpec {
        var spec = ContourSpec(figure)
        spec.w = try w.map { try Parse.range($0, option: "--w") }
        spec.b = try b.map { try Parse.range($0, option: "--b") }
        spec.levels = try levels.map { try Parse.levels($0, limit: ContourMark.levelLimit) }
        return spec
    }
}
