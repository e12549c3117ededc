/// Values at the crossings of upright and level lines, as of a landscape that was computed elsewhere.
///
/// Between the points the surface is what bilinear interpolation makes of the four corners of each cell: a + b x + c y + d x y.
/// A cell with a corner that has no value is a hole.
///
/// ```swift
/// let grid = ValueGrid(xs: [0, 1], ys: [0, 2], values: [0, 1, 2, 5])
/// grid.value(atX: 0.5, y: 1)  // 2
/// ```
public struct ValueGrid: Equatable, Sendable {
    /// Increasing, two or more.
    public let xs: [Double]
    /// Increasing, two or more.
    public let ys: [Double]
    /// Row by row, the row of the least y first: that at (xs[i], ys[j]) is `values[j * xs.count + i]`. NaN is a hole;
    /// nothing is infinite.
    public let values: [Double]

    public init(xs: [Double], ys: [Double], values: [Double]) {
        precondition(xs.count > 1 && ys.count > 1, "a grid has two columns and two rows at least")
        precondition(values.count == xs.count * ys.count, "a grid has a value for each of its points")
        precondition(
            zip(xs, xs.dropFirst()).allSatisfy { $0 < $1 } && zip(ys, ys.dropFirst()).allSatisfy { $0 < $1 },
            "a grid's coordinates increase")
        precondition(values.allSatisfy { !$0.isInfinite }, "a grid's values are finite or missing")
        self.xs = xs
        self.ys = ys
        self.values = values
    }

    public var xRange: ClosedRange<Double> { xs[0]...xs[xs.count - 1] }
    public var yRange: ClosedRange<Double> { ys[0]...ys[ys.count - 1] }

    /// Whether some cell has values at all four corners.
    ///
    /// - Complexity: O(points).
    public var hasCells: Bool {
        (0..<ys.count - 1).contains { j in
            (j * xs.count..<(j + 1) * xs.count - 1).contains { k in
                [k, k + 1, k + xs.count, k + xs.count + 1].allSatisfy { !values[$0].isNaN }
            }
        }
    }

    /// NaN outside and in holes; at a hole's edge what the cell beside it says.
    ///
    /// - Complexity: O(log points).
    public func value(atX x: Double, y: Double) -> Double {
        guard let (i, s) = ValueGrid.place(x, among: xs), let (j, t) = ValueGrid.place(y, among: ys) else {
            return .nan
        }
        // What weighs nothing may be missing, as beside a hole.
        func mixed(_ a: @autoclosure () -> Double, _ b: @autoclosure () -> Double, _ share: Double) -> Double {
            share == 0 ? a() : share == 1 ? b() : a() * (1 - share) + b() * share
        }
        func along(_ k: Int) -> Double { mixed(values[k], values[k + 1], s) }
        let k = j * xs.count + i
        return mixed(along(k), along(k + xs.count), t)
    }

    /// The interval of sorted `places` that holds `x`, and how far along it.
    private static func place(_ x: Double, among places: [Double]) -> (index: Int, share: Double)? {
        guard x >= places[0], x <= places[places.count - 1] else { return nil }
        var (low, high) = (0, places.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if places[middle] <= x { low = middle } else { high = middle }
        }
        // Halves, since the difference of the largest numbers is infinite.
        return (low, (x / 2 - places[low] / 2) / (places[high] / 2 - places[low] / 2))
    }

    /// The part in a window, of the same surface: the lines of points next to the window's edges move onto them.
    ///
    /// - Returns: nil where no area of the grid lies in the window.
    /// - Complexity: O(points).
    public func cropped(x: ClosedRange<Double>, y: ClosedRange<Double>) -> ValueGrid? {
        guard let columns = ValueGrid.cropped(xs, to: x), let rows = ValueGrid.cropped(ys, to: y) else { return nil }
        if columns == xs, rows == ys { return self }
        let values = rows.flatMap { y in columns.map { x in value(atX: x, y: y) } }
        return ValueGrid(xs: columns, ys: rows, values: values)
    }

    private static func cropped(_ places: [Double], to range: ClosedRange<Double>) -> [Double]? {
        let low = max(range.lowerBound, places[0])
        let high = min(range.upperBound, places[places.count - 1])
        guard low < high else { return nil }
        return [low] + places.filter { low < $0 && $0 < high } + [high]
    }
}
