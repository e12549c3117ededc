import Calculus

/// Reads an expression into a graph of steps with two stacks (Dijkstra's shunting yard), so that no nesting of the text
/// is a nesting of calls.
///
/// From loosest to tightest: comparisons; + and −; products and quotients, implicit ones too; the sign; powers, from
/// the right. A product may go without its sign only between a number and what follows it, `2x` and `3(x+1)`, and not
/// where the number is a divisor or an exponent: `1/2x` is read differently by different people.
struct Parser {
    let source: String
    let tokens: [Token]
    let parameters: [String: Numeral]
    var graph = Graph()
    var operands: [Operand] = []
    var pending: [Pending] = []
    private var depth = 0
    /// The first use of each variable.
    private(set) var uses: [Expression.Variable: Int] = [:]

    /// An operator or an open parenthesis whose right side is not read yet.
    enum Pending {
        case negation(column: Int)
        case binary(BinaryOperator, Token)
        /// With the function before it, and how many operands there were.
        case group(column: Int, function: Names.Function?, name: Token?, start: Int)
    }

    init(_ source: String, parameters: [String: Numeral]) throws(ExpressionError) {
        self.source = source
        self.parameters = parameters
        tokens = try Token.tokens(of: source)
        if tokens.isEmpty { throw ExpressionError(kind: .empty, column: 1, source: source) }
    }

    func failure(_ kind: ExpressionError.Kind, at column: Int) -> ExpressionError {
        ExpressionError(kind: kind, column: column, source: source)
    }

    /// The whole expression as one operand that is a number.
    ///
    /// - Complexity: O(length).
    mutating func parse() throws(ExpressionError) -> Operand {
        var expectsOperand = true
        var index = 0
        while index < tokens.count {
            let token = tokens[index]
            if expectsOperand {
                expectsOperand = try readOperand(token, index: &index)
            } else if !(try readOperator(token, after: tokens[index - 1])) {
                index += 1
                expectsOperand = token.kind != .close
            } else {
                // An implicit product: the token is read again, as its right side.
                expectsOperand = true
            }
            if graph.nodes.count > ExpressionLimits.operations { throw failure(.tooMuchWork, at: token.column) }
        }
        let end = source.count + 1
        if expectsOperand { throw failure(.missingOperand(before: nil), at: end) }
        try reduce(downTo: 0)
        if graph.nodes.count > ExpressionLimits.operations { throw failure(.tooMuchWork, at: end) }
        if case .group(let column, _, _, _)? = pending.last { throw failure(.unclosedParenthesis, at: column) }
        guard let result = operands.last else { throw failure(.missingOperand(before: nil), at: end) }
        _ = try step(result)
        return result
    }

    /// Reads a token where an operand starts; whether one is still expected behind it.
    private mutating func readOperand(_ token: Token, index: inout Int) throws(ExpressionError) -> Bool {
        index += 1
        switch token.kind {
        case .number(let numeral):
            let step = graph.number(numeral)
            operands.append(Operand(step, at: token.column, formula: Formula(number: token.text)))
            return false
        case .name(let name):
            guard let function = Names.functions[name] else {
                try pushName(name, token)
                return false
            }
            guard index < tokens.count, tokens[index].kind == .open else {
                throw failure(.missingArguments(token.text), at: token.column)
            }
            try open(tokens[index], function: function, name: token)
            index += 1
            if index < tokens.count, tokens[index].kind == .close {
                throw failure(.wrongArgumentCount(token.text, wanted: function.wanted, found: 0), at: token.column)
            }
            return true
        case .open:
            try open(token, function: nil, name: nil)
            return true
        case .binary(.subtract):
            pending.append(.negation(column: token.column))
            return true
        case .binary(.add): return true
        case .binary, .close, .comma: throw failure(.missingOperand(before: token.text), at: token.column)
        }
    }

    private mutating func open(_ token: Token, function: Names.Function?, name: Token?) throws(ExpressionError) {
        depth += 1
        if depth > ExpressionLimits.depth { throw failure(.tooDeep, at: token.column) }
        pending.append(.group(column: token.column, function: function, name: name, start: operands.count))
    }

