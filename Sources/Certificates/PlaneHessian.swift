import Calculus
import Losses

/// The second derivatives of J(w, b), enclosed over boxes.
///
/// With c = φ″(z), N²·det H = Σ_{i<j} cᵢcⱼ(xᵢ − xⱼ)², for few samples taken pair by pair: what cancels in
/// J_ww·J_bb − J_wb² is never there. For many it is taken from the moments of c about a point near the middle of x, in
/// O(N). Both are sharpened by the mean value form, with the third derivatives.
public struct PlaneHessian<Loss: LogitLoss>: Sendable {
    public let objective: AffineObjective<Loss>
    private let middle: Double
    private let reach: ClosedRange<Double>

    /// Up to so many samples are taken in pairs.
    private static var pairLimit: Int { 16 }

    public init(_ objective: AffineObjective<Loss>) {
        self.objective = objective
        let x = objective.data.x
        let (low, high) = (x.min() ?? 0, x.max() ?? 0)
        middle = low / 2 + high / 2
        reach = low...high
    }

    /// What is proved of the Hessian over a box.
    enum Judgement {
        /// Positive semidefinite all over.
        case semidefinite
        /// Positive definite all over.
        case definite
        /// Nowhere positive semidefinite.
        case notSemidefinite
        case undecided
    }

    func judgement(w: Interval, b: Interval) -> Judgement {
        guard let second = derivatives(2, w, b) else { return .undecided }
        if second.allSatisfy({ $0.lower >= 0 }) {
            let positive = zip(second, objective.data.x).filter { $0.0.lower > 0 }.map(\.1)
            return positive.contains { $0 != positive[0] } ? .definite : .semidefinite
        }
        let about = shift(second)
        let entries = moments(second, degree: 2, shift: about)
        // Along b, and along the line on which b = −shift · w.
        if entries[0].upper < 0 || entries[2].upper < 0 { return .notSemidefinite }
        let determinant = determinant(w: w, b: b, second: second, entries: entries, shift: about)
        if determinant.upper < 0 { return .notSemidefinite }
        if determinant.lower > 0, entries[0].lower > 0 || entries[2].lower > 0 { return .definite }
        return .undecided
    }

    /// The determinant over a box; nil where the second derivatives are not continuous.
    public func determinant(w: Interval, b: Interval) -> Interval? {
        guard let second = derivatives(2, w, b) else { return nil }
        let about = shift(second)
        let entries = moments(second, degree: 2, shift: about)
        return determinant(w: w, b: b, second: second, entries: entries, shift: about)
    }

    /// The least eigenvalue at a point, nearly; of the right sign but for rounding.
    public func leastEigenvalue(w: Double, b: Double) -> Double {
        let m = objective.moments(order: 2, degree: 2, w: w, b: b, shift: middle)
        let determinant = m[2] * m[0] - m[1] * m[1]
        // Σc·x² from the moments about the middle.
        let trace = m[2] + 2 * middle * m[1] + middle * middle * m[0] + m[0]
        let root = max(0, trace * trace / 4 - determinant).squareRoot()
        // The product of both is the determinant, which has no cancellation of its own left.
        return trace > 0 ? determinant / (trace / 2 + root) : trace / 2 - root
    }

    /// φ's derivative of every sample.
    private func derivatives(_ order: Int, _ w: Interval, _ b: Interval) -> [Interval]? {
        var values: [Interval] = []
        values.reserveCapacity(objective.data.count)
        for (x, y) in zip(objective.data.x, objective.data.y) {
            let known = objective.loss.enclosure(order: order, over: w * Interval(x) + b, label: y)
            guard known.isContinuous, let interval = known.interval, interval.isBounded else { return nil }
            values.append(interval)
        }
        return values
    }

    /// Mean v·(x − shift)ʲ, for j from 0 to `degree`.
    private func moments(_ values: [Interval], degree: Int, shift: Double) -> [Interval] {
        var sums = Array(repeating: Interval(0), count: degree + 1)
        for (x, value) in zip(objective.data.x, values) {
            let distance = Interval(x) - Interval(shift)
            for j in 0...degree { sums[j] = sums[j] + (j == 0 ? value : value * distance.power(j)) }
        }
        let count = Interval(Double(values.count))
        return sums.map { $0 / count }
    }

    /// The mean of x weighted by the middles of c, where J_wb about it vanishes; kept among the samples.
    private func shift(_ second: [Interval]) -> Double {
        var (sum, weighted) = (0.0, 0.0)
        for (x, c) in zip(objective.data.x, second) {
            sum += c.midpoint
            weighted += c.midpoint * (x - middle)
        }
        let shift = middle + weighted / sum
        return shift.isFinite ? min(max(shift, reach.lowerBound), reach.upperBound) : middle
    }

    private func natural(_ second: [Interval], _ entries: [Interval]) -> Interval {
        second.count <= Self.pairLimit ? paired(second) : entries[2] * entries[0] - entries[1].power(2)
    }

    private func slopes(
        second: [Interval], third: [Interval], entries: [Interval], shift: Double
    ) -> (dw: Interval, db: Interval) {
        if second.count <= Self.pairLimit { return pairedSlopes(second, third) }
        let t = moments(third, degree: 3, shift: shift)
        let two = Interval(2)
        let db = t[2] * entries[0] + entries[2] * t[0] - two * entries[1] * t[1]
        // x = (x − shift) + shift.
        let dw = t[3] * entries[0] + entries[2] * t[1] - two * entries[1] * t[2] + Interval(shift) * db
        return (dw, db)
    }

    private func determinant(
        w: Interval, b: Interval, second: [Interval], entries: [Interval], shift: Double
    ) -> Interval {
        let natural = natural(second, entries)
        if w.width == 0 && b.width == 0 || natural.sign != nil { return natural }
        let (mw, mb) = (Interval(w.midpoint), Interval(b.midpoint))
        guard let third = derivatives(3, w, b), let centre = determinant(w: mw, b: mb) else { return natural }
        let slopes = slopes(second: second, third: third, entries: entries, shift: shift)
        let form = centre + slopes.dw * (w - mw) + slopes.db * (b - mb)
        return natural.intersection(form) ?? natural
    }

    private func pairedSlopes(_ second: [Interval], _ third: [Interval]) -> (dw: Interval, db: Interval) {
        let x = objective.data.x
        var (dw, db) = (Interval(0), Interval(0))
        for i in second.indices {
            for j in 0..<i where x[i] != x[j] {
                let square = (Interval(x[i]) - Interval(x[j])).power(2)
                let (a, b) = (second[i] * third[j], third[i] * second[j])
                dw = dw + (a * Interval(x[j]) + b * Interval(x[i])) * square
                db = db + (a + b) * square
            }
        }
        let pairs = Interval(Double(second.count)).power(2)
        return (dw / pairs, db / pairs)
    }

    /// From all pairs of samples.
    private func paired(_ second: [Interval]) -> Interval {
        let x = objective.data.x
        var sum = Interval(0)
        for i in second.indices {
            for j in 0..<i where x[i] != x[j] {
                sum = sum + second[i] * second[j] * (Interval(x[i]) - Interval(x[j])).power(2)
            }
        }
        return sum / Interval(Double(second.count)).power(2)
    }
}
