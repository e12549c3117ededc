import Calculus

/// The derivatives of a loss that depends on the logit through s = σ(z), in closed form for any order.
///
/// With w = s(1 − s) = ds/dz, a derivative of the form w·R(s) has the derivative w·[(1 − 2s)·R + s(1 − s)·R′]. From
/// the first R on, all of them are therefore polynomials in s with whole coefficients, linear in the label y:
/// R = A + y·B. The positive weight w is kept as a factor, since it underflows where R still carries the sign.
///
/// Stability: for z > 0 the symmetry φ(z; y) = φ(−z; 1 − y) is used, so that s ≤ 1/2 and 1 − s loses nothing.
public struct LogisticDerivatives: Sendable {
    /// The highest order that is tabulated: the fourth derivative of a second derivative.
    public static let highestOrder = 6

    /// A and B of each order, from ``firstOrder`` on.
    private let constant: [Polynomial]
    private let slopeInLabel: [Polynomial]
    /// A + B, by order.
    private let ofLabelOne: [Polynomial]
    let firstOrder: Int
    /// max over s and y in [0, 1] of |A + y·B|, by order.
    private let largest: [Double]

    init(firstOrder: Int, constant: Polynomial, slopeInLabel: Polynomial) {
        func next(_ r: Polynomial) -> Polynomial {
            Polynomial([1, -2]) * r + Polynomial([0, 1, -1]) * r.derivative
        }
        var (a, b) = ([constant], [slopeInLabel])
        for order in firstOrder..<LogisticDerivatives.highestOrder {
            a.append(next(a[order - firstOrder]))
            b.append(next(b[order - firstOrder]))
        }
        self.firstOrder = firstOrder
        self.constant = a
        self.slopeInLabel = b
        ofLabelOne = zip(a, b).map { $0 + $1 }
        // Linear in y, so the extremes are at y = 0 and y = 1.
        largest = zip(a, b).map { a, b in
            max(LogisticDerivatives.magnitude(a), LogisticDerivatives.magnitude(a + b))
        }
    }

    /// max |p| over [0, 1], from 16 Bernstein pieces.
    static func magnitude(_ p: Polynomial) -> Double {
        (0..<16).map { p.enclosure(over: Interval(Double($0) / 16, Double($0 + 1) / 16)).magnitude }.max() ?? 0
    }

    /// w·R at the logit `z`.
    @inline(__always)
    func value(_ order: Int, at z: Double, label y: Double) -> Double {
        let flips = z > 0
        let s = Logistic.sigmoid(flips ? -z : z)
        let label = flips ? 1 - y : y
        let r = constant[order - firstOrder](s) + label * slopeInLabel[order - firstOrder](s)
        let value = s * (1 - s) * r
        return flips && !order.isMultiple(of: 2) ? -value : value
    }

    func enclosure(order: Int, over z: Interval, label y: Double) -> Interval {
        let flips = z.lower > 0
        let s = (flips ? -z : z).sigmoid
        let weight = flips || z.upper <= 0 ? s.logisticWeightOfLowerHalf : z.logisticWeight
        let value = weight * factor(order, over: s, label: y, flips: flips)
        return flips && !order.isMultiple(of: 2) ? -value : value
    }

    /// R over `s`, for the label or, where the logit's sign is flipped, for one minus it; tabulated for hard labels.
    private func factor(_ order: Int, over s: Interval, label y: Double, flips: Bool) -> Interval {
        let index = order - firstOrder
        if y == 0 || y == 1 {
            return (flips == (y == 0) ? ofLabelOne[index] : constant[index]).enclosure(over: s)
        }
        let (a, b) = (constant[index], slopeInLabel[index])
        let label = flips ? Interval(1) - Interval(y) : Interval(y)
        let coefficients = (0...max(a.degree, b.degree)).map { i in
            Interval(i <= a.degree ? a.coefficients[i] : 0)
                + label * Interval(i <= b.degree ? b.coefficients[i] : 0)
        }
        return Polynomial.enclosure(of: coefficients, over: s)
    }

    /// max |R| over all s and labels, 0 below the first order.
    func largestFactor(_ order: Int) -> Double { order < firstOrder ? 0 : largest[order - firstOrder] }

    /// A and B of the order, in two rows of seven; zeros below the first order.
    func kernelCoefficients(_ order: Int) -> [Double] {
        if order < firstOrder { return Array(repeating: 0, count: 14) }
        return [constant[order - firstOrder], slopeInLabel[order - firstOrder]].flatMap { polynomial in
            polynomial.coefficients + Array(repeating: 0, count: 7 - polynomial.coefficients.count)
        }
    }

    /// C_k of ``LogisticSums``: what rounding makes of w·R at most, in units of 2⁻⁵³ · w.
    func evaluationError(_ order: Int) -> Double {
        if order < firstOrder { return 0 }
        var (value, slope) = (0.0, 0.0)
        for polynomial in [constant[order - firstOrder], slopeInLabel[order - firstOrder]] {
            for (j, coefficient) in polynomial.coefficients.enumerated() {
                // Over s ≤ 1/2.
                let largest = abs(coefficient) / Double(1 << j)
                value += largest
                slope += Double(j) * largest
            }
        }
        return Double(17 + 3 * order) * value + 10.2 * slope
    }

    func magnitudeBound(order: Int, beyond distance: Double) -> Double {
        // w ≤ e^−|z|, raised by a few units in the last place for exp's error, which below the normal numbers is large.
        let weight = min(0.25, max(Logistic.sigmoid(-distance) * (1 + 1e-14), .leastNormalMagnitude))
        return weight * largest[order - firstOrder]
    }
}
