/// Sequences of glyphs that stand in a document several times, as words and the digits of numbers do: each is written
/// once and used.
///
/// Neighbours that stand together often become one, and those again with theirs, as in Larsson and Moffat, "Off-line
/// dictionary-based compression" (Proc. IEEE 88, 2000, DOI 10.1109/5.892708), but all pairs of a pass at once.
struct SVGRuns {
    /// A run, or a glyph, and its place in units.
    struct Part {
        /// A glyph's index; the glyphs' number and more for runs.
        var symbol: Int
        var x: Int
        var y: Int
    }

    /// What stands at a place, and the text's glyphs that it draws.
    private struct Token {
        var symbol: Int
        var glyphs: Range<Int>
    }

    private struct Run {
        var parts: [Part]
        /// The places of all its glyphs, from the first.
        var places: [GridPoint]
        var uses = 0
        var id: String?
    }

    private let glyphCount: Int
    private var runs: [Run] = []
    /// Of each text, what is used and where; glyphs that are drawn in place are not among them.
    private(set) var texts: [[Part]] = []

    /// - Parameters:
    ///   - texts: of each its glyphs that have a definition, in their order.
    ///   - glyphCount: more than the index of any.
    init(_ texts: [[SVGGlyphs.Placed]], glyphCount: Int, _ ids: inout SVGIdentifiers) {
        self.glyphCount = glyphCount
        var sequences = texts.map { text in text.indices.map { Token(symbol: text[$0].glyph, glyphs: $0..<$0 + 1) } }
        for count in SVGRuns.leastCounts { while join(&sequences, texts, leastCount: count) {} }
        self.texts = zip(sequences, texts).map { tokens, text in
            tokens.map { token in
                let place = SVGRuns.place(text[token.glyphs.lowerBound])
                return Part(symbol: token.symbol, x: place.x, y: place.y)
            }
        }
        dissolveRare()
        for index in runs.indices where runs[index].uses > 0 { runs[index].id = ids.next() }
    }

    private static func place(_ glyph: SVGGlyphs.Placed) -> GridPoint {
        GridPoint(x: Int(glyph.x.rounded()), y: Int(glyph.y.rounded()))
    }

    // MARK: Joining

    /// Two symbols and how far apart they are, in one number.
    private static func pair(_ a: Token, _ b: Token, _ text: [SVGGlyphs.Placed]) -> (key: UInt64, offset: GridPoint)? {
        let (p, q) = (text[a.glyphs.lowerBound], text[b.glyphs.lowerBound])
        let (x, y) = (Int((q.x - p.x).rounded()), Int((q.y - p.y).rounded()))
        guard abs(x) < 8192, abs(y) < 8192, max(a.symbol, b.symbol) < 65536 else { return nil }
        let key =
            UInt64(a.symbol) << 48 | UInt64(b.symbol) << 32 | UInt64(UInt16(bitPattern: Int16(x))) << 16
            | UInt64(UInt16(bitPattern: Int16(y)))
        return (key, GridPoint(x: x, y: y))
    }

    /// How often two must stand together to become one: first those that are shorter to write once by themselves, then
    /// those that are it only with further neighbours.
    private static let leastCounts = [3, 2]
    /// How far from its place a glyph may come to stand, in units, by the rounding of several offsets instead of one.
    private static let tolerance = 0.8

    /// - Returns: whether there was anything to join.
    private mutating func join(
        _ sequences: inout [[Token]], _ texts: [[SVGGlyphs.Placed]], leastCount: Int
    ) -> Bool {
        var counts: [UInt64: Int] = [:]
        for (tokens, text) in zip(sequences, texts) {
            for index in tokens.indices.dropLast() {
                if let pair = SVGRuns.pair(tokens[index], tokens[index + 1], text) { counts[pair.key, default: 0] += 1 }
            }
        }
        guard counts.values.contains(where: { $0 >= leastCount }) else { return false }
        var known: [UInt64: Int] = [:]
        var hasJoined = false
        for (index, text) in texts.enumerated() {
            var joined: [Token] = []
            var rest = sequences[index][...]
            while let first = rest.popFirst() {
                guard let second = rest.first, let pair = SVGRuns.pair(first, second, text),
                    let count = counts[pair.key], count >= leastCount, !isBetter(rest, than: count),
                    let token = self.joined(first, second, pair, text, &known)
                else {
                    joined.append(first)
                    continue
                }
                joined.append(token)
                rest.removeFirst()
                hasJoined = true
            }
            sequences[index] = joined

            /// Whether the second has more in common with the third.
            func isBetter(_ rest: ArraySlice<Token>, than count: Int) -> Bool {
                guard rest.count > 1,
                    let next = SVGRuns.pair(rest[rest.startIndex], rest[rest.startIndex + 1], text)
                else { return false }
                return counts[next.key] ?? 0 > count
            }
        }
        return hasJoined
    }

