import Calculus

extension Parser {
    /// Calls the function of a closed parenthesis with the operands read within it.
    mutating func call(_ function: Names.Function, _ name: Token, start: Int) throws(ExpressionError) {
        let arguments = Array(operands[start...])
        operands.removeSubrange(start...)
        guard function.accepts(arguments) else {
            throw failure(
                .wrongArgumentCount(name.text, wanted: function.wanted, found: arguments.count), at: name.column)
        }
        operands.append(try result(of: function, name, arguments))
    }

    private mutating func result(
        of function: Names.Function, _ name: Token, _ arguments: [Operand]
    )
        throws(ExpressionError) -> Operand
    {
        if function == .choice { return try choice(name, arguments) }
        var steps: [Int] = []
        for argument in arguments { steps.append(try step(argument)) }
        let formulas = arguments.map(\.formula)
        let value: Int
        let formula: Formula
        switch function {
        case .elementary(let elementary):
            value = graph.insert(.apply(elementary, steps[0]))
            formula = .applied(elementary, formulas[0])
        case .power:
            value = graph.combine(.power, steps[0], steps[1])
            formula = .combined(.power, formulas[0], formulas[1])
        case .minimum, .maximum:
            if steps.count == 1 {
                return try reduced(function == .minimum ? .minimum : .maximum, name, arguments[0], steps[0])
            }
            value = steps.dropFirst().reduce(steps[0]) { a, b in
                graph.insert(function == .minimum ? .minimum(a, b) : .maximum(a, b))
            }
            formula = .called(function == .minimum ? "\\min" : "\\max", formulas)
        case .mean: return try reduced(.mean, name, arguments[0], steps[0])
        case .sum: return try reduced(.sum, name, arguments[0], steps[0])
        case .choice: return try choice(name, arguments)
        }
        var operand = Operand(.number(value), of: arguments, formula: formula)
        operand.column = name.column
        return operand
    }

    private mutating func choice(_ name: Token, _ arguments: [Operand]) throws(ExpressionError) -> Operand {
        guard case .condition(let comparison, let left, let right, _, _) = arguments[0].value else {
            throw failure(.numberAsCondition, at: arguments[0].column)
        }
        let (a, b) = (try step(arguments[1]), try step(arguments[2]))
        let value = graph.insert(.select(comparison, left, right, then: a, else: b))
        return Operand(
            .number(value), of: arguments, formula: .called("\\operatorname{if}", arguments.map(\.formula)))
    }

    private mutating func reduced(
        _ reduction: Reduction, _ name: Token, _ argument: Operand, _ step: Int
    )
        throws(ExpressionError) -> Operand
    {
        if let inner = argument.reduction { throw failure(.nestedReduction(inner.name), at: inner.column) }
        let value = graph.insert(.reduce(reduction, step))
        var operand = Operand(value, at: name.column, formula: .reduced(reduction, argument.formula))
        operand.reduction = (name.text, name.column)
        return operand
    }
}

extension Names.Function {
    /// How many arguments, in words.
    var wanted: String {
        switch self {
        case .elementary, .mean, .sum: "one argument"
        case .power: "two arguments"
        case .choice: "a condition and two values"
        case .minimum, .maximum: "two or more arguments, or one that holds x or y"
        }
    }

    func accepts(_ arguments: [Operand]) -> Bool {
        switch self {
        case .elementary, .mean, .sum: arguments.count == 1
        case .power: arguments.count == 2
        case .choice: arguments.count == 3
        case .minimum, .maximum:
            // One argument is reduced over the samples, and must depend on them, directly or by a nested reduction.
            arguments.count > 1 || arguments.contains { $0.freeSample != nil || $0.reduction != nil }
        }
    }
}
