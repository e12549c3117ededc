import CurveSampling
import Diagnostics
import Grids

/// A grid that a user names, instead of a loss or a formula.
public struct GridSpec: Sendable {
    public var bytes: [UInt8]
    /// By which errors and the figure name the file.
    public var path: String
    /// Where the first and last column of an NPY file stand; nil to count them.
    public var x: ClosedRange<Double>?
    /// The same of its rows.
    public var y: ClosedRange<Double>?

    public init(bytes: [UInt8], path: String, x: ClosedRange<Double>? = nil, y: ClosedRange<Double>? = nil) {
        self.bytes = bytes
        self.path = path
        self.x = x
        self.y = y
    }

    /// - Throws: `Diagnostic` with the place of what is wrong in the file.
    func read() throws -> GridSubject {
        let file = try GridFile(bytes, path: path, x: x, y: y)
        let reference = GridReference(path: path, sha256: Checksum.sha256(bytes), grid: file.grid)
        return GridSubject(grid: file.grid, names: file.names, reference: reference, warnings: file.warnings)
    }
}

/// A grid that was read.
struct GridSubject: Equatable, Sendable {
    var grid: ValueGrid
    var names: GridFile.Names?
    var reference: GridReference
    var warnings: [Diagnostic]

    /// The file's name without folders and ending.
    var name: String { reference.name }
}