    /// Two as one; nil where the glyphs would stand too far from their places.
    private mutating func joined(
        _ a: Token, _ b: Token, _ pair: (key: UInt64, offset: GridPoint), _ text: [SVGGlyphs.Placed],
        _ known: inout [UInt64: Int]
    ) -> Token? {
        let offset = pair.offset
        let places =
            places(of: a.symbol) + places(of: b.symbol).map { GridPoint(x: $0.x + offset.x, y: $0.y + offset.y) }
        let glyphs = a.glyphs.lowerBound..<b.glyphs.upperBound
        let origin = SVGRuns.place(text[glyphs.lowerBound])
        for (place, index) in zip(places, glyphs) {
            let (dx, dy) = (Double(origin.x + place.x) - text[index].x, Double(origin.y + place.y) - text[index].y)
            if abs(dx) > SVGRuns.tolerance || abs(dy) > SVGRuns.tolerance { return nil }
        }
        if let index = known[pair.key] { return Token(symbol: glyphCount + index, glyphs: glyphs) }
        known[pair.key] = runs.count
        runs.append(
            Run(
                parts: [Part(symbol: a.symbol, x: 0, y: 0), Part(symbol: b.symbol, x: offset.x, y: offset.y)],
                places: places))
        return Token(symbol: glyphCount + runs.count - 1, glyphs: glyphs)
    }

    private func places(of symbol: Int) -> [GridPoint] {
        symbol < glyphCount ? [GridPoint(x: 0, y: 0)] : runs[symbol - glyphCount].places
    }

    // MARK: Dissolving

    /// Bytes of `<use href="#abcd0" x="100"/>`, and of `<g id="abcd0"></g>`.
    private static let useLength = 28
    private static let definitionLength = 22

    /// Takes runs apart that stand in one other alone, then those that are longer to define than to write out, from the
    /// longest.
    private mutating func dissolveRare() {
        for text in texts {
            for part in text where part.symbol >= glyphCount { runs[part.symbol - glyphCount].uses += 1 }
        }
        for run in runs {
            for part in run.parts where part.symbol >= glyphCount { runs[part.symbol - glyphCount].uses += 1 }
        }
        for index in runs.indices where runs[index].uses == 1 { dissolve(index) }
        for index in runs.indices.reversed() where runs[index].uses > 0 {
            let (uses, parts) = (runs[index].uses, runs[index].parts.count)
            if SVGRuns.useLength * (uses * parts - uses - parts) <= SVGRuns.definitionLength { dissolve(index) }
        }
    }

    /// Puts the parts of a run wherever it stands.
    private mutating func dissolve(_ index: Int) {
        let (uses, parts) = (runs[index].uses, runs[index].parts)
        runs[index].uses = 0
        for part in parts where part.symbol >= glyphCount { runs[part.symbol - glyphCount].uses += uses - 1 }
        let symbol = glyphCount + index
        for text in texts.indices { SVGRuns.replace(symbol, by: parts, in: &texts[text]) }
        for run in runs.indices where run > index { SVGRuns.replace(symbol, by: parts, in: &runs[run].parts) }
    }

    private static func replace(_ symbol: Int, by parts: [Part], in sequence: inout [Part]) {
        guard sequence.contains(where: { $0.symbol == symbol }) else { return }
        sequence = sequence.flatMap { part in
            part.symbol == symbol
                ? parts.map { Part(symbol: $0.symbol, x: part.x + $0.x, y: part.y + $0.y) } : [part]
        }
    }

    // MARK: Writing

    /// Glyphs that one part alone stands for, of a run or of a text: shorter in place.
    var glyphsUsedOnce: (inRuns: Set<Int>, inTexts: Set<Int>) {
        var counts = Array(repeating: 0, count: glyphCount)
        let (inRuns, inTexts) = (runs.filter { $0.uses > 0 }.flatMap(\.parts), texts.joined())
        for part in inRuns where part.symbol < glyphCount { counts[part.symbol] += 1 }
        for part in inTexts where part.symbol < glyphCount { counts[part.symbol] += 1 }
        func lone(_ parts: some Sequence<Part>) -> Set<Int> {
            Set(parts.lazy.map(\.symbol).filter { $0 < glyphCount && counts[$0] == 1 })
        }
        return (lone(inRuns), lone(inTexts))
    }

    func id(of symbol: Int, _ glyphs: [SVGGlyphs.Glyph]) -> String? {
        symbol < glyphCount ? glyphs[symbol].id : runs[symbol - glyphCount].id
    }

    func definitions(_ glyphs: [SVGGlyphs.Glyph]) -> SVGMarkup {
        var markup = SVGMarkup()
        for run in runs {
            guard let id = run.id else { continue }
            markup.append("<g id=\"")
            markup.append(id)
            markup.append("\">")
            for part in run.parts { append(part, glyphs, to: &markup) }
            var path = SVGMarkup()
            var pen: GridPoint?
            for part in run.parts where part.symbol < glyphCount && glyphs[part.symbol].id == nil {
                let place = GridPoint(x: part.x, y: part.y)
                path.append(glyphs[part.symbol].outline, movedBy: place, from: &pen)
            }
            if !path.bytes.isEmpty {
                markup.append("<path d=\"")
                markup.append(path)
                markup.append("\"/>")
            }
            markup.append("</g>\n")
        }
        return markup
    }

    /// A use of a run or of a glyph that is defined.
    func append(_ part: Part, _ glyphs: [SVGGlyphs.Glyph], to markup: inout SVGMarkup) {
        guard let id = id(of: part.symbol, glyphs) else { return }
        markup.append("<use href=\"#")
        markup.append(id)
        markup.append("\"")
        if part.x != 0 { markup.append(attribute: "x", Double(part.x)) }
        if part.y != 0 { markup.append(attribute: "y", Double(part.y)) }
        markup.append("/>")
    }
}
