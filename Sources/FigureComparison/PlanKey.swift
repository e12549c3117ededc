import Diagnostics

/// A key of a plan as changes speak of it.
struct PlanKey {
    var kind: FigureChange.Kind
    /// Of the change.
    var location: String
    /// In a sentence.
    var noun: String
    /// By which it is set; nil for what follows from other settings.
    var setting: Setting.Name?
    var form: Form

    enum Form {
        /// `link changed from sigmoid to tanh`
        case value
        /// `level 0.3 added`: what a list has gained and lost.
        case members
        /// `title changed from 'A' to 'B'`
        case text
        /// `size of the figure changed from 800×500 points to …`
        case size
        /// `bands between levels: painted → not painted`
        case choice(yes: String, no: String)
    }

    private init(
        _ kind: FigureChange.Kind, _ noun: String, at location: String? = nil, _ setting: Setting.Name?,
        _ form: Form = .value
    ) {
        (self.kind, self.noun, self.location, self.setting, self.form) = (kind, noun, location ?? noun, setting, form)
    }

    private init(_ noun: String, _ setting: Setting.Name) { self.init(.text, noun, setting, .text) }

    /// By the whole key, or where the plan holds it deeper by the last part; unknown ones speak for themselves.
    init(_ key: String) {
        let last = key.split(separator: ".").last.map(String.init) ?? key
        self = PlanKey.known[key] ?? PlanKey.known[last] ?? PlanKey(.option, "'\(key)'", at: key, nil)
    }

    private static let known: [String: PlanKey] = [
        "kind": PlanKey(.kind, "kind of figure", at: "figure", .kind),
        "losses": PlanKey(.subject, "loss", .losses, .members),
        "loss": PlanKey(.subject, "loss", at: "losses", .losses),
        "formulas": PlanKey(.subject, "formula", .formulas, .members),
        "grid.path": PlanKey(.data, "file of the grid", at: "grid", .grid),
        "grid.sha256": PlanKey(.data, "SHA-256 of the grid", at: "grid", .grid),
        "levels": PlanKey(.levels, "level", .levels, .members),
        "marks": PlanKey(.marks, "mark", .marks, .members),
        "link": PlanKey(.subject, "link", .link),
        "truth": PlanKey(.subject, "truth", .truth),
        "classes": PlanKey(.text, "names of the classes", at: "classes", .classes),
        "theta": PlanKey(.window, "horizontal window", .horizontal),
        "x": PlanKey(.window, "horizontal window", .horizontal),
        "y": PlanKey(.window, "vertical window", .vertical),
        "yRange": PlanKey(.window, "range of the y axis", at: "y axis", .vertical),
        "derivatives": PlanKey(.option, "derivative", .derivatives, .members),
        "panels": PlanKey(
            .option, "panels", .panels, .choice(yes: "one for each loss", no: "one for all losses")),
        "fill": PlanKey(.option, "bands between levels", .fill, .choice(yes: "painted", no: "not painted")),
        "colors": PlanKey(.style, "colour map", .colors),
        "descent.method": PlanKey(.option, "method of the descent", at: "descent", .descent),
        "descent.step": PlanKey(.option, "step of the descent", at: "descent", .descent),
        "descent.isStepChosen": PlanKey(
            .option, "step of the descent", at: "descent", .descent,
            .choice(yes: "chosen from the curvature", no: "given")),
        "descent.momentum": PlanKey(.option, "momentum of the descent", at: "descent", .descent),
        "descent.damping": PlanKey(.option, "damping of the descent", at: "descent", .descent),
        "descent.steps": PlanKey(.option, "most steps of the descent", at: "descent", .descent),
        "descent.tolerance": PlanKey(.option, "tolerance of the descent", at: "descent", .descent),
        "descent.from": PlanKey(.option, "start", .descent, .members),
        "space.azimuth": PlanKey(.option, "azimuth of the view in degrees", at: "view", .view),
        "space.elevation": PlanKey(.option, "elevation of the view in degrees", at: "view", .view),
        "space.resolution": PlanKey(
            .option, "points of the surface's grid along an axis", at: "resolution", .resolution),
        "space.z": PlanKey(.window, "window of heights", at: "z axis", .zRange),
        "space.zLabel": PlanKey("label of the z axis", .zLabel),
        "title": PlanKey("title", .title),
        "subtitle": PlanKey("subtitle", .subtitle),
        "caption": PlanKey("caption", .caption),
        "xLabel": PlanKey("label of the x axis", .xLabel),
        "yLabel": PlanKey("label of the y axis", .yLabel),
        "alternative": PlanKey("alternative text", .alternative),
        "theme": PlanKey(.theme, "theme", .theme),
        "language": PlanKey(.option, "language", .language),
        "scale": PlanKey(.size, "pixels a point", at: "image", .scale),
        "figure": PlanKey(.size, "figure", .size, .size),
        "plotArea": PlanKey(.size, "plotting area", .size, .size),
    ]
}
