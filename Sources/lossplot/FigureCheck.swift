import Diagnostics
import FigureComparison
import Glibc
import LossPlots
import OutputFiles
import Specs

/// The figures that the specs of a directory give, held against those that lie in its `figures/`.
struct FigureCheck {
    /// As given, without a slash at its end.
    let directory: String
    /// In the order of the specs, then the gallery's page, then the files of no spec.
    private(set) var outputs: [Output] = []
    /// Specs that cannot be read or drawn, or that claim what does not hold.
    private(set) var failures: [Failure] = []
    /// Tables and grids that the specs draw from.
    private var dataPaths: [String] = []
    /// Where the specs say what, by their files.
    private(set) var places: [String: SpecPlaces] = [:]
    /// What could not be looked at.
    private(set) var notes: [String] = []

    struct Output: Sendable {
        var path: String
        /// The spec that names it; nil for the gallery's page and for a file of no spec.
        var spec: String?
        var outcome: Outcome
        /// What the spec gives, where the file holds something else.
        var drawn: [UInt8]?
        /// What a page is to show beside it: the file as it is, and a PNG of the pixels that differ.
        var shown: (old: [UInt8]?, changes: [UInt8]?)
    }

    enum Outcome: Sendable {
        case compared(FigureDifference)
        /// The spec names it, and it is not there.
        case missing
        /// It is there, and no spec names it.
        case orphan
        /// The file that is there cannot be compared.
        case unreadable(Diagnostic)
        /// The spec fails.
        case undrawn(Diagnostic)
    }

    struct Failure: Sendable {
        var spec: String
        var diagnostic: Diagnostic
    }

    /// Draws every figure anew, in memory.
    ///
    /// - Parameters:
    ///   - isReported: whether a page is to show what differs; else what nobody is going to see is not kept.
    ///   - countsPixels: as of a ``FigureComparer``.
    /// - Throws: `Diagnostic` where nothing can be looked at: no directory, no spec in it, two specs with one output.
    init(
        of argument: String, isQuiet: Bool, isReported: Bool = false, countsPixels: Bool = false,
        comparer: FigureComparer
    ) throws {
        guard FigureTree.isDirectory(argument) else {
            throw Diagnostic(
                "'\(argument)' is no directory", hint: "name one that holds spec files, for example plots")
        }
        var comparer = comparer
        comparer.drawsImage = isReported
        comparer.countsPixels = countsPixels
        let trimmed = String(argument.reversed().drop { $0 == "/" }.reversed())
        directory = trimmed.isEmpty ? "/" : trimmed
        let files = try SpecFiles.paths([directory])
        let specs = files.map { file in Result { try SpecFiles.read(file) } }
        let readable = specs.compactMap { try? $0.get() }
        try RenderCommand.refuseSharedOutputs(readable)
        dataPaths = readable.compactMap(\.dataPath)
        places = Dictionary(readable.map { ($0.file, $0.places) }) { first, _ in first }
        let progress = RenderProgress(total: specs.count, isShown: !isQuiet && Report.standardErrorIsTerminal)
        let results = Workers.map(specs) { [comparer] spec in
            let result = Result {
                try FigureCheck.outputs(of: try spec.get(), comparer, isReported: isReported)
            }
            progress.step()
            return result
        }
        progress.clear()
        var entries: [Gallery.Entry] = []
        for (index, result) in results.enumerated() {
            do {
                let (compared, entry) = try result.get()
                outputs += compared
                entries.append(entry)
            } catch {
                let diagnostic =
                    error as? Diagnostic ?? Diagnostic("\(error)", at: Diagnostic.Place(file: files[index]))
                failures.append(Failure(spec: files[index], diagnostic: diagnostic))
                guard case .success(let spec) = specs[index] else { continue }
                outputs += spec.outputs.map {
                    Output(path: $0.path, spec: spec.file, outcome: .undrawn(diagnostic))
                }
            }
        }
        try compareGallery(entries)
        try findOrphans(all: specs.allSatisfy { (try? $0.get()) != nil }, isReported: isReported)
    }

