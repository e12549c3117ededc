import Scenes

/// Places the glyphs and rules of a formula by TeX's rules with the font's own measures.
///
/// Sources: D. E. Knuth, The TeXbook, chapter 18 and Appendix G, whose rules are cited by number; the OpenType
/// specification, "MATH - The mathematical typesetting table", for what stands in place of TeX's font parameters;
/// MathML Core (W3C), "Layout algorithms", where the two leave room.
///
/// Ascents and descents are those of the ink, and not less than zero. What a formula says is not kept in its boxes.
struct MathLayout {
    let fonts: FontBook
    /// Of the line that the formula stands in.
    let text: TextStyle
    var style = MathStyle.text
    /// The mathematics face's letters are small for their em beside the text face's: an x-height of 0.45 em to 0.55.
    /// Matching the x-heights fully makes capitals tower, so the sizes meet half-way.
    private let optical: Double

    init(fonts: FontBook, style: TextStyle) {
        self.fonts = fonts
        text = style
        optical = (1 + fonts.text.xHeight / fonts.math.xHeight) / 2
    }

    var constants: MathConstants { fonts.mathConstants }

    /// The em of the current style in points.
    var em: Double {
        let scale =
            switch style.size {
            case .display, .text: 1.0
            case .script: constants.scriptPercentScaleDown
            case .scriptScript: constants.scriptScriptPercentScaleDown
            }
        return text.size * optical * scale
    }

    /// The height of fraction bars, of a minus' stroke and of delimiters' middles, in points.
    var axis: Double { constants.axisHeight * em }

    /// Beside fractions and in the place of delimiters that are not drawn: TeX's \nulldelimiterspace, 1.2 pt of 10.
    var nullDelimiterSpace: Double { 0.12 * em }

    func with(_ style: MathStyle) -> MathLayout {
        var layout = self
        layout.style = style
        return layout
    }

    /// A row of atoms.
    ///
    /// - Parameters:
    ///   - before: the class of what stands before the row; nil at a line's start.
    ///   - after: the class of what stands behind it.
    func layOut(
        _ nodes: [MathNode], after before: MathNode.AtomClass? = nil, before after: MathNode.AtomClass? = nil
    ) -> ShapedText {
        var layout = self
        var line = ShapedText.empty
        let classes = MathLayout.classes(of: nodes, after: before, before: after)
        var previous = before
        for (index, node) in nodes.enumerated() {
            if case .style(let size) = node {
                layout.style.size = size
                continue
            }
            let atomClass = classes[index]
            if let previous, let atomClass {
                line.width +=
                    MathLayout.space(between: previous, and: atomClass, inScript: layout.style.isScript) * layout.em
            }
            line.append(layout.layOut(node))
            if layout.leansOver(node, before: index + 1 < nodes.count ? nodes[index + 1] : nil) {
                line.width += layout.italicsCorrection(of: node) * layout.em
            }
            if let atomClass { previous = atomClass }
        }
        if let previous, let after {
            line.width += MathLayout.space(between: previous, and: after, inScript: layout.style.isScript) * layout.em
        }
        return line
    }

    func layOut(_ node: MathNode) -> ShapedText {
        switch node {
        case .symbol(let scalar, let atomClass):
            return atomClass == .largeOperator ? largeOperator(scalar) : symbol(scalar)
        case .name(let name): return function(MathSymbols.spelling(of: name))
        case .text(let words):
            return fonts.shape(plain: words, style: TextStyle(size: em / optical, language: text.language))
        case .row(let nodes): return layOut(nodes)
        case .scripts(let base, let sub, let sup): return scripts(on: base, subscript: sub, superscript: sup)
        case .primed(let base, let count): return primed(base, count: count)
        case .limits(let base, _): return layOut(base)
        case .space(let ems):
            var space = ShapedText.empty
            space.width = ems * em
            return space
        case .style: return .empty
        case .fraction(let fraction): return self.fraction(fraction)
        case .radical(let radicand, let degree): return radical(radicand, degree: degree)
        case .accent(let accent, let base): return self.accent(accent, on: base)
        case .stretched(let stretch, let base): return self.stretch(stretch, along: base)
        case .fence(let fence): return self.fence(fence)
        case .sized(let scalar, _, let step): return sized(scalar, step: step)
        case .table(let table): return self.table(table)
        }
    }

    // MARK: Symbols

    func symbol(_ scalar: Unicode.Scalar) -> ShapedText {
        guard let glyph = fonts.math.glyph(for: scalar) else {
            return fonts.shape(
                plain: String(scalar.plainForm), style: TextStyle(size: em / optical, language: text.language))
        }
        return box(of: glyph, standingFor: scalar)
    }

    /// A glyph of the mathematics face on the baseline.
    func box(of glyph: UInt32, standingFor scalar: Unicode.Scalar) -> ShapedText {
        let face = fonts.math
        let ink = face.ink(of: glyph)
        return ShapedText(
            text: "", width: face.advance(of: glyph) * em, ascent: max(0, ink.top * em),
            descent: max(0, -ink.bottom * em),
            glyphRuns: [
                GlyphRun(
                    font: face.name, size: em, text: String(scalar),
                    glyphs: [PositionedGlyph(id: glyph, x: 0, y: 0, cluster: 0)])
            ])
    }

    /// Upright letters; a blank is a thin space.
    private func function(_ name: String) -> ShapedText {
        var line = ShapedText.empty
        for scalar in name.unicodeScalars {
            if scalar == " " { line.width += em * 3 / 18 } else { line.append(symbol(scalar)) }
        }
        return line
    }

    /// Rule 13: larger in a display, and centred on the axis.
    private func largeOperator(_ scalar: Unicode.Scalar) -> ShapedText {
        guard style.isDisplay, let glyph = fonts.math.glyph(for: scalar) else { return symbol(scalar) }
        let variants = fonts.math.variants(of: glyph, along: .vertical)
        let large = variants.first { $0.length >= constants.displayOperatorMinHeight } ?? variants.last
        return centredOnAxis(box(of: large?.glyph ?? glyph, standingFor: scalar))
    }

    /// Moved so that as much stands over the axis as under it.
    func centredOnAxis(_ box: ShapedText) -> ShapedText {
        let down = (box.ascent - box.descent) / 2 - axis
        var centred = ShapedText(text: "", width: box.width, ascent: 0, descent: 0, glyphRuns: [])
        centred.place(box, x: 0, y: down)
        return centred
    }

    // MARK: Italics

    /// Whether upright matter follows, or nothing, into which the symbol would lean: the font's advances do not hold
    /// what leans over (the OpenType specification, on ItalicsCorrection; rule 17).
    private func leansOver(_ node: MathNode, before next: MathNode?) -> Bool {
        guard case .symbol(let scalar, _) = node, scalar.isSlanted else { return false }
        switch next {
        case .symbol(let scalar, _)?: return !scalar.isSlanted
        case .scripts(let base, _, _)?, .primed(let base, _)?: return leansOver(node, before: base)
        case .space?: return false
        default: return true
        }
    }

    /// Of a single symbol in the form in which it is drawn, in ems; else 0.
    func italicsCorrection(of node: MathNode) -> Double {
        guard let scalar = node.character,
            let run = layOut(.symbol(scalar, node.atomClass ?? .ordinary)).glyphRuns.last,
            run.font == fonts.math.name, let glyph = run.glyphs.last
        else { return 0 }
        return fonts.math.italicsCorrection(of: glyph.id)
    }
}
