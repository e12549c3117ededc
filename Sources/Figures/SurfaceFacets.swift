import Scenes

/// A surface as filled shapes from back to front: exact wherever two parts of it lie one behind the other.
///
/// Goals, in this order: what is nearer covers what is farther; no seams; few bytes.
///
/// The cells are drawn in the order of ``SurfaceSweep``. Neighbours of one colour in a row become one shape. Shapes that
/// only touch would let the page shine through where both are antialiased, so each goes on a little under the ones
/// that are drawn after it (``bleed``), where they continue it on the same side of the sheet.
struct SurfaceFacets {
    private let grid: SurfaceGrid
    private let projection: Projection
    private let theme: Theme
    private let colors: FacetColors
    private let sweep: SurfaceSweep
    private let points: [Point]
    private let keys: [Int]
    private let turns: [CellTurn]

    /// The share of the next cell that a shape reaches under it.
    private static let bleed = 0.4
    /// Points, of the line of their own colour around shapes that have no bleed.
    private static let rim = 0.7

    init(_ grid: SurfaceGrid, scales: SpaceScales, projection: Projection, colors: HeightColors, theme: Theme) {
        self.grid = grid
        self.projection = projection
        self.theme = theme
        let colors = FacetColors(colors, scales: scales, projection: projection)
        self.colors = colors
        points = (0...grid.rows).flatMap { j in (0...grid.columns).map { projection(grid.node($0, j)) } }
        var (keys, turns) = ([Int](), [CellTurn]())
        keys.reserveCapacity(grid.rows * grid.columns)
        turns.reserveCapacity(grid.rows * grid.columns)
        for j in 0..<grid.rows {
            for i in 0..<grid.columns {
                guard grid.state(i, j) != .absent else {
                    keys.append(-1)
                    turns.append(.both)
                    continue
                }
                let corners = [(i, j), (i + 1, j), (i + 1, j + 1), (i, j + 1)].map { grid.height($0.0, $0.1) }
                let (a, b, c, d) = (corners[0], corners[1], corners[2], corners[3])
                let slope = (
                    x: (b + c - a - d) / 2 / (grid.xs[i + 1] - grid.xs[i]),
                    y: (c + d - a - b) / 2 / (grid.ys[j + 1] - grid.ys[j])
                )
                keys.append(colors.key(height: (a + b + c + d) / 4, slope: slope))
                turns.append(CellTurn(of: i, j, in: grid, seenBy: projection))
            }
        }
        (self.keys, self.turns) = (keys, turns)
        // Along the direction in which the colour changes more rarely.
        var changes = (x: 0, y: 0)
        for j in 0..<grid.rows {
            for i in 0..<grid.columns {
                let key = keys[j * grid.columns + i]
                if i > 0, keys[j * grid.columns + i - 1] != key { changes.x += 1 }
                if j > 0, keys[(j - 1) * grid.columns + i] != key { changes.y += 1 }
            }
        }
        sweep = SurfaceSweep(grid, towards: projection.towards, alongX: changes.x + grid.rows <= changes.y + grid.columns)
    }

    private func key(_ cell: (i: Int, j: Int)) -> Int { keys[cell.j * grid.columns + cell.i] }

    private func turn(_ row: Int, _ column: Int) -> CellTurn? {
        guard row < sweep.rows, column < sweep.columns else { return nil }
        let cell = sweep.cell(row, column)
        return grid.state(cell.i, cell.j) == .whole ? turns[cell.j * grid.columns + cell.i] : nil
    }

    private func point(_ row: Int, _ column: Int) -> Point {
        let node = sweep.node(row, column)
        return points[node.j * (grid.columns + 1) + node.i]
    }

    /// From back to front.
    ///
    /// - Complexity: O(cells).
    func shapes() -> [Shape] {
        var shapes: [Shape] = []
        for row in 0..<sweep.rows {
            var column = 0
            while column < sweep.columns {
                let cell = sweep.cell(row, column)
                let turn = turns[cell.j * grid.columns + cell.i]
                switch grid.state(cell.i, cell.j) {
                case .absent: column += 1
                case .whole where turn != .both:
                    let first = column
                    repeat { column += 1 } while continues(row, column, key(cell), turn)
                    shapes.append(Shape(run(row, first..<column, turn), fill: colors.color(key(cell), theme: theme)))
                case .whole, .cut:
                    shapes += triangles(of: cell)
                    column += 1
                }
            }
        }
        return shapes
    }

    private func continues(_ row: Int, _ column: Int, _ key: Int, _ turn: CellTurn) -> Bool {
        self.turn(row, column) == turn && self.key(sweep.cell(row, column)) == key
    }

    /// The outline of cells of one row that show the same side; then no part of it lies behind another.
    private func run(_ row: Int, _ columns: Range<Int>, _ turn: CellTurn) -> Path {
        let (first, last) = (columns.lowerBound, columns.upperBound)
        let goesOn = self.turn(row, last) == turn
        /// A point of the near side, moved under the next row where that goes on.
        func near(_ column: Int) -> Point {
            let before = column == first || self.turn(row + 1, column - 1) == turn
            let after = column == last || self.turn(row + 1, column) == turn
            let here = point(row + 1, column)
            return before && after && row + 1 < sweep.rows
                ? here.along(SurfaceFacets.bleed, to: point(row + 2, column)) : here
        }
        var path = Path()
        path.elements.reserveCapacity(2 * columns.count + 5)
        path.move(to: point(row, first))
        for column in first + 1...last { path.line(to: point(row, column)) }
        if goesOn {
            path.line(to: point(row, last).along(SurfaceFacets.bleed, to: point(row, last + 1)))
            let isSound = self.turn(row + 1, last) == turn
            let corner = point(row + 1, last)
            path.line(to: corner.along(SurfaceFacets.bleed, to: point(row + 1, last + 1)))
            if !isSound { path.line(to: corner) }
        }
        for column in (first...last).reversed() { path.line(to: near(column)) }
        path.close()
        return path
    }

    /// Of a cell that shows both sides or is cut: the farther triangle first.
    private func triangles(of cell: (i: Int, j: Int)) -> [Shape] {
        let (i, j) = cell
        let (a, c) = (grid.node(i, j), grid.node(i + 1, j + 1))
        let (b, d) = (grid.node(i + 1, j), grid.node(i, j + 1))
        let (dx, dy) = projection.towards
        let lowerIsFarther = (c.x - a.x) * dy - (c.y - a.y) * dx > 0
        let color = colors.color(key(cell), theme: theme)
        return (lowerIsFarther ? [[a, b, c], [a, c, d]] : [[a, c, d], [a, b, c]]).compactMap { corners in
            let polygon = HeightClip.clip(corners, to: grid.bottom...grid.top)
            guard polygon.count > 2 else { return nil }
            var path = Path()
            path.move(to: projection(polygon[0]))
            for corner in polygon.dropFirst() { path.line(to: projection(corner)) }
            path.close()
            return Shape(path, fill: color, stroke: Stroke(color: color, width: SurfaceFacets.rim, isRound: true))
        }
    }
}

extension Point {
    func along(_ share: Double, to end: Point) -> Point {
        Point(x: x + (end.x - x) * share, y: y + (end.y - y) * share)
    }
}
