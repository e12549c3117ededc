import Diagnostics
import FigureComparison
import LossPlots
import OutputFiles

/// A figure that the user names, read into memory.
struct FigureFile {
    /// By which messages name it.
    var name: String
    /// As given; `-` for standard input.
    var path: String
    var bytes: [UInt8]

    /// 512 MiB, far more than the largest image compresses to.
    private static let sizeLimit = 512 << 20

    init(_ path: String) throws {
        self.path = path
        name = path == "-" ? "stdin" : path
        bytes = try InputFile.read(path: path, limit: FigureFile.sizeLimit)
    }

    /// What a file is to hold; comparisons tell it from what the file holds by its name.
    init(drawnFor path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
        name = "the new \(path)"
    }

    /// The contents of the table that the figure was drawn from.
    ///
    /// - Throws: `Diagnostic` where it cannot be found or read.
    func table(_ path: String) throws -> [UInt8] { try lookup.table(path).bytes }

    private var lookup: TableLookup {
        TableLookup(
            file: path, name: name, contents: "the figure's samples",
            hint: "run the command where the figure was drawn")
    }

    var compared: ComparedFigure { compared { _ in } }

    /// - Parameter note: is told the path of every table that is read.
    func compared(noting note: @escaping (String) -> Void) -> ComparedFigure {
        ComparedFigure(name: name, bytes: bytes) { path in
            let found = try lookup.table(path)
            note(found.path)
            return found.bytes
        }
    }
}
