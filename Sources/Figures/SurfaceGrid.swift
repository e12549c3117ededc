/// A mesh in the coordinates of its box, with what of each cell is drawn.
///
/// A cell is two triangles on either side of the diagonal from its first corner (least x and y) to the opposite one.
struct SurfaceGrid {
    let xs: [Double]
    let ys: [Double]
    /// NaN where there is none.
    let heights: [Double]
    /// The heights at which the surface is cut.
    let bottom: Double
    let top: Double
    private let states: [CellState]

    /// What rounding may take a height on an end of the window beyond it; far below a pixel.
    private static let slack = 1e-9

    enum CellState {
        /// There is no surface.
        case absent
        /// All of it lies above the window of heights, or below.
        case outside
        /// A corner lies beyond the window.
        case cut
        case whole
    }

    var columns: Int { xs.count - 1 }
    var rows: Int { ys.count - 1 }

    init(_ mesh: SurfaceMesh, scales: SpaceScales) {
        xs = mesh.xs.map { scales.x($0) }
        ys = mesh.ys.map { scales.y($0) }
        let ends = (bottom: scales.z.start, top: scales.z.end)
        (bottom, top) = ends
        heights = mesh.values.map { value in
            let height = scales.z(value)
            if abs(height - ends.bottom) <= SurfaceGrid.slack { return ends.bottom }
            if abs(height - ends.top) <= SurfaceGrid.slack { return ends.top }
            // Far beyond the window only the direction counts, and no product overflows.
            return height.isFinite ? min(max(height, -1e6), 1e6) : .nan
        }
        let (heights, bottom, top, width) = (self.heights, self.bottom, self.top, mesh.xs.count)
        states = (0..<(mesh.ys.count - 1)).flatMap { j in
            (0..<(width - 1)).map { i -> CellState in
                let k = j * width + i
                let corners = [heights[k], heights[k + 1], heights[k + width], heights[k + width + 1]]
                guard !corners.contains(where: \.isNaN) else { return .absent }
                let (isBelow, isAbove) = (corners.contains { $0 < bottom }, corners.contains { $0 > top })
                if corners.allSatisfy({ $0 < bottom }) || corners.allSatisfy({ $0 > top }) { return .outside }
                // From below the window to above it within a cell: a jump or a pole, and no wall is drawn across it.
                if isBelow && isAbove { return .absent }
                return isBelow || isAbove ? .cut : .whole
            }
        }
    }

    func height(_ i: Int, _ j: Int) -> Double { heights[j * xs.count + i] }

    func node(_ i: Int, _ j: Int) -> SpacePoint { SpacePoint(xs[i], ys[j], height(i, j)) }

    /// Of the cell with the first corner (i, j); absent outside the grid.
    func state(_ i: Int, _ j: Int) -> CellState {
        guard i >= 0, j >= 0, i < columns, j < rows else { return .absent }
        return states[j * columns + i]
    }

    func isInWindow(_ height: Double) -> Bool {
        height >= bottom - SurfaceGrid.slack && height <= top + SurfaceGrid.slack
    }

    /// The height of a cell's triangles at the given shares of its sides.
    func height(inCell i: Int, _ j: Int, at p: Double, _ q: Double) -> Double {
        let (a, d) = (height(i, j), height(i + 1, j + 1))
        if p >= q {
            let b = height(i + 1, j)
            return a + (b - a) * p + (d - b) * q
        }
        let c = height(i, j + 1)
        return a + (d - c) * p + (c - a) * q
    }

    /// The cell that holds a coordinate, of those between increasing lines; the one ahead where it lies on a line.
    static func cell(of value: Double, in lines: [Double], ahead: Double) -> Int {
        var (low, high) = (0, lines.count - 1)
        while high - low > 1 {
            let middle = (low + high) / 2
            if lines[middle] < value || lines[middle] == value && ahead >= 0 { low = middle } else { high = middle }
        }
        return low
    }

    /// The surface's point over a place of the box; nil outside the grid and over a hole.
    func point(atX x: Double, y: Double) -> SpacePoint? {
        guard x >= xs[0], x <= xs[columns], y >= ys[0], y <= ys[rows] else { return nil }
        let (i, j) = (SurfaceGrid.cell(of: x, in: xs, ahead: -1), SurfaceGrid.cell(of: y, in: ys, ahead: -1))
        guard state(i, j) != .absent else { return nil }
        let (p, q) = ((x - xs[i]) / (xs[i + 1] - xs[i]), (y - ys[j]) / (ys[j + 1] - ys[j]))
        let height = height(inCell: i, j, at: p, q)
        return isInWindow(height) ? SpacePoint(x, y, height) : nil
    }
}
