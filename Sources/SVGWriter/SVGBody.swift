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
    /// Texts with outlines, in the order in which they are written.
    private var texts: [SVGText] = []
    private var nextText = 0

    /// The body of a whole scene.
    init(_ layers: [Group], prefix: String, fonts: FontBook, text: SVGDocument.TextMode) {
        self.prefix = prefix
        self.fonts = fonts
        textMode = text
        glyphs = SVGGlyphs(fonts: fonts)
        ids = SVGIdentifiers(prefix: prefix)
        runs = SVGRuns([], glyphCount: 0, &ids)
        prepare(layers.flatMap(\.texts))
        for layer in layers { append(layer) }
    }

    /// Places the glyphs of all texts, to know which are drawn how often.
    private mutating func prepare(_ scene: [TextRun]) {
        let outlined = scene.flatMap { run in
            switch textMode {
            case .outlines: [(run.commonestSize, run.glyphRuns, run.halo != nil)]
            // What no viewer would draw from characters is outlines by itself.
            case .live: run.glyphRuns.filter { !isOrdinary($0) }.map { ($0.size, [$0], run.halo != nil) }
            }
        }
        // Large texts first: smaller ones may have their outlines, if that adds fewer to the document than their own.
        var sizes: [Double] = []
        var placed: [SVGText?] = Array(repeating: nil, count: outlined.count)
        for index in outlined.indices.sorted(by: { (-outlined[$0].0, $0) < (-outlined[$1].0, $1) }) {
            let (size, runs, hasHalo) = outlined[index]
            if sizes.last != size { sizes.append(size) }
            var best = (outlines: size, cost: Double.infinity)
            for outlines in sizes {
                let new = glyphs.countNew(runs, size: size, unitsPerEm: SVGText.unitsPerPoint * outlines)
                // Those of a larger size have longer numbers.
                let cost = Double(new) * (outlines / size).squareRoot()
                if cost <= best.cost { best = (outlines, cost) }
            }
            var text = SVGText(size: size, outlines: best.outlines)
            glyphs.add(runs, size: size, isStroked: hasHalo, to: &text)
            placed[index] = text
        }
        glyphs.define(&ids)
        let defined = placed.map { text in text?.glyphs.filter { glyphs.glyphs[$0.glyph].id != nil } ?? [] }
        runs = SVGRuns(defined, glyphCount: glyphs.glyphs.count, &ids)
        texts = zip(placed, runs.texts).compactMap { text, parts in
            guard var text else { return nil }
            text.parts = parts
            text.glyphs.removeAll { glyphs.glyphs[$0.glyph].id != nil }
            return text
        }
    }

    /// The next of the texts that were prepared, which are asked for in their order.
    mutating func takeText() -> SVGText {
        defer { nextText += 1 }
        return texts[nextText]
    }

    /// The same without taking it, or one behind it.
    func text(ahead count: Int) -> SVGText { texts[nextText + count] }

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
        return definitions
    }

    private mutating func append(_ group: Group) {
        markup.append("<g id=\"\(prefix)-")
        markup.append(escaped: group.id, inAttribute: true)
        markup.append("\"")
        if let clip = group.clip { markup.append(" clip-path=\"url(#\(clipID(clip)))\"") }
        let common = SVGBody.commonColor(group)
        if let common { markup.append(paint: "fill", common) }
        if group.nodes.contains(where: { if case .text(let run) = $0 { run.halo != nil } else { false } }) {
            markup.append(" stroke-linejoin=\"round\"")
        }
        let shared = SVGSharedPaint(group)
        shared.append(to: &markup)
        markup.append(">\n")
        if let title = group.title {
            markup.append("<title>")
            markup.append(escaped: title)
            markup.append("</title>\n")
        }
        var nodes = group.nodes[...]
        while let node = nodes.first {
            var count = 1
            switch node {
            case .group(let inner): append(inner)
            case .shape: count = appendShapes(nodes, shared)
            case .text: count = appendTexts(nodes, common: common)
            }
            nodes = nodes.dropFirst(count)
        }
        markup.append("</g>\n")
    }

    /// The colour that most texts of a group have, where it is written once for them.
    ///
    /// Shapes say their own fill, but an opacity only below one: those of a group with a common colour are not filled.
    private static func commonColor(_ group: Group) -> Color? {
        var colors: [(color: Color, count: Int)] = []
        for node in group.nodes {
            switch node {
            case .text(let run):
                if let index = colors.firstIndex(where: { $0.color == run.color }) {
                    colors[index].count += 1
                } else {
                    colors.append((run.color, 1))
                }
            case .shape(let shape): if shape.fill != nil { return nil }
            case .group: return nil
            }
        }
        guard let most = colors.map(\.count).max(), most > 1 else { return nil }
        return colors.first { $0.count == most }?.color
    }

    private mutating func clipID(_ rect: Rect) -> String {
        if let known = clips.first(where: { $0.rect == rect }) { return known.id }
        let id = ids.next()
        clips.append((rect, id))
        return id
    }
}
