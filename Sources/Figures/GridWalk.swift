/// The triangles of a grid that a straight line over the floor runs through, in order.
///
/// After J. Amanatides and A. Woo, "A Fast Voxel Traversal Algorithm for Ray Tracing", Eurographics 1987, on lines of any
/// distance, with each cell's diagonal.
///
/// - Complexity: O(1) a triangle.
struct GridWalk {
    let grid: SurfaceGrid
    let start: (x: Double, y: Double)
    let direction: (x: Double, y: Double)
    private var i: Int
    private var j: Int
    /// How far the line has come, as a multiple of the direction.
    private var t = 0.0
    private let end: Double

    struct Step {
        var i: Int
        var j: Int
        /// The part of the line within the triangle.
        var from: Double
        var to: Double
    }

    /// - Parameter end: where the line ends, as a multiple of the direction; it ends with the grid anyway.
    init(_ grid: SurfaceGrid, from start: (x: Double, y: Double), direction: (x: Double, y: Double), end: Double) {
        self.grid = grid
        self.start = start
        self.direction = direction
        self.end = end
        i = SurfaceGrid.cell(of: start.x, in: grid.xs, ahead: direction.x)
        j = SurfaceGrid.cell(of: start.y, in: grid.ys, ahead: direction.y)
    }

    /// Where the line meets the line of the grid ahead.
    private static func exit(_ start: Double, _ direction: Double, _ low: Double, _ high: Double) -> Double {
        direction > 0 ? (high - start) / direction : direction < 0 ? (low - start) / direction : .infinity
    }

    /// The place within a cell, as shares of its sides.
    func shares(_ i: Int, _ j: Int, at t: Double) -> (p: Double, q: Double) {
        let (left, right, low, high) = (grid.xs[i], grid.xs[i + 1], grid.ys[j], grid.ys[j + 1])
        return ((start.x + t * direction.x - left) / (right - left), (start.y + t * direction.y - low) / (high - low))
    }

    /// Calls `body` with each part until it answers false.
    mutating func run(_ body: (Step) -> Bool) {
        while t < end, i >= 0, j >= 0, i < grid.columns, j < grid.rows {
            let across = GridWalk.exit(start.x, direction.x, grid.xs[i], grid.xs[i + 1])
            let along = GridWalk.exit(start.y, direction.y, grid.ys[j], grid.ys[j + 1])
            let exit = max(t, min(across, along, end))
            let (first, last) = (shares(i, j, at: t), shares(i, j, at: exit))
            let (before, after) = (first.p - first.q, last.p - last.q)
            if before * after < 0 {
                let diagonal = t + (exit - t) * (before / (before - after))
                if !body(Step(i: i, j: j, from: t, to: diagonal)) { return }
                if !body(Step(i: i, j: j, from: diagonal, to: exit)) { return }
            } else if exit > t {
                if !body(Step(i: i, j: j, from: t, to: exit)) { return }
            }
            if across <= along { i += direction.x > 0 ? 1 : -1 }
            if along <= across { j += direction.y > 0 ? 1 : -1 }
            if exit >= end { return }
            t = exit
        }
    }
}
