import Scenes
import Typography

// A text is one element in units of its own: a group, or, where it is drawn in one piece, the piece. Neighbours of one look
// stand in a group over one halo.

extension SVGBody {
    /// The first of some nodes, which is a text, and those behind it that share its halo.
    ///
    /// - Parameter look: what the group around says for them.
    /// - Returns: how many texts were written.
    mutating func appendTexts(_ nodes: ArraySlice<Node>, _ look: SVGTextLook) -> Int {
        guard case .text(let first)? = nodes.first else { return 0 }
        let inherited = look.color == first.color ? nil : first.color
        guard let halo = first.halo else {
            append(first, SVGTextElement(color: inherited, resetsOpacity: look.color, groupUnit: look.unit))
            return 1
        }
        let runs = textMode == .live ? [first] : SVGBody.sharingHalo(nodes)
        // The halo of all the texts lies under all of them: glyph by glyph, one's halo would cover another.
        let id = ids.next()
        markup.append("<use href=\"#\(id)\"")
        markup.append(paint: "fill", halo.color)
        if let common = look.color, common.opacity < 1, halo.color.opacity == 1 {
            markup.append(" fill-opacity=\"1\"")
        }
        markup.append(paint: "stroke", halo.color)
        if textMode == .live { markup.append(attribute: "stroke-width", 2 * halo.width) }
        markup.append("/>\n")
        // The texts' own colour is that of a group around them, so that the halo can have another.
        if let inherited {
            markup.append("<g")
            append(fill: inherited, resetting: look.color)
            markup.append(">")
        }
        let haloWidth = look.haloWidth == halo.width ? nil : 2 * halo.width
        if runs.count == 1 {
            append(first, SVGTextElement(id: id, haloWidth: haloWidth, groupUnit: look.unit))
        } else {
            markup.append("<g id=\"\(id)\"")
            var element = SVGTextElement(haloWidth: haloWidth, groupUnit: look.unit)
            let unit = text(ahead: 0).unit
            if !runs.contains(where: { pieces(of: $0).count > 1 }),
                runs.indices.allSatisfy({ text(ahead: $0).unit == unit })
            {
                if let haloWidth { append(strokeWidth: haloWidth, unit: unit) }
                element.haloWidth = nil
                // Two say their scale themselves in fewer bytes.
                if look.unit == nil, runs.count > 2 {
                    append(scale: unit)
                    element.groupUnit = unit
                }
            }
            markup.append(">\n")
            for run in runs { append(run, element) }
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

    private mutating func append(_ run: TextRun, _ element: SVGTextElement) {
        switch textMode {
        case .outlines:
            let count = pieces(of: run).count
            if count == 1 { return append(takeText(), at: run.origin, label: run.text, element) }
            markup.append("<g")
            append(
                lookOf: SVGTextElement(id: element.id, color: element.color, resetsOpacity: element.resetsOpacity),
                unit: 1)
            append(label: run.text)
            markup.append(">\n")
            for _ in 0..<count {
                append(
                    takeText(), at: run.origin, label: nil,
                    SVGTextElement(haloWidth: element.haloWidth, groupUnit: element.groupUnit))
            }
            markup.append("</g>\n")
        case .live:
            markup.append("<g")
            append(lookOf: element, unit: 1)
            append(label: run.text)
            markup.append(">")
            for glyphRun in run.glyphRuns {
                if isOrdinary(glyphRun) {
                    appendLive(glyphRun, at: run.origin)
                } else {
                    append(takeText(), at: run.origin, haloWidth: element.haloWidth)
                }
            }
            for rule in run.placedRules { SVGBody.append(rule, unit: 1, to: &markup) }
            markup.append("</g>\n")
        }
    }

    /// A text of outlines.
    ///
    /// In a group of its units it is placed to a tenth of one; a glyph alone, and glyphs in a path, to whole units, to
    /// which they are rounded otherwise too: from the page's corner instead of from the text's.
    private mutating func append(_ text: SVGText, at place: Point, label: String?, _ element: SVGTextElement) {
        let origin = Point(x: place.x / text.unit, y: place.y / text.unit)
        let isPlaced = element.groupUnit == nil
        let part = text.id == nil && isOneUse(text) ? text.parts[0] : nil
        if let id = text.id ?? part.flatMap({ runs.id(of: $0.symbol, glyphs.glyphs) }) {
            markup.append("<use")
            append(lookOf: element, unit: text.unit, href: id)
            var (x, y) = (Double(part?.x ?? 0), Double(part?.y ?? 0))
            if isPlaced {
                append(placeOf: text, at: place)
            } else if let part, part.symbol < glyphs.glyphs.count {
                (x, y) = ((origin.x + text.first.x).rounded(), (origin.y + text.first.y).rounded())
            } else {
                (x, y) = (SVGBody.tenths(origin.x + x), SVGBody.tenths(origin.y + y))
            }
            if x != 0 { markup.append(attribute: "x", x) }
            if y != 0 { markup.append(attribute: "y", y) }
            if let label { append(label: label) }
            markup.append("/>\n")
            return
        }
        if text.parts.isEmpty, text.rules.isEmpty, text.glyphs.contains(where: hasOutline) {
            markup.append("<path")
            append(lookOf: element, unit: text.unit)
            if isPlaced { append(placeOf: text, at: place) }
            if let label { append(label: label) }
            append(pathOf: text, movedBy: isPlaced ? Point(x: 0, y: 0) : origin, to: &markup)
            markup.append("/>\n")
            return
        }
        markup.append("<g")
        append(lookOf: element, unit: text.unit)
        if isPlaced {
            append(placeOf: text, at: place)
        } else {
            markup.append(" transform=\"translate(")
            markup.append(length: SVGBody.tenths(origin.x))
            markup.append(" ")
            markup.append(length: SVGBody.tenths(origin.y))
            markup.append(")\"")
        }
        if let label { append(label: label) }
        markup.append(">")
        append(insideOf: text, to: &markup)
        markup.append("</g>\n")
    }

    /// Outlines among the characters of a live text.
    private mutating func append(_ text: SVGText, at origin: Point, haloWidth: Double?) {
        markup.append("<g")
        append(placeOf: text, at: origin)
        if let haloWidth { append(strokeWidth: haloWidth, unit: text.unit) }
        markup.append(">")
        append(insideOf: text, to: &markup)
        markup.append("</g>")
    }

    private static func tenths(_ value: Double) -> Double { (10 * value).rounded() / 10 }

    /// What an element says of itself before it says what it is. A live text's halo is said by what draws it.
    private mutating func append(lookOf element: SVGTextElement, unit: Double, href: String? = nil) {
        if let id = element.id { markup.append(" id=\"\(id)\"") }
        if let href { markup.append(" href=\"#\(href)\"") }
        if let color = element.color { append(fill: color, resetting: element.resetsOpacity) }
        if let width = element.haloWidth, textMode == .outlines { append(strokeWidth: width, unit: unit) }
    }

    private mutating func append(label: String) {
        markup.append(" aria-label=\"")
        markup.append(escaped: label, inAttribute: true)
        markup.append("\"")
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

    mutating func append(scale unit: Double) {
        markup.append(" transform=\"scale(")
        markup.append(fraction: unit)
        markup.append(")\"")
    }

    /// Strokes are scaled with the glyphs.
    mutating func append(strokeWidth: Double, unit: Double) {
        markup.append(attribute: "stroke-width", (strokeWidth / unit).rounded())
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
