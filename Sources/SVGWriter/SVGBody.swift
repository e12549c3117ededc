import Scenes
import Typography

/// The drawn part of a document and the definitions it refers to: clips and glyph outlines, each written once.
struct SVGBody {
    let prefix: String
    let fonts: FontBook
    let textMode: SVGDocument.TextMode
    var markup = SVGMarkup()
    private var clips: [(rect: Rect, id: String)] = []
    var glyphs: SVGGlyphs
    private var haloCount = 0

    /// The body of a whole scene.
    init(_ layers: [Group], prefix: String, fonts: FontBook, text: SVGDocument.TextMode) {
        self.prefix = prefix
        self.fonts = fonts
        textMode = text
        glyphs = SVGGlyphs(prefix: prefix, fonts: fonts)
        for run in layers.flatMap(\.texts).flatMap(\.glyphRuns) where text == .outlines || !isOrdinary(run) {
            glyphs.count(run)
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
        definitions.append(glyphs.definitions)
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

    /// The id of a text that is drawn twice, over its own halo.
    mutating func nextTextID() -> String {
        defer { haloCount += 1 }
        return "\(prefix)-t\(haloCount)"
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
}
