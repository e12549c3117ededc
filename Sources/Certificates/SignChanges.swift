import Calculus
import Expressions
import Losses

/// Where a function itself changes its sign in a window, each place alone in its enclosure and proved by interval Newton.
///
/// A zero that the function only touches, and one at an end of the window, changes no sign and is not among them.
public struct SignChanges: Equatable, Sendable {
    /// Enclosures of θ or x, ascending.
    public let zeros: [Bounds]
    /// Where the sign could not be told.
    public let unresolved: [Bounds]

    private init(_ function: some EnclosedFunction, window: ClosedRange<Double>) {
        precondition(window.lowerBound.isFinite && window.upperBound.isFinite, "a window has finite ends")
        let window = Interval(window)
        var function = function
        function.refill()
        let chart = SignChart(ZeroIsolation(of: 0, in: window, of: &function), of: 0, in: window, &function)
        zeros = chart.zeros.map { Bounds($0.theta) }
        unresolved = chart.open.map(Bounds.init)
    }

    /// Of an expression of one variable.
    ///
    /// - Parameters:
    ///   - samples: needed where the expression reduces over them.
    ///   - window: finite.
    /// - Complexity: O(steps · N) an enclosure, of which there are at most about 20,000.
    public init(of expression: Expression, on samples: Samples?, window: ClosedRange<Double>) {
        self.init(ExpressionFunction(expression, samples: samples), window: window)
    }

    /// Of a mean loss.
    ///
    /// - Parameters:
    ///   - data: whose labels have a meaning for the loss.
    ///   - window: finite.
    /// - Complexity: O(N) an enclosure, of which there are at most about 20,000.
    public init(of loss: LinkedLoss, on data: Dataset, window: ClosedRange<Double>) {
        func changes(_ formula: some LogitLoss) -> SignChanges {
            SignChanges(MeanLoss(formula, on: data), window: window)
        }
        self = changes(loss.ofLogit)
    }
}
