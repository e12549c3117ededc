import Scenes

// Accents, and rules and braces along a formula. Source: The TeXbook, Appendix G, rules 9, 10 and 12.
extension MathLayout {
    /// Rule 12. The accent is a combining character, whose ink stands over a letter of the height of an x.
    func accent(_ accent: MathNode.Accent, on baseNode: MathNode) -> ShapedText {
        let face = fonts.math
        let node = baseNode.withoutDot
        let base = with(style.cramped).layOut(node)
        guard var glyph = face.glyph(for: accent.scalar) else { return base }
        if accent.isWide {
            let fitting = face.variants(of: glyph, along: .horizontal).last { $0.length * em <= base.width }
            glyph = fitting?.glyph ?? glyph
        }
        let mark = box(of: glyph, standingFor: accent.scalar)
        var middle = base.width / 2
        if !accent.isWide, let scalar = node.character, let letter = face.glyph(for: scalar) {
            let attachment = face.topAccentAttachment(of: letter) * em
            if case .accent = node {} else { middle = attachment }
        }
        var line = base
        line.place(
            mark, x: middle - face.topAccentAttachment(of: glyph) * em,
            y: min(0, constants.accentBaseHeight * em - base.ascent))
        return line
    }

    /// Rules 9 and 10, and braces, which are as wide as what they embrace.
    func stretch(_ stretch: MathNode.Stretch, along baseNode: MathNode) -> ShapedText {
        let c = constants
        var line = with(stretch == .underline ? style : style.cramped).layOut([baseNode])
        switch stretch {
        case .overline:
            let thickness = c.overbarRuleThickness * em
            let top = line.ascent + c.overbarVerticalGap * em + thickness
            line.rules.append(Rect(x: 0, y: -top, width: line.width, height: thickness))
            line.ascent = top + c.overbarExtraAscender * em
        case .underline:
            let thickness = c.underbarRuleThickness * em
            let top = line.descent + c.underbarVerticalGap * em
            line.rules.append(Rect(x: 0, y: top, width: line.width, height: thickness))
            line.descent = top + thickness + c.underbarExtraDescender * em
        case .overbrace, .underbrace:
            let scalar: Unicode.Scalar = stretch.isOver ? "⏞" : "⏟"
            guard let glyph = fonts.math.glyph(for: scalar) else { return line }
            let brace = stretched(glyph, scalar, to: line.width, along: .horizontal)
            let x = (line.width - brace.width) / 2
            if stretch.isOver {
                line.place(brace, x: x, y: -(line.ascent + c.stretchStackGapBelowMin * em + brace.descent))
            } else {
                line.place(brace, x: x, y: line.descent + c.stretchStackGapAboveMin * em + brace.ascent)
            }
        }
        return line
    }
}

extension MathNode {
    /// An i or j without its dot, under an accent.
    fileprivate var withoutDot: MathNode {
        switch self {
        case .symbol("\u{1D456}", let atomClass): .symbol("\u{1D6A4}", atomClass)
        case .symbol("\u{1D457}", let atomClass): .symbol("\u{1D6A5}", atomClass)
        case .symbol("i", let atomClass): .symbol("\u{131}", atomClass)
        case .symbol("j", let atomClass): .symbol("\u{237}", atomClass)
        case .row(let nodes) where nodes.count == 1: nodes[0].withoutDot
        default: self
        }
    }
}
