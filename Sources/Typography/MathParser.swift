import Diagnostics

/// Parses the TeX subset of labels: letters, digits and operators, Greek and other symbols by command, sub- and
/// superscripts, primes, groups, `\mathrm{…}` and `\text{…}`.
struct MathParser {
    private let source: String
    private var rest: Substring.UnicodeScalarView
    /// Nesting is bounded, since the parser calls itself.
    private static let depthLimit = 20

    init(_ source: String) {
        self.source = source
        rest = source[...].unicodeScalars
    }

    mutating func parse() throws -> [MathNode] {
        let nodes = try row(depth: 0)
        if rest.first == "}" { throw failure("has a } that closes nothing", hint: "write \\} for a brace") }
        return nodes
    }

    private func failure(_ what: String, hint: String) -> Diagnostic {
        Diagnostic("the mathematics '$\(source)$' \(what)", hint: hint)
    }

    private mutating func row(depth: Int) throws -> [MathNode] {
        var nodes: [MathNode] = []
        while let next = rest.first, next != "}" {
            if next == " " {
                rest.removeFirst()
            } else if next == "^" || next == "_" || next == "'" {
                let base = nodes.popLast() ?? .row([])
                nodes.append(try scripts(on: base, depth: depth))
            } else {
                nodes.append(try atom(depth: depth))
            }
        }
        return nodes
    }

    private mutating func scripts(on base: MathNode, depth: Int) throws -> MathNode {
        var (sub, sup): (MathNode?, MathNode?)
        var primes = 0
        while let mark = rest.first, mark == "^" || mark == "_" || mark == "'" {
            rest.removeFirst()
            if mark == "'" {
                primes += 1
                continue
            }
            while rest.first == " " { rest.removeFirst() }
            guard let first = rest.first, first != "}" else {
                throw failure("has a \(mark) with nothing behind it", hint: "write x\(mark){…}")
            }
            let script = try atom(depth: depth + 1)
            if mark == "_", sub == nil {
                sub = script
            } else if mark == "^", sup == nil {
                sup = script
            } else {
                throw failure("has two scripts of the same side", hint: "group them with braces: {x\(mark)a}\(mark)b")
            }
        }
        let primed = primes > 0 ? MathNode.primed(base: base, count: primes) : base
        return sub == nil && sup == nil ? primed : .scripts(base: primed, subscript: sub, superscript: sup)
    }

    private mutating func atom(depth: Int) throws -> MathNode {
        guard depth <= MathParser.depthLimit else {
            throw failure("is nested deeper than \(MathParser.depthLimit)", hint: "write it flatter")
        }
        guard let next = rest.popFirst() else { throw failure("ends too early", hint: "complete it") }
        switch next {
        case "{": return .row(try group(depth: depth))
        case "\\": return try command(depth: depth)
        default:
            guard let symbol = MathSymbols.symbol(for: next) else {
                throw failure("holds '\(next)', which is not mathematics", hint: "put words into \\text{…}")
            }
            return symbol
        }
    }

    /// The inside of a group whose opening brace is read.
    private mutating func group(depth: Int) throws -> [MathNode] {
        let nodes = try row(depth: depth + 1)
        guard rest.popFirst() == "}" else { throw failure("has a { that is not closed", hint: "close it with }") }
        return nodes
    }

    private mutating func command(depth: Int) throws -> MathNode {
        var name = ""
        while let letter = rest.first, letter.properties.isAlphabetic, letter.isASCII {
            name.unicodeScalars.append(letter)
            rest.removeFirst()
        }
        if name.isEmpty, let mark = rest.popFirst() { name.unicodeScalars.append(mark) }
        switch name {
        case "text", "mathrm", "operatorname":
            let words = try verbatim(after: name)
            return name == "text" ? .text(words) : .name(words)
        default: break
        }
        if let symbol = MathSymbols.commands[name] { return .symbol(symbol.scalar, symbol.atomClass) }
        if MathSymbols.names.contains(name) { return .name(name) }
        if let space = MathSymbols.spaces[name] { return .space(space) }
        let known = MathSymbols.commands.keys.sorted() + MathSymbols.names.sorted() + ["text", "mathrm"]
        let hint = Suggestion.nearest(to: name, among: known).map { "did you mean \\\($0)?" }
        throw failure("uses \\\(name), which is not supported", hint: hint ?? "write it with simpler symbols")
    }

    private mutating func verbatim(after command: String) throws -> String {
        guard rest.popFirst() == "{", let end = rest.firstIndex(of: "}") else {
            throw failure("has \\\(command) without braces", hint: "write \\\(command){words}")
        }
        let words = String(rest[..<end])
        rest = rest[rest.index(after: end)...]
        return words
    }
}