    private mutating func pushName(_ name: String, _ token: Token) throws(ExpressionError) {
        let formula = Formula(name: name)
        if let value = parameters[name] {
            operands.append(Operand(graph.number(value), at: token.column, formula: formula))
        } else if let value = Names.constants[name] {
            operands.append(Operand(graph.number(value), at: token.column, formula: formula))
        } else if let variable = Names.variables[name] {
            if uses[variable] == nil { uses[variable] = token.column }
            var operand = Operand(graph.insert(.variable(variable)), at: token.column, formula: formula)
            if variable.isColumn { operand.freeSample = (name, token.column) }
            operands.append(operand)
        } else {
            let hint = Names.hint(for: token.text, parameters: Array(parameters.keys))
            throw failure(.unknownName(token.text, hint: hint), at: token.column)
        }
    }

    /// Reads a token behind an operand; true where it starts the right side of an implicit product.
    private mutating func readOperator(_ token: Token, after previous: Token) throws(ExpressionError) -> Bool {
        switch token.kind {
        case .binary(let binary):
            try push(binary, token)
        case .comma:
            try reduce(downTo: 0)
            guard case .group(_, _?, _, _)? = pending.last else { throw failure(.strayComma, at: token.column) }
        case .close:
            try reduce(downTo: 0)
            guard case .group(_, let function, let name, let start)? = pending.popLast() else {
                throw failure(.unopenedParenthesis, at: token.column)
            }
            depth -= 1
            if let function, let name { try call(function, name, start: start) }
        case .name, .open:
            guard case .number = previous.kind else {
                throw failure(.missingOperator(before: token.text), at: token.column)
            }
            for before in pending.reversed() {
                if case .negation = before { continue }
                guard case .binary(let binary, _) = before, binary == .divide || binary == .power else { break }
                throw failure(.ambiguousProduct(number: previous.text), at: previous.column)
            }
            try push(.multiply, token)
            return true
        case .number: throw failure(.missingOperator(before: token.text), at: token.column)
        }
        return false
    }

    private mutating func push(_ binary: BinaryOperator, _ token: Token) throws(ExpressionError) {
        try reduce(downTo: binary == .power ? binary.precedence + 1 : binary.precedence)
        pending.append(.binary(binary, token))
    }

    /// Carries out what binds at least so tightly, back to the last open parenthesis.
    private mutating func reduce(downTo precedence: Int) throws(ExpressionError) {
        while let last = pending.last {
            switch last {
            case .group: return
            case .negation:
                guard BinaryOperator.precedenceOfNegation >= precedence, let a = operands.popLast() else { return }
                let step = graph.negate(try step(a))
                operands.append(Operand(.number(step), of: [a], formula: .negated(a.formula)))
            case .binary(let binary, let token):
                guard binary.precedence >= precedence, let b = operands.popLast(), let a = operands.popLast() else {
                    return
                }
                operands.append(try combine(binary, token, a, b))
            }
            pending.removeLast()
        }
    }

    private mutating func combine(
        _ binary: BinaryOperator, _ token: Token, _ a: Operand, _ b: Operand
    )
        throws(ExpressionError) -> Operand
    {
        let formula = Formula.combined(binary, a.formula, b.formula)
        guard case .compare(let comparison) = binary else {
            let step = graph.combine(binary, try step(a), try step(b))
            return Operand(.number(step), of: [a, b], formula: formula)
        }
        if case .condition = a.value { throw failure(.chainedComparison, at: token.column) }
        let value = Operand.Value.condition(
            comparison, try step(a), try step(b), text: token.text, column: token.column)
        return Operand(value, of: [a, b], formula: formula)
    }

    /// The step of an operand that must be a number.
    func step(_ operand: Operand) throws(ExpressionError) -> Int {
        switch operand.value {
        case .number(let step): return step
        case .condition(_, _, _, let text, let column): throw failure(.comparisonAsNumber(text), at: column)
        }
    }
}
