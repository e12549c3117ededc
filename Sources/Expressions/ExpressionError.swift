import Diagnostics

/// What is wrong with an expression, and at which character.
///
/// ```swift
/// error.diagnostic.message  // column 6: unknown name 'sigmod' in 'mean(sigmod(x))'
/// error.caret               // the source, and under it a ^ at the column
/// ```
public struct ExpressionError: Error, Equatable, Sendable {
    public let kind: Kind
    /// Counted from 1, in characters; one past the last character where something is missing at the end.
    public let column: Int
    public let source: String

    public enum Kind: Equatable, Sendable {
        case empty
        case tooLong, tooDeep, tooMuchWork
        case strayCharacter(String)
        case badNumber(String)
        case unknownName(String, hint: String?)
        case badParameter(String)
        /// A function of the given name without parentheses behind it.
        case missingArguments(String)
        case wrongArgumentCount(String, wanted: String, found: Int)
        /// `before` is the token found instead, nil at the end.
        case missingOperand(before: String?)
        case missingOperator(before: String)
        case ambiguousProduct(number: String)
        case unclosedParenthesis, unopenedParenthesis, strayComma
        case chainedComparison
        case comparisonAsNumber(String)
        case numberAsCondition
        case nestedReduction(String)
        case freeSample(String)
        case mixedParameters
    }

    /// The same as one line for the user.
    public var diagnostic: Diagnostic {
        let place = "column \(column): "
        switch kind {
        case .empty: return Diagnostic(place + "the expression is empty", hint: kind.hint)
        case .tooLong: return Diagnostic(place + kind.what, hint: kind.hint)
        default: return Diagnostic("\(place)\(kind.what) in '\(excerpt.text)'", hint: kind.hint)
        }
    }

    /// Two lines: the source, its neighbourhood where it is long, and a `^` under the column.
    public var caret: String {
        let excerpt = excerpt
        return excerpt.text + "\n" + String(repeating: " ", count: excerpt.offset) + "^"
    }

    /// At most some 70 characters around the column, and how many of them stand before it.
    private var excerpt: (text: String, offset: Int) {
        let reach = 35
        let start = max(0, column - 1 - reach)
        let before = source.dropFirst(start).prefix(column - 1 - start)
        let after = source.dropFirst(column - 1)
        let left = (start > 0 ? "…" : "") + Diagnostic.visible(String(before))
        let right = Diagnostic.visible(String(after.prefix(reach))) + (after.dropFirst(reach).isEmpty ? "" : "…")
        return (left + right, left.count)
    }
}

extension ExpressionError: CustomStringConvertible {
    public var description: String { diagnostic.description }
}

extension ExpressionError.Kind {
    var what: String {
        switch self {
        case .empty: "the expression is empty"
        case .tooLong: "the expression is longer than \(ExpressionLimits.characters) characters"
        case .tooDeep: "parentheses are nested deeper than \(ExpressionLimits.depth)"
        case .tooMuchWork: "there are more than \(ExpressionLimits.operations) operations"
        case .strayCharacter(let character): "stray character '\(character)'"
        case .badNumber(let text): "'\(text)' is no number"
        case .unknownName(let name, _): "unknown name '\(name)'"
        case .badParameter(let name): "'\(name)' cannot be the name of a parameter"
        case .missingArguments(let name): "the function '\(name)' has no arguments"
        case .wrongArgumentCount(let name, let wanted, let found): "'\(name)' takes \(wanted), not \(found),"
        case .missingOperand(let next): next.map { "missing operand before '\($0)'" } ?? "missing operand at the end"
        case .missingOperator(let next): "missing operator before '\(next)'"
        case .ambiguousProduct(let number): "it is not clear how far '\(number)' goes"
        case .unclosedParenthesis: "'(' is not closed"
        case .unopenedParenthesis: "')' closes nothing"
        case .strayComma: "',' outside the arguments of a function"
        case .chainedComparison: "a second comparison in a row"
        case .comparisonAsNumber(let comparison): "the comparison '\(comparison)' stands where a number is needed"
        case .numberAsCondition: "a number stands where a condition is needed"
        case .nestedReduction(let name): "'\(name)' within another reduction over the samples"
        case .freeSample(let name): "'\(name)' is a column of the data here and stands outside a reduction"
        case .mixedParameters: "θ and w or b are used together"
        }
    }

    var hint: String? {
        switch self {
        case .empty: "write one, such as 'mean((y - sigmoid(theta*x))^2)'"
        case .tooLong, .tooDeep, .tooMuchWork: "write it shorter"
        case .strayCharacter("="): "write == to compare"
        case .strayCharacter("|"): "write abs(…)"
        case .strayCharacter("["), .strayCharacter("]"), .strayCharacter("{"), .strayCharacter("}"):
            "use round parentheses"
        case .strayCharacter("√"): "write sqrt(…)"
        case .strayCharacter("²"): "write ^2"
        case .strayCharacter: nil
        case .badNumber: "write numbers such as 12, .5, 2. or 1e-3, of magnitude below 1.8e308"
        case .unknownName(_, let hint): hint
        case .badParameter: "use letters, digits and _, and no name that already means something"
        case .missingArguments(let name): "write \(name)(…)"
        case .wrongArgumentCount: nil
        case .missingOperand: "write a number, a name or a parenthesis there"
        case .missingOperator(let next): next == "(" ? "write *( for a product" : "write *\(next) for a product"
        case .ambiguousProduct: "put parentheses around the product, or around what stands before it"
        case .unclosedParenthesis: "close it with ')'"
        case .unopenedParenthesis: "remove it, or open it with '('"
        case .strayComma: "write decimals with a point"
        case .chainedComparison: "nest them: if(a < b, if(b < c, …, …), …)"
        case .comparisonAsNumber: "write if(condition, value, other value)"
        case .numberAsCondition: "compare it, as in if(x > 0, …, …)"
        case .nestedReduction: "multiply it out, so that one reduction is enough"
        case .freeSample: "put it into mean(…)"
        case .mixedParameters: "use θ alone, or w and b"
        }
    }
}

/// How large an expression may be, so that reading and evaluating one takes a bounded time.
enum ExpressionLimits {
    static let characters = 10_000
    static let depth = 200
    static let operations = 5_000
    /// Of a whole exponent, up to which a power is defined for negative bases.
    static let exponent = 1_000_000.0
}
