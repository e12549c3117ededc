import ArgumentParser
import Diagnostics
import Glibc
import LossPlots
import OutputFiles
import Specs
import Typography

/// `lossplot render [SPEC|DIR]…`: figures from spec files.
struct RenderCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "render",
        abstract: "Draw the figures that spec files describe, in every language, theme and format they ask for.",
        discussion: """
            EXAMPLES:
              lossplot render                             every spec in plots/, into plots/figures/
              lossplot render plots/mse-vs-ce.yaml        one of them
              lossplot render --gallery                   and plots/figures/index.html, a page that shows them all
              lossplot render --force talks               every spec in talks/, whether it is up to date or not

            A spec is YAML or JSON, one figure a file; 'lossplot list schema' prints what it may say. Of a directory all
            .yaml, .yml and .json files are specs, but for JSON Schemas. Outputs are
            figures/NAME.LANGUAGE.svg beside the spec. What is up to date by the plan inside it is left alone. A figure with
            an error, or an assertion that does not hold, keeps all its old files; the others are written.
            Exit codes: 0 done, 2 anything wrong, a failed assertion too.
            """)

    @Argument(help: ArgumentHelp("Spec files, or directories of them. (default: plots)", valueName: "spec|dir"))
    var paths: [String] = []

    @Flag(help: "Draw again what is up to date, too.")
    var force = false

    @Flag(help: "Write figures/index.html beside the figures, too: a page with all of them.")
    var gallery = false

    @Flag(name: .shortAndLong, help: "Print no warnings, no progress and no summary.")
    var quiet = false

    func run() throws {
        let files = try SpecFiles.paths(paths.isEmpty ? ["plots"] : paths)
        let specs = files.map { file in Result { try SpecFiles.read(file) } }
        try RenderCommand.refuseSharedOutputs(specs.compactMap { try? $0.get() })
        let (force, gallery) = (force, gallery)
        let progress = RenderProgress(total: specs.count, isShown: !quiet && Report.standardErrorIsTerminal)
        let fonts = try Report.fonts()
        let results = Workers.map(specs) { spec in
            let result = Result {
                try RenderCommand.render(try spec.get(), fonts: fonts, force: force, gallery: gallery)
            }
            progress.step()
            return result
        }
        progress.clear()

        var (written, current, failures) = (0, 0, 0)
        var incomplete: [String] = []
        for (file, result) in zip(files, results) {
            do {
                let figure = try result.get()
                written += figure.files.count
                current += figure.currentCount
                if !quiet { figure.warnings.forEach(Report.warning) }
            } catch {
                failures += 1
                incomplete.append(FigureSpec.outputDirectory(of: file))
                Report.error(error as? Diagnostic ?? Diagnostic("\(error)", at: Diagnostic.Place(file: file)))
            }
        }
        if gallery {
            // A page that shows less than there is would mislead.
            let whole = files.indices.filter { !incomplete.contains(FigureSpec.outputDirectory(of: files[$0])) }
            written += try RenderCommand.writeGalleries(
                whole.map { try specs[$0].get() }, whole.map { try results[$0].get().entry })
            if !quiet { Set(incomplete).sorted().map(RenderCommand.galleryLeft).forEach(Report.warning) }
        }
        if !quiet { try OutputFiles.writeToStandardOutput(Array(summary(written, current, failures).utf8)) }
        if failures > 0 { throw ExitCode(2) }
    }

    /// Draws a spec's files and writes them, all or none.
    private static func render(
        _ spec: FigureSpec, fonts: FontBook, force: Bool, gallery: Bool
    ) throws -> RenderedFigure {
        let figure = try RenderedFigure(spec, fonts: fonts, viewsAll: gallery) { output, plan in
            !force && RenderedFigure.isCurrent(output, planText: plan)
        }
        guard !figure.files.isEmpty else { return figure }
        try OutputFiles.createDirectory(spec.outputDirectory)
        try OutputFiles.write(figure.files)
        return figure
    }

    /// A page in each directory of outputs.
    ///
    /// - Parameter entries: of the specs.
    /// - Returns: how many were not up to date.
    private static func writeGalleries(_ specs: [FigureSpec], _ entries: [Gallery.Entry]) throws -> Int {
        var directories: [String] = []
        for spec in specs where !directories.contains(spec.outputDirectory) { directories.append(spec.outputDirectory) }
        let pages = directories.map { directory in
            let own = zip(specs, entries).filter { $0.0.outputDirectory == directory }.map(\.1)
            return OutputFile(path: directory + "/index.html", bytes: Gallery(own).html)
        }
        let stale = pages.filter { (try? InputFile.read(path: $0.path, limit: 1 << 26)) != $0.bytes }
        try OutputFiles.write(stale)
        return stale.count
    }

    /// An old page would mislead whoever takes it for new.
    private static func galleryLeft(in directory: String) -> Diagnostic {
        let page = directory + "/index.html"
        let isThere = access(page, F_OK) == 0
        return Diagnostic(
            "'\(page)' \(isThere ? "is left as it was" : "is not written"): it shows every figure or none",
            hint: "mend what is named above, and run the command again")
    }

    /// Two figures must not take turns in one file.
    static func refuseSharedOutputs(_ specs: [FigureSpec]) throws {
        var owners: [String: String] = [:]
        for spec in specs {
            for output in spec.outputs {
                if let other = owners.updateValue(spec.file, forKey: output.path), other != spec.file {
                    throw Diagnostic(
                        "'\(output.path)' is an output of '\(other)' and of '\(spec.file)'",
                        hint: "give one of them a name: of its own")
                }
            }
        }
        try refuseReplacedInputs(specs)
    }

    /// No figure may replace what it or another is drawn from, by whatever links.
    private static func refuseReplacedInputs(_ specs: [FigureSpec]) throws {
        let outputs = Dictionary(
            specs.flatMap(\.outputs).compactMap { output in FileIdentity(of: output.path).map { ($0, output.path) } }
        ) { first, _ in first }
        for spec in specs {
            for input in [spec.file] + (spec.dataPath.map { [$0] } ?? []) {
                guard let output = FileIdentity(of: input).flatMap({ outputs[$0] }) else { continue }
                throw Diagnostic(
                    "'\(spec.file)' is drawn from '\(input)', and the output '\(output)' would replace that",
                    hint: "give one of them another name")
            }
        }
    }

    private func summary(_ written: Int, _ current: Int, _ failures: Int) -> String {
        func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
        var parts = ["\(count(written, "file")) written"]
        if current > 0 { parts.append("\(current) up to date") }
        if failures > 0 { parts.append("\(count(failures, "figure")) failed") }
        return parts.joined(separator: ", ") + "\n"
    }
}
