import Scenes

// Fractions and binomial coefficients. Source: The TeXbook, Appendix G, rule 15.
extension MathLayout {
    func fraction(_ fraction: MathNode.Fraction) -> ShapedText {
        var outer = self
        if let size = fraction.style { outer.style.size = size }
        if fraction.isBinomial { return outer.binomial(fraction) }
        let c = constants
        let isDisplay = outer.style.isDisplay
        let (em, axis) = (outer.em, outer.axis)
        let top = outer.with(outer.style.numerator).layOut(fraction.numerator)
        let bottom = outer.with(outer.style.denominator).layOut(fraction.denominator)
        let thickness = c.fractionRuleThickness * em
        // Baselines where the font says, but the ink clear of the bar.
        let up = max(
            (isDisplay ? c.fractionNumeratorDisplayStyleShiftUp : c.fractionNumeratorShiftUp) * em,
            axis + thickness / 2 + top.descent
                + (isDisplay ? c.fractionNumDisplayStyleGapMin : c.fractionNumeratorGapMin) * em)
        let down = max(
            (isDisplay ? c.fractionDenominatorDisplayStyleShiftDown : c.fractionDenominatorShiftDown) * em,
            bottom.ascent - axis + thickness / 2
                + (isDisplay ? c.fractionDenomDisplayStyleGapMin : c.fractionDenominatorGapMin) * em)
        var line = outer.stack(top, up: up, bottom, down: down, margin: nullDelimiterSpace)
        let bar = Rect(
            x: nullDelimiterSpace, y: -axis - thickness / 2, width: line.width - 2 * nullDelimiterSpace,
            height: thickness)
        line.rules.append(bar)
        return line
    }

    private func stack(
        _ top: ShapedText, up: Double, _ bottom: ShapedText, down: Double, margin: Double
    ) -> ShapedText {
        let width = max(top.width, bottom.width)
        var line = ShapedText.empty
        line.place(top, x: margin + (width - top.width) / 2, y: -up)
        line.place(bottom, x: margin + (width - bottom.width) / 2, y: down)
        line.width = width + 2 * margin
        return line
    }

    /// Rule 15c: no bar, one gap, in parentheses.
    private func binomial(_ fraction: MathNode.Fraction) -> ShapedText {
        let c = constants
        let top = with(style.numerator).layOut(fraction.numerator)
        let bottom = with(style.denominator).layOut(fraction.denominator)
        var up = (style.isDisplay ? c.stackTopDisplayStyleShiftUp : c.stackTopShiftUp) * em
        var down = (style.isDisplay ? c.stackBottomDisplayStyleShiftDown : c.stackBottomShiftDown) * em
        let gap = (style.isDisplay ? c.stackDisplayStyleGapMin : c.stackGapMin) * em
        let lacking = max(0, gap - (up - top.descent) - (down - bottom.ascent))
        up += lacking / 2
        down += lacking / 2
        return enclosed([stack(top, up: up, bottom, down: down, margin: 0)], by: ["(", ")"])
    }
}
