import Calculus
import Expressions
import Losses

extension Certificate {
    /// Proves what can be proved of J within a budget of 20,000 enclosures for each of J′ and J″.
    ///
    /// - Parameter window: of finite θ.
    /// - Complexity: O(N) an enclosure.
    public static func prove(_ loss: LinkedLoss, on data: Dataset, window: ClosedRange<Double>) -> Certificate {
        precondition(window.lowerBound.isFinite && window.upperBound.isFinite, "a window has finite ends")
        var certificate = Certificate(.loss(loss), samples: data.count, window: Interval(window))
        do {
            try loss.check(data, file: nil)
        } catch {
            certificate.reason = "Some label has no meaning for the loss: \(error)."
            return certificate
        }
        func proved(_ formula: some LogitLoss) -> Certificate {
            Prover.prove(certificate, PriorFacts(loss, on: data), MeanLoss(formula, on: data))
        }
        return proved(loss.ofLogit)
    }

    /// Proves what can be proved of an expression of one variable over a window, from enclosures alone: nothing is known
    /// of it beyond the window, and nothing is claimed where it has no value or jumps.
    ///
    /// - Parameters:
    ///   - samples: needed where the expression reduces over them.
    ///   - window: finite.
    /// - Complexity: O(steps · N) an enclosure.
    public static func prove(
        _ expression: Expression, on samples: Samples?, window: ClosedRange<Double>
    ) -> Certificate {
        precondition(window.lowerBound.isFinite && window.upperBound.isFinite, "a window has finite ends")
        let count = expression.needsSamples ? samples?.x.count ?? 0 : 0
        let certificate = Certificate(.expression(expression), samples: count, window: Interval(window))
        return Prover.prove(certificate, PriorFacts(), ExpressionFunction(expression, samples: samples))
    }
}
