import Calculus
import Losses

/// J and its derivatives, enclosed for any number of samples, what that costs counted against a budget.
struct MeanLoss<Loss: LogitLoss> {
    private var enclosures: ObjectiveEnclosures<Loss>
    private var start = 0
    private let budget: Int

    init(_ loss: Loss, on data: Dataset) {
        enclosures = ObjectiveEnclosures(Objective(loss, on: data))
        let isQuick = enclosures.isSummed
        budget = min(20_000, max(isQuick ? 250 : 100, (isQuick ? 400_000_000 : 20_000_000) / data.count))
    }

    /// Whether a search should give up, leaving some enclosures for what follows it.
    var isExhausted: Bool { enclosures.cost - start >= budget }

    /// Starts a new search.
    mutating func refill() { start = enclosures.cost }

    /// Encloses J's derivative of the given order over `theta`.
    mutating func enclosure(_ order: Int, over theta: Interval) -> Enclosure {
        enclosures.enclosure(order: order, over: theta)
    }

    /// At one point, if J's derivative exists and is continuous there.
    mutating func value(_ order: Int, at theta: Double) -> Interval? {
        let enclosure = enclosure(order, over: Interval(theta))
        return enclosure.isContinuous ? enclosure.interval : nil
    }

    /// J over a narrow interval, by the mean-value form where J′ is continuous.
    mutating func meanValue(over theta: Interval) -> Interval? {
        let natural = enclosure(0, over: theta)
        guard natural.decoration >= .defined, let interval = natural.interval else { return nil }
        let slope = enclosure(1, over: theta)
        guard slope.isContinuous, let slope = slope.interval, let centre = value(0, at: theta.midpoint) else {
            return interval
        }
        return interval.intersection(centre + slope * (theta - Interval(theta.midpoint))) ?? interval
    }
}

extension Interval {
    /// What both hold; nil where they are apart.
    func intersection(_ other: Interval) -> Interval? {
        let (low, high) = (max(lower, other.lower), min(upper, other.upper))
        return low <= high ? Interval(low, high) : nil
    }

    /// 1 or −1 where every number in it has that sign.
    var sign: Int? { lower > 0 ? 1 : upper < 0 ? -1 : nil }
}
