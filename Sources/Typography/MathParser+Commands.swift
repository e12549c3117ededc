import Diagnostics

extension MathParser {
    /// A command whose name is read; `place` is its backslash.
    mutating func command(_ name: String, at place: Index, depth: Int) throws -> MathNode {
        if let command = MathCommand.named(name) {
            return .symbol(alphabet.form(of: command.scalar), command.atomClass)
        }
        if MathSymbols.isName(name) { return .name(name) }
        if let space = MathSymbols.space(name) { return .space(space) }
        if let accent = MathParser.accent(name) {
            return .accent(accent, try argument(of: name, at: place, depth: depth))
        }
        if let alphabet = MathParser.alphabet(name) {
            let outer = self.alphabet
            self.alphabet = alphabet
            defer { self.alphabet = outer }
            return try argument(of: name, at: place, depth: depth)
        }
        if let (step, atomClass) = MathParser.size(name) {
            guard let delimiter = try delimiter(behind: name, at: place) else { return .row([]) }
            return .sized(delimiter, atomClass, step: step)
        }
        switch name {
        case "frac": return try fraction(name, at: place, depth: depth)
        case "dfrac": return try fraction(name, at: place, depth: depth, style: .display)
        case "tfrac": return try fraction(name, at: place, depth: depth, style: .text)
        case "binom": return try fraction(name, at: place, depth: depth, isBinomial: true)
        case "dbinom": return try fraction(name, at: place, depth: depth, isBinomial: true, style: .display)
        case "tbinom": return try fraction(name, at: place, depth: depth, isBinomial: true, style: .text)
        case "sqrt": return try root(at: place, depth: depth)
        case "overline": return .stretched(.overline, try argument(of: name, at: place, depth: depth))
        case "underline": return .stretched(.underline, try argument(of: name, at: place, depth: depth))
        case "overbrace": return .stretched(.overbrace, try argument(of: name, at: place, depth: depth))
        case "underbrace": return .stretched(.underbrace, try argument(of: name, at: place, depth: depth))
        case "text", "textrm", "mbox": return .text(try verbatim(after: name, at: place))
        case "operatorname":
            let takesLimits = rest.first == "*"
            if takesLimits { rest.removeFirst() }
            let function = MathNode.name(try verbatim(after: name, at: place))
            return takesLimits ? .limits(function, .inDisplay) : function
        case "displaystyle": return .style(.display)
        case "textstyle": return .style(.text)
        case "scriptstyle": return .style(.script)
        case "scriptscriptstyle": return .style(.scriptScript)
        case "left": return try fence(at: place, depth: depth)
        case "begin": return try environment(at: place, depth: depth)
        case "": throw failure("a \\ with nothing behind it", at: place, hint: "write \\backslash for the character")
        default: throw unknown(name, at: place)
        }
    }

    private func unknown(_ name: String, at place: Index) -> Diagnostic {
        let known = (MathCommand.all.map(\.name) + MathSymbols.names + MathParser.structures).sorted()
        let hint = Suggestion.nearest(to: name, among: known).map { "did you mean \\\($0)?" }
        return failure("unknown command \\\(name)", at: place, hint: hint ?? "write it with simpler symbols")
    }

    /// The commands that take arguments or change the style, for suggestions.
    static let structures = [
        "acute", "bar", "begin", "big", "bigg", "binom", "bm", "boldsymbol", "breve", "check", "ddot", "dfrac",
        "displaystyle", "dot", "frac", "grave", "hat", "left", "limits", "mathbb", "mathbf", "mathcal", "mathfrak",
        "mathit", "mathring", "mathrm", "mathsf", "mathtt", "nolimits", "operatorname", "overbrace", "overline",
        "overrightarrow", "qquad", "quad", "right", "sqrt", "text", "textstyle", "tfrac", "tilde", "underbrace",
        "underline", "vec", "widehat", "widetilde",
    ]

    private static func accent(_ name: String) -> MathNode.Accent? {
        switch name {
        case "hat": .init(scalar: "\u{302}")
        case "bar": .init(scalar: "\u{304}")
        case "tilde": .init(scalar: "\u{303}")
        case "vec": .init(scalar: "\u{20D7}")
        case "dot": .init(scalar: "\u{307}")
        case "ddot": .init(scalar: "\u{308}")
        case "check": .init(scalar: "\u{30C}")
        case "breve": .init(scalar: "\u{306}")
        case "acute": .init(scalar: "\u{301}")
        case "grave": .init(scalar: "\u{300}")
        case "mathring": .init(scalar: "\u{30A}")
        case "widehat": .init(scalar: "\u{302}", isWide: true)
        case "widetilde": .init(scalar: "\u{303}", isWide: true)
        case "overrightarrow": .init(scalar: "\u{20D7}", isWide: true)
        default: nil
        }
    }

