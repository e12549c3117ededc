import LossPlots

/// The keys of a spec: what the decoder knows and what the schema says of each.
enum SpecKey: String, CaseIterable {
    case version, kind, losses, formulas
    case parameters = "let"
    case grid, data, link, theta, range
    case yRange = "y-range"
    case truth, predictions, classes
    case w, b, levels, fill, colors, view, resolution
    case zRange = "z-range"
    case derivative, panels, marks, descent, title, subtitle
    case xLabel = "x-label"
    case yLabel = "y-label"
    case zLabel = "z-label"
    case caption, alt, languages, themes, size
    case plotSize = "plot-size"
    case scale, formats, name
    case assertions = "assert"

    /// Of `data`.
    enum Data: String, CaseIterable {
        case samples, file, x, y
        case skipMissing = "skip-missing"
    }

    /// Of a formula with a name.
    enum Formula: String, CaseIterable {
        case formula, name
    }

    /// Of `grid`.
    enum Grid: String, CaseIterable {
        case file, x, y
    }

    /// The kinds of figure that have it.
    var kinds: Set<FigureSpec.Kind> {
        switch self {
        case .theta, .derivative, .panels: [.curve]
        case .w, .b, .grid: [.contour, .surface, .both]
        case .view, .resolution, .zRange, .zLabel: [.surface, .both]
        case .levels, .fill, .colors: [.contour, .surface, .both, .simplex]
        case .truth, .predictions: [.bars, .simplex]
        case .classes: [.simplex]
        case .formulas, .parameters, .data, .link, .range, .yRange, .marks, .xLabel, .yLabel, .descent:
            [.curve, .contour, .surface, .both]
        default: Set(FigureSpec.Kind.allCases)
        }
    }

    /// Of `descent`.
    enum Descent: String, CaseIterable {
        case method, step, momentum, damping, steps, tolerance, from

        /// Nil for the method and the starts.
        var parameter: DescentParameter? { DescentParameter(rawValue: rawValue) }
    }

    /// Of one of `predictions`.
    enum Prediction: String, CaseIterable {
        case name
        case probabilities = "p"
    }

    /// What it is for, in the schema.
    var about: String {
        switch self {
        case .version: "Of this format."
        case .kind:
            "What is drawn: curves of one variable; of two, contours, a surface in three dimensions, or both; bars that compare losses of predictions, or a loss over the simplex of three classes. Default: curve"
        case .losses: "One or more losses; 'lossplot list losses' shows all."
        case .formulas: "One or more expressions instead of losses, each alone or as {formula: …, name: …}."
        case .parameters: "The values of names in the formulas."
        case .grid: "Values computed elsewhere, an NPY or CSV file, instead of losses; x and y place an array's ends."
        case .data: "The samples. Default: 7 of the built-in data set"
        case .link: "Default: each loss's own"
        case .theta: "The window of θ. Default: fits the data"
        case .range: "The window of the horizontal axis, whatever its variable."
        case .yRange: "The window of the vertical axis. Default: fits the curves"
        case .truth: "The true probability of each class, one-hot or soft."
        case .predictions: "Predicted probabilities, or {name, p} with a name; of bars one each."
        case .classes: "The names of the classes, at the corners of the triangle."
        case .w: "The window of w, of a function of w and b. Default: fits the data"
        case .b: "The window of b, of a function of w and b. Default: fits the data"
        case .levels: "Values on whose lines to draw, increasing. Default: about ten"
        case .view:
            "From where a surface is seen, in degrees, as [azimuth, elevation]: around, and above. Default: where it hides least"
        case .resolution: "Points of a surface's grid along each axis. Default: 65"
        case .zRange: "The window of heights, at whose ends a surface is cut. Default: shows its shape"
        case .fill: "Whether the bands between levels are painted. Default: true"
        case .colors: "The colour map. Default: viridis"
        case .derivative: "Orders of derivatives, a panel each. Default: 0"
        case .panels: "Whether each loss has a panel of its own. Default: false"
        case .marks: "What to draw beside the curves, or none. Default: what is proved of losses"
        case .descent: "The way down of gradient descent or Newton's method from each start. Default: none"
        case .title: "$…$ holds mathematics in TeX; '' for none."
        case .subtitle: "Under the title. Default: the losses' formulas, if there are few"
        case .xLabel: "The name of the horizontal axis."
        case .yLabel: "The name of the vertical axis."
        case .zLabel: "The name of the upright axis."
        case .caption: "A line under the plot. Default: none"
        case .alt: "For readers who cannot see the figure. Default: the facts it shows"
        case .languages: "A file each. Default: en"
        case .themes: "A file each; the first has no theme in its name. Default: graphpaper"
        case .size: "Of the figure in points, 800x500 or [800, 500]."
        case .plotSize: "Of the plotting area in points, instead of size."
        case .scale: "Pixels a point in a PNG. Default: 2"
        case .formats: "A file each. Default: svg"
        case .name: "Of the outputs. Default: the file's"
        case .assertions: "Numbers that the figure must show, as 'mse.minima[0].theta': 1.56 ± 0.01"
        }
    }
}
