import CLossKernels
import Calculus

/// Sums over very many samples of the derivatives of a loss of a sigmoid, by vector kernels, with a proved error.
///
/// Every sample is brought to a logit that is not positive: with a = |x| and t = |θ|, and the label flipped where z > 0,
/// it is −ta, and the k-th derivative in θ is (∓a)ᵏ·f_k, + for θ < 0, with f_k = w·R_k(s; y), s = σ(−ta), w = s(1 − s)
/// (``LogisticDerivatives``).
///
/// Error of a sum, in units of u = 2⁻⁵³ (all operations are IEEE 754's, rounded to nearest, nothing of libm):
///
/// - The logit: ta(1 + u) moves f_k by at most u·ta·max|f_{k+1}|, so the sum by u·t·L_{k+1}·A_{k+1}, where L is the
///   largest |R| and A_k = Σ aᵏw. Beyond 700 the kernels take 700: an error of at most 2·L_k·aᵏ·e⁻⁷⁰⁰ a sample.
/// - e: 8 (``BoundedExponential``). s = e/(1 + e): 8 + 2, less than 10.2. w = s(1 − s) with s ≤ ½: 10.2 + 2. aᵏw: k more.
/// - R by Horner's rule over s ≤ ½: (2k + 2)·r + 10.2·r′, where r = Σ|cⱼ|2⁻ʲ bounds |R| and r′ = Σ j|cⱼ|2⁻ʲ the effect of
///   s; a flipped soft label is 1 − y rounded, ½·r more. Together, the product included: C_k = (17 + 3k)·r + 10.2·r′.
/// - The sum: at most 128 + 3 additions in a block; over the blocks Neumaier's sum, which is off by less than 2 for fewer
///   than 2²⁶ terms (Ogita, Rump and Oishi, SIAM J. Sci. Comput. 26 (2005), doi:10.1137/030601818, proposition 4.5). Less
///   than 140·L_k·A_k.
///
/// So |error of order k| ≤ u·((C_k + 140·L_k)·A_k + t·L_{k+1}·A_{k+1}), raised by a part in a hundred for products of
/// errors. A_k itself is off by less than 900 u relatively (the logit: 700).
/// Order 0 of squared error: (s − y)² is off by less than 15 a sample, the sum 140 times itself.
/// Order 0 of cross-entropy: ln(1 + e) = 2 artanh f, f = e/(2 + e) ≤ 1/3: 8 from e, 2 from f, 3 from the series of
/// positive terms and what it leaves out (9⁻¹⁶/33·9/8 < u/5): less than 14 relatively; the logit u·Σ tas. Order 1 the
/// same with s: 12 relatively, and u·t·A₂.
struct LogisticSums: Sendable {
    /// More samples would break the bound of Neumaier's sum.
    static let largestCount = 1 << 26
    /// They go term by term.
    static let largestRest = 500
    private static let unit = 0x1p-53
    private static let highest = Int(CLOSSKERNELS_HIGHEST)

    private let reduction: LogisticReduction
    private let coefficients: [Double]
    /// C_k and L_k by order; L has one more.
    private let evaluation: [Double]
    private let largest: [Double]
    /// a, multiples of eight samples.
    private let size: [Double]
    /// Flipped as for θ ≥ 0, and as for θ < 0; empty for cross-entropy.
    private let labels: (positive: [Double], negative: [Double])
    /// Σ a·y of the same.
    private let labelSlope: (positive: Interval, negative: Interval)
    /// Σ of the constants.
    private let constant: Interval
    /// Upper bounds of Σ aᵏ, k from 0.
    private let moments: [Double]
    private let largestSize: Double
    /// Samples with x other than 0 that are not in the sums, because their number is no multiple of eight, x is extreme
    /// or y no probability.
    let rest: [Int]

    /// Nil where the loss has no such sums or the data are too many.
    init?(_ reduction: LogisticReduction?, _ data: Dataset) {
        guard let reduction, data.count <= LogisticSums.largestCount else { return nil }
        self.reduction = reduction
        func fits(_ i: Int) -> Bool {
            let a = abs(data.x[i]) * reduction.argument
            return 0x1p-100 <= a && a <= 0x1p100 && (0...1).contains(reduction.label(data.y[i]))
        }
        var (size, positive, negative, rest) = ([Double](), [Double](), [Double](), [Int]())
        size.reserveCapacity(data.count)
        positive.reserveCapacity(data.count)
        negative.reserveCapacity(data.count)
        var constant = IntervalSum()
        for i in 0..<data.count {
            guard fits(i) else {
                if data.x[i] != 0 { rest.append(i) }
                continue
            }
            let y = reduction.label(data.y[i])
            size.append(abs(data.x[i]) * reduction.argument)
            positive.append(data.x[i] > 0 ? 1 - y : y)
            negative.append(data.x[i] > 0 ? y : 1 - y)
        }
        // What does not fill a vector, from the end.
        var last = data.count - 1
        while !size.count.isMultiple(of: Int(CLOSSKERNELS_LANES)) {
            size.removeLast()
            positive.removeLast()
            negative.removeLast()
            while !fits(last) { last -= 1 }
            rest.append(last)
            last -= 1
        }
        guard rest.count <= LogisticSums.largestRest else { return nil }
        // A hard label's constant is zero.
        let isInRest = Set(rest)
        for i in 0..<data.count where data.x[i] != 0 && data.y[i] != 0 && data.y[i] != 1 && !isInRest.contains(i) {
            constant.add(reduction.constant(data.y[i]))
        }
        self.constant = constant.interval
        self.rest = rest
        self.size = size
        labelSlope = (LogisticSums.slope(size, positive), LogisticSums.slope(size, negative))
        labels = reduction.kind == .squaredError ? (positive, negative) : ([], [])
        largestSize = size.max() ?? 0
        moments = (0...LogisticSums.highest + 1).map { k in
            size.reduce(0) { $0 + $1.power(k) } * (1 + 1e-7)
        }
        let derivatives = reduction.derivatives
        coefficients = (0...LogisticSums.highest).flatMap(derivatives.kernelCoefficients)
        evaluation = (0...LogisticSums.highest).map(derivatives.evaluationError)
        largest = (0...LogisticSums.highest + 1).map(derivatives.largestFactor)
    }

