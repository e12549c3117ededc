import Scenes
import Typography

// A text is a group whose units are those of its commonest size's glyphs; glyphs of other sizes stand in groups within.

extension SVGBody {
    /// - Parameter common: the colour that the group around the text has given it already.
    mutating func append(_ run: TextRun, common: Color?) {
        let needsColor = common == nil
        guard let halo = run.halo else {
            markup.append("<g")
            if needsColor { markup.append(paint: "fill", run.color) }
            appendLabelled(run, haloWidth: nil)
            markup.append("</g>\n")
            return
        }
        // The halo of the whole line lies under the whole line: glyph by glyph, one's halo would cover another.
        let id = nextTextID()
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
        func appendLabel() {
            markup.append(" aria-label=\"")
            markup.append(escaped: run.text, inAttribute: true)
            markup.append("\">")
        }
        switch textMode {
        case .outlines:
            let frame = TextFrame(origin: run.origin, size: run.commonestSize)
            append(transform: frame)
            append(strokeWidth: haloWidth, in: frame)
            appendLabel()
            append(run.glyphRuns, in: frame, haloWidth: haloWidth)
            for rule in run.rules { append(rule, in: frame) }
        case .live:
            appendLabel()
            for glyphRun in run.glyphRuns {
                if isOrdinary(glyphRun) {
                    appendLive(glyphRun, at: run.origin)
                } else {
                    let frame = TextFrame(origin: run.origin, size: glyphRun.size)
                    markup.append("<g")
                    append(transform: frame)
                    append(strokeWidth: haloWidth, in: frame)
                    markup.append(">")
                    append([glyphRun], in: frame, haloWidth: haloWidth)
                    markup.append("</g>")
                }
            }
            for rule in run.placedRules { append(rule, in: .page) }
        }
    }

    /// Whether a viewer that is given the characters would draw these glyphs: not where the mathematics face's larger
    /// forms are used, or parts put together.
    func isOrdinary(_ run: GlyphRun) -> Bool {
        guard run.font == fonts.math.name else { return true }
        return run.glyphs.map(\.id) == run.text.unicodeScalars.map { fonts.math.glyph(for: $0) ?? 0 }
    }

    private mutating func append(transform frame: TextFrame) {
        markup.append(" transform=\"translate(")
        markup.append(length: frame.origin.x)
        markup.append(" ")
        markup.append(length: frame.origin.y)
        markup.append(")scale(")
        markup.append(fraction: frame.unit)
        markup.append(")\"")
    }

    /// Strokes are scaled with the glyphs, and so their width is given where the scale is.
    private mutating func append(strokeWidth: Double?, in frame: TextFrame) {
        if let strokeWidth { markup.append(attribute: "stroke-width", (strokeWidth / frame.unit).rounded()) }
    }

    private mutating func append(_ rule: Rect, in frame: TextFrame) {
        markup.append("<rect")
        for (name, length) in [("x", rule.x), ("y", rule.y), ("width", rule.width), ("height", rule.height)] {
            markup.append(attribute: name, length / frame.unit)
        }
        markup.append("/>")
    }

    /// Glyphs of the frame's size in its units, others in a group of their own.
    private mutating func append(_ runs: [GlyphRun], in frame: TextFrame, haloWidth: Double?) {
        var rest = runs[...]
        while let size = rest.first?.size {
            let stretch = rest.prefix { $0.size == size }
            rest = rest.dropFirst(stretch.count)
            if size == frame.size {
                append(stretch, in: frame, at: Point(x: 0, y: 0))
            } else if let first = stretch.first?.glyphs.first {
                let inner = TextFrame(origin: Point(x: first.x / frame.unit, y: first.y / frame.unit), size: size)
                markup.append("<g transform=\"translate(")
                markup.append(length: inner.origin.x.rounded())
                markup.append(" ")
                markup.append(length: inner.origin.y.rounded())
                markup.append(")scale(")
                markup.append(fraction: inner.unit / frame.unit)
                markup.append(")\"")
                append(strokeWidth: haloWidth, in: inner)
                markup.append(">")
                append(stretch, in: inner, at: Point(x: first.x, y: first.y))
                markup.append("</g>")
            }
        }
    }

    /// - Parameter place: the frame's origin, from the text's, in points.
    private mutating func append(_ runs: ArraySlice<GlyphRun>, in frame: TextFrame, at place: Point) {
        var alone = Path()
        for run in runs where run.size > 0 {
            guard let face = fonts.typeface(named: run.font) else { continue }
            for glyph in run.glyphs {
                let key = SVGGlyphs.Key(font: run.font, id: glyph.id)
                let (x, y) = (glyph.x - place.x, glyph.y - place.y)
                if glyphs.standsAlone(key) {
                    let offset = Point(x: x / run.size, y: y / run.size)
                    alone.elements +=
                        face.outline(of: glyph.id).mapped { Point(x: $0.x + offset.x, y: $0.y + offset.y) }.elements
                } else if let id = glyphs.id(of: key, in: face) {
                    markup.append("<use href=\"#")
                    markup.append(id)
                    markup.append("\"")
                    let (left, down) = ((x / frame.unit).rounded(), (y / frame.unit).rounded())
                    if left != 0 { markup.append(attribute: "x", left) }
                    if down != 0 { markup.append(attribute: "y", down) }
                    markup.append("/>")
                }
            }
        }
        if !alone.isEmpty {
            markup.append("<path d=\"")
            markup.append(glyphData: alone)
            markup.append("\"/>")
        }
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

/// Where a text's glyphs stand and how large they are.
private struct TextFrame {
    /// Of the baseline, in the units of what is around.
    var origin: Point
    /// Points.
    var unit: Double
    /// Of the glyphs whose outlines are in the frame's units, in points.
    var size: Double

    init(origin: Point, size: Double) {
        self.origin = origin
        self.size = size
        unit = size / SVGGlyphs.unitsPerEm
    }

    /// In points on the page.
    static let page = TextFrame(origin: Point(x: 0, y: 0), size: SVGGlyphs.unitsPerEm)
}

extension TextRun {
    /// Of the most glyphs, the larger of two.
    fileprivate var commonestSize: Double {
        var counts: [Double: Int] = [:]
        for run in glyphRuns where run.size > 0 { counts[run.size, default: 0] += run.glyphs.count }
        return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
    }
}
