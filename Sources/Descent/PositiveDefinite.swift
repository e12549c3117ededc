/// A symmetric, positive definite matrix as L·D·Lᵀ, for Newton's steps.
///
/// Golub and Van Loan, Matrix Computations, 4th ed., algorithm 4.1.2: no square roots, so that whole numbers stay whole
/// where they can.
struct PositiveDefinite {
    /// Below the diagonal, rows first.
    private var lower: [[Double]]
    private var diagonal: [Double]

    /// Nil where the matrix, square and symmetric, is not positive definite as far as rounding shows, or not finite.
    init?(_ matrix: [[Double]]) {
        let count = matrix.count
        lower = Array(repeating: Array(repeating: 0, count: count), count: count)
        diagonal = []
        for i in 0..<count {
            for j in 0..<i {
                let known = (0..<j).reduce(0.0) { $0 + lower[i][$1] * diagonal[$1] * lower[j][$1] }
                lower[i][j] = (matrix[i][j] - known) / diagonal[j]
            }
            let pivot = (0..<i).reduce(matrix[i][i]) { $0 - lower[i][$1] * lower[i][$1] * diagonal[$1] }
            guard pivot > 0, pivot.isFinite else { return nil }
            diagonal.append(pivot)
        }
    }

    /// The x with matrix · x = `right`.
    func solve(_ right: [Double]) -> [Double] {
        var x = right
        for i in x.indices { for j in 0..<i { x[i] -= lower[i][j] * x[j] } }
        for i in x.indices { x[i] /= diagonal[i] }
        for i in x.indices.reversed() { for j in (i + 1)..<max(x.count, i + 1) { x[i] -= lower[j][i] * x[j] } }
        return x
    }
}
