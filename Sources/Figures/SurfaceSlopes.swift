/// The slopes of a surface at the points of its grid, from the neighbours on both sides, or on the one that there is.
struct SurfaceSlopes {
    /// Along x, by the number of the point; 0 where there is no slope.
    private(set) var x: [Double] = []
    private(set) var y: [Double] = []

    init(_ grid: SurfaceGrid) {
        x.reserveCapacity(grid.heights.count)
        y.reserveCapacity(grid.heights.count)
        func slope(
            _ here: Double, _ before: (height: Double, at: Double)?, _ after: (height: Double, at: Double)?,
            _ at: Double
        )
            -> Double
        {
            let before = before.flatMap { $0.height.isNaN ? nil : $0 }
            let after = after.flatMap { $0.height.isNaN ? nil : $0 }
            switch (before, after) {
            case (let before?, let after?): return (after.height - before.height) / (after.at - before.at)
            case (let before?, nil): return (here - before.height) / (at - before.at)
            case (nil, let after?): return (after.height - here) / (after.at - at)
            case (nil, nil): return 0
            }
        }
        for j in 0...grid.rows {
            for i in 0...grid.columns {
                let here = grid.height(i, j)
                guard !here.isNaN else {
                    x.append(0)
                    y.append(0)
                    continue
                }
                x.append(
                    slope(
                        here, i > 0 ? (grid.height(i - 1, j), grid.xs[i - 1]) : nil,
                        i < grid.columns ? (grid.height(i + 1, j), grid.xs[i + 1]) : nil, grid.xs[i]))
                y.append(
                    slope(
                        here, j > 0 ? (grid.height(i, j - 1), grid.ys[j - 1]) : nil,
                        j < grid.rows ? (grid.height(i, j + 1), grid.ys[j + 1]) : nil, grid.ys[j]))
            }
        }
    }
}
