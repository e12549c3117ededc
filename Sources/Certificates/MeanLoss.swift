import Calculus
import Losses

/// J and its derivatives, enclosed term by term for any number of samples, each enclosure counted against a budget.
struct MeanLoss<Loss: LogitLoss>: EnclosedFunction {
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

    var isExhausted: Bool { spent >= budget }

    mutating func refill() { spent = 0 }

    var isDear: Bool { count > 100_000 }

    mutating func enclosure(_ order: Int, over theta: Interval) -> Enclosure {
        spent += 1
        var sum = order == 0 ? constant : Enclosure(0)
        for (x, y) in samples {
            let term = loss.enclosure(order: order, over: theta * Interval(x), label: y)
            sum = sum + Enclosure(Interval(x).power(order)) * term
        }
        return sum / Enclosure(Double(count))
    }
}
