import Scenes
import Typography

/// The drawn part of a document and the definitions it refers to: clips and glyph outlines, each written once.
struct SVGBody {
    let prefix: String
    let fonts: FontBook
    let textMode: SVGDocument.TextMode
    private(set) var markup = SVGMarkup()
    private var clips: [(rect: Rect, id: String)] = []
    /// The ids of glyphs defined so far; empty for a blank, which needs no definition.
    private var glyphs: [GlyphKey: String] = [:]
    private var glyphDefinitions = SVGMarkup()
    private var haloCount = 0

    private struct GlyphKey: Hashable {
        var font: String
        var size: Double
        var id: UInt32
    }

    init(prefix: String, fonts: FontBook, text: SVGDocument.TextMode) {
        self.prefix = prefix
        self.fonts = fonts
        textMode = text
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

    mutating func append(_ group: Group) {
        markup.append("<g id=\"\(prefix)-")
        markup.append(escaped: group.id, inAttribute: true)
        markup.append("\"")
        if let clip = group.clip { markup.append(" clip-path=\"url(#\(clipID(clip)))\"") }
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
            case .text(let run): append(run)
            }
        }
        markup.append("</g>\n")
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

    private mutating func append(_ run: TextRun) {
        guard let halo = run.halo else {
            markup.append("<g")
            markup.append(paint: "fill", run.color)
            appendLabelled(run)
            markup.append("</g>\n")
            return
        }
        // The halo of the whole line lies under the whole line: glyph by glyph, one's halo would cover another.
        let id = "\(prefix)-text\(haloCount)"
        haloCount += 1
        markup.append("<use href=\"#\(id)\"")
        markup.append(paint: "fill", halo.color)
        markup.append(paint: "stroke", halo.color)
        markup.append(attribute: "stroke-width", 2 * halo.width)
        markup.append(" stroke-linejoin=\"round\"/>\n<g")
        markup.append(paint: "fill", run.color)
        markup.append("><g id=\"\(id)\"")
        appendLabelled(run)
        markup.append("</g></g>\n")
    }

    /// The rest of an opened group's tag, with the text as its label, and the glyphs.
    private mutating func appendLabelled(_ run: TextRun) {
        markup.append(" aria-label=\"")
        markup.append(escaped: run.text, inAttribute: true)
        markup.append("\">")
        switch textMode {
        case .outlines: appendOutlines(run)
        case .live: appendLive(run)
        }
    }

    private mutating func appendOutlines(_ run: TextRun) {
        for glyphRun in run.glyphRuns {
            for glyph in glyphRun.glyphs {
                let id = definition(of: glyph.id, in: glyphRun)
                if id.isEmpty { continue }
                markup.append("<use href=\"#")
                markup.append(id)
                markup.append("\"")
                markup.append(attribute: "x", run.origin.x + glyph.x)
                markup.append(attribute: "y", run.origin.y + glyph.y)
                markup.append("/>")
            }
        }
    }

    private mutating func definition(of glyph: UInt32, in run: GlyphRun) -> String {
        let key = GlyphKey(font: run.font, size: run.size, id: glyph)
        if let known = glyphs[key] { return known }
        guard let outline = fonts.typeface(named: run.font)?.outline(of: glyph), !outline.isEmpty else {
            glyphs[key] = ""
            return ""
        }
        let id = "\(prefix)-g\(glyphs.count)"
        glyphs[key] = id
        glyphDefinitions.append("<path id=\"\(id)\" d=\"")
        glyphDefinitions.append(pathData: outline.scaled(by: run.size))
        glyphDefinitions.append("\"/>\n")
        return id
    }

    /// One text element a glyph run, placed where the run stands.
    private mutating func appendLive(_ run: TextRun) {
        for glyphRun in run.glyphRuns {
            let face = fonts.typeface(named: glyphRun.font)
            markup.append("<text")
            markup.append(attribute: "x", run.origin.x + (glyphRun.glyphs.first?.x ?? 0))
            markup.append(attribute: "y", run.origin.y + (glyphRun.glyphs.first?.y ?? 0))
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
}
