/// The sides of cells with a value that border on holes and on the outside, by the numbers of their points.
struct GridRim {
    private(set) var sides: [(start: Int, end: Int)] = []

    /// - Complexity: O(points).
    init(_ grid: ValueGrid) {
        let (columns, rows) = (grid.xs.count, grid.ys.count)
        // With a margin around, so that the outside is a hole.
        var isWhole = Array(repeating: false, count: (columns + 1) * (rows + 1))
        func place(_ i: Int, _ j: Int) -> Int { (j + 1) * (columns + 1) + i + 1 }
        for j in 0..<rows - 1 {
            for i in 0..<columns - 1 {
                let k = j * columns + i
                isWhole[place(i, j)] =
                    !(grid.values[k].isNaN || grid.values[k + 1].isNaN
                    || grid.values[k + columns].isNaN || grid.values[k + columns + 1].isNaN)
            }
        }
        for j in 0..<rows {
            for i in 0..<columns {
                let k = j * columns + i
                if i + 1 < columns, isWhole[place(i, j)] != isWhole[place(i, j - 1)] { sides.append((k, k + 1)) }
                if j + 1 < rows, isWhole[place(i, j)] != isWhole[place(i - 1, j)] { sides.append((k, k + columns)) }
            }
        }
    }
}
