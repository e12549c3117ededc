import Diagnostics
import Losses
import PNGCoding
import XMLReading

/// A written figure read back: the plan inside it, and the program that put it there.
///
/// ```swift
/// if let figure = try EmbeddedFigure(bytes, file: "mse.svg") {
///     let again = try figure.resolved(reading: { try InputFile.read(path: $0, limit: 1 << 30) })
/// }
/// ```
public struct EmbeddedFigure: Sendable {
    /// By which errors name the figure.
    public let file: String
    public let format: FileFormat
    /// The name and version of the program that drew it.
    public let program: String
    /// The plan as it stands in the figure.
    public let planText: String
    /// The plan, its values not yet checked: ``resolved(reading:)`` does that.
    public let plan: any ReadablePlan

    /// Reads a figure.
    ///
    /// - Returns: nil for a PNG, SVG or PDF of another program.
    /// - Throws: `Diagnostic` with the file for what is none of the three, for a broken file, and for a plan that is broken
    ///   or that this program does not know.
    public init?(_ bytes: [UInt8], file: String) throws {
        guard let format = FileFormat(of: bytes) else {
            throw Diagnostic(
                bytes.isEmpty ? "the file is empty" : "this is no PNG, no SVG and no PDF",
                at: Diagnostic.Place(file: file), hint: "name a figure")
        }
        guard let found = try EmbeddedFigure.text(in: bytes, format, file: file) else { return nil }
        self.file = file
        self.format = format
        program = found.program
        planText = found.plan
        plan = try PlanReader.plan(Array(found.plan.utf8), file: file)
    }

    private static func text(
        in bytes: [UInt8], _ format: FileFormat, file: String
    ) throws -> (program: String, plan: String)? {
        switch format {
        case .png:
            do {
                let texts = try DecodedPNG.texts(of: bytes)
                return texts[FigureRenderer.planKeyword].map { (texts["Software"] ?? "", $0) }
            } catch let diagnostic as Diagnostic {
                throw Diagnostic(diagnostic.message, at: Diagnostic.Place(file: file), hint: diagnostic.hint)
            }
        case .svg: return try SVGPlan.text(in: bytes, file: file)
        case .pdf: return try PDFPlan.text(in: bytes, file: file)
        }
    }

    /// The figure with its data at hand, every value checked and every claim proved again.
    ///
    /// - Parameter read: gives the contents of a file by the path in the plan, for data that does not travel with the
    ///   figure.
    /// - Throws: `Diagnostic` with the figure's name for a value that no figure has, and for data that is missing or has
    ///   changed.
    public func resolved(reading read: (_ path: String) throws -> [UInt8]) throws -> ResolvedFigure {
        do {
            let figure = try plan.request(reading: read).resolved()
            // What one spelling of a plan resolves to is that plan, or it holds something that no figure was drawn from.
            let (meant, found) = (try EmbeddedPlan.text(of: figure.plan), try EmbeddedPlan.text(of: plan))
            guard meant == found else {
                throw Diagnostic("the plan holds values that belong to no figure", hint: "draw the figure again")
            }
            return figure
        } catch var diagnostic as Diagnostic {
            if diagnostic.place == nil { diagnostic.place = Diagnostic.Place(file: file) }
            throw diagnostic
        }
    }
}

extension FileFormat {
    /// The format of a file by its first bytes; nil for any other.
    public init?(of bytes: [UInt8]) {
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) {
            self = .png
        } else if bytes.starts(with: Array("%PDF-".utf8)) {
            self = .pdf
        } else if start.prefix(1024).first(where: { !" \t\r\n".utf8.contains($0) }) == UInt8(ascii: "<") {
            self = .svg
        } else {
            return nil
        }
    }
}

extension DataReference {
    /// The samples, read again where they stayed behind.
    func source(reading read: (String) throws -> [UInt8]) throws -> PlotSpec.DataSource {
        switch self {
        case .none: return .builtIn(samples: 1)
        case .outlier(let samples): return .builtIn(samples: samples)
        case .inline(let dataset, _): return .known(dataset, self)
        case .external(let samples, let sha256, let source):
            guard source.path != "-" else {
                throw Diagnostic(
                    "the \(samples) samples came from standard input and are not in the figure",
                    hint: "draw it from a file")
            }
            let bytes = try read(source.path)
            let found = Checksum.sha256(bytes)
            guard found == sha256 else {
                throw Diagnostic(
                    "'\(source.path)' has changed: its SHA-256 is \(found), and the figure was drawn from \(sha256)",
                    hint: "restore the file")
            }
            func dataset(skipMissing: Bool) throws -> Dataset {
                try Dataset.read(
                    bytes, name: PlotSpec.lastComponent(of: source.path), file: source.path,
                    x: source.x.isEmpty ? nil : source.x, y: source.y.isEmpty ? nil : source.y,
                    skipMissing: skipMissing
                ).dataset
            }
            // A plan does not say whether rows were left out; where none can be, both readings are the same.
            let table = try (try? dataset(skipMissing: false)) ?? dataset(skipMissing: true)
            guard table.count == samples else {
                throw Diagnostic(
                    "'\(source.path)' has \(table.count) samples, and the figure was drawn from \(samples)",
                    hint: "restore the file")
            }
            return .known(table, self)
        }
    }
}
