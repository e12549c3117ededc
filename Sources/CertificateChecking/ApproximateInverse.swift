/// Nearly the inverse of a small matrix, by elimination with the largest pivots.
struct ApproximateInverse {
    let size: Int
    /// Row by row.
    private(set) var entries: [Double]

    /// Nil where a pivot vanishes.
    init?(_ matrix: [Double], size: Int) {
        self.size = size
        var work = matrix
        entries = (0..<size * size).map { $0 % (size + 1) == 0 ? 1 : 0 }
        for column in 0..<size {
            let pivot = (column..<size).max { abs(work[$0 * size + column]) < abs(work[$1 * size + column]) } ?? column
            let value = work[pivot * size + column]
            guard value != 0, value.isFinite else { return nil }
            for j in 0..<size {
                work.swapAt(column * size + j, pivot * size + j)
                entries.swapAt(column * size + j, pivot * size + j)
                work[column * size + j] /= value
                entries[column * size + j] /= value
            }
            for i in 0..<size where i != column {
                let factor = work[i * size + column]
                if factor == 0 { continue }
                for j in 0..<size {
                    work[i * size + j] -= factor * work[column * size + j]
                    entries[i * size + j] -= factor * entries[column * size + j]
                }
            }
        }
    }

    func times(_ vector: [Double]) -> [Double] {
        (0..<size).map { i in (0..<size).reduce(0) { $0 + entries[i * size + $1] * vector[$1] } }
    }
}
