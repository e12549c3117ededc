import CurveSampling
import Diagnostics

/// A grid of values from a file that another program wrote.
///
/// ```swift
/// let file = try GridFile(bytes, path: "landscape.npy", x: -1...1, y: -1...1)
/// file.grid.value(atX: 0, y: 0)
/// ```
///
/// The form is told from the contents: NPY begins with its magic bytes, all else is delimited text, either in three
/// columns under a header or as a matrix (``GridTable``).
public struct GridFile: Sendable {
    public let grid: ValueGrid
    /// What the file calls its variables; nil where it says nothing.
    public let names: Names?
    public let warnings: [Diagnostic]

    /// The names of the variables.
    public struct Names: Equatable, Sendable {
        public var x: String
        public var y: String
        public var value: String

        public init(x: String, y: String, value: String) { (self.x, self.y, self.value) = (x, y, value) }
    }

    /// The most points of a grid.
    public static let pointLimit = 16_000_000

    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - path: by which errors name it.
    ///   - x: where the first and the last column of an NPY file stand; nil to count them from 0.
    ///   - y: the same of its rows; the first row is the lowest.
    /// - Throws: a `Diagnostic` with the place of what is wrong: a line and column in text, a byte in an NPY file.
    /// - Complexity: O(bytes), and O(n log n) for n rows of three columns.
    public init(_ bytes: [UInt8], path: String, x: ClosedRange<Double>? = nil, y: ClosedRange<Double>? = nil) throws {
        if bytes.starts(with: NPYHeader.magic) {
            let header = try NPYHeader(bytes, file: path)
            let values = try header.values(in: bytes)
            let xs = try GridFile.places(header.columns, over: x, "x", file: path)
            let ys = try GridFile.places(header.rows, over: y, "y", file: path)
            self = GridFile(xs: xs, ys: ys, values: values, names: nil, path: path)
            return
        }
        if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            throw Diagnostic(
                "this is a ZIP archive, as NPZ files are", at: .init(file: path),
                hint: "write one array with numpy.save, not savez")
        }
        if path.hasSuffix(".npy") || bytes.first == 0x93 {
            throw Diagnostic(
                "the file does not begin with the bytes \\x93NUMPY of the NPY format", at: .init(file: path),
                hint: "write it with numpy.save, or call a table .csv")
        }
        for (name, range) in [("x", x), ("y", y)] where range != nil {
            throw Diagnostic(
                "the file has coordinates of its own, and \(name) is given as well", at: .init(file: path),
                hint: "leave \(name) out; a part of the grid is what the window shows")
        }
        let table = try GridTable(bytes, file: path)
        self = GridFile(xs: table.xs, ys: table.ys, values: table.values, names: table.names, path: path)
    }

    /// What is infinite becomes a hole.
    private init(xs: [Double], ys: [Double], values: [Double], names: Names?, path: String) {
        let infinite = values.count { $0.isInfinite }
        grid = ValueGrid(xs: xs, ys: ys, values: infinite == 0 ? values : values.map { $0.isInfinite ? .nan : $0 })
        self.names = names
        warnings =
            infinite == 0
            ? []
            : [
                Diagnostic(
                    "\(infinite) of \(values.count) values \(infinite == 1 ? "is" : "are") infinite and left out",
                    at: .init(file: path))
            ]
    }

    /// Evenly spaced, both ends included.
    private static func places(
        _ count: Int, over range: ClosedRange<Double>?, _ name: String, file: String
    ) throws -> [Double] {
        guard let range else { return (0..<count).map(Double.init) }
        let places = (0..<count).map { k -> Double in
            let t = Double(k) / Double(count - 1)
            return range.lowerBound * (1 - t) + range.upperBound * t
        }
        guard zip(places, places.dropFirst()).allSatisfy({ $0 < $1 }) else {
            throw Diagnostic(
                "\(count) places from \(range.lowerBound) to \(range.upperBound) are not distinct as doubles",
                at: .init(file: file), hint: "give a wider \(name)")
        }
        return places
    }
}
