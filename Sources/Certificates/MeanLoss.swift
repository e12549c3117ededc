import Calculus
import Losses

/// J and its derivatives, enclosed for any number of samples; each visit of all of them is counted against a budget.
struct MeanLoss<Loss: LogitLoss>: EnclosedFunction {
    private var enclosures: ObjectiveEnclosures<Loss>
    private var start = 0
    private let budget: Int

    init(_ loss: Loss, on data: Dataset) {
        enclosures = ObjectiveEnclosures(Objective(loss, on: data))
        // About a second, or two where the terms are enclosed one by one.
        let isQuick = enclosures.isSummed
        budget = min(20_000, max(isQuick ? 250 : 100, (isQuick ? 400_000_000 : 20_000_000) / data.count))
    }

    var isExhausted: Bool { enclosures.cost - start >= budget }

    mutating func refill() { start = enclosures.cost }

    /// A checker has formulas of its own.
    var leastClear: Double { 1e-303 }

    var isDear: Bool { enclosures.objective.data.count > 100_000 }

    mutating func enclosure(_ order: Int, over theta: Interval) -> Enclosure {
        enclosures.enclosure(order: order, over: theta)
    }
}
