import Calculus

/// Encloses the derivatives of one objective again and again, for proofs: as tight as its loss allows, whatever it costs,
/// and counting that.
///
/// ```swift
/// var enclosures = ObjectiveEnclosures(Objective(SigmoidSquaredError(), on: data))
/// enclosures.enclosure(order: 2, over: Interval(0.1, 0.2))
/// enclosures.cost  // 1 or more
/// ```
///
/// Sums of very many samples are expanded at a point, and expansions are kept: another order over the same interval, or
/// at its midpoint, costs nothing more.
public struct ObjectiveEnclosures<Loss: LogitLoss>: Sendable {
    public let objective: Objective<Loss>
    /// How often all samples were visited.
    public private(set) var cost = 0
    private var expansions: [Double: LogisticSums.Expansion] = [:]
    private var magnitudes: [Double: [Double]] = [:]

    /// Whether a visit is a matter of nanoseconds a sample.
    public var isSummed: Bool { objective.sums != nil }

    public init(_ objective: Objective<Loss>) { self.objective = objective }

    /// Encloses J's derivative of the given order, 0 to 6, over `theta`; the decoration says whether it is continuous
    /// there.
    ///
    /// - Complexity: O(N).
    public mutating func enclosure(order: Int, over theta: Interval) -> Enclosure {
        guard let sums = objective.sums, theta.isBounded else {
            cost += 1
            return objective.termwiseEnclosure(order: order, over: theta)
        }
        let expansion = expansion(of: sums, at: theta.midpoint)
        let needsMagnitudes = theta.width > 0 || order >= expansion.derivatives.count
        let magnitudes = needsMagnitudes ? magnitudes(of: sums, beyond: theta.mignitude) : []
        return objective.enclosure(
            order: order, over: theta,
            sum: LogisticSums.enclosure(order: order, over: theta, expansion, magnitudes: magnitudes))
    }

    private mutating func expansion(of sums: LogisticSums, at centre: Double) -> LogisticSums.Expansion {
        if let known = expansions[centre] { return known }
        cost += 1
        let expansion = sums.expansion(at: centre)
        expansions[centre] = expansion
        return expansion
    }

    /// Of a distance with two bits, so that a few serve for all: they need not be sharp.
    private mutating func magnitudes(of sums: LogisticSums, beyond distance: Double) -> [Double] {
        let quarters = (distance.significand * 4).rounded(.down)
        let rung = distance.isNormal ? Double(sign: .plus, exponent: distance.exponent, significand: quarters / 4) : 0
        if let known = magnitudes[rung] { return known }
        cost += 1
        let bounds = sums.magnitudes(beyond: rung)
        magnitudes[rung] = bounds
        return bounds
    }
}
