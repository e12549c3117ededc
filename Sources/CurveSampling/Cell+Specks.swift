extension Cell {
    /// Cells of one size that touch, if only at a corner, together.
    ///
    /// - Complexity: O(cells).
    static func specks(of cells: [Cell]) -> [[Cell]] {
        var rest = Set(cells)
        var specks: [[Cell]] = []
        for cell in cells where rest.remove(cell) != nil {
            var speck = [cell]
            var next = 0
            while next < speck.count {
                for neighbour in speck[next].neighbours(within: 1) {
                    if rest.remove(neighbour) != nil { speck.append(neighbour) }
                }
                next += 1
            }
            specks.append(speck)
        }
        return specks
    }

    /// The cells of the same size up to `reach` away, the cell itself among them.
    func neighbours(within reach: Int) -> [Cell] {
        (-reach...reach).flatMap { di in
            (-reach...reach).map { dj in Cell(i: i + di * size, j: j + dj * size, size: size) }
        }
    }
}

extension CellLattice {
    /// The box around cells.
    func extent(of cells: [Cell]) -> (x: ClosedRange<Double>, y: ClosedRange<Double>) {
        let (i, j) = (cells.map(\.i), cells.map(\.j))
        let size = cells.map(\.size).max() ?? 0
        return (
            xRange(i.min() ?? 0, (i.max() ?? 0) + size), yRange(j.min() ?? 0, (j.max() ?? 0) + size)
        )
    }

    /// Whether a speck may be drawn from its border alone.
    func isSmall(_ speck: [Cell]) -> Bool {
        let (x, y) = extent(of: speck)
        return diagonal(x, y) <= CellLattice.greatestSpeck
    }

    /// In pixels.
    private static var greatestSpeck: Double { 0.2 }
}
