import Calculus

extension LogisticSums {
    /// The sums' derivatives at one point, order 0 to 5: Taylor's coefficients but for the factorials.
    struct Expansion: Sendable {
        let centre: Double
        let derivatives: [Interval]

        /// None, which leaves the magnitudes.
        static let nowhere = Expansion(centre: 0, derivatives: [])
    }

    func expansion(at centre: Double) -> Expansion {
        Expansion(centre: centre, derivatives: derivatives(at: centre))
    }

    /// Encloses the sum's derivative of the given order over `theta`, by Taylor's formula around the expansion's centre:
    /// of every length that the orders allow, since a long one is tight for a narrow `theta` and a short one for a wide
    /// one.
    ///
    /// - Parameters:
    ///   - expansion: around a point of `theta`.
    ///   - magnitudes: ``magnitudes(beyond:)`` of a distance that no point of `theta` is closer than.
    static func enclosure(
        order: Int, over theta: Interval, _ expansion: Expansion, magnitudes: [Double]
    ) -> Interval {
        if theta.width == 0, order < expansion.derivatives.count, theta.contains(expansion.centre) {
            return expansion.derivatives[order]
        }
        let offset = theta - Interval(expansion.centre)
        var best = Interval.entire
        // `degree` terms, then the derivative that bounds what is left out.
        var coefficients: [Interval] = []
        var factorial = 1.0
        for degree in 0..<max(1, magnitudes.count - order) {
            if degree > 0 { factorial *= Double(degree) }
            let last = order + degree
            if last < magnitudes.count, magnitudes[last].isFinite {
                let power = Interval(offset.magnitude).power(degree)
                let bound = Interval(magnitudes[last]) / Interval(factorial) * power
                let left = Interval(-bound.upper, bound.upper)
                let polynomial =
                    coefficients.isEmpty ? Interval(0) : Polynomial.enclosure(of: coefficients, over: offset)
                best = best.narrowed(by: polynomial + left)
            }
            if last < expansion.derivatives.count {
                coefficients.append(expansion.derivatives[last] / Interval(factorial))
            }
        }
        return best
    }
}

extension Interval {
    /// What both of two enclosures of the same hold.
    fileprivate func narrowed(by other: Interval) -> Interval {
        let (low, high) = (max(lower, other.lower), min(upper, other.upper))
        return low <= high ? Interval(low, high) : self
    }
}
