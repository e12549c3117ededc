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
