import ArgumentParser
import Diagnostics
import LossPlots
import OutputFiles

/// Which samples to use.
struct DataOptions: ParsableArguments {
    @Option(
        name: .long, parsing: .unconditional,
        help: ArgumentHelp("Rows of the built-in data set. (default: 7)", valueName: "n"))
    var samples: String?

    @Option(
        help: ArgumentHelp("A CSV or TSV file with a header, - for standard input, instead.", valueName: "file"))
    var data: String?

    @Option(
        name: .long, parsing: .unconditional,
        help: ArgumentHelp("The column of x. (default: the one called x, or the first of two)", valueName: "column"))
    var x: String?

    @Option(
        name: .long, parsing: .unconditional,
        help: ArgumentHelp("The column of y. (default: the one called y, or the second of two)", valueName: "column"))
    var y: String?

    @Flag(help: "Leave out rows in which x or y is missing.")
    var skipMissing = false

    /// 1 GiB: ten million rows fit well.
    static let sizeLimit = 1 << 30

    /// - Parameter outputs: files that will be written; reading one of them as data is refused.
    func source(avoiding outputs: [String]) throws -> PlotSpec.DataSource {
        guard let data else {
            for (name, value) in [("--x", x), ("--y", y)] where value != nil {
                throw Diagnostic("\(name) names a column, and there is no --data", hint: "add --data FILE")
            }
            if skipMissing { throw Diagnostic("--skip-missing needs --data", hint: "add --data FILE") }
            let count = try samples.map { try Parse.integer($0, option: "--samples", range: 1...10_000_000) } ?? 7
            return .builtIn(samples: count)
        }
        if samples != nil {
            throw Diagnostic(
                "--samples counts rows of the built-in data, and --data replaces it", hint: "use one of them")
        }
        try OutputFiles.checkInput(data, of: "--data", isNoneOf: outputs)
        let bytes = try InputFile.read(path: data, limit: DataOptions.sizeLimit)
        return .table(bytes: bytes, path: data, x: x, y: y, skipMissing: skipMissing)
    }
}
