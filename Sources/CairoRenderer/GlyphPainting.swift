internal import CCairo
import Scenes
import Typography

/// How a canvas draws text.
protocol GlyphPainting {
    /// Paints the run's glyphs with the context's source.
    func paint(_ run: TextRun, on context: OpaquePointer)

    /// Adds the glyphs' outlines to the context's path.
    func addOutlines(of run: TextRun, to context: OpaquePointer)
}

/// Fills the glyphs' outlines: Cairo 1.16 places glyph images on whole pixels, outlines stand exactly where the layout
/// put them, and are the same that an SVG has.
final class OutlinePainter: GlyphPainting {
    private let fonts: FontBook
    private var outlines: [Key: Path] = [:]

    private struct Key: Hashable {
        var font: String
        var glyph: UInt32
    }

    init(fonts: FontBook) { self.fonts = fonts }

    func paint(_ run: TextRun, on context: OpaquePointer) {
        cairo_new_path(context)
        addOutlines(of: run, to: context)
        cairo_fill(context)
    }

    func addOutlines(of run: TextRun, to context: OpaquePointer) {
        for glyphRun in run.glyphRuns {
            let size = glyphRun.size
            for glyph in glyphRun.glyphs {
                let (x, y) = (run.origin.x + glyph.x, run.origin.y + glyph.y)
                for element in outline(of: glyph.id, in: glyphRun.font).elements {
                    switch element {
                    case .move(let p): cairo_move_to(context, x + p.x * size, y + p.y * size)
                    case .line(let p): cairo_line_to(context, x + p.x * size, y + p.y * size)
                    case .cubic(let a, let b, let p):
                        cairo_curve_to(
                            context, x + a.x * size, y + a.y * size, x + b.x * size, y + b.y * size, x + p.x * size,
                            y + p.y * size)
                    case .close: cairo_close_path(context)
                    }
                }
            }
        }
    }

    private func outline(of glyph: UInt32, in font: String) -> Path {
        let key = Key(font: font, glyph: glyph)
        if let known = outlines[key] { return known }
        let outline = fonts.typeface(named: font)?.outline(of: glyph) ?? Path()
        outlines[key] = outline
        return outline
    }
}
