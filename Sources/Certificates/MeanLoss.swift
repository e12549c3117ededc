import Calculus
import Losses

/// J and its derivatives, enclosed term by term for any number of samples, each enclosure counted against a budget.
struct MeanLoss<Loss: LogitLoss> {
    let loss: Loss
    /// Samples whose logit depends on θ.
    private let samples: [(x: Double, y: Double)]
    private let count: Int
    /// What the samples with x = 0 add to N·J.
    private let constant: Enclosure
    private(set) var spent = 0
    private let budget: Int

    init(_ loss: Loss, on data: Dataset) {
        self.loss = loss
        count = data.count
        var (samples, constant) = ([(x: Double, y: Double)](), Enclosure(0))
        for (x, y) in zip(data.x, data.y) {
            if x != 0 {
                samples.append((x, y))
            } else {
                // Its logit is zero whatever θ, so a kink of the loss there is none of J.
                constant = constant + Enclosure(loss.enclosure(order: 0, over: Interval(0), label: y).interval)
            }
        }
        (self.samples, self.constant) = (samples, constant)
        budget = min(20_000, max(100, 20_000_000 / data.count))
    }

    /// Whether a search should give up, leaving some enclosures for what follows it.
    var isExhausted: Bool { spent >= budget }

    /// Starts a new search.
    mutating func refill() { spent = 0 }

    /// Encloses J's derivative of the given order over `theta`.
    mutating func enclosure(_ order: Int, over theta: Interval) -> Enclosure {
        spent += 1
        var sum = order == 0 ? constant : Enclosure(0)
        for (x, y) in samples {
            let term = loss.enclosure(order: order, over: theta * Interval(x), label: y)
            sum = sum + Enclosure(Interval(x).power(order)) * term
        }
        return sum / Enclosure(Double(count))
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
