import Scenes
import Typography

// A text is a group in units of its own. Neighbours of one look stand in a group over one halo.

extension SVGBody {
    /// The first of some nodes, which is a text, and those behind it that share its halo.
    ///
    /// - Parameter common: the colour that the group around has given it already.
    /// - Returns: how many texts were written.
    mutating func appendTexts(_ nodes: ArraySlice<Node>, common: Color?) -> Int {
        guard case .text(let first)? = nodes.first else { return 0 }
        let inherited = common == first.color ? nil : first.color
        guard let halo = first.halo else {
            append(first, id: nil, color: inherited, resetsOpacity: common, haloWidth: nil)
            return 1
        }
        let runs = textMode == .live ? [first] : SVGBody.sharingHalo(nodes)
        // The halo of all the texts lies under all of them: glyph by glyph, one's halo would cover another.
        let id = ids.next()
        markup.append("<use href=\"#\(id)\"")
        markup.append(paint: "fill", halo.color)
        if let common, common.opacity < 1, halo.color.opacity == 1 { markup.append(" fill-opacity=\"1\"") }
        markup.append(paint: "stroke", halo.color)
        if textMode == .live { markup.append(attribute: "stroke-width", 2 * halo.width) }
        markup.append("/>\n")
        // The texts' own colour is that of a group around them, so that the halo can have another.
        if let inherited {
            markup.append("<g")
            append(fill: inherited, resetting: common)
            markup.append(">")
        }
        if runs.count == 1 {
            append(first, id: id, color: nil, resetsOpacity: nil, haloWidth: 2 * halo.width)
        } else {
            let units = runs.indices.map { text(ahead: $0).unit }
            let isOneUnit = units.allSatisfy { $0 == units[0] }
            markup.append("<g id=\"\(id)\"")
            if isOneUnit { append(strokeWidth: 2 * halo.width, unit: units[0]) }
            markup.append(">\n")
            for run in runs {
                append(run, id: nil, color: nil, resetsOpacity: nil, haloWidth: isOneUnit ? nil : 2 * halo.width)
            }
            markup.append("</g>\n")
        }
        if inherited != nil { markup.append("</g>\n") }
        return runs.count
    }

    /// Those of the first nodes that are texts of one colour over halos of one look, none of which covers another text.
    private static func sharingHalo(_ nodes: ArraySlice<Node>) -> [TextRun] {
        var runs: [TextRun] = []
        var inks: [Rect] = []
        for node in nodes {
            guard case .text(let run) = node, let halo = run.halo else { break }
            let ink = run.ink
            if let first = runs.first {
                let covered = ink.insetBy(-halo.width)
                guard run.color == first.color, halo == first.halo, !inks.contains(where: covered.intersects) else {
                    break
                }
            }
            runs.append(run)
            inks.append(ink)
        }
        return runs
    }

    private mutating func append(fill color: Color, resetting common: Color?) {
        markup.append(paint: "fill", color)
        if let common, common.opacity < 1, color.opacity == 1 { markup.append(" fill-opacity=\"1\"") }
    }

    /// - Parameters:
    ///   - color: nil where it is inherited.
    ///   - common: the colour that is inherited, whose opacity another must undo.
    ///   - haloWidth: in points, where the text says how wide its halo is.
    private mutating func append(
        _ run: TextRun, id: String?, color: Color?, resetsOpacity common: Color?, haloWidth: Double?
    ) {
        markup.append("<g")
        if let id { markup.append(" id=\"\(id)\"") }
        if let color { append(fill: color, resetting: common) }
        switch textMode {
        case .outlines:
            let text = takeText()
            append(placeOf: text, at: run.origin)
            if let haloWidth { append(strokeWidth: haloWidth, unit: text.unit) }
            appendLabel(run.text)
            append(text)
            for rule in run.rules { append(rule, unit: text.unit) }
        case .live:
            appendLabel(run.text)
            for glyphRun in run.glyphRuns {
                if isOrdinary(glyphRun) {
                    appendLive(glyphRun, at: run.origin)
                } else {
                    let text = takeText()
                    markup.append("<g")
                    append(placeOf: text, at: run.origin)
                    if let haloWidth { append(strokeWidth: haloWidth, unit: text.unit) }
                    markup.append(">")
                    append(text)
                    markup.append("</g>")
                }
            }
            for rule in run.placedRules { append(rule, unit: 1) }
        }
        markup.append("</g>\n")
    }

    private mutating func appendLabel(_ text: String) {
        markup.append(" aria-label=\"")
        markup.append(escaped: text, inAttribute: true)
        markup.append("\">")
    }

    /// Whether a viewer that is given the characters would draw these glyphs: not where the mathematics face's larger
    /// forms are used, or parts put together.
    func isOrdinary(_ run: GlyphRun) -> Bool {
        guard run.font == fonts.math.name else { return true }
        return run.glyphs.map(\.id) == run.text.unicodeScalars.map { fonts.math.glyph(for: $0) ?? 0 }
    }

    private mutating func append(placeOf text: SVGText, at origin: Point) {
        markup.append(" transform=\"translate(")
        markup.append(length: origin.x)
        markup.append(" ")
        markup.append(length: origin.y)
        markup.append(")scale(")
        markup.append(fraction: text.unit)
        markup.append(")\"")
    }

    /// Strokes are scaled with the glyphs.
    private mutating func append(strokeWidth: Double, unit: Double) {
        markup.append(attribute: "stroke-width", (strokeWidth / unit).rounded())
    }

    private mutating func append(_ rule: Rect, unit: Double) {
        markup.append("<rect")
        for (name, length) in [("x", rule.x), ("y", rule.y), ("width", rule.width), ("height", rule.height)] {
            markup.append(attribute: name, length / unit)
        }
        markup.append("/>")
    }

    /// The glyphs: those that are defined, alone and in runs, then the others in one path.
    private mutating func append(_ text: SVGText) {
        for part in text.parts { runs.append(part, glyphs.glyphs, to: &markup) }
        var path = SVGMarkup()
        var pen: GridPoint?
        for placed in text.glyphs {
            let outline = glyphs.glyphs[placed.glyph].outline
            if outline.data.bytes.isEmpty { continue }
            let offset = GridPoint(x: Int(placed.x.rounded()), y: Int(placed.y.rounded()))
            path.append(outline, movedBy: offset, from: &pen)
        }
        guard !path.bytes.isEmpty else { return }
        markup.append("<path d=\"")
        markup.append(path)
        markup.append("\"/>")
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
