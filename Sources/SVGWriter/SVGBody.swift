import Scenes
import Typography

/// The drawn part of a document and the definitions it refers to: clips and glyph outlines, each written once.
struct SVGBody {
    let prefix: String
    let fonts: FontBook
    let textMode: SVGDocument.TextMode
    private(set) var text = ""
    private var clips: [(rect: Rect, id: String)] = []
    private var glyphs: [GlyphKey: String] = [:]
    private var glyphDefinitions = ""
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

    var definitions: String {
        clips.map { clip in
            let r = clip.rect
            let (x, y) = (SVGNumber.text(r.x), SVGNumber.text(r.y))
            let (width, height) = (SVGNumber.text(r.width), SVGNumber.text(r.height))
            return "<clipPath id=\"\(clip.id)\">"
                + "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\"/></clipPath>\n"
        }.joined() + glyphDefinitions
    }

    mutating func append(_ group: Group, depth: Int) {
        text += "<g id=\"\(prefix)-\(SVGText.escaped(group.id))\""
        if let clip = group.clip { text += " clip-path=\"url(#\(clipID(clip)))\"" }
        text += ">\n"
        if let title = group.title { text += "<title>\(SVGText.escaped(title))</title>\n" }
        for node in group.nodes {
            switch node {
            case .group(let inner): append(inner, depth: depth + 1)
            case .shape(let shape): append(shape)
            case .text(let run): append(run)
            }
        }
        text += "</g>\n"
    }

    private mutating func clipID(_ rect: Rect) -> String {
        if let known = clips.first(where: { $0.rect == rect }) { return known.id }
        let id = "\(prefix)-clip\(clips.count)"
        clips.append((rect, id))
        return id
    }

    private mutating func append(_ shape: Shape) {
        text += "<path d=\"\(SVGPathData(shape.path).text)\""
        text += SVGText.paint("fill", shape.fill)
        if let stroke = shape.stroke {
            text += SVGText.paint("stroke", stroke.color)
            if stroke.width != 1 { text += " stroke-width=\"\(SVGNumber.text(stroke.width))\"" }
            if stroke.isRound { text += " stroke-linecap=\"round\" stroke-linejoin=\"round\"" }
            if !stroke.dash.isEmpty {
                text += " stroke-dasharray=\"\(stroke.dash.map(SVGNumber.text).joined(separator: " "))\""
            }
            if stroke.isCrisp { text += " shape-rendering=\"crispEdges\"" }
        }
        text += "/>\n"
    }

    private mutating func append(_ run: TextRun) {
        let glyphs = textMode == .live ? SVGText.live(run, fonts: fonts) : outlined(run)
        if let halo = run.halo {
            // The halo of the whole line lies under the whole line: glyph by glyph, one's halo would cover another.
            let id = "\(prefix)-text\(haloCount)"
            haloCount += 1
            text += "<use href=\"#\(id)\"\(SVGText.paint("fill", halo.color))\(SVGText.paint("stroke", halo.color))"
            text += " stroke-width=\"\(SVGNumber.text(2 * halo.width))\" stroke-linejoin=\"round\"/>\n"
            text += "<g\(SVGText.paint("fill", run.color))><g id=\"\(id)\" aria-label=\"\(SVGText.escaped(run.text))\">"
            text += glyphs + "</g></g>\n"
        } else {
            text += "<g\(SVGText.paint("fill", run.color)) aria-label=\"\(SVGText.escaped(run.text))\">\(glyphs)</g>\n"
        }
    }

    private mutating func outlined(_ run: TextRun) -> String {
        var result = ""
        for glyphRun in run.glyphRuns {
            for glyph in glyphRun.glyphs {
                guard let id = definition(of: glyph.id, in: glyphRun) else { continue }
                let (x, y) = (run.origin.x + glyph.x, run.origin.y + glyph.y)
                result += "<use href=\"#\(id)\" x=\"\(SVGNumber.text(x))\" y=\"\(SVGNumber.text(y))\"/>"
            }
        }
        return result
    }

    /// The id of a glyph's outline, nil for a blank.
    private mutating func definition(of glyph: UInt32, in run: GlyphRun) -> String? {
        let key = GlyphKey(font: run.font, size: run.size, id: glyph)
        if let known = glyphs[key] { return known.isEmpty ? nil : known }
        guard let outline = fonts.typeface(named: run.font)?.outline(of: glyph), !outline.isEmpty else {
            glyphs[key] = ""
            return nil
        }
        let id = "\(prefix)-g\(glyphs.count)"
        glyphs[key] = id
        glyphDefinitions += "<path id=\"\(id)\" d=\"\(SVGPathData(outline.scaled(by: run.size)).text)\"/>\n"
        return id
    }
}
