import Calculus

/// A piece of an expression's text, where it starts.
struct Token: Equatable {
    enum Kind: Equatable {
        case number(Numeral)
        case name(String)
        case binary(BinaryOperator)
        case open, close, comma
    }

    var kind: Kind
    /// As typed.
    var text: String
    /// Counted from 1, in characters.
    var column: Int
}

enum BinaryOperator: Equatable {
    case add, subtract, multiply, divide, power
    case compare(Comparison)

    var precedence: Int {
        switch self {
        case .compare: 1
        case .add, .subtract: 2
        case .multiply, .divide: 3
        case .power: 5
        }
    }

    /// Between products and powers: −x^2 is −(x^2), 2^−3 reads its exponent first.
    static let precedenceOfNegation = 4
}

extension Token {
    /// The tokens of an expression.
    ///
    /// - Throws: a stray character, a bad number or a text that is too long.
    /// - Complexity: O(length).
    static func tokens(of source: String) throws(ExpressionError) -> [Token] {
        // A character may itself be of any length.
        guard source.utf8.count <= 8 * ExpressionLimits.characters,
            source.dropFirst(ExpressionLimits.characters).isEmpty
        else {
            let beyond = source.prefix(ExpressionLimits.characters).count
            throw ExpressionError(kind: .tooLong, column: beyond, source: source)
        }
        var reader = TokenReader(source: source, characters: Array(source))
        var tokens: [Token] = []
        while let token = try reader.next() { tokens.append(token) }
        return tokens
    }
}

private struct TokenReader {
    let source: String
    let characters: [Character]
    var position = 0

    init(source: String, characters: [Character]) {
        self.source = source
        self.characters = characters
    }

    private func peek(_ ahead: Int = 0) -> Character? {
        position + ahead < characters.count ? characters[position + ahead] : nil
    }

    mutating func next() throws(ExpressionError) -> Token? {
        while let blank = peek(), blank.isWhitespace { position += 1 }
        guard let first = peek() else { return nil }
        let start = position
        if first.isDigit || (first == "." && peek(1)?.isDigit == true) { return try number() }
        if first.startsName {
            while peek()?.continuesName == true { position += 1 }
            return token(.name(Names.canonical(text(from: start))), from: start)
        }
        if let second = peek(1), let long = TokenReader.pairs[String([first, second])] {
            position += 2
            return token(long, from: start)
        }
        guard let short = TokenReader.singles[first] else {
            throw ExpressionError(kind: .strayCharacter(String(first)), column: start + 1, source: source)
        }
        position += 1
        return token(short, from: start)
    }

    private static let pairs: [String: Token.Kind] = [
        "**": .binary(.power), "<=": .binary(.compare(.lessOrEqual)), ">=": .binary(.compare(.greaterOrEqual)),
        "==": .binary(.compare(.equal)), "!=": .binary(.compare(.unequal)),
    ]

    private static let singles: [Character: Token.Kind] = [
        "+": .binary(.add), "-": .binary(.subtract), "−": .binary(.subtract), "*": .binary(.multiply),
        "·": .binary(.multiply), "⋅": .binary(.multiply), "×": .binary(.multiply), "/": .binary(.divide),
        "÷": .binary(.divide), "^": .binary(.power), "<": .binary(.compare(.less)), ">": .binary(.compare(.greater)),
        "≤": .binary(.compare(.lessOrEqual)), "≥": .binary(.compare(.greaterOrEqual)),
        "≠": .binary(.compare(.unequal)), "(": .open, ")": .close, ",": .comma,
    ]

    /// Digits with an optional point and exponent; an `e` without digits behind it is a name.
    private mutating func number() throws(ExpressionError) -> Token {
        let start = position
        skipDigits()
        if peek() == "." {
            position += 1
            skipDigits()
        }
        if peek() == "e" || peek() == "E" {
            let signed = peek(1) == "+" || peek(1) == "-" ? 1 : 0
            if peek(1 + signed)?.isDigit == true {
                position += 1 + signed
                skipDigits()
            }
        }
        // 0x10, 0b1 and the like, 1.2.3, 1_000.
        let radix = text(from: start) == "0" && "xXbBoO".contains(peek() ?? " ") && peek(1)?.continuesName == true
        let runsOn = peek() == "." || peek() == "_" || radix
        while runsOn, let more = peek(), more == "." || more.continuesName { position += 1 }
        guard !runsOn, let numeral = Numeral(text(from: start)) else {
            throw ExpressionError(kind: .badNumber(text(from: start)), column: start + 1, source: source)
        }
        return token(.number(numeral), from: start)
    }

    private mutating func skipDigits() { while peek()?.isDigit == true { position += 1 } }

    private func text(from start: Int) -> String { String(characters[start..<position]) }

    private func token(_ kind: Token.Kind, from start: Int) -> Token {
        Token(kind: kind, text: text(from: start), column: start + 1)
    }
}

extension Character {
    var isDigit: Bool { "0" <= self && self <= "9" && isASCII }
    var startsName: Bool { isLetter }
    var continuesName: Bool { isLetter || isDigit || self == "_" }
}
