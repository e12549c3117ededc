import Scenes
import Typography

/// The drawn part of a document and the definitions it refers to: clips and glyph outlines, each written once.
struct SVGBody {
    let prefix: String
    let fonts: FontBook
    let textMode: SVGDocument.TextMode
    private(set) var markup = SVGMarkup()
    private var clips: [(rect: Rect, id: String)] = []
    /// How often each glyph stands in the scene: one that stands once is drawn in place and needs no definition.
    private var uses: [GlyphKey: Int] = [:]
    /// The ids of glyphs defined so far.
    private var glyphs: [GlyphKey: String] = [:]
    private var glyphDefinitions = SVGMarkup()
    private var haloCount = 0

    private struct GlyphKey: Hashable {
        var font: String
        var id: UInt32
    }

    /// The body of a whole scene.
    init(_ layers: [Group], prefix: String, fonts: FontBook, text: SVGDocument.TextMode) {
        self.prefix = prefix
        self.fonts = fonts
        textMode = text
        for run in layers.flatMap(\.texts).flatMap(\.glyphRuns) where text == .outlines || !isOrdinary(run) {
            for glyph in run.glyphs { uses[GlyphKey(font: run.font, id: glyph.id), default: 0] += 1 }
        }
        for layer in layers { append(layer) }
    }

    var definitions: SVGMarkup {
        var definitions = SVGMarkup()
        for (rect, id) in clips {
            definitions.append("<clipPath id=\"\(id)\"><rect")
            for (name, length) in [("x", rect.x), ("y", rect.y), ("width", rect.width), ("height", rect.height)] {
                definitions.append(attribute: name, length)
            }
            definitions.append("/></clipPath>\n")
        }
        definitions.append(glyphDefinitions)
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
        markup.append(">\n")
        if let title = group.title {
            markup.append("<title>")
            markup.append(escaped: title)
            markup.append("</title>\n")
        }
        for node in group.nodes {
            switch node {
            case .group(let inner): append(inner)
            case .shape(let shape): append(shape)
            case .text(let run): append(run, common: common)
            }
        }
        markup.append("</g>\n")
    }

    /// The colour of a group of texts that all have it.
    private static func commonColor(_ group: Group) -> Color? {
        guard case .text(let first)? = group.nodes.first, group.nodes.count > 1 else { return nil }
        return group.nodes.allSatisfy { if case .text(let run) = $0 { run.color == first.color } else { false } }
            ? first.color : nil
    }

    private mutating func clipID(_ rect: Rect) -> String {
        if let known = clips.first(where: { $0.rect == rect }) { return known.id }
        let id = "\(prefix)-clip\(clips.count)"
        clips.append((rect, id))
        return id
    }

    private mutating func append(_ shape: Shape) {
        markup.append("<path d=\"")
        markup.append(pathData: shape.path)
        markup.append("\"")
        markup.append(paint: "fill", shape.fill)
        if shape.fill != nil, let rule = shape.fillRule { markup.append(" fill-rule=\"\(rule.rawValue)\"") }
        if let stroke = shape.stroke {
            markup.append(paint: "stroke", stroke.color)
            if stroke.width != 1 { markup.append(attribute: "stroke-width", stroke.width) }
            if stroke.isRound { markup.append(" stroke-linecap=\"round\" stroke-linejoin=\"round\"") }
            if !stroke.dash.isEmpty {
                markup.append(" stroke-dasharray=\"")
                for (index, length) in stroke.dash.enumerated() {
                    if index > 0 { markup.append(" ") }
                    markup.append(length: length)
                }
                markup.append("\"")
            }
            if stroke.isCrisp { markup.append(" shape-rendering=\"crispEdges\"") }
        }
        markup.append("/>\n")
    }

    /// - Parameter common: the colour that the group around the text has given it already.
    private mutating func append(_ run: TextRun, common: Color?) {
        let needsColor = common == nil
        guard let halo = run.halo else {
            markup.append("<g")
            if needsColor { markup.append(paint: "fill", run.color) }
            appendLabelled(run, haloWidth: nil)
            markup.append("</g>\n")
            return
        }
        // The halo of the whole line lies under the whole line: glyph by glyph, one's halo would cover another.
        let id = "\(prefix)-t\(haloCount)"
        haloCount += 1
        markup.append("<use href=\"#\(id)\"")
        markup.append(paint: "fill", halo.color)
        if let common, common.opacity < 1 { markup.append(" fill-opacity=\"1\"") }
        markup.append(paint: "stroke", halo.color)
        if textMode == .live { markup.append(attribute: "stroke-width", 2 * halo.width) }
        markup.append("/>\n")
        // The text's own colour is that of a group around it, so that the halo can have another.
        if needsColor {
            markup.append("<g")
            markup.append(paint: "fill", run.color)
            markup.append(">")
        }
        markup.append("<g id=\"\(id)\"")
        appendLabelled(run, haloWidth: 2 * halo.width)
        markup.append(needsColor ? "</g></g>\n" : "</g>\n")
    }

