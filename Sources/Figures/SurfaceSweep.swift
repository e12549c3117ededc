/// The order in which a grid's cells are drawn: row by row towards the viewer, and along each row towards the viewer too,
/// so that no cell covers one that is drawn after it.
///
/// Each row is a strip between two lines of the grid, which a way to the viewer crosses once and towards the later rows;
/// the same holds of the cells of a row.
struct SurfaceSweep {
    /// Whether rows run along x.
    let alongX: Bool
    let rows: Int
    let columns: Int
    private let reversesX: Bool
    private let reversesY: Bool
    private let grid: SurfaceGrid

    init(_ grid: SurfaceGrid, towards: (x: Double, y: Double), alongX: Bool) {
        self.grid = grid
        self.alongX = alongX
        rows = alongX ? grid.rows : grid.columns
        columns = alongX ? grid.columns : grid.rows
        reversesX = towards.x < 0
        reversesY = towards.y < 0
    }

    private func place(_ row: Int, _ column: Int, _ extra: Int) -> (i: Int, j: Int) {
        let (i, j) = alongX ? (column, row) : (row, column)
        return (
            reversesX ? grid.columns - 1 + extra - i : i, reversesY ? grid.rows - 1 + extra - j : j
        )
    }

    /// The cell by its place in the order.
    func cell(_ row: Int, _ column: Int) -> (i: Int, j: Int) { place(row, column, 0) }

    /// The point of the grid at the far end of a row and the beginning of a column.
    func node(_ row: Int, _ column: Int) -> (i: Int, j: Int) { place(row, column, 1) }
}
