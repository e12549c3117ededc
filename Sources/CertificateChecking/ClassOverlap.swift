import Calculus

/// Whether an affine function of the features can tell two classes apart, found by descent and then proved.
///
/// With the rows rᵢ = ±(xᵢ, 1), the sign that of the class, either some v has rᵢ·v > 0 for all i, or the rows' convex hull
/// touches the origin; with positive weights on all rows whose sum Σ λᵢrᵢ vanishes (Stiemke 1915,
/// doi:10.1007/BF01449974) no v has rᵢ·v ≥ 0 for all i and > 0 for one, and a loss that falls with every margin has a
/// minimiser. Near a minimum of Σ ln(1 + exp(−rᵢ·v)) the weights σ(−rᵢ·v) nearly do.
struct ClassOverlap {
    enum Finding: Equatable {
        /// Clear where the margins are of the size of the rows.
        case separable(isClear: Bool)
        /// Clear where the weights hardly had to be changed.
        case overlapping(isClear: Bool)
        case unknown
    }

    let finding: Finding

    /// - Parameters:
    ///   - columns: shape `[features][count]`.
    ///   - isPositive: the classes, shape `[count]`.
    /// - Complexity: O(N · n²) for each of at most 60 steps.
    init(columns: [[Double]], isPositive: [Bool]) {
        let size = columns.count + 1
        // More would take minutes.
        guard isPositive.count * size * size <= 100_000_000 else {
            finding = .unknown
            return
        }
        // Scaled by powers of two, without rounding.
        let scales = columns.map { column in
            Double(sign: .plus, exponent: Int(column.lazy.map { abs($0) }.max()?.exponent ?? 0), significand: 1)
        }
        var rows: [Double] = []
        for i in isPositive.indices {
            let sign: Double = isPositive[i] ? 1 : -1
            for (column, scale) in zip(columns, scales) {
                let scaled = column[i] / scale
                guard scaled * scale == column[i] else {
                    finding = .unknown
                    return
                }
                rows.append(sign * scaled)
            }
            rows.append(sign)
        }
        let search = RowSearch(rows: rows, size: size)
        finding = search.run()
    }
}

/// Rows of one size, one after the other.
private struct RowSearch {
    let rows: [Double]
    let size: Int
    private var count: Int { rows.count / size }

    init(rows: [Double], size: Int) { (self.rows, self.size) = (rows, size) }

    private func margin(_ i: Int, _ v: [Double]) -> Double {
        var sum = 0.0
        for j in 0..<size { sum += rows[i * size + j] * v[j] }
        return sum
    }

    private func value(_ v: [Double]) -> Double {
        (0..<count).reduce(0) { $0 + Logistic.softplus(-margin($1, v)) }
    }

    func run() -> ClassOverlap.Finding {
        var v = Array(repeating: 0.0, count: size)
        for _ in 0..<60 {
            let margins = (0..<count).map { margin($0, v) }
            if let least = margins.min(), least > 0, isSeparating(v) {
                let length = v.reduce(0) { $0 + abs($1) }
                return .separable(isClear: least > 1e-4 * length)
            }
            guard let step = newtonStep(margins) else { break }
            var (share, isDone) = (1.0, true)
            let here = value(v)
            while share > 1e-6 {
                let next = zip(v, step).map { $0 - share * $1 }
                if value(next) < here {
                    (v, isDone) = (next, false)
                    break
                }
                share /= 2
            }
            if isDone { break }
        }
        return overlap(at: v)
    }

    private func isSeparating(_ v: [Double]) -> Bool {
        (0..<count).allSatisfy { i in
            (0..<size).reduce(Interval(0)) { $0 + Interval(rows[i * size + $1]) * Interval(v[$1]) }.lower > 0
        }
    }

    /// The Hessian's inverse times the gradient.
    private func newtonStep(_ margins: [Double]) -> [Double]? {
        var hessian = Array(repeating: 0.0, count: size * size)
        var gradient = Array(repeating: 0.0, count: size)
        for (i, margin) in margins.enumerated() {
            let weight = Logistic.sigmoid(-margin)
            let bend = weight * Logistic.sigmoid(margin)
            for j in 0..<size {
                let entry = rows[i * size + j]
                gradient[j] -= weight * entry
                for k in 0..<size { hessian[j * size + k] += bend * entry * rows[i * size + k] }
            }
        }
        for j in 0..<size { hessian[j * size + j] *= 1 + 1e-12 }
        return ApproximateInverse(hessian, size: size)?.times(gradient)
    }

    /// Makes up for what the weighted sum lacks to zero by changing the weights of as many rows as a row is long.
    private func overlap(at v: [Double]) -> ClassOverlap.Finding {
        let weights = (0..<count).map { Logistic.sigmoid(-margin($0, v)) }
        guard weights.allSatisfy({ $0 > 0 }), let basis = basis(weights) else { return .unknown }
        var rest = Array(repeating: Interval(0), count: size)
        for i in 0..<count {
            for j in 0..<size { rest[j] = rest[j] + Interval(weights[i]) * Interval(rows[i * size + j]) }
        }
        // B δ = −rest with the chosen rows as the columns of B; with R near B⁻¹ and ‖I − RB‖ = e < 1, |δ| ≤ |R rest|/(1 − e).
        var system = Array(repeating: 0.0, count: size * size)
        for (k, i) in basis.enumerated() { for j in 0..<size { system[j * size + k] = rows[i * size + j] } }
        guard let inverse = ApproximateInverse(system, size: size) else { return .unknown }
        var (error, largest) = (0.0, 0.0)
        for i in 0..<size {
            var (sum, change) = (Interval(0), Interval(0))
            for k in 0..<size {
                var entry = Interval(i == k ? -1 : 0)
                for j in 0..<size {
                    entry = entry + Interval(inverse.entries[i * size + j]) * Interval(system[j * size + k])
                }
                sum = sum + Interval(entry.magnitude)
                change = change + Interval(inverse.entries[i * size + k]) * rest[k]
            }
            error = max(error, sum.upper)
            largest = max(largest, change.magnitude)
        }
        guard error < 1 else { return .unknown }
        let change = (Interval(largest) / (Interval(1) - Interval(error))).upper
        guard let least = basis.map({ weights[$0] }).min(), change < least else { return .unknown }
        return .overlapping(isClear: change < 1e-6 * least)
    }

    /// Rows that span everything, chosen by weight and by how far each is from the span of those before it.
    private func basis(_ weights: [Double]) -> [Int]? {
        var rest = rows
        var chosen: [Int] = []
        for _ in 0..<size {
            var (best, length) = (0, 0.0)
            for i in 0..<count {
                let square = rest[i * size..<(i + 1) * size].reduce(0) { $0 + $1 * $1 }
                if square * weights[i] * weights[i] > length { (best, length) = (i, square * weights[i] * weights[i]) }
            }
            let direction = Array(rest[best * size..<(best + 1) * size])
            let square = direction.reduce(0) { $0 + $1 * $1 }
            guard square > 1e-12 else { return nil }
            chosen.append(best)
            for i in 0..<count {
                let share = (0..<size).reduce(0) { $0 + rest[i * size + $1] * direction[$1] } / square
                for j in 0..<size { rest[i * size + j] -= share * direction[j] }
            }
        }
        return chosen
    }
}
