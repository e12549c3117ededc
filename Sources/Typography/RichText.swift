import Diagnostics

/// A line of text in which `$…$` holds mathematics in a subset of TeX, and `$$…$$` the same in the large style of a
/// display, still on the line; `\$` is a dollar sign.
public struct RichText: Hashable, Sendable {
    enum Span: Hashable, Sendable {
        case plain(String)
        /// In the heavier of the two weights.
        case strong(String)
        case math([MathNode])
    }

    /// As it was written.
    public let source: String
    let spans: [Span]

    /// Longest source that is set, in characters.
    public static let lengthLimit = 1_000

    /// - Throws: `Diagnostic` for an odd `$`, for mathematics that is not understood, for control characters and for
    ///   texts of more than ``lengthLimit`` characters.
    public init(_ source: String) throws {
        guard source.count <= RichText.lengthLimit else {
            throw Diagnostic(
                "a text of \(source.count) characters is too long", hint: "use at most \(RichText.lengthLimit)")
        }
        if let bad = source.unicodeScalars.first(where: { $0.properties.generalCategory == .control }) {
            throw Diagnostic(
                "'\(source)' holds the control character U+\(String(bad.value, radix: 16, uppercase: true))",
                hint: "a label is a single line of text")
        }
        var spans: [Span] = []
        var plain = ""
        var rest = source[...]
        while let character = rest.popFirst() {
            if character == "\\", rest.first == "$" {
                plain.append("$")
                rest.removeFirst()
            } else if character == "$" {
                let isDisplay = rest.first == "$"
                if isDisplay { rest.removeFirst() }
                guard let end = RichText.closingDollar(in: rest),
                    !isDisplay || rest[end...].dropFirst().first == "$"
                else {
                    let dollar = isDisplay ? "$$" : "$"
                    throw Diagnostic(
                        "'\(source)' opens mathematics with \(dollar) and does not close it",
                        hint: "close it with a second \(dollar), or write \\$ for a dollar sign")
                }
                if !plain.isEmpty { spans.append(.plain(plain)) }
                plain = ""
                var parser = MathParser(rest[..<end])
                let nodes = try parser.parse()
                spans.append(.math(isDisplay ? [.style(.display)] + nodes + [.style(.text)] : nodes))
                rest = rest[end...].dropFirst(isDisplay ? 2 : 1)
            } else {
                plain.append(character)
            }
        }
        if !plain.isEmpty { spans.append(.plain(plain)) }
        self.source = source
        self.spans = spans
    }

    /// The first dollar sign that is not escaped.
    private static func closingDollar(in text: Substring) -> Substring.Index? {
        var index = text.startIndex
        while index < text.endIndex, text[index] != "$" {
            if text[index] == "\\" { index = text.index(after: index) }
            if index < text.endIndex { index = text.index(after: index) }
        }
        return index < text.endIndex ? index : nil
    }

    /// Whether it is mathematics and nothing else.
    public var isFormula: Bool { !spans.isEmpty && spans.allSatisfy { if case .math = $0 { true } else { false } } }

    /// Text without any mathematics, taken as it is.
    public init(verbatim text: String) {
        source = text
        spans = [.plain(text)]
    }

    /// The same in the heavier of the two weights, as a name stands in front of what is said of it.
    public init(strong text: String) {
        source = text
        spans = [.strong(text)]
    }

    init(source: String, spans: [Span]) {
        self.source = source
        self.spans = spans
    }

    /// By the source alone: formulas are deep, and equal sources are all but always equal texts.
    public func hash(into hasher: inout Hasher) { hasher.combine(source) }

    init(span: Span) {
        switch span {
        case .plain(let text), .strong(let text): self.init(source: text, spans: [span])
        case .math(let nodes): self.init(source: MathNode.plainText(of: nodes), spans: [span])
        }
    }

    /// Whether the texts are equal scalar by scalar; Swift's equality takes é for e and an accent.
    func isSpelt(as other: RichText) -> Bool {
        source.utf8.elementsEqual(other.source.utf8) && self == other
    }

    /// Mathematics that continues mathematics is one formula, so that it is spaced as one, and text that continues text is
    /// one text: neighbouring marks of Chinese stand closer to each other.
    public static func + (a: RichText, b: RichText) -> RichText {
        if case .math(let left)? = a.spans.last, case .math(let right)? = b.spans.first {
            return RichText(
                source: a.source + b.source, spans: a.spans.dropLast() + [.math(left + right)] + b.spans.dropFirst())
        }
        if case .plain(let left)? = a.spans.last, case .plain(let right)? = b.spans.first {
            return RichText(
                source: a.source + b.source, spans: a.spans.dropLast() + [.plain(left + right)] + b.spans.dropFirst())
        }
        return RichText(source: a.source + b.source, spans: a.spans + b.spans)
    }

    /// What a reader would copy: the mathematics in plain characters.
    public var plainText: String {
        spans.map { span in
            switch span {
            case .plain(let text), .strong(let text): text
            case .math(let nodes): MathNode.plainText(of: nodes)
            }
        }.joined()
    }
}