    /// The rest of an opened group's tag, with the text as its label, and the glyphs.
    private mutating func appendLabelled(_ run: TextRun, haloWidth: Double?) {
        let isAlone = textMode == .outlines && run.glyphRuns.count == 1 && run.rules.isEmpty
        if isAlone { appendPlace(of: run.glyphRuns[0], in: run, haloWidth: haloWidth) }
        markup.append(" aria-label=\"")
        markup.append(escaped: run.text, inAttribute: true)
        markup.append("\">")
        switch textMode {
        case .outlines where isAlone: appendGlyphs(of: run.glyphRuns[0], place: nil)
        case .outlines:
            for glyphRun in run.glyphRuns { appendGlyphs(of: glyphRun, place: (run, haloWidth)) }
        case .live:
            for glyphRun in run.glyphRuns {
                if isOrdinary(glyphRun) {
                    appendLive(glyphRun, at: run.origin)
                } else {
                    appendGlyphs(of: glyphRun, place: (run, haloWidth))
                }
            }
        }
        for rule in run.placedRules {
            markup.append("<rect")
            for (name, length) in [("x", rule.x), ("y", rule.y), ("width", rule.width), ("height", rule.height)] {
                markup.append(attribute: name, length)
            }
            if let haloWidth { markup.append(attribute: "stroke-width", haloWidth) }
            markup.append("/>")
        }
    }

    /// Whether a viewer that is given the characters would draw these glyphs: not where the mathematics face's larger
    /// forms are used, or parts put together.
    private func isOrdinary(_ run: GlyphRun) -> Bool {
        guard run.font == fonts.math.name else { return true }
        return run.glyphs.map(\.id) == run.text.unicodeScalars.map { fonts.math.glyph(for: $0) ?? 0 }
    }

    /// Outlines are written in thousandths of an em, whole numbers that serve every size; their place says the size.
    /// Strokes are scaled as well, and so their width is given here.
    private mutating func appendPlace(of glyphRun: GlyphRun, in run: TextRun, haloWidth: Double?) {
        markup.append(" transform=\"translate(")
        markup.append(length: run.origin.x)
        markup.append(" ")
        markup.append(length: run.origin.y + (glyphRun.glyphs.first?.y ?? 0))
        markup.append(")scale(")
        markup.append(thousandth: glyphRun.size)
        markup.append(")\"")
        if let haloWidth, glyphRun.size > 0 {
            markup.append(attribute: "stroke-width", (haloWidth / glyphRun.size * 1000).rounded())
        }
    }

    /// - Parameter place: where the glyphs stand and with which halo, unless a group around them says so.
    private mutating func appendGlyphs(of glyphRun: GlyphRun, place: (run: TextRun, haloWidth: Double?)?) {
        guard let base = glyphRun.glyphs.first?.y, glyphRun.size > 0,
            let face = fonts.typeface(named: glyphRun.font)
        else { return }
        if let place {
            markup.append("<g")
            appendPlace(of: glyphRun, in: place.run, haloWidth: place.haloWidth)
            markup.append(">")
        }
        var single = Path()
        for glyph in glyphRun.glyphs {
            let key = GlyphKey(font: glyphRun.font, id: glyph.id)
            let (x, y) = (glyph.x / glyphRun.size, (glyph.y - base) / glyphRun.size)
            if uses[key] == 1 {
                single.elements += face.outline(of: glyph.id).mapped { Point(x: $0.x + x, y: $0.y + y) }.elements
            } else if let id = definition(of: key, in: face) {
                markup.append("<use href=\"#")
                markup.append(id)
                markup.append("\"")
                let (left, down) = ((x * 1000).rounded(), (y * 1000).rounded())
                if left != 0 { markup.append(attribute: "x", left) }
                if down != 0 { markup.append(attribute: "y", down) }
                markup.append("/>")
            }
        }
        if !single.isEmpty {
            markup.append("<path d=\"")
            markup.append(glyphData: single)
            markup.append("\"/>")
        }
        if place != nil { markup.append("</g>") }
    }

    /// The id of a glyph that stands more than once; nil for a blank.
    private mutating func definition(of key: GlyphKey, in face: Typeface) -> String? {
        if let known = glyphs[key] { return known.isEmpty ? nil : known }
        let outline = face.outline(of: key.id)
        guard !outline.isEmpty else {
            glyphs[key] = ""
            return nil
        }
        let id = prefix + String(glyphs.count, radix: 36)
        glyphs[key] = id
        glyphDefinitions.append("<path id=\"\(id)\" d=\"")
        glyphDefinitions.append(glyphData: outline)
        glyphDefinitions.append("\"/>\n")
        return id
    }

    /// A text element, placed where the run stands.
    private mutating func appendLive(_ glyphRun: GlyphRun, at origin: Point) {
        let face = fonts.typeface(named: glyphRun.font)
        markup.append("<text")
        markup.append(attribute: "x", origin.x + (glyphRun.glyphs.first?.x ?? 0))
        markup.append(attribute: "y", origin.y + (glyphRun.glyphs.first?.y ?? 0))
        markup.append(" font-family=\"'")
        markup.append(escaped: face?.family ?? glyphRun.font, inAttribute: true)
        markup.append(glyphRun.font == fonts.math.name ? "', math, serif\"" : "', sans-serif\"")
        if face?.isBold == true { markup.append(" font-weight=\"600\"") }
        markup.append(" font-size=\"")
        markup.append(length: glyphRun.size)
        markup.append("px\" xml:space=\"preserve\">")
        markup.append(escaped: glyphRun.text)
        markup.append("</text>")
    }
}
