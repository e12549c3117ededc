import Scenes

// Roots. Source: The TeXbook, Appendix G, rule 11; the degree as OpenType's constants place it.
extension MathLayout {
    func radical(_ radicandNode: MathNode, degree degreeNode: MathNode?) -> ShapedText {
        let c = constants
        let radicand = with(style.cramped).layOut([radicandNode])
        guard let glyph = fonts.math.glyph(for: "√") else { return radicand }
        let thickness = c.radicalRuleThickness * em
        var gap = (style.isDisplay ? c.radicalDisplayStyleVerticalGap : c.radicalVerticalGap) * em
        let sign = stretched(glyph, "√", to: radicand.height + gap + thickness, along: .vertical)
        // What the sign is too tall by goes half above and half below.
        gap = max(gap, (gap + sign.height - thickness - radicand.height) / 2)
        let top = radicand.ascent + gap + thickness
        var line = ShapedText.empty
        var x = 0.0
        if let degreeNode {
            let degree = with(MathStyle(size: .scriptScript, isCramped: style.isCramped)).layOut(degreeNode)
            let before = c.radicalKernBeforeDegree * em
            let bottom = sign.height - top
            let raise = c.radicalDegreeBottomRaisePercent * sign.height - bottom + degree.descent
            // A long degree pushes the sign away, a short one stands within its arm.
            x = max(0, before + degree.width + c.radicalKernAfterDegree * em)
            line.place(degree, x: x - c.radicalKernAfterDegree * em - degree.width, y: -raise)
        }
        line.place(sign, x: x, y: sign.ascent - top)
        let start = x + sign.width
        line.place(radicand, x: start, y: 0)
        // The sign's own end reaches under the bar, so that no gap shows between them.
        line.rules.append(
            Rect(x: start - 0.02 * em, y: -top, width: radicand.width + 0.02 * em, height: thickness))
        line.ascent = max(line.ascent, top + c.radicalExtraAscender * em)
        line.width = start + radicand.width
        return line
    }
}
