import Calculus

/// Samples as rows (x, 1), features scaled to magnitudes near one, negated for one of two classes: a direction separates
/// the classes where its products with all rows are positive.
struct SignedSamples {
    /// Powers of two, one a feature.
    let scales: [Double]
    /// Shape `[count][features + 1]`.
    private let rows: [[Double]]

    init(columns: [[Double]], isPositive: [Bool]) {
        scales = columns.map { column in
            let largest = column.map { abs($0) }.max() ?? 0
            return largest > 0 ? Double(sign: .plus, exponent: largest.exponent, significand: 1) : 1
        }
        rows = isPositive.indices.map { [scales] i in
            let sign: Double = isPositive[i] ? 1 : -1
            return zip(columns, scales).map { sign * $0[i] / $1 } + [sign]
        }
    }

    private func product(_ row: [Double], _ direction: [Double]) -> Double {
        zip(row, direction).reduce(0) { $0 + $1.0 * $1.1 }
    }

    /// Where Σ softplus(−row·v)/N + ridge·|v|²/2 is least, by damped Newton steps; nil where they fail.
    func logisticMinimiser(from start: [Double], ridge: Double) -> [Double]? {
        let size = start.count
        let count = Double(rows.count)
        func value(_ v: [Double]) -> Double {
            rows.reduce(0) { $0 + Logistic.softplus(-product($1, v)) } / count + ridge / 2 * product(v, v)
        }
        var v = start
        for _ in 0..<60 {
            var gradient = v.map { $0 * ridge }
            var hessian = (0..<size).map { i in (0..<size).map { $0 == i ? ridge : 0 } }
            for row in rows {
                let z = product(row, v)
                let (slope, bend) = (-Logistic.sigmoid(-z) / count, Logistic.sigmoid(z) * Logistic.sigmoid(-z) / count)
                for i in 0..<size {
                    gradient[i] += slope * row[i]
                    for j in 0...i { hessian[i][j] += bend * row[i] * row[j] }
                }
            }
            for i in 0..<size { for j in i + 1..<size where j > i { hessian[i][j] = hessian[j][i] } }
            guard let inverse = SquareMatrix(hessian).inverse else { return nil }
            let step = inverse.times(gradient)
            let here = value(v)
            var share = 1.0
            while share > 1e-4 {
                let next = zip(v, step).map { $0 - share * $1 }
                if value(next) <= here { break }
                share /= 2
            }
            if share <= 1e-4 { break }
            v = zip(v, step).map { $0 - share * $1 }
            if zip(v, step).allSatisfy({ abs($1) <= 1e-10 * (1 + abs($0)) }) { break }
        }
        return v.allSatisfy(\.isFinite) ? v : nil
    }

    /// Whether positive weights near the residuals σ(−row·v) are proved to make the rows' weighted sum vanish.
    ///
    /// At a minimum of the logistic loss that sum is its gradient. What is missing from zero is made up for by changing
    /// the weights of as many independent rows as a row is long: δ = −Mᵀ⁻¹r, enclosed by |δ| ≤ |Rr|/(1 − ‖I − RM‖) for an
    /// approximate inverse R (Rump, Verification methods, 2010, doi:10.1017/S096249291000005X, section 10).
    func provesOverlap(at v: [Double]) -> Bool {
        let weights = rows.map { Logistic.sigmoid(-product($0, v)) }
        guard weights.allSatisfy({ $0 > 0 }), let basis = independentRows(preferring: weights) else { return false }
        let size = v.count
        var rest = Array(repeating: Interval(0), count: size)
        for (row, weight) in zip(rows, weights) {
            for i in 0..<size { rest[i] = rest[i] + Interval(weight) * Interval(row[i]) }
        }
        // The columns of the system are the chosen rows.
        let system = (0..<size).map { i in basis.map { rows[$0][i] } }
        guard let inverse = SquareMatrix(system).inverse else { return false }
        var (norm, largest) = (0.0, 0.0)
        for i in 0..<size {
            var rowSum = Interval(0)
            for j in 0..<size {
                var entry = Interval(i == j ? 1 : 0)
                for k in 0..<size { entry = entry - Interval(inverse.rows[i][k]) * Interval(system[k][j]) }
                rowSum = rowSum + Interval(entry.magnitude)
            }
            norm = max(norm, rowSum.upper)
            let term = (0..<size).reduce(Interval(0)) { $0 + Interval(inverse.rows[i][$1]) * rest[$1] }
            largest = max(largest, term.magnitude)
        }
        guard norm < 1 else { return false }
        let change = (Interval(largest) / (Interval(1) - Interval(norm))).upper
        return basis.allSatisfy { weights[$0] > change }
    }

    /// Rows that span all directions, heavy ones first; nil where there are none.
    private func independentRows(preferring weights: [Double]) -> [Int]? {
        var rest = rows
        var chosen: [Int] = []
        for column in 0..<(rows.first?.count ?? 0) {
            let pivot = rows.indices.filter { !chosen.contains($0) }.max {
                abs(rest[$0][column]) * weights[$0] < abs(rest[$1][column]) * weights[$1]
            }
            guard let pivot, abs(rest[pivot][column]) > 1e-9 else { return nil }
            chosen.append(pivot)
            let pivotRow = rest[pivot]
            for i in rest.indices where rest[i][column] != 0 && i != pivot {
                let factor = rest[i][column] / pivotRow[column]
                for j in pivotRow.indices { rest[i][j] -= factor * pivotRow[j] }
            }
        }
        return chosen
    }
}

/// A small dense matrix.
struct SquareMatrix {
    let rows: [[Double]]

    init(_ rows: [[Double]]) { self.rows = rows }

    func times(_ vector: [Double]) -> [Double] {
        rows.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
    }

    /// By Gauss and Jordan with partial pivoting, nearly; nil where a pivot vanishes.
    var inverse: SquareMatrix? {
        let size = rows.count
        var (a, b) = (rows, (0..<size).map { i in (0..<size).map { $0 == i ? 1.0 : 0 } })
        for column in 0..<size {
            guard let pivot = (column..<size).max(by: { abs(a[$0][column]) < abs(a[$1][column]) }),
                abs(a[pivot][column]) > 0, a[pivot][column].isFinite
            else { return nil }
            a.swapAt(column, pivot)
            b.swapAt(column, pivot)
            let factor = 1 / a[column][column]
            for j in 0..<size {
                a[column][j] *= factor
                b[column][j] *= factor
            }
            for i in 0..<size where i != column && a[i][column] != 0 {
                let factor = a[i][column]
                for j in 0..<size {
                    a[i][j] -= factor * a[column][j]
                    b[i][j] -= factor * b[column][j]
                }
            }
        }
        return SquareMatrix(b)
    }
}
