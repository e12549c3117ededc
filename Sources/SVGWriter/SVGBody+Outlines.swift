import Scenes

// What texts of outlines consist of.

extension SVGBody {
    /// Whether a text is drawn by using one thing.
    func isOneUse(_ text: SVGText) -> Bool {
        text.parts.count == 1 && text.rules.isEmpty && !text.glyphs.contains(where: hasOutline)
    }

    /// Whether anything is drawn of a glyph: not of a blank.
    func hasOutline(_ placed: SVGGlyphs.Placed) -> Bool {
        !glyphs.glyphs[placed.glyph].outline.data.bytes.isEmpty
    }

    /// A text that is drawn several times.
    func append(definitionOf text: SVGText, _ id: String, to markup: inout SVGMarkup) {
        if text.parts.isEmpty, text.rules.isEmpty {
            markup.append("<path id=\"\(id)\"")
            append(pathOf: text, movedBy: Point(x: 0, y: 0), to: &markup)
            markup.append("/>\n")
        } else {
            markup.append("<g id=\"\(id)\">")
            append(insideOf: text, to: &markup)
            markup.append("</g>\n")
        }
    }

    /// The glyphs that are defined, alone and in runs, then the others in one path, then bars.
    func append(insideOf text: SVGText, to markup: inout SVGMarkup) {
        for part in text.parts { runs.append(part, glyphs.glyphs, to: &markup) }
        if text.glyphs.contains(where: hasOutline) {
            markup.append("<path")
            append(pathOf: text, movedBy: Point(x: 0, y: 0), to: &markup)
            markup.append("/>")
        }
        for rule in text.rules { SVGBody.append(rule, unit: text.unit, to: &markup) }
    }

    /// The data of the glyphs that are drawn in place.
    ///
    /// - Parameter offset: in the text's units.
    func append(pathOf text: SVGText, movedBy offset: Point, to markup: inout SVGMarkup) {
        markup.append(" d=\"")
        var pen: GridPoint?
        for placed in text.glyphs where hasOutline(placed) {
            let place = GridPoint(x: Int((offset.x + placed.x).rounded()), y: Int((offset.y + placed.y).rounded()))
            markup.append(glyphs.glyphs[placed.glyph].outline, movedBy: place, from: &pen)
        }
        markup.append("\"")
    }

    static func append(_ rule: Rect, unit: Double, to markup: inout SVGMarkup) {
        markup.append("<rect")
        for (name, length) in [("x", rule.x), ("y", rule.y), ("width", rule.width), ("height", rule.height)] {
            markup.append(attribute: name, length / unit)
        }
        markup.append("/>")
    }
}
