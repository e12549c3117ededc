import Calculus

extension Expression {
    /// The value at a point, in the way that is quickest.
    public func value(at first: Double, _ second: Double? = nil, samples: Samples? = nil) -> Double {
        evaluate(first, second, samples: samples)
    }

    /// The value and derivatives at a point; of expressions of one variable.
    ///
    /// - Complexity: O(steps · samples · n²).
    public func jet<let n: Int>(at x: Double, samples: Samples? = nil) -> Jet<n, Double> {
        evaluate(Jet<n, Double>(variable: x), samples: samples)
    }

    /// The same enclosed over a box; n is at most 5.
    public func jet<let n: Int>(over x: Interval, samples: Samples? = nil) -> Jet<n, Enclosure> {
        evaluate(Jet<n, Enclosure>(variable: Enclosure(over: x)), samples: samples)
    }

    /// The value and both slopes at a point; of expressions of two variables.
    public func gradient(at first: Double, _ second: Double, samples: Samples? = nil) -> Gradient<Double> {
        evaluate(Gradient(x: first), Gradient(y: second), samples: samples)
    }

    /// The same enclosed over a box.
    public func gradient(over first: Interval, _ second: Interval, samples: Samples? = nil) -> Gradient<Enclosure> {
        evaluate(
            Gradient(x: Enclosure(over: first)), Gradient(y: Enclosure(over: second)), samples: samples)
    }
}

/// An expression of one variable with its samples, as a sampler of curves asks for it.
public struct ExpressionCurve: Sendable {
    public let expression: Expression
    public let samples: Samples?

    public init(_ expression: Expression, samples: Samples? = nil) {
        precondition(expression.variables.count == 1, "a curve has one variable")
        precondition(samples != nil || !expression.needsSamples, "a reduction needs samples")
        self.expression = expression
        self.samples = samples
    }

    /// The value and the slope, NaN or infinite where there is none.
    public func valueAndSlope(at x: Double) -> (value: Double, slope: Double) {
        let jet: Jet<2, Double> = expression.jet(at: x, samples: samples)
        return (jet.value, jet.derivative(1))
    }

    /// An interval that contains the derivative of the given order, 0 to 4, at every point of `x`, and says as well that
    /// this derivative and those below it exist and are continuous over `x`, one-sidedly at its ends; else nil.
    public func enclosure(order: Int, over x: Interval) -> Interval? {
        switch order {
        case 0: proved(expression.jet(over: x, samples: samples) as Jet<1, Enclosure>)
        case 1: proved(expression.jet(over: x, samples: samples) as Jet<2, Enclosure>)
        case 2: proved(expression.jet(over: x, samples: samples) as Jet<3, Enclosure>)
        case 3: proved(expression.jet(over: x, samples: samples) as Jet<4, Enclosure>)
        case 4: proved(expression.jet(over: x, samples: samples) as Jet<5, Enclosure>)
        default: nil
        }
    }

    private func proved<let n: Int>(_ jet: Jet<n, Enclosure>) -> Interval? {
        // A formula for a slope may have values where the function itself has none, as 1/x for ln x.
        for k in 0..<n where !jet.coefficients[k].isContinuous { return nil }
        guard let interval = jet.derivative(n - 1).interval, interval.isBounded else { return nil }
        return interval
    }
}
