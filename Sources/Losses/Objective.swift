import Calculus

/// What is drawn: J(θ) = (1/N) Σ φ(θxᵢ; yᵢ), the mean loss of a model with one weight over the samples.
///
/// ```swift
/// let objective = Objective(SigmoidSquaredError(), on: try .outlier(samples: 7))
/// objective.derivative(0, at: 1.56)  // ≈ 0.2299
/// ```
public struct Objective<Loss: LogitLoss>: Sendable {
    public let loss: Loss
    public let data: Dataset

    /// What the samples with x = 0 add to N·J: their logit is exactly zero, whatever θ, and a kink of the loss there is
    /// none of J.
    private let constant: Enclosure
    /// Samples that are enclosed one by one.
    private let terms: [(x: Double, y: Double)]
    /// All others, where they are many.
    let sums: LogisticSums?

    /// - Complexity: O(N).
    public init(_ loss: Loss, on data: Dataset) {
        self.loss = loss
        self.data = data
        sums = data.count > Self.exactLimit ? LogisticSums(loss.reduction, data) : nil
        constant = Objective.constant(loss, data)
        if let sums {
            terms = sums.rest.map { (data.x[$0], data.y[$0]) }
        } else {
            terms = zip(data.x, data.y).compactMap { x, y in x == 0 ? nil : (x, y) }
        }
    }

    private static func constant(_ loss: Loss, _ data: Dataset) -> Enclosure {
        var sum = IntervalSum()
        var known: (label: Double, value: Interval)?
        for (x, y) in zip(data.x, data.y) where x == 0 {
            if known?.label != y {
                guard let value = loss.enclosure(order: 0, over: Interval(0), label: y).interval else {
                    return .undefined
                }
                known = (y, value)
            }
            if let value = known?.value { sum.add(value) }
        }
        return known == nil ? Enclosure(0) : Enclosure(sum.interval)
    }

    /// J's derivative of the given order at `theta`; order 0 is J.
    ///
    /// The terms are summed with Neumaier's compensation (doi:10.1002/zamm.19740540106), so that the error of the sum
    /// does not grow with N.
    ///
    /// - Complexity: O(N).
    public func derivative(_ order: Int, at theta: Double) -> Double {
        var sum = CompensatedSum()
        data.x.withUnsafeBufferPointer { x in
            data.y.withUnsafeBufferPointer { y in
                for i in 0..<x.count {
                    let z = theta * x[i]
                    sum.add(
                        order == 0
                            ? loss.value(z, label: y[i])
                            : x[i].power(order) * loss.derivative(order, at: z, label: y[i]))
                }
            }
        }
        return sum.value / Double(data.count)
    }

    /// Encloses J's derivative of the given order over all θ in `theta`, as cheaply as a curve needs it; the decoration
    /// says whether it is continuous there.
    ///
    /// Up to ``exactLimit`` samples term by term. For more, a loss of a sigmoid goes by vector kernels: the derivatives at
    /// the midpoint and Taylor's formula, from the fourth order on by bounds of the terms' magnitudes alone, which are
    /// wider; other losses by such bounds from the second order on, where they have them.
    public func enclosure(order: Int, over theta: Interval) -> Enclosure {
        if let sums, theta.isBounded {
            let magnitudes = sums.magnitudes(beyond: theta.mignitude)
            let expansion = order < 4 ? sums.expansion(at: theta.midpoint) : .nowhere
            return enclosure(
                order: order, over: theta,
                sum: LogisticSums.enclosure(order: order, over: theta, expansion, magnitudes: magnitudes))
        }
        if order >= 2, data.count > Self.exactLimit, let bound = magnitudeBound(order: order, over: theta) {
            return Enclosure(Interval(-bound, bound))
        }
        return termwiseEnclosure(order: order, over: theta)
    }

    /// The same from the sum over ``sums``.
    func enclosure(order: Int, over theta: Interval, sum: Interval) -> Enclosure {
        (Enclosure(sum) + termwiseSum(order: order, over: theta)) / Enclosure(Double(data.count))
    }

    /// The same term by term, for any number of samples; as tight as the loss's own enclosures.
    func termwiseEnclosure(order: Int, over theta: Interval) -> Enclosure {
        guard let sums else { return termwiseSum(order: order, over: theta) / Enclosure(Double(data.count)) }
        // Where no expansion is possible.
        let bound = sums.magnitudes(beyond: theta.mignitude)[order]
        return enclosure(order: order, over: theta, sum: Interval(-bound, bound))
    }

    private func termwiseSum(order: Int, over theta: Interval) -> Enclosure {
        var sum = order == 0 ? constant : Enclosure(0)
        for (x, y) in terms {
            let term = loss.enclosure(order: order, over: theta * Interval(x), label: y)
            sum = sum + Enclosure(Interval(x).power(order)) * term
        }
        return sum
    }

    /// Of the mean's derivative of the given order; nil where the loss has no such bounds.
    private func magnitudeBound(order: Int, over theta: Interval) -> Double? {
        // Rounding to nearest loses at most one part in 2^52 a term; the factor covers ten million of them.
        var sum = 0.0
        for x in data.x {
            let nearest = (theta * Interval(x)).mignitude
            guard let largest = loss.magnitudeBound(order: order, beyond: nearest) else { return nil }
            // Zero times a power that overflows is zero.
            if largest > 0 { sum += abs(x).power(order) * largest }
        }
        // Underflow loses less than the smallest normal number a term, times a magnitude of at most some hundreds.
        return sum * (1 + 1e-8) / Double(data.count) + 0x1p-1000
    }

    public static var exactLimit: Int { 500 }
}

/// A running sum and the rounding errors it has made so far.
struct CompensatedSum {
    private var sum = 0.0
    private var lost = 0.0

    @inline(__always)
    mutating func add(_ term: Double) {
        let next = sum + term
        lost += abs(sum) >= abs(term) ? (sum - next) + term : (term - next) + sum
        sum = next
    }

    /// An infinite sum has no meaningful error term.
    var value: Double { sum.isFinite ? sum + lost : sum }
}

extension Double {
    /// Small whole powers.
    @inline(__always)
    func power(_ exponent: Int) -> Double {
        var result = 1.0
        for _ in 0..<exponent { result *= self }
        return result
    }
}
