/// Which side of a cell is seen.
enum CellTurn {
    case upper, lower
    /// The one of one triangle, the other of the other.
    case both

    /// A triangle's upper side is seen where the way to the viewer rises faster than the triangle.
    init(of i: Int, _ j: Int, in grid: SurfaceGrid, seenBy projection: Projection) {
        let (width, depth) = (grid.xs[i + 1] - grid.xs[i], grid.ys[j + 1] - grid.ys[j])
        let (a, b) = (grid.height(i, j), grid.height(i + 1, j))
        let (c, d) = (grid.height(i + 1, j + 1), grid.height(i, j + 1))
        func rises(_ x: Double, _ y: Double) -> Bool {
            projection.rise > x * projection.towards.x + y * projection.towards.y
        }
        let (first, second) = (rises((b - a) / width, (c - b) / depth), rises((c - d) / width, (d - a) / depth))
        self = first == second ? (first ? .upper : .lower) : .both
    }
}
