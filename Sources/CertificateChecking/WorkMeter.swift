/// The work that the check of one certificate may be, in derivatives of single terms: a second derivative of J over N
/// samples is 3N of them.
///
/// It is counted, not timed, so that the outcome is the same on every machine.
public final class WorkMeter {
    /// A minute or two.
    public static let usual = 300_000_000

    private let budget: Int

    private(set) var spent = 0

    /// Whether work was asked for that the budget has not got.
    private(set) var isExhausted = false

    init(budget: Int = usual) { self.budget = budget }

    /// - Returns: whether there is as much left; else nothing is done from then on.
    func spend(_ work: Int) -> Bool {
        if isExhausted || work > budget - spent {
            isExhausted = true
            return false
        }
        spent += work
        return true
    }
}

/// A certificate that cannot be checked within the budget, and so is neither verified nor rejected.
public struct TooMuchWork: Error, Equatable, Sendable {
    public let samples: Int
    /// In derivatives of single terms.
    public let budget: Int
}
