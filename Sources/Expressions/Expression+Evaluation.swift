import Calculus

extension Expression {
    /// The value at `first`, and `second` where there are two ``variables``.
    ///
    /// - Parameter samples: needed where ``needsSamples``.
    /// - Complexity: O(steps · samples).
    // The scalars of proofs, curves and surfaces: a step over a scalar that is known only at run time costs three times as
    // much.
    @specialized(where S == Double)
    @specialized(where S == Enclosure)
    @specialized(where S == Jet<2, Double>)
    @specialized(where S == Jet<2, Enclosure>)
    @specialized(where S == Jet<3, Enclosure>)
    @specialized(where S == Jet<4, Enclosure>)
    @specialized(where S == Jet<5, Enclosure>)
    @specialized(where S == Gradient<Double>)
    @specialized(where S == Gradient<Enclosure>)
    public func evaluate<S: Scalar>(_ first: S, _ second: S? = nil, samples: Samples? = nil) -> S {
        precondition(second != nil || variables.count == 1, "an expression of two variables needs both")
        precondition(samples != nil || !needsSamples, "a reduction needs samples")
        var values = Array(repeating: S(0), count: program.nodes.count)
        return values.withUnsafeMutableBufferPointer { values in
            program.nodes.withUnsafeBufferPointer { nodes in
                for i in program.once {
                    switch nodes[i] {
                    case .decimal(let number): values[i] = S(program.decimals[number])
                    case .variable(let variable): values[i] = variable == variables[0] ? first : second ?? first
                    case .reduce(let reduction, let body):
                        let steps = program.perSample[i] ?? []
                        values[i] = Expression.reduced(reduction, body, nodes, steps, samples, values)
                    default: values[i] = Expression.step(nodes[i], values)
                    }
                }
            }
            return values[program.root]
        }
    }

    private static func reduced<S: Scalar>(
        _ reduction: Reduction, _ body: Int, _ nodes: UnsafeBufferPointer<Node>, _ steps: [Int], _ samples: Samples?,
        _ values: UnsafeMutableBufferPointer<S>
    ) -> S {
        guard let samples else { return S(.nan) }
        var total = Pairwise<S>(reduction)
        for k in samples.x.indices {
            for i in steps {
                switch nodes[i] {
                case .variable(let variable): values[i] = S(variable == .x ? samples.x[k] : samples.y[k])
                default: values[i] = step(nodes[i], values)
                }
            }
            total.add(values[body])
        }
        let result = total.value ?? S(.nan)
        return reduction == .mean ? result / S(Double(samples.x.count)) : result
    }

    private static func step<S: Scalar>(_ node: Node, _ values: UnsafeMutableBufferPointer<S>) -> S {
        switch node {
        case .exact(let value): S(value)
        case .negate(let a): -values[a]
        case .add(let a, let b): values[a] + values[b]
        case .subtract(let a, let b): values[a] - values[b]
        case .multiply(let a, let b): values[a] * values[b]
        case .divide(let a, let b): values[a] / values[b]
        case .wholePower(let a, let n): values[a].power(n)
        case .power(let a, let b): values[a].power(values[b])
        case .apply(let function, let a): values[a].applying(function)
        case .minimum(let a, let b): S.minimum(values[a], values[b])
        case .maximum(let a, let b): S.maximum(values[a], values[b])
        case .select(let comparison, let left, let right, let a, let b):
            S.select(comparison, values[left], values[right], then: values[a], else: values[b])
        // Taken by the callers.
        case .decimal, .variable, .reduce: S(.nan)
        }
    }
}

/// Sums in pairs, pairs of pairs, …, so that errors grow with the logarithm of the number of terms: Higham, "The
/// accuracy of floating point summation", doi:10.1137/0914050. Least and greatest values likewise.
private struct Pairwise<S: Scalar> {
    private let reduction: Reduction
    /// The k-th holds 2^k terms where the count has that bit, from the largest to the smallest.
    private var partial: [S] = []
    private var count = 0

    init(_ reduction: Reduction) { self.reduction = reduction }

    mutating func add(_ term: S) {
        count += 1
        var term = term
        for _ in 0..<count.trailingZeroBitCount {
            if let last = partial.popLast() { term = joined(last, term) }
        }
        partial.append(term)
    }

    var value: S? {
        guard var result = partial.last else { return nil }
        for part in partial.dropLast().reversed() { result = joined(part, result) }
        return result
    }

    private func joined(_ a: S, _ b: S) -> S {
        switch reduction {
        case .mean, .sum: a + b
        case .minimum: S.minimum(a, b)
        case .maximum: S.maximum(a, b)
        }
    }
}
