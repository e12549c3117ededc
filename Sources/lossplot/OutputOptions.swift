import ArgumentParser
import Diagnostics
import LossPlots
import OutputFiles
import SVGWriter

/// Where the figure goes.
struct OutputOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "A .png, .svg or .pdf to write; repeatable; - for standard output.", valueName: "file"))
    var output: [String] = []

    @Option(help: ArgumentHelp("png, svg or pdf, for -o - or another ending.", valueName: "format"))
    var format: String?

    @Option(
        help: ArgumentHelp(
            "Text in an SVG: outlines, the same everywhere, or live, for pages that bring the fonts.",
            valueName: "mode"))
    var svgText: String?

    @Option(help: ArgumentHelp("Write what was drawn as JSON: cubics, lines, the bound.", valueName: "file"))
    var export: String?

    @Flag(help: "Print what was found as JSON.")
    var json = false

    @Flag(name: .shortAndLong, help: "Print no warnings.")
    var quiet = false

    /// Resolves formats and checks, before anything is computed, that every file can be written.
    func targets() throws -> OutputTargets {
        let given = try format.map(OutputOptions.format(named:))
        let mode = try svgText.map(OutputOptions.textMode(named:)) ?? .outlines
        var figures: [OutputTargets.Figure] = []
        for path in output {
            guard !path.isEmpty else { throw Diagnostic("-o '' names no file", hint: "for example -o mse.png") }
            if path == "-" {
                guard let given else {
                    throw Diagnostic("-o - needs a format", hint: "add --format png, svg or pdf")
                }
                figures.append(.init(path: path, format: given))
                continue
            }
            guard let format = FileFormat(endingOf: path) ?? given else {
                throw Diagnostic(
                    "'\(path)' does not end in .png, .svg or .pdf", hint: "rename it, or add --format png, svg or pdf")
            }
            if let given, let ending = FileFormat(endingOf: path), ending != given, output.count == 1 {
                throw Diagnostic(
                    "'\(path)' ends in .\(ending.rawValue), and --format says \(given.rawValue)",
                    hint: "drop one of them")
            }
            figures.append(.init(path: path, format: format))
        }
        let standardOutputs = figures.filter { $0.path == "-" }.count + (json ? 1 : 0) + (export == "-" ? 1 : 0)
        if standardOutputs > 1 {
            throw Diagnostic(
                "\(standardOutputs) things go to standard output", hint: "give all but one of them a file of its own")
        }
        if figures.isEmpty, export == nil, !json {
            guard let given, !Report.standardOutputIsTerminal else {
                throw Diagnostic("no output is named", hint: "add -o FILE.png, .svg or .pdf, for example -o mse.png")
            }
            figures.append(.init(path: "-", format: given))
        }
        if figures.contains(where: { $0.path == "-" && $0.format != .svg }), Report.standardOutputIsTerminal {
            throw Diagnostic(
                "standard output is a terminal, which cannot show a figure",
                hint: "write to a file with -o FILE, or pipe it")
        }
        let targets = OutputTargets(figures: figures, export: export, printsSummary: json, svgText: mode)
        try OutputFiles.check(targets.paths)
        return targets
    }

    private static func format(named name: String) throws -> FileFormat {
        guard let format = FileFormat(rawValue: name.lowercased()) else {
            throw Diagnostic("--format '\(name)' is unknown", hint: "use png, svg or pdf")
        }
        return format
    }

    private static func textMode(named name: String) throws -> SVGDocument.TextMode {
        guard let mode = SVGDocument.TextMode(rawValue: name) else {
            throw Diagnostic("--svg-text '\(name)' is unknown", hint: "use outlines or live")
        }
        return mode
    }
}

/// Outputs with their formats settled.
struct OutputTargets {
    var figures: [Figure]
    var export: String?
    var printsSummary: Bool
    var svgText: SVGDocument.TextMode

    struct Figure {
        /// `-` for standard output.
        var path: String
        var format: FileFormat
    }

    /// The files that will be written, standard output left out.
    var paths: [String] { (figures.map(\.path) + (export.map { [$0] } ?? [])).filter { $0 != "-" } }

    /// Writes everything: files first, all or none of them, then standard output.
    func deliver(
        _ files: [RenderedFile], export makeExport: () throws -> [UInt8],
        summary makeSummary: ([RenderedFile]) throws -> [UInt8]
    ) throws {
        var outputs = files.filter { $0.path != "-" }.map { OutputFile(path: $0.path, bytes: $0.bytes) }
        var standardOutput = files.first { $0.path == "-" }?.bytes
        if let export {
            let bytes = try makeExport()
            if export == "-" { standardOutput = bytes } else { outputs.append(OutputFile(path: export, bytes: bytes)) }
        }
        if printsSummary { standardOutput = try makeSummary(files) }
        try OutputFiles.write(outputs)
        if let standardOutput { try OutputFiles.writeToStandardOutput(standardOutput) }
    }
}
