/// Heights on a grid: a surface of triangles, two to a cell.
public struct SurfaceMesh: Equatable, Sendable {
    /// Increasing, at least two.
    public let xs: [Double]
    /// Increasing, at least two.
    public let ys: [Double]
    /// One for each point, y by y: that of (xs[i], ys[j]) is values[j · xs.count + i]. Where one is not finite, the
    /// cells around it are left out.
    public let values: [Double]

    public init(xs: [Double], ys: [Double], values: [Double]) {
        precondition(
            xs.count > 1 && ys.count > 1 && values.count == xs.count * ys.count
                && zip(xs, xs.dropFirst()).allSatisfy(<) && zip(ys, ys.dropFirst()).allSatisfy(<),
            "a mesh has a value for each point of an increasing grid")
        self.xs = xs
        self.ys = ys
        self.values = values
    }

    public var x: ClosedRange<Double> { xs[0]...xs[xs.count - 1] }
    public var y: ClosedRange<Double> { ys[0]...ys[ys.count - 1] }

    /// At most `count` lines of the grid each way, the first and the last among them.
    func thinned(to count: Int) -> SurfaceMesh {
        func kept(_ total: Int) -> [Int] {
            if total <= count { return Array(0..<total) }
            return (0..<count).map { $0 * (total - 1) / (count - 1) }
        }
        let (columns, rows) = (kept(xs.count), kept(ys.count))
        return SurfaceMesh(
            xs: columns.map { xs[$0] }, ys: rows.map { ys[$0] },
            values: rows.flatMap { j in columns.map { values[j * xs.count + $0] } })
    }
}
