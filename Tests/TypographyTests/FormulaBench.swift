import Scenes
import Testing

@testable import Typography

/// Sets formulas at 20 points and finds their ink.
struct FormulaBench {
    let fonts: FontBook

    init() throws { fonts = try FontBook() }

    func shape(_ mathematics: String) throws -> ShapedText {
        fonts.shape(try RichText("$\(mathematics)$"), style: TextStyle(size: 20))
    }

    func display(_ mathematics: String) throws -> ShapedText { try shape("\\displaystyle " + mathematics) }

    /// The em of formulas on the line.
    var em: Double { MathLayout(fonts: fonts, style: TextStyle(size: 20)).em }

    var constants: MathConstants { fonts.mathConstants }

    /// The height of fraction bars over the baseline.
    var axis: Double { constants.axisHeight * em }

    /// The boxes of the glyphs that stand for a character, y down from the baseline.
    func inks(of text: String, in shaped: ShapedText) -> [Rect] {
        shaped.glyphRuns.filter { $0.text == text }.map { run in
            let boxes = run.glyphs.map { ink(of: $0, in: run) }
            return boxes.dropFirst().reduce(boxes[0]) { a, b in
                Rect(
                    left: min(a.left, b.left), top: min(a.top, b.top), right: max(a.right, b.right),
                    bottom: max(a.bottom, b.bottom))
            }
        }
    }

    func ink(of glyph: PositionedGlyph, in run: GlyphRun) -> Rect {
        guard let face = fonts.typeface(named: run.font) else { return Rect(x: 0, y: 0, width: 0, height: 0) }
        let ink = face.ink(of: glyph.id)
        return Rect(
            left: glyph.x + ink.left * run.size, top: glyph.y - ink.top * run.size,
            right: glyph.x + ink.right * run.size, bottom: glyph.y - ink.bottom * run.size)
    }

    /// What holds of every formula: finite measures, glyphs that the fonts have, and ink within the box's height.
    func check(_ shaped: ShapedText, _ source: String, at location: SourceLocation = #_sourceLocation) {
        let measures = [shaped.width, shaped.ascent, shaped.descent]
        #expect(measures.allSatisfy { $0.isFinite }, "\(source)", sourceLocation: location)
        #expect(shaped.ascent >= 0 && shaped.descent >= 0, "\(source)", sourceLocation: location)
        var isWithin = true
        var hasGlyphs = true
        func check(_ box: Rect) {
            isWithin = isWithin && box.top >= -shaped.ascent - 1e-6 && box.bottom <= shaped.descent + 1e-6
        }
        for run in shaped.glyphRuns {
            for glyph in run.glyphs {
                hasGlyphs = hasGlyphs && glyph.id != 0 && glyph.x.isFinite && glyph.y.isFinite
                check(ink(of: glyph, in: run))
            }
        }
        for rule in shaped.rules {
            check(rule)
            #expect(rule.width >= 0 && rule.height > 0, "\(source)", sourceLocation: location)
        }
        #expect(isWithin, "ink outside the box: \(source)", sourceLocation: location)
        #expect(hasGlyphs, "a glyph is missing: \(source)", sourceLocation: location)
    }
}