    private static func alphabet(_ name: String) -> MathAlphabet? {
        switch name {
        case "mathrm": .roman
        case "mathit": .italic
        case "mathbf": .bold
        case "boldsymbol", "bm": .boldItalic
        case "mathbb": .blackboard
        case "mathcal", "mathscr": .calligraphic
        case "mathfrak": .fraktur
        case "mathsf": .sansSerif
        case "mathtt": .typewriter
        default: nil
        }
    }

    /// `\big` to `\Bigg`, with the class that a last letter l, r or m gives.
    private static func size(_ name: String) -> (step: Int, atomClass: MathNode.AtomClass)? {
        switch name {
        case "big": (1, .ordinary)
        case "bigl": (1, .opening)
        case "bigr": (1, .closing)
        case "bigm": (1, .relation)
        case "Big": (2, .ordinary)
        case "Bigl": (2, .opening)
        case "Bigr": (2, .closing)
        case "Bigm": (2, .relation)
        case "bigg": (3, .ordinary)
        case "biggl": (3, .opening)
        case "biggr": (3, .closing)
        case "biggm": (3, .relation)
        case "Bigg": (4, .ordinary)
        case "Biggl": (4, .opening)
        case "Biggr": (4, .closing)
        case "Biggm": (4, .relation)
        default: nil
        }
    }

    func missingArgument(of command: String, at place: Index) -> Diagnostic {
        failure("\\\(command) without its argument", at: place, hint: "write \\\(command){…}")
    }

    /// A group without its braces where it holds one atom, as TeX takes it.
    private mutating func argument(of command: String, at place: Index, depth: Int) throws -> MathNode {
        guard hasArgument() else { throw missingArgument(of: command, at: place) }
        let node = try atom(depth: depth + 1)
        if case .row(let nodes) = node, nodes.count == 1, nodes[0].atomClass == .ordinary { return nodes[0] }
        return node
    }

    private mutating func fraction(
        _ name: String, at place: Index, depth: Int, isBinomial: Bool = false, style: MathStyle.Size? = nil
    ) throws -> MathNode {
        func missing(_ which: String) -> Diagnostic {
            failure("\\\(name) without its \(which)", at: place, hint: "write \\\(name){…}{…}")
        }
        guard hasArgument() else { throw missing("two arguments") }
        let numerator = try atom(depth: depth + 1)
        guard hasArgument() else { throw missing("second argument") }
        let denominator = try atom(depth: depth + 1)
        return .fraction(
            .init(numerator: numerator, denominator: denominator, isBinomial: isBinomial, style: style))
    }

    private mutating func root(at place: Index, depth: Int) throws -> MathNode {
        var degree: MathNode?
        if rest.first == "[" {
            let bracket = rest.startIndex
            rest.removeFirst()
            guard depth < MathParser.depthLimit else {
                throw failure("nesting deeper than \(MathParser.depthLimit)", at: place, hint: "write it flatter")
            }
            degree = .row(try row(depth: depth + 1, until: .bracket))
            guard rest.popFirst() == "]" else {
                throw failure("a [ that is not closed", at: bracket, hint: "write \\sqrt[n]{…}")
            }
        }
        return .radical(try argument(of: "sqrt", at: place, depth: depth), degree: degree)
    }

    /// The words in braces, with what they hold of balanced braces; `\$` is a dollar sign, as in a label.
    private mutating func verbatim(after command: String, at place: Index) throws -> String {
        func missing() -> Diagnostic {
            failure("\\\(command) without words in braces", at: place, hint: "write \\\(command){words}")
        }
        guard rest.popFirst() == "{" else { throw missing() }
        var words = ""
        var open = 1
        while let next = rest.popFirst() {
            if next == "\\", let escaped = rest.first, "${}%_&#, ".unicodeScalars.contains(escaped) {
                rest.removeFirst()
                words.unicodeScalars.append(escaped == "," ? " " : escaped)
                continue
            }
            if next == "{" { open += 1 }
            if next == "}" { open -= 1 }
            if open == 0 { return words }
            if next != "{", next != "}" { words.unicodeScalars.append(next) }
        }
        throw missing()
    }
}
