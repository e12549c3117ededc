import Scenes

/// Places the glyphs of a formula on a line, by TeX's rules with the font's own measures.
struct MathLayout {
    let fonts: FontBook
    let style: TextStyle
    /// Nesting of scripts: 0 on the line, 1 in a script, 2 in a script's script.
    private var level = 0
    /// The mathematics face's letters are small for their em beside the text face's: an x-height of 0.45 em to 0.55.
    /// Matching the x-heights fully makes capitals tower, so the sizes meet half-way.
    private let optical: Double

    init(fonts: FontBook, style: TextStyle) {
        self.fonts = fonts
        self.style = style
        optical = (1 + fonts.text.xHeight / fonts.math.xHeight) / 2
    }

    /// The em of the current level in points.
    private var em: Double {
        let scale =
            switch level {
            case 0: 1.0
            case 1: fonts.mathConstants.scriptScale
            default: fonts.mathConstants.scriptScriptScale
            }
        return style.size * optical * scale
    }

    func layOut(_ nodes: [MathNode]) -> ShapedText {
        var line = ShapedText.empty
        var previous: MathNode.AtomClass?
        for (index, node) in nodes.enumerated() {
            var atomClass = node.atomClass
            // A minus with nothing to subtract from is a sign.
            if atomClass == .binary, index + 1 == nodes.count || !(previous?.takesBinary ?? false) {
                atomClass = .ordinary
            }
            if let previous, let next = atomClass {
                line.width += MathLayout.space(between: previous, and: next, inScript: level > 0) * em
            }
            line = line.followed(by: layOut(node, as: atomClass))
            if let atomClass { previous = atomClass }
        }
        return line
    }

    private func layOut(_ node: MathNode, as atomClass: MathNode.AtomClass? = nil) -> ShapedText {
        switch node {
        case .symbol(let scalar, _): return symbol(scalar)
        case .name(let name):
            return name.unicodeScalars.map(symbol).reduce(.empty) { $0.followed(by: $1) }
        case .text(let words):
            return fonts.shape(plain: words, style: TextStyle(size: em / optical, language: style.language))
        case .row(let nodes): return layOut(nodes)
        case .scripts(let base, let sub, let sup): return scripts(on: base, subscript: sub, superscript: sup)
        case .primed(let base, let count):
            let line = layOut(base)
            let single = symbol("′")
            return (0..<count).reduce(line) { line, _ in line.followed(by: single) }
        case .space(let ems):
            var space = ShapedText.empty
            space.text = " "
            space.width = ems * em
            return space
        }
    }

    private func symbol(_ scalar: Unicode.Scalar) -> ShapedText {
        let face = fonts.math
        guard let glyph = face.glyph(for: scalar) else {
            return fonts.shape(
                plain: String(scalar.plainForm), style: TextStyle(size: em / optical, language: style.language))
        }
        let ink = face.ink(of: glyph)
        let text = String(scalar)
        return ShapedText(
            text: String(scalar.plainForm), width: face.advance(of: glyph) * em, ascent: max(0, ink.top * em),
            descent: max(0, -ink.bottom * em),
            glyphRuns: [
                GlyphRun(
                    font: face.name, size: em, text: text,
                    glyphs: [PositionedGlyph(id: glyph, x: 0, y: 0, cluster: 0)])
            ])
    }

    private func scripts(
        on baseNode: MathNode, subscript subNode: MathNode?, superscript supNode: MathNode?
    ) -> ShapedText {
        let base = layOut(baseNode)
        let constants = fonts.mathConstants
        var inner = self
        inner.level = min(level + 1, 2)
        let sub = subNode.map { inner.layOut($0) }
        let sup = supNode.map { inner.layOut($0) }

        var up = max(constants.superscriptShiftUp * em, (sup?.descent ?? 0) + constants.superscriptBottomMin * em)
        up = max(up, base.ascent - constants.superscriptShiftUp * em)
        var down = max(constants.subscriptShiftDown * em, (sub?.ascent ?? 0) - constants.subscriptTopMax * em)
        if let sub, let sup {
            let gap = (up - sup.descent) + (down - sub.ascent)
            down += max(0, constants.subSuperscriptGapMin * em - gap)
        }
        let lean = italicsCorrection(of: base) * em
        var line = base
        let end = base.width
        if let sup {
            line.width = end + lean
            line = line.followed(by: sup.moved(x: 0, y: -up))
        }
        let afterSuperscript = line.width
        if let sub {
            line.width = end
            line = line.followed(by: sub.moved(x: 0, y: down))
        }
        line.width = max(line.width, afterSuperscript) + constants.spaceAfterScript * em
        return line
    }

    /// Of a base that ends in a single glyph of the mathematics font.
    private func italicsCorrection(of base: ShapedText) -> Double {
        guard let run = base.glyphRuns.last, run.font == fonts.math.name, let glyph = run.glyphs.last else { return 0 }
        return fonts.math.italicsCorrection(of: glyph.id)
    }

    /// The space between two atoms in ems (The TeXbook, chapter 18); in scripts only around large operators.
    static func space(
        between left: MathNode.AtomClass, and right: MathNode.AtomClass, inScript: Bool
    ) -> Double {
        let (thin, medium, thick) = (3.0 / 18, 4.0 / 18, 5.0 / 18)
        switch (left, right) {
        case (.largeOperator, .ordinary), (.ordinary, .largeOperator), (.largeOperator, .largeOperator),
            (.closing, .largeOperator):
            return thin
        case (.relation, .relation), (.relation, .closing), (.opening, .relation): return 0
        case (.relation, _), (_, .relation): return inScript ? 0 : thick
        case (.binary, _), (_, .binary): return inScript ? 0 : medium
        case (.punctuation, _): return inScript ? 0 : thin
        default: return 0
        }
    }
}

extension MathNode.AtomClass {
    /// Whether an operator after this atom has something on its left to work on.
    fileprivate var takesBinary: Bool {
        switch self {
        case .ordinary, .closing: true
        case .largeOperator, .binary, .relation, .opening, .punctuation: false
        }
    }
}
