import Scenes
import Typography

/// The drawn part of a document and the definitions it refers to: clips, paths and glyph outlines, each written once.
struct SVGBody {
    let prefix: String
    let fonts: FontBook
    let textMode: SVGDocument.TextMode
    var markup = SVGMarkup()
    private var clips: [(rect: Rect, id: String)] = []
    /// Of paths that are drawn more than once.
    var paths = SVGMarkup()
    var glyphs: SVGGlyphs
    private(set) var runs: SVGRuns
    var ids: SVGIdentifiers
    /// Texts with outlines, and those that are written, in their order, by their indices.
    private var texts: [SVGText] = []
    private var textOrder: [Int] = []
    private var nextText = 0
    var hairlines: SVGHairlines

    /// The body of a whole scene.
    init(_ layers: [Group], prefix: String, fonts: FontBook, text: SVGDocument.TextMode) {
        self.prefix = prefix
        self.fonts = fonts
        textMode = text
        glyphs = SVGGlyphs(fonts: fonts)
        ids = SVGIdentifiers(prefix: prefix)
        hairlines = SVGHairlines(layers)
        runs = SVGRuns([], glyphCount: 0, &ids)
        prepare(layers.flatMap(\.texts))
        for layer in layers { append(layer) }
    }

    /// What is drawn as outlines: a text or, among characters, a part of one.
    private struct Outlined {
        var size: Double
        var runs: [GlyphRun]
        var rules: [Rect] = []
        var isStroked: Bool
        var uses = 1
    }

    /// Texts of fewer glyphs are not longer than what would refer to them.
    private static let leastShared = 3

    /// A text, or its name in the heavier weight and what is said of it: the name may stand alone elsewhere.
    func pieces(of run: TextRun) -> [[GlyphRun]] {
        func isBold(_ part: GlyphRun) -> Bool { fonts.typeface(named: part.font)?.isBold ?? false }
        let parts = run.glyphRuns
        guard parts.count > 1, parts[0].font != parts[parts.count - 1].font, isBold(parts[0]),
            let end = parts.firstIndex(where: { !isBold($0) })
        else { return [parts] }
        return [Array(parts[..<end]), Array(parts[end...])]
    }

    /// What is drawn of all texts, the same ones once.
    private mutating func outlined(_ scene: [TextRun]) -> [Outlined] {
        var known: [String: [Int]] = [:]
        var result: [Outlined] = []
        for run in scene {
            if textMode == .live {
                // What no viewer would draw from characters is outlines by itself.
                for part in run.glyphRuns where !isOrdinary(part) {
                    textOrder.append(result.count)
                    result.append(Outlined(size: part.size, runs: [part], isStroked: run.halo != nil))
                }
                continue
            }
            let pieces = pieces(of: run)
            for (index, runs) in pieces.enumerated() {
                let rules = index == pieces.count - 1 ? run.rules : []
                let text = runs.map(\.text).joined()
                let same = known[text]?.first { result[$0].runs == runs && result[$0].rules == rules }
                if let same {
                    result[same].uses += 1
                    if run.halo != nil { result[same].isStroked = true }
                } else if runs.reduce(0, { $0 + $1.glyphs.count }) >= SVGBody.leastShared {
                    known[text, default: []].append(result.count)
                }
                textOrder.append(same ?? result.count)
                if same != nil { continue }
                result.append(
                    Outlined(
                        size: TextRun.commonestSize(of: runs), runs: runs, rules: rules,
                        isStroked: run.halo != nil))
            }
        }
        return result
    }

    /// Places the glyphs of all texts, to know which are drawn how often.
    private mutating func prepare(_ scene: [TextRun]) {
        let outlined = outlined(scene)
        // Large texts first: smaller ones may have their outlines, if that adds fewer to the document than their own.
        var sizes: [Double] = []
        texts = outlined.map { SVGText(size: $0.size, outlines: $0.size) }
        for index in outlined.indices.sorted(by: { (-outlined[$0].size, $0) < (-outlined[$1].size, $1) }) {
            let (size, runs) = (outlined[index].size, outlined[index].runs)
            if sizes.last != size { sizes.append(size) }
            var best = (outlines: size, cost: Double.infinity)
            for outlines in sizes {
                let new = glyphs.countNew(runs, size: size, unitsPerEm: SVGText.unitsPerPoint * outlines)
                // Those of a larger size have longer numbers.
                let cost = Double(new) * (outlines / size).squareRoot()
                if cost <= best.cost { best = (outlines, cost) }
            }
            texts[index] = SVGText(size: size, outlines: best.outlines)
            texts[index].rules = outlined[index].rules
            glyphs.add(runs, size: size, isStroked: outlined[index].isStroked, to: &texts[index])
        }
        glyphs.define(&ids)
        runs = SVGRuns(
            texts.map { text in text.glyphs.filter { glyphs.glyphs[$0.glyph].id != nil } },
            glyphCount: glyphs.glyphs.count, &ids)
        // Runs and texts that are written once leave some glyphs with one use.
        let lone = runs.glyphsUsedOnce
        for glyph in lone.inRuns.union(lone.inTexts) { glyphs.undefine(glyph) }
        for index in texts.indices {
            texts[index].divide(runs.texts[index].filter { !lone.inTexts.contains($0.symbol) }) {
                glyphs.glyphs[$0].id != nil || lone.inRuns.contains($0)
            }
            if outlined[index].uses > 1, !isOneUse(texts[index]) { texts[index].id = ids.next() }
        }
    }

    /// The next of the texts that were prepared, which are asked for in their order.
    mutating func takeText() -> SVGText {
        defer { nextText += 1 }
        return text(ahead: 0)
    }

    /// The same without taking it, or one behind it.
    func text(ahead count: Int) -> SVGText { texts[textOrder[nextText + count]] }

    var definitions: SVGMarkup {
        var definitions = SVGMarkup()
        for (rect, id) in clips {
            definitions.append("<clipPath id=\"\(id)\"><rect")
            for (name, length) in [("x", rect.x), ("y", rect.y), ("width", rect.width), ("height", rect.height)] {
                definitions.append(attribute: name, length)
            }
            definitions.append("/></clipPath>\n")
        }
        definitions.append(paths)
        definitions.append(glyphs.definitions)
        definitions.append(runs.definitions(glyphs.glyphs))
        for text in texts {
            if let id = text.id { append(definitionOf: text, id, to: &definitions) }
        }
        return definitions
    }

    private mutating func append(_ group: Group) {
        markup.append("<g id=\"\(prefix)-")
        markup.append(escaped: group.id, inAttribute: true)
        markup.append("\"")
        if let clip = group.clip { markup.append(" clip-path=\"url(#\(clipID(clip)))\"") }
        let look = textLook(of: group)
        append(look)
        var nodes = group.nodes.map { node -> Node in
            if case .shape(let shape) = node { .shape(shape.asDots ?? shape) } else { node }
        }[...]
        let shared = SVGSharedPaint(nodes)
        shared.append(to: &markup)
        markup.append(">\n")
        if let title = group.title {
            markup.append("<title>")
            markup.append(escaped: title)
            markup.append("</title>\n")
        }
        while let node = nodes.first {
            var count = 1
            switch node {
            case .group(let inner): append(inner)
            case .shape: count = appendShapes(nodes, shared)
            case .text: count = appendTexts(nodes, look)
            }
            nodes = nodes.dropFirst(count)
        }
        markup.append("</g>\n")
    }

    private mutating func clipID(_ rect: Rect) -> String {
        if let known = clips.first(where: { $0.rect == rect }) { return known.id }
        let id = ids.next()
        clips.append((rect, id))
        return id
    }
}
