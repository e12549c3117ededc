extension RichText {
    /// The text in lines no wider than `width` points where that is possible: broken at spaces and between Chinese
    /// characters, and not before closing punctuation. Only a word or a formula that is wider than a line by itself is
    /// broken inside: the word anywhere, the formula before a relation or an operator.
    public func wrapped(to width: Double, shaper: any TextShaping, style: TextStyle) -> [RichText] {
        if shaper.shape(self, style: style).width <= width { return [self] }
        var lines: [RichText] = []
        var line: RichText?
        for token in tokens.flatMap({ token in
            shaper.shape(token.trimmed, style: style).width <= width ? [token] : token.fragments
        }) {
            guard let current = line else {
                line = token
                continue
            }
            let longer = current + token
            if shaper.shape(longer.trimmed, style: style).width <= width {
                line = longer
            } else {
                lines.append(current.trimmed)
                line = token
            }
        }
        if let line { lines.append(line.trimmed) }
        return lines
    }

    /// The pieces of a piece that is too wide for a line.
    private var fragments: [RichText] {
        spans.flatMap { span -> [RichText] in
            switch span {
            case .plain(let text): return text.map { RichText(verbatim: String($0)) }
            case .math(let nodes):
                var pieces: [[MathNode]] = []
                for node in nodes {
                    let isOperator = node.atomClass == .relation || node.atomClass == .binary
                    if pieces.isEmpty || isOperator { pieces.append([]) }
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
            case .math:
                // Mathematics stays with a word that touches it on the left.
                let math = RichText(span: span)
                if word.isEmpty {
                    pieces.append(math)
                } else {
                    pieces.append(RichText(verbatim: word) + math)
                    word = ""
                }
            case .plain(let text):
                for character in text {
                    if character.isHan, !word.isEmpty { flush() }
                    word.append(character)
                    if character == " " || character.isHan { flush() }
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
        guard case .plain(var text)? = spans.last, text.last == " " else { return self }
        while text.last == " " { text.removeLast() }
        return RichText(source: source, spans: spans.dropLast() + [.plain(text)])
    }
}

extension Character {
    fileprivate var isHan: Bool {
        unicodeScalars.first.map { (0x2E80...0x9FFF).contains($0.value) || (0x20000...0x3FFFF).contains($0.value) }
            ?? false && !isClosingPunctuation
    }

    fileprivate var isClosingPunctuation: Bool { "，。、；：？！）》」』】”’,.;:?!)".contains(self) }
}
