import Scenes

// Delimiters that grow with what they enclose. Source: The TeXbook, Appendix G, rule 19, and Appendix B for \big; the
// MATH table's size variants and glyph assemblies.
extension MathLayout {
    func fence(_ fence: MathNode.Fence) -> ShapedText {
        let parts = fence.parts.enumerated().map { index, nodes in
            layOut(
                nodes, after: index == 0 ? .opening : nil, before: index == fence.parts.count - 1 ? .closing : nil)
        }
        return enclosed(parts, by: [fence.left] + fence.middles + [fence.right])
    }

    /// Boxes with delimiters before, between and behind them, which are as tall as the tallest box on both sides of the
    /// axis; nil is an empty one.
    func enclosed(_ parts: [ShapedText], by delimiters: [Unicode.Scalar?]) -> ShapedText {
        let reach = parts.reduce(0) { max($0, $1.ascent - axis, $1.descent + axis) }
        var line = ShapedText.empty
        for (index, delimiter) in delimiters.enumerated() {
            if index > 0 { line.append(parts[index - 1]) }
            if let delimiter {
                line.append(self.delimiter(delimiter, reach: reach))
            } else {
                line.width += nullDelimiterSpace
            }
        }
        return line
    }

    /// `\big` to `\Bigg`: delimiters for something from 0.85 to 1.75 em high over the baseline.
    func sized(_ scalar: Unicode.Scalar, step: Int) -> ShapedText {
        delimiter(scalar, reach: (0.55 + 0.3 * Double(step)) * em - axis)
    }

    /// A delimiter centred on the axis that reaches nearly as far to both sides: TeX lets at most a tenth, and half an
    /// em, of what it encloses look out (\delimiterfactor 901, \delimitershortfall 5 pt).
    private func delimiter(_ scalar: Unicode.Scalar, reach: Double) -> ShapedText {
        guard let glyph = fonts.math.glyph(for: scalar) else { return symbol(scalar) }
        let height = max(2 * reach * 0.901, 2 * reach - 0.5 * em)
        return centredOnAxis(stretched(glyph, scalar, to: height, along: .vertical))
    }

    /// A glyph at least so long, in points, by the font's larger forms or put together of parts. Its lower edge is on
    /// the baseline.
    func stretched(
        _ glyph: UInt32, _ scalar: Unicode.Scalar, to length: Double, along axis: Typeface.StretchAxis
    ) -> ShapedText {
        let face = fonts.math
        let parts = face.stretched(glyph, to: length / em, along: axis)
        let inks = parts.map { face.ink(of: $0.glyph) }
        let lowest = inks.map(\.bottom).min() ?? 0
        var box = ShapedText(
            text: "", width: 0, ascent: 0, descent: 0,
            glyphRuns: [GlyphRun(font: face.name, size: em, text: String(scalar), glyphs: [])])
        for (part, ink) in zip(parts, inks) {
            let (x, up) = axis == .vertical ? (0, part.offset - ink.bottom) : (part.offset, -lowest)
            box.glyphRuns[0].glyphs.append(PositionedGlyph(id: part.glyph, x: x * em, y: -up * em, cluster: 0))
            box.ascent = max(box.ascent, (ink.top + up) * em)
            box.width = max(box.width, (x + face.advance(of: part.glyph)) * em)
        }
        return box
    }
}
