import ArgumentParser
import Diagnostics
import FigureComparison
import PixelComparison
import Typography

/// What counts as a difference between two figures.
struct ComparisonOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("How far what is drawn may stray; see 'lossplot help diff'.", valueName: "name=number,…"))
    var tolerance: [String] = []

    @Flag(help: "Take drift for a difference.")
    var strict = false

    @Option(
        help: ArgumentHelp("How far apart colours must be to differ, from 0 to 1. (default: 0.1)", valueName: "number"))
    var threshold: String?

    @Flag(name: .customLong("include-aa"), help: "Count pixels that only smooth an edge otherwise, too.")
    var includeAntialiasing = false

    /// - Throws: `Diagnostic` for an option that is no number or names no tolerance.
    func comparer() throws -> FigureComparer {
        let tolerances = try tolerances()
        let pixels = try PixelTolerance(
            threshold: threshold.map { try Parse.number($0, option: "--threshold", range: 0...1, example: "0.1") }
                ?? 0.1,
            countsAntialiasing: includeAntialiasing)
        var comparer = FigureComparer(fonts: try Report.fonts(), pixels: pixels)
        comparer.tolerances = tolerances
        return comparer
    }

    /// Whether the exit code tells of it.
    func counts(_ result: FigureDifference.Result) -> Bool { result == .different || strict && result == .drift }

    /// `curve=0.5px,text=2`
    private func tolerances() throws -> ChangeTolerances {
        var tolerances = ChangeTolerances()
        for part in tolerance.flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }) {
            let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let name = String(sides[0])
            guard tolerances[name] != nil else {
                throw Diagnostic(
                    "--tolerance '\(part)': there is no '\(name)'",
                    hint: Suggestion.nearest(to: name, among: ChangeTolerances.names).map { "did you mean '\($0)'?" }
                        ?? "use \(ChangeTolerances.names.joined(separator: ", "))")
            }
            let number = sides.count == 2 ? sides[1] : ""
            let value = Parse.decimal(number.hasSuffix("px") ? number.dropLast(2) : number)
            guard let value, (0...1000).contains(value) else {
                throw Diagnostic(
                    "--tolerance '\(part)' is no number from 0 to 1000", hint: "for example --tolerance \(name)=0.5")
            }
            tolerances[name] = value
        }
        return tolerances
    }
}
