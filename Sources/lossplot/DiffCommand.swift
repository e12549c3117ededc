import ArgumentParser
import Diagnostics
import OutputFiles
import PixelComparison

/// `lossplot diff OLD NEW`: in which pixels two images differ.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Compare two PNG images as the eye does.",
        discussion: """
            EXAMPLES:
              lossplot diff old.png new.png
              lossplot diff old.png new.png --diff-image changes.png --json

            Two pixels differ when their colours are farther apart than the threshold; pixels that only smooth an edge
            otherwise do not count. The counts are those of pixelmatch. Images of different sizes are laid on each other
            at their upper left corners. Exit codes: 0 no difference, 1 a difference, 2 anything wrong.
            """)

    @Argument(help: ArgumentHelp("The PNG file as it was, - for standard input.", valueName: "old"))
    var old: String

    @Argument(help: ArgumentHelp("The PNG file as it is, - for standard input.", valueName: "new"))
    var new: String

    @Option(
        help: ArgumentHelp("How far apart colours must be to differ, from 0 to 1. (default: 0.1)", valueName: "number"))
    var threshold: String?

    @Flag(name: .customLong("include-aa"), help: "Count pixels that only smooth an edge otherwise, too.")
    var includeAntialiasing = false

    @Option(help: ArgumentHelp("A PNG file to draw the difference to, - for standard output.", valueName: "file"))
    var diffImage: String?

    @Flag(help: "Print the result as JSON.")
    var json = false

    @Flag(name: .shortAndLong, help: "Print nothing, only set the exit code.")
    var quiet = false

    /// 512 MiB, far more than the largest image compresses to.
    private static let sizeLimit = 512 << 20

    func run() throws {
        if old == "-", new == "-" {
            throw Diagnostic("standard input cannot be both images", hint: "name one of the files")
        }
        if diffImage == "-", json {
            throw Diagnostic("2 things go to standard output", hint: "leave out --json, or name a file")
        }
        if let diffImage { try OutputFiles.check([diffImage]) }
        let tolerance = try PixelTolerance(
            threshold: threshold.map { try Parse.number($0, option: "--threshold", range: 0...1) } ?? 0.1,
            countsAntialiasing: includeAntialiasing)
        let difference = try PixelDifference(
            from: file(old), to: file(new), tolerance: tolerance, drawsImage: diffImage != nil)
        if let diffImage, let image = difference.image {
            try OutputFiles.write([OutputFile(path: diffImage, bytes: try image.encoded().bytes)])
        }
        let report = DifferenceReport(difference)
        let text = json ? report.json : report.text
        if !quiet, diffImage != "-" { try OutputFiles.writeToStandardOutput(Array((text + "\n").utf8)) }
        if !difference.isSame { throw ExitCode(1) }
    }

    private func file(_ path: String) throws -> PNGFile {
        PNGFile(
            name: path == "-" ? "stdin" : path, bytes: try InputFile.read(path: path, limit: DiffCommand.sizeLimit))
    }
}
