import Diagnostics

/// Parses the TeX subset of labels: letters, digits and operators, Greek and other symbols by command, sub- and
/// superscripts, primes, groups, fractions, roots, accents, delimiters that grow, alphabets, words and matrices.
///
/// - Complexity: O(length); nesting is bounded, since the parser calls itself.
struct MathParser {
    /// The whole label that the mathematics stands in, for messages.
    private let label: String
    var rest: Substring.UnicodeScalarView
    /// How letters are drawn.
    var alphabet = MathAlphabet.standard
    static let depthLimit = 20

    typealias Index = String.Index

    init(_ source: String) { self.init(source[...]) }

    /// - Parameter source: a part of the label, without its dollar signs.
    init(_ source: Substring) {
        label = source.base
        rest = source.unicodeScalars
    }

    mutating func parse() throws -> [MathNode] {
        let nodes = try row(depth: 0)
        let place = rest.startIndex
        switch rest.popFirst() {
        case nil: return nodes
        case "}": throw failure("a } that closes nothing", at: place, hint: "write \\} for a brace")
        default: throw stray(commandName(), at: place)
        }
    }

    /// A command that ends what was not begun.
    func stray(_ name: String, at place: Index) -> Diagnostic {
        switch name {
        case "right", "middle":
            failure("\\\(name) without a \\left before it", at: place, hint: "write \\left( … \\right)")
        case "end":
            failure("\\end without its \\begin", at: place, hint: "write \\begin{cases} … \\end{cases}")
        default:
            failure("a line end \\\\ outside a matrix", at: place, hint: "a label is a single line of text")
        }
    }

    func failure(_ what: String, at place: Index, hint: String) -> Diagnostic {
        let column = label.distance(from: label.startIndex, to: place) + 1
        return Diagnostic("\(what) at column \(column) of '\(label)'", hint: hint)
    }

    /// What a row ends at besides a brace.
    struct Ends: OptionSet {
        let rawValue: Int
        /// `&`, within a matrix.
        static let cell = Ends(rawValue: 1)
        /// `]`, within a root's degree.
        static let bracket = Ends(rawValue: 2)
    }

    /// Formulas up to an end, which is left.
    mutating func row(depth: Int, until ends: Ends = []) throws -> [MathNode] {
        var nodes: [MathNode] = []
        while let next = rest.first {
            switch next {
            case "}": return nodes
            case "&" where ends.contains(.cell): return nodes
            case "]" where ends.contains(.bracket): return nodes
            case " ": rest.removeFirst()
            case "^", "_", "'":
                let base = nodes.popLast() ?? .row([])
                nodes.append(try scripts(on: base, depth: depth))
            case "\\":
                let before = rest
                rest.removeFirst()
                let name = commandName()
                switch name {
                case "right", "middle", "end", "\\":
                    rest = before
                    return nodes
                case "limits", "nolimits":
                    guard let base = nodes.popLast(), base.atomClass == .largeOperator else {
                        throw failure(
                            "\\\(name) without an operator before it", at: before.startIndex,
                            hint: "write it behind \\sum or \\max")
                    }
                    nodes.append(.limits(base, name == "limits" ? .always : .never))
                default: nodes.append(try command(name, at: before.startIndex, depth: depth))
                }
            default: nodes.append(try atom(depth: depth))
            }
        }
        return nodes
    }

    private mutating func scripts(on base: MathNode, depth: Int) throws -> MathNode {
        var (sub, sup): (MathNode?, MathNode?)
        var primes = 0
        while let mark = rest.first, mark == "^" || mark == "_" || mark == "'" {
            let place = rest.startIndex
            rest.removeFirst()
            if mark == "'" {
                primes += 1
                continue
            }
            guard hasArgument() else {
                throw failure("a \(mark) with nothing behind it", at: place, hint: "write x\(mark){…}")
            }
            let script = try atom(depth: depth + 1)
            if mark == "_", sub == nil {
                sub = script
            } else if mark == "^", sup == nil {
                sup = script
            } else {
                throw failure(
                    "a second script of the same side", at: place,
                    hint: "group them with braces: {x\(mark)a}\(mark)b")
            }
        }
        let primed = primes > 0 ? MathNode.primed(base: base, count: primes) : base
        return sub == nil && sup == nil ? primed : .scripts(base: primed, subscript: sub, superscript: sup)
    }

    /// Skips blanks; false before what cannot be an argument.
    mutating func hasArgument() -> Bool {
        while rest.first == " " { rest.removeFirst() }
        switch rest.first {
        case nil, "}", "^", "_", "'": return false
        case "\\":
            var ahead = self
            ahead.rest.removeFirst()
            switch ahead.commandName() {
            case "right", "middle", "end", "\\", "limits", "nolimits": return false
            default: return true
            }
        default: return true
        }
    }

    /// One character, group or command with its arguments.
    mutating func atom(depth: Int) throws -> MathNode {
        let place = rest.startIndex
        guard depth <= MathParser.depthLimit else {
            throw failure("nesting deeper than \(MathParser.depthLimit)", at: place, hint: "write it flatter")
        }
        guard let next = rest.popFirst() else {
            throw failure("the mathematics ends too early", at: place, hint: "complete it")
        }
        switch next {
        case "{": return .row(try group(openedAt: place, depth: depth))
        case "\\": return try command(commandName(), at: place, depth: depth)
        default:
            if let symbol = MathSymbols.symbol(for: next, alphabet: alphabet) { return symbol }
            // Names in other scripts: \mathrm{损失}.
            if alphabet == .roman, next.properties.isAlphabetic { return .symbol(next, .ordinary) }
            throw failure("'\(next)', which is not mathematics,", at: place, hint: "put words into \\text{…}")
        }
    }

    /// The inside of a group whose opening brace is read.
    mutating func group(openedAt place: Index, depth: Int) throws -> [MathNode] {
        let nodes = try row(depth: depth + 1)
        let end = rest.startIndex
        switch rest.popFirst() {
        case "}": return nodes
        case nil: throw failure("a { that is not closed", at: place, hint: "close it with }")
        default: throw stray(commandName(), at: end)
        }
    }

    /// The letters behind a backslash, or the one character that is no letter; empty at the end.
    mutating func commandName() -> String {
        let end = rest.firstIndex { !(("a"..."z").contains($0) || ("A"..."Z").contains($0)) } ?? rest.endIndex
        if end == rest.startIndex { return rest.popFirst().map { String($0) } ?? "" }
        let name = String(rest[..<end])
        rest = rest[end...]
        return name
    }
}
