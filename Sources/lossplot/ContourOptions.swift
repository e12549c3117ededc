import ArgumentParser
import Diagnostics
import LossPlots

/// What is drawn of a function of two variables.
struct ContourOptions: ParsableArguments {
    @Option(
        name: .customLong("as"),
        help: ArgumentHelp(
            "curve; for functions of two variables contour, surface (in three dimensions) or both.", valueName: "form"))
    var form: String?

    @OptionGroup var lines: LevelOptions

    @Option(
        name: .customLong("w"), parsing: .unconditional,
        help: ArgumentHelp("The window of w. (default: fits the data)", valueName: "a:b"))
    var w: String?

    @Option(
        name: .customLong("b"), parsing: .unconditional,
        help: ArgumentHelp("The window of b. (default: fits the data)", valueName: "a:b"))
    var b: String?

    @Option(
        name: .long, parsing: .unconditional,
        help: ArgumentHelp(
            "From where the surface is seen, in degrees: around, from -180 to 180, and above, from 5 to 85. (default: where it hides least)",
            valueName: "az:el"))
    var view: String?

    @Option(
        help: ArgumentHelp("Points of the surface's grid along each axis, 5 to 301. (default: 65)", valueName: "n"))
    var resolution: String?

    @Option(
        name: .long, parsing: .unconditional,
        help: ArgumentHelp(
            "The window of heights, where the surface is cut. (default: shows its shape)", valueName: "a:b"))
    var zRange: String?

    @Option(help: ArgumentHelp("The name of the upright axis. (default: $J(w, b)$ or $f(x, y)$)", valueName: "text"))
    var zLabel: String?

    enum Form: String, CaseIterable {
        case curve, contour, surface, both
    }

    func form(default fallback: Form) throws -> Form {
        guard let form else { return fallback }
        guard let known = Form(rawValue: form) else {
            throw Diagnostic("--as '\(form)' is unknown", hint: "use curve, contour, surface or both")
        }
        return known
    }

    /// A curve has neither levels nor a second parameter.
    func refuseWindows() throws {
        try refuseSpace()
        for (name, value) in lines.given + [("--w", w), ("--b", b)] where value != nil {
            throw Diagnostic("\(name) is for contours", hint: "add --as contour, or leave out \(name)")
        }
    }

    /// What is flat has neither a view nor heights.
    private func refuseSpace() throws {
        for (name, value) in [
            ("--view", view), ("--resolution", resolution), ("--z-range", zRange), ("--z-label", zLabel),
        ] where value != nil {
            throw Diagnostic("\(name) is for surfaces", hint: "add --as surface or --as both, or leave out \(name)")
        }
    }

    /// - Parameter form: contour, surface or both.
    func applied(to figure: PlotSpec, as form: Form) throws -> ContourSpec {
        var spec = ContourSpec(figure)
        switch form {
        case .curve, .contour: try refuseSpace()
        case .surface: spec.kind = .surface
        case .both: spec.kind = .both
        }
        if let view { (spec.space.azimuth, spec.space.elevation) = try Parse.view(view) }
        spec.space.resolution = try resolution.map {
            try Parse.integer($0, option: "--resolution", range: SpacePlan.resolutions)
        }
        spec.space.z = try zRange.map { try Parse.range($0, option: "--z-range") }
        spec.space.zLabel = zLabel
        spec.w = try w.map { try Parse.range($0, option: "--w") }
        spec.b = try b.map { try Parse.range($0, option: "--b") }
        spec.fill = lines.fill
        spec.colors = lines.colors
        spec.levels = try lines.parsed()
        return spec
    }
}
