import Scenes
import Typography

/// Text metrics that no font decides: each character 0.6 em wide, 0.7 em high, 0.2 em deep.
struct FixedShaper: TextShaping {
    static let (advance, ascent, descent) = (0.6, 0.7, 0.2)

    func shape(_ text: RichText, style: TextStyle) -> ShapedText {
        let plain = text.plainText
        let glyphs = plain.enumerated().map { index, _ in
            PositionedGlyph(id: 1, x: Double(index) * FixedShaper.advance * style.size, y: 0, cluster: index)
        }
        return ShapedText(
            text: plain, width: Double(plain.count) * FixedShaper.advance * style.size,
            ascent: FixedShaper.ascent * style.size, descent: FixedShaper.descent * style.size,
            glyphRuns: [
                GlyphRun(font: style.weight.rawValue, size: style.size, text: plain, glyphs: glyphs)
            ])
    }
}

extension TextRun {
    /// The box that ``FixedShaper`` gives the text.
    var box: Rect {
        let size = glyphRuns.first?.size ?? 0
        return Rect(
            left: origin.x, top: origin.y - FixedShaper.ascent * size, right: origin.x + width,
            bottom: origin.y + FixedShaper.descent * size)
    }
}

extension Scene {
    func layer(_ id: String) -> Group? { layers.first { $0.id == id } }

    /// The texts of a layer, none when there is no such layer.
    func words(_ id: String) -> [String] { layer(id)?.texts.map(\.text) ?? [] }
}
