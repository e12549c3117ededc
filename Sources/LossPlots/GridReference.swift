import CurveSampling

/// A grid in a plan: few values travel with it, many stay where they are and are named by their checksum.
public struct GridReference: Equatable, Sendable, Codable {
    /// As it was given, relative to where the command ran or to the spec; `-` for standard input.
    public var path: String
    /// Of the file.
    public var sha256: String
    public var columns: Int
    public var rows: Int
    /// The first and the last column's place.
    public var x: ClosedRange<Double>
    public var y: ClosedRange<Double>
    /// Nil where there are more than ``inlineLimit``.
    public var points: Points?

    /// The points themselves.
    public struct Points: Equatable, Sendable, Codable {
        public var xs: [Double]
        public var ys: [Double]
        /// Row by row; null is a hole.
        public var values: [Double?]
    }

    /// Up to so many values travel inside the figure.
    public static let inlineLimit = 2000

    init(path: String, sha256: String, grid: ValueGrid) {
        self.path = path
        self.sha256 = sha256
        (columns, rows) = (grid.xs.count, grid.ys.count)
        (x, y) = (grid.xRange, grid.yRange)
        points =
            grid.values.count <= GridReference.inlineLimit
            ? Points(xs: grid.xs, ys: grid.ys, values: grid.values.map { $0.isNaN ? nil : $0 }) : nil
    }

    /// The file's name without folders and ending.
    var name: String {
        if path == "-" { return "grid" }
        let file = path.split(separator: "/").last.map(String.init) ?? path
        return file.lastIndex(of: ".").map { String(file[..<$0]) }.flatMap { $0.isEmpty ? nil : $0 } ?? file
    }
}
