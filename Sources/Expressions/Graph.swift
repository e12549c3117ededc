import Calculus

/// One step of an expression: operands are the numbers of earlier steps.
enum Node: Hashable, Sendable {
    case exact(Double)
    /// By its number among the program's decimals: steps hold nothing that is counted, and are quick to copy.
    case decimal(Int)
    case variable(Expression.Variable)
    case negate(Int)
    case add(Int, Int)
    case subtract(Int, Int)
    case multiply(Int, Int)
    case divide(Int, Int)
    case wholePower(Int, Int)
    case power(Int, Int)
    case apply(ElementaryFunction, Int)
    case minimum(Int, Int)
    case maximum(Int, Int)
    case select(Comparison, Int, Int, then: Int, else: Int)
    case reduce(Reduction, Int)

    var operands: [Int] {
        switch self {
        case .exact, .decimal, .variable: []
        case .negate(let a), .apply(_, let a), .wholePower(let a, _), .reduce(_, let a): [a]
        case .add(let a, let b), .subtract(let a, let b), .multiply(let a, let b), .divide(let a, let b),
            .power(let a, let b), .minimum(let a, let b), .maximum(let a, let b):
            [a, b]
        case .select(_, let a, let b, let c, let d): [a, b, c, d]
        }
    }
}

/// How the samples' values become one.
enum Reduction: Hashable, Sendable { case mean, sum, minimum, maximum }

/// The steps of an expression in the order in which they can be taken, equal ones once.
struct Graph {
    private(set) var nodes: [Node] = []
    private(set) var decimals: [Numeral] = []
    private var decimalNumbers: [Numeral: Int] = [:]
    private var numbers: [Node: Int] = [:]

    mutating func insert(_ node: Node) -> Int {
        if let known = numbers[node] { return known }
        nodes.append(node)
        numbers[node] = nodes.count - 1
        return nodes.count - 1
    }

    mutating func number(_ numeral: Numeral) -> Int {
        let bounds = Interval(numeral)
        if bounds.lower == bounds.upper { return insert(.exact(bounds.lower)) }
        let number = decimalNumbers[numeral] ?? decimals.count
        if number == decimals.count {
            decimals.append(numeral)
            decimalNumbers[numeral] = number
        }
        return insert(.decimal(number))
    }

    mutating func negate(_ a: Int) -> Int {
        if case .exact(let value) = nodes[a] { return insert(.exact(-value)) }
        return insert(.negate(a))
    }

    /// The operation on two steps; on constants it is done at once where its result is exactly a double.
    mutating func combine(_ binary: BinaryOperator, _ a: Int, _ b: Int) -> Int {
        if case .exact(let x) = nodes[a], case .exact(let y) = nodes[b], let value = Graph.exactly(binary, x, y) {
            return insert(.exact(value))
        }
        switch binary {
        case .add: return insert(.add(a, b))
        case .subtract: return insert(.subtract(a, b))
        case .multiply: return multiply(a, b)
        case .divide: return insert(.divide(a, b))
        case .power, .compare: return power(a, b)
        }
    }

    /// x·x as x²: over an interval around zero the square is half as wide.
    private mutating func multiply(_ a: Int, _ b: Int) -> Int {
        if a == b { return insert(.wholePower(a, 2)) }
        if case .wholePower(b, let n) = nodes[a], n > 0 { return insert(.wholePower(b, n + 1)) }
        if case .wholePower(a, let n) = nodes[b], n > 0 { return insert(.wholePower(a, n + 1)) }
        return insert(.multiply(a, b))
    }

    /// Whole exponents are powers for every base; e^x is the exponential.
    mutating func power(_ base: Int, _ exponent: Int) -> Int {
        if case .exact(let n) = nodes[exponent], n == n.rounded(), abs(n) <= ExpressionLimits.exponent {
            return n == 1 ? base : insert(.wholePower(base, Int(n)))
        }
        if case .decimal(let number) = nodes[base], decimals[number] == .e { return insert(.apply(.exp, exponent)) }
        return insert(.power(base, exponent))
    }

    /// The result where it is no other than the rounded one, by error-free transformations (Ogita, Rump and Oishi,
    /// doi:10.1137/030601818); nil where it may be.
    private static func exactly(_ binary: BinaryOperator, _ x: Double, _ y: Double) -> Double? {
        let small = 0x1p-400...0x1p400
        guard x == 0 || small.contains(abs(x)), y == 0 || small.contains(abs(y)) else { return nil }
        switch binary {
        case .add, .subtract:
            let z = binary == .add ? y : -y
            let sum = x + z
            let part = sum - x
            return (x - (sum - part)) + (z - part) == 0 ? sum : nil
        case .multiply:
            let product = x * y
            return (-product).addingProduct(x, y) == 0 ? product : nil
        case .divide:
            guard y != 0 else { return nil }
            let quotient = x / y
            return (-x).addingProduct(quotient, y) == 0 ? quotient : nil
        case .power, .compare: return nil
        }
    }
}
