import ArgumentParser
import Figures
import LossPlots

/// The lines of a function of two variables and the bands between them.
struct LevelOptions: ParsableArguments {
    @Option(
        name: .long, parsing: .unconditional,
        help: ArgumentHelp("Values on whose lines to draw, increasing. (default: about ten)", valueName: "v,v…"))
    var levels: String?

    @Flag(inversion: .prefixedNo, help: "Paint the bands between the lines. (default: --fill)")
    var fill: Bool?

    @Option(help: ArgumentHelp("viridis or cividis. (default: viridis)", valueName: "map"))
    var colors: String?

    /// - Throws: `Diagnostic` for what is no increasing list of numbers.
    func parsed() throws -> [Double]? {
        try levels.map { try Parse.levels($0, limit: ContourMark.levelLimit) }
    }

    /// Each option with what was given for it.
    var given: [(option: String, value: String?)] {
        [
            ("--levels", levels), ("--colors", colors),
            (fill == false ? "--no-fill" : "--fill", fill.map { "\($0)" }),
        ]
    }
}
