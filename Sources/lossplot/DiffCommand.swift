import ArgumentParser
import Diagnostics
import FigureComparison
import OutputFiles
import Typography

/// `lossplot diff OLD NEW`: what changed in a figure, or in a tree of figures.
struct DiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Say in words what changed between two figures, or two directories of figures.",
        discussion: """
            EXAMPLES:
              lossplot diff old.svg new.svg
              lossplot diff old.png new.png --diff-image changes.png --json
              lossplot diff main/plots/figures plots/figures --report changes

            Figures that lossplot drew carry the plan they were drawn from. The plans are compared first, then what they
            draw, then the shapes of two SVGs or the pixels of two PNGs. Where the plans are equal and edges are only
            smoothed otherwise, nothing having moved, the result is drift, which is no difference unless --strict says so.
            Lengths in px are pixels of the figure at scale 1. PNGs of other programs are compared pixel by pixel, with the
            counts of pixelmatch. In directories, files of the same path are compared.

            --tolerance NAME=NUMBER,… says how far things may stray:
              curve  0.25  curves, contour lines and chords, px       text   1     texts, px
              point  0.25  points and ends of bands, px               grid   1     grid and axes, px
              pixel  0.65  edges in PNGs of one plan, image pixels    color  6     channels in PNGs of one plan, of 255

            --report writes one page that needs no other file: figures that differ side by side, on each other with a slider,
            by turns, and the pixels that differ. It replaces nothing but such a page.

            Exit codes: 0 no difference, 1 a difference, 2 anything wrong.
            """)

    @Argument(help: ArgumentHelp("The figure or the directory as it was, - for standard input.", valueName: "old"))
    var old: String

    @Argument(help: ArgumentHelp("The figure or the directory as it is, - for standard input.", valueName: "new"))
    var new: String

    @OptionGroup(title: "COMPARISON") var comparison: ComparisonOptions

    @Option(help: ArgumentHelp("A PNG to draw the pixels that differ to, - for standard output.", valueName: "file"))
    var diffImage: String?

    @Option(help: ArgumentHelp("Write DIR/index.html, a page that shows what differs.", valueName: "dir"))
    var report: String?

    @Flag(help: "Print the result as JSON.")
    var json = false

    @Flag(name: .shortAndLong, help: "Print nothing, only set the exit code.")
    var quiet = false

    func run() throws {
        if old == "-", new == "-" {
            throw Diagnostic("standard input cannot be both figures", hint: "name one of the files")
        }
        if diffImage == "-", json {
            throw Diagnostic("2 things go to standard output", hint: "leave out --json, or name a file")
        }
        if let diffImage { try checkDiffImage(diffImage) }
        let page = try report.map { try ReportFile(in: $0, beside: ("--diff-image", diffImage)) }
        let drawsImage = diffImage != nil || page != nil
        // Words do without them where plans differ.
        let countsPixels = json
        var comparer = try comparison.comparer()
        comparer.drawsImage = drawsImage
        comparer.countsPixels = countsPixels
        let trees = [old, new].map(FigureTree.isDirectory)
        guard trees[0] == trees[1] else {
            throw Diagnostic(
                "'\(trees[0] ? old : new)' is a directory, and '\(trees[0] ? new : old)' is not",
                hint: "give two figures or two directories")
        }
        let result = try trees[0] ? compareTrees(page, comparer) : compareFiles(page, comparer)
        if comparison.counts(result) { throw ExitCode(1) }
    }

    /// - Throws: `Diagnostic` where the picture would replace a figure that it is of, by whatever path.
    private func checkDiffImage(_ path: String) throws {
        try OutputFiles.check([path])
        let figures = [old, new].filter { $0 != "-" }.compactMap(FileIdentity.init)
        guard path != "-", let own = FileIdentity(of: path), figures.contains(own) else { return }
        throw Diagnostic("--diff-image '\(path)' is one of the figures", hint: "give the picture a name of its own")
    }

    private func compareFiles(
        _ page: ReportFile?, _ comparer: FigureComparer
    ) throws -> FigureDifference.Result {
        let files = (try FigureFile(old), try FigureFile(new))
        var tables: [String] = []
        let found = try comparer.difference(
            from: files.0.compared { tables.append($0) }, to: files.1.compared { tables.append($0) })
        if let diffImage {
            guard let image = found.image else {
                throw Diagnostic("--diff-image is of two PNG files", hint: "leave it out, or draw both as PNG")
            }
            for table in tables {
                try OutputFiles.checkInput(table, of: "the figures' table", isNoneOf: [diffImage])
            }
            try OutputFiles.write([OutputFile(path: diffImage, bytes: try image.encoded().bytes)])
        }
        if let page {
            let finding = FigureFinding(
                path: files.1.name, difference: found.difference, old: files.0.bytes, new: files.1.bytes,
                changes: try found.image?.encoded().bytes)
            try page.write(reportPage([finding]))
        }
        if !quiet, diffImage != "-" { try print(DifferenceReport.of(found.difference, json: json)) }
        return found.difference.result
    }

    private func compareTrees(
        _ page: ReportFile?, _ comparer: FigureComparer
    ) throws -> FigureDifference.Result {
        guard diffImage == nil else {
            throw Diagnostic("--diff-image is of two files", hint: "compare the two PNG files that differ")
        }
        let pairs = try FigureTree.pairs(old, new)
        let results = Workers.map(pairs) { pair in
            Result { try pair.compared(comparer, isReported: page != nil) }
        }
        let findings = try results.map { try $0.get() }
        try page?.write(reportPage(findings))
        let differences = findings.map { (path: $0.path, difference: $0.difference) }
        if !quiet { try print(DifferenceReport.of(differences, json: json)) }
        let all = differences.map(\.difference.result)
        return all.contains(.different) ? .different : all.contains(.drift) ? .drift : .same
    }

    private func reportPage(_ findings: [FigureFinding]) -> ReportPage {
        ReportPage(title: "Figures compared", oldName: old, newName: new, entries: findings.map(\.reported))
    }

    private func print(_ text: String) throws { try OutputFiles.writeToStandardOutput(Array(text.utf8)) }
}