    /// Σ a·y, where a product and a flipped label are rounded once each, and the sum is off by 2 u.
    private static func slope(_ size: [Double], _ label: [Double]) -> Interval {
        var sum = CompensatedSum()
        for (a, y) in zip(size, label) { sum.add(a * y) }
        return Interval(sum.value * (1 - 8 * unit), sum.value * (1 + 8 * unit) + 0x1p-1000)
    }

    /// Encloses the sums of the derivatives in θ, order 0 to `highest` of at most 5, at one point.
    ///
    /// - Complexity: O(N), 2 to 5 ns a sample.
    func derivatives(at theta: Double, highest: Int = highest) -> [Interval] {
        let distance = abs(theta)
        let isNegative = theta < 0
        let row = rowSum(at: distance, highest: highest, labels: isNegative ? labels.negative : labels.positive)
        let weights = LogisticSums.weights(row)
        var sums = (0...highest).map { order in
            let error = error(order, row: row, weights: weights, at: distance)
            return Interval((row[order] - error).nextDown, (row[order] + error).nextUp)
        }
        if reduction.kind == .crossEntropy {
            let slope = isNegative ? labelSlope.negative : labelSlope.positive
            sums[0] = sums[0] + Interval(distance) * slope
            if highest > 0 { sums[1] = sums[1] - slope }
        }
        sums[0] = sums[0] + constant
        let factor = Interval(reduction.factor)
        return sums.enumerated().map { order, sum in
            let oriented = isNegative || order.isMultiple(of: 2) ? sum : -sum
            return reduction.factor == 1 ? oriented : factor * oriented
        }
    }

    /// Upper bounds of the sums' |derivatives| of order k, at index k up to 6, over all |θ| ≥ `distance`; infinite where
    /// nothing is known.
    ///
    /// The weights fall with the distance.
    func magnitudes(beyond distance: Double) -> [Double] {
        let weights = LogisticSums.weights(rowSum(at: distance, highest: -1, labels: labels.positive))
        let first = reduction.derivatives.firstOrder
        return weights.indices.map { k in
            k < first ? .infinity : (reduction.factor * largest[k] * weights[k]).nextUp
        }
    }

    /// Bounds A_k from above, at index k; there is no A_0.
    private static func weights(_ row: [Double]) -> [Double] {
        [0] + (1...highest + 1).map { row[highest + $0] * (1 + 0x1p-40) + 0x1p-1000 }
    }

    private func error(_ order: Int, row: [Double], weights: [Double], at distance: Double) -> Double {
        let own: Double
        switch (reduction.kind, order) {
        case (.squaredError, 0): own = 15 * moments[0] + 140 * row[0]
        case (.crossEntropy, 0): own = 154 * row[0] + distance * row[1]
        case (.crossEntropy, 1): own = 152 * row[1] + distance * weights[2]
        default:
            own =
                (evaluation[order] + 140 * largest[order]) * weights[order]
                + distance * largest[order + 1] * weights[order + 1]
        }
        // e⁻⁷⁰⁰ < 2⁻¹⁰⁰⁹.
        let clamped = distance * largestSize > 699 ? 4 * max(1, largest[order]) * moments[order] * 0x1p-1009 : 0
        // What underflows is less than 2⁻¹⁰⁶⁰ a sample.
        return 1.01 * LogisticSums.unit * own + clamped + 0x1p-1000
    }

    /// The kernels' rows, added up in their order.
    private func rowSum(at distance: Double, highest: Int, labels: [Double]) -> [Double] {
        let (block, width) = (Int(CLOSSKERNELS_BLOCK), Int(CLOSSKERNELS_ROW))
        let blocks = (size.count + block - 1) / block
        let rows = [Double](unsafeUninitializedCapacity: blocks * width) { rows, count in
            switch reduction.kind {
            case .squaredError:
                closskernels_squared_error(
                    size, labels, size.count, distance, coefficients, Int32(highest), rows.baseAddress)
            case .crossEntropy:
                closskernels_cross_entropy(
                    size, size.count, distance, coefficients, Int32(highest), rows.baseAddress)
            }
            count = blocks * width
        }
        return (0..<width).map { column in
            var sum = CompensatedSum()
            for block in 0..<blocks { sum.add(rows[block * width + column]) }
            return sum.value
        }
    }
}
