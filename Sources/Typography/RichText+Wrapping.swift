extension RichText {
    /// The text in lines no wider than `width` points where that is possible: broken at spaces and between Chinese
    /// characters, not before closing punctuation nor behind opening. Only a word or a formula that is wider than a line
    /// by itself is broken inside: the word anywhere, the formula before a relation or an operator.
    public func wrapped(to width: Double, shaper: any TextShaping, style: TextStyle) -> [RichText] {
        func extent(of text: RichText) -> Double { shaper.shape(text, style: style).width }
        if extent(of: self) <= width { return [self] }
        // The space behind a word may stand out; nearly every word fits with it.
        let pieces = tokens.flatMap { token in
            extent(of: token) <= width || extent(of: token.trimmed) <= width ? [token] : token.fragments
        }
        let widths = pieces.map { extent(of: $0) }
        var lines: [RichText] = []
        var start = 0
        while start < pieces.count {
            func line(to end: Int) -> RichText { pieces[start + 1..<end].reduce(pieces[start], +).trimmed }
            func fits(to end: Int) -> Bool { extent(of: line(to: end)) <= width }
            // What the pieces' widths add up to is the line's width, or close to it: so two lines are shaped, and not one
            // for every piece.
            var end = start + 1
            var sum = widths[start]
            while end < pieces.count, sum + widths[end] <= width {
                sum += widths[end]
                end += 1
            }
            while end > start + 1, !fits(to: end) { end -= 1 }
            while end < pieces.count, fits(to: end + 1) { end += 1 }
            lines.append(line(to: end))
            start = end
        }
        return lines
    }

    /// The pieces of a piece that is too wide for a line.
    private var fragments: [RichText] {
        spans.flatMap { span -> [RichText] in
            switch span {
            case .plain(let text), .strong(let text):
                var pieces: [String] = []
                for character in text {
                    if let last = pieces.last?.last, last.isOpening || character.isClosingPunctuation {
                        pieces[pieces.count - 1].append(character)
                    } else {
                        pieces.append(String(character))
                    }
                }
                if case .strong = span { return pieces.map { RichText(strong: $0) } }
                return pieces.map { RichText(verbatim: $0) }
            case .math(let nodes):
                var pieces: [[MathNode]] = []
                var style: MathNode?
                for node in nodes {
                    if case .style = node { style = node }
                    let isOperator = node.atomClass == .relation || node.atomClass == .binary
                    if pieces.isEmpty || isOperator { pieces.append(style.map { [$0] } ?? []) }
                    pieces[pieces.count - 1].append(node)
                }
                return pieces.map { RichText(span: .math($0)) }
            }
        }
    }

    /// Pieces between which a line may break, their spaces at their ends.
    private var tokens: [RichText] {
        var pieces: [RichText] = []
        var word = ""
        func flush() {
            if !word.isEmpty { pieces.append(RichText(verbatim: word)) }
            word = ""
        }
        for span in spans {
            switch span {
            case .math, .strong:
                // Mathematics stays with a word that touches it on the left; so does a name.
                let math = RichText(span: span)
                if word.isEmpty {
                    pieces.append(math)
                } else {
                    pieces.append(RichText(verbatim: word) + math)
                    word = ""
                }
            case .plain(let text):
                for character in text {
                    if character.isHan || character.opensChinese, word.last?.isOpening == false { flush() }
                    word.append(character)
                    if character == " " && !word.isInsideCoordinates || character.isHan { flush() }
                    if character.isClosingPunctuation, word.count == 1, let last = pieces.popLast() {
                        pieces.append(last + RichText(verbatim: word))
                        word = ""
                    }
                }
            }
        }
        flush()
        return pieces
    }

    private var trimmed: RichText {
        var spans = spans
        while case .plain(var text)? = spans.last, text.isEmpty || text.last == " " {
            while text.last == " " { text.removeLast() }
            spans.removeLast()
            if !text.isEmpty { spans.append(.plain(text)) }
        }
        return RichText(source: source, spans: spans)
    }
}

extension String {
    /// Whether it ends between the numbers of a bracket that holds nothing else: "from (−3, ".
    fileprivate var isInsideCoordinates: Bool {
        guard let bracket = lastIndex(of: "(") else { return false }
        let inside = self[bracket...].dropFirst()
        return inside.contains(",") && !inside.contains { $0 == ")" || $0.isLetter }
    }
}

extension Character {
    fileprivate var isHan: Bool {
        guard let scalar = unicodeScalars.first, !isClosingPunctuation, !isOpening else { return false }
        return (0x2E80...0x9FFF).contains(scalar.value) || (0x20000...0x3FFFF).contains(scalar.value)
    }

    fileprivate var isClosingPunctuation: Bool { "，。、；：？！）》」』】”’,.;:?!)".contains(self) }

    /// A line may end before it even within a run of characters, and never behind it.
    fileprivate var opensChinese: Bool { "（《「『【“‘".contains(self) }

    fileprivate var isOpening: Bool { opensChinese || self == "(" || self == "[" }
}