    /// What is to be said of a spec's files, and what the gallery's page is to show.
    private static func outputs(
        of spec: FigureSpec, _ comparer: FigureComparer, isReported: Bool
    ) throws -> ([Output], Gallery.Entry) {
        let figure = try RenderedFigure(spec, fonts: comparer.fonts)
        let outputs = try figure.files.map { file in
            var output = Output(path: file.path, spec: spec.file, outcome: .missing, drawn: file.bytes)
            guard FigureCheck.isThere(file.path) else { return output }
            do {
                try FigureCheck.refuseWhatWaits(file.path)
                let old = try FigureFile(file.path)
                if old.bytes == file.bytes {
                    output.outcome = .compared(FigureDifference(result: .same))
                    output.drawn = nil
                } else {
                    let new = FigureFile(drawnFor: file.path, bytes: file.bytes)
                    let found = try FigureCheck.whatToDo(about: spec) {
                        try comparer.difference(from: old.compared, to: new.compared)
                    }
                    output.outcome = .compared(found.difference)
                    if isReported { output.shown = (old.bytes, try found.image?.encoded().bytes) }
                }
            } catch let diagnostic as Diagnostic {
                output.outcome = .unreadable(diagnostic)
            }
            return output
        }
        return (outputs, figure.entry)
    }

    /// A file that is no figure, or a broken one, is mended by the one that the spec gives.
    private static func whatToDo<Value>(about spec: FigureSpec, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch var diagnostic as Diagnostic {
            let directory = spec.outputDirectory.dropLast("/figures".count)
            diagnostic.hint =
                "take the one that the spec gives: lossplot accept \(directory.isEmpty ? "." : directory)"
            throw diagnostic
        }
    }

    /// - Throws: `Diagnostic` for a pipe or a device, for which reading and writing would wait.
    static func refuseWhatWaits(_ path: String) throws {
        var status = stat()
        guard stat(path, &status) == 0, ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) else { return }
        throw Diagnostic(
            "'\(path)' is no file", hint: "remove it, and take the figure that the spec gives: lossplot accept")
    }

    /// Whether a path leads to one of the specs, of the figures that are checked, or of the files they are drawn from.
    func holds(_ path: String) -> Bool {
        guard let own = FileIdentity(of: path) else { return false }
        return (outputs.map(\.path) + outputs.compactMap(\.spec) + failures.map(\.spec) + dataPaths).contains {
            FileIdentity(of: $0) == own
        }
    }

    /// Whether there is something that a link may lead to.
    private static func isThere(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 || errno != ENOENT
    }

    var figuresDirectory: String { directory == "/" ? "/figures" : directory + "/figures" }

    // MARK: The gallery's page

    /// - Parameter entries: of every spec, where none failed.
    private mutating func compareGallery(_ entries: [Gallery.Entry]) throws {
        let path = figuresDirectory + "/index.html"
        guard FigureCheck.isThere(path) else { return }
        guard failures.isEmpty else {
            notes.append("\(path) was not compared: it shows figures that could not be drawn")
            return
        }
        var output = Output(path: path, outcome: .missing, drawn: Gallery(entries).html)
        do {
            let bytes = try InputFile.read(path: path, limit: 1 << 26)
            // The page names every spec by the path from where it was made, which may be anywhere above.
            let isSame = try FigureCheck.spellings(of: directory).contains { spelling in
                Gallery(
                    entries.map { entry in
                        var entry = entry
                        entry.file = spelling + entry.file.dropFirst(directory.count)
                        return entry
                    }
                ).html == bytes
            }
            if isSame { output.drawn = nil }
            output.outcome = .compared(
                isSame
                    ? FigureDifference(result: .same)
                    : FigureDifference(
                        result: .different,
                        changes: [FigureChange(.file, "index.html", "the page of all figures is another")]))
        } catch let diagnostic as Diagnostic {
            output.outcome = .unreadable(diagnostic)
        }
        outputs.append(output)
    }

    /// As given, and its path from each directory above.
    private static func spellings(of directory: String) throws -> [String] {
        guard let resolved = realpath(directory, nil) else { return [directory] }
        defer { free(resolved) }
        let real = String(cString: resolved)
        let parts = real.split(separator: "/")
        return [directory, real] + parts.indices.map { parts[$0...].joined(separator: "/") }
    }

    // MARK: Files of no spec

    /// - Parameter all: whether every spec tells its outputs.
    private mutating func findOrphans(all: Bool, isReported: Bool) throws {
        // In bytes: composed and decomposed letters are one to String, and two to the disk.
        let named = Set(outputs.map { Array($0.path.utf8) })
        guard FigureTree.isDirectory(figuresDirectory) else { return }
        let orphans = try FigureTree.figures(directlyIn: figuresDirectory).map { "\(figuresDirectory)/\($0)" }
            .filter { !named.contains(Array($0.utf8)) }.sorted()
        guard all || orphans.isEmpty else {
            notes.append("files that no spec names were not looked for: a spec that cannot be read may name them")
            return
        }
        outputs += orphans.map { path in
            // One that cannot be read is an orphan all the same.
            let bytes = isReported ? try? FigureFile(path).bytes : nil
            return Output(path: path, outcome: .orphan, shown: (bytes, nil))
        }
    }
}
