import Calculus

/// A formula as a user types it, over any scalar.
///
/// ```swift
/// let loss = try Expression("mean((y - sigmoid(theta*x))^2)")
/// loss.kind                                                        // .objective([.theta])
/// loss.evaluate(1.5, samples: Samples(x: [-1, 1], y: [0, 1]))      // ≈ 0.033
/// ```
///
/// Where an expression names θ, w or b, or reduces over the samples, x and y are the columns of the data; else x (and y)
/// are the axes. There are no loops but those over the samples, so an evaluation ends after as many steps as the program
/// has, times the samples. The grammar is that of ``Parser``.
public struct Expression: Equatable, Sendable {
    /// As typed.
    public let source: String
    public let parameters: [String: Numeral]
    public let kind: Kind
    /// The columns of the data that are used: a subset of x and y, empty for curves and planes.
    public let columns: Set<Variable>
    /// The formula in the TeX that Typography sets on one line.
    public let tex: String
    let program: Program

    /// A name without a value of its own.
    public enum Variable: String, CaseIterable, Sendable {
        case x, y, theta, w, b

        var isColumn: Bool { self == .x || self == .y }
    }

    /// What the expression is a function of.
    public enum Kind: Equatable, Sendable {
        /// Of x alone, or of nothing at all.
        case curve
        /// Of the axes x and y, at least of y.
        case plane
        /// Of one parameter or of w and b, in this order; `reduces` where it needs samples.
        case objective([Variable], reduces: Bool)
    }

    /// - Parameter parameters: values of names; w, b and theta may be among them, and are no variables then.
    /// - Throws: the first error in the text, with its column.
    /// - Complexity: O(length).
    public init(_ source: String, parameters: [String: Numeral] = [:]) throws(ExpressionError) {
        var named: [String: Numeral] = [:]
        for (name, value) in parameters {
            let name = Names.canonical(name)
            guard Names.canBeParameter(name) else {
                throw ExpressionError(kind: .badParameter(name), column: 1, source: source)
            }
            named[name] = value
        }
        var parser = try Parser(source, parameters: named)
        let result = try parser.parse()
        let root = try parser.step(result)
        let uses = parser.uses
        let weights = [Variable.w, .b].filter { uses[$0] != nil }
        if let theta = uses[.theta], let other = weights.compactMap({ uses[$0] }).min() {
            throw parser.failure(.mixedParameters, at: max(theta, other))
        }
        let hasSamples = result.reduction != nil || uses[.theta] != nil || !weights.isEmpty
        if hasSamples, let free = result.freeSample { throw parser.failure(.freeSample(free.name), at: free.column) }

        self.source = source
        self.parameters = named
        if hasSamples {
            kind = .objective(weights.isEmpty ? [.theta] : weights, reduces: result.reduction != nil)
        } else {
            kind = uses[.y] == nil ? .curve : .plane
        }
        columns = hasSamples ? Set(uses.keys.filter(\.isColumn)) : []
        tex = result.formula.resolved(hasSamples: hasSamples, source: source)
        program = Program(parser.graph, root: root, samplesAreColumns: hasSamples)
    }

    /// With parameters that are doubles, each taken as exactly what it is.
    ///
    /// - Throws: the first error in the text, or a parameter that is not finite.
    public init(_ source: String, parameters: [String: Double]) throws(ExpressionError) {
        var numerals: [String: Numeral] = [:]
        for (name, value) in parameters {
            guard let numeral = Numeral("\(value)") else {
                throw ExpressionError(kind: .badParameter(name), column: 1, source: source)
            }
            numerals[name] = numeral
        }
        try self.init(source, parameters: numerals)
    }

    /// The variables, one or two, in the order in which ``evaluate(_:_:samples:)`` takes them.
    public var variables: [Variable] {
        switch kind {
        case .curve: [.x]
        case .plane: [.x, .y]
        case .objective(let variables, _): variables
        }
    }

    /// Whether an evaluation needs samples.
    public var needsSamples: Bool {
        if case .objective(_, reduces: true) = kind { return true }
        return false
    }
}

extension Expression {
    /// Whether the value of a parameter makes a difference to what the expression is.
    public func uses(parameter name: String) -> Bool {
        let without = try? Expression(source, parameters: parameters.filter { $0.key != name })
        return without == nil || without?.kind != kind
    }
}
