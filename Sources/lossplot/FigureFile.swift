import Diagnostics
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

    /// The contents of a table that stayed behind: at its path from where the command runs, from where the figure lies,
    /// or from the directory above, where the spec of a figure in `figures/` lies.
    func table(_ tablePath: String) throws -> [UInt8] {
        var candidates = [tablePath]
        if !tablePath.hasPrefix("/"), path != "-" {
            let directory = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
            candidates += [directory + tablePath, directory + "../" + tablePath]
        }
        for candidate in candidates {
            if let bytes = try? InputFile.read(path: candidate, limit: DataOptions.sizeLimit) { return bytes }
        }
        throw Diagnostic(
            "the figure's samples are in '\(tablePath)', which is not there", at: Diagnostic.Place(file: name),
            hint: "run the command where the figure was drawn")
    }
}
