internal import CCairo
import Scenes
import Typography

/// How a canvas draws text.
protocol GlyphPainting {
    /// Paints the run's glyphs with the context's source.
    func paint(_ run: TextRun, on context: OpaquePointer)

    /// Paints all that is nearer than `width` points to the edges of the run's glyphs and rules.
    func paintMargin(of run: TextRun, width: Double, on context: OpaquePointer)
}

extension TextRun {
    /// Adds the run's rules to the context's path.
    func addRules(to context: OpaquePointer) {
        for rule in placedRules { cairo_rectangle(context, rule.x, rule.y, rule.width, rule.height) }
    }
}

/// Draws the glyphs' outlines, which stand exactly where the layout put them, and are the same that an SVG has.
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

    func paintMargin(of run: TextRun, width: Double, on context: OpaquePointer) {
        cairo_new_path(context)
        addOutlines(of: run, to: context)
        run.addRules(to: context)
        OutlinePainter.strokeMargin(width: width, on: context)
    }

    /// Strokes the context's path with a round pen that reaches `width` units from it.
    static func strokeMargin(width: Double, on context: OpaquePointer) {
        cairo_set_line_width(context, 2 * width)
        cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND)
        cairo_set_dash(context, nil, 0, 0)
        cairo_stroke(context)
    }

    private func addOutlines(of run: TextRun, to context: OpaquePointer) {
        for glyphRun in run.glyphRuns {
            for glyph in glyphRun.glyphs {
                outline(of: glyph.id, in: glyphRun.font).add(
                    to: context, scaledBy: glyphRun.size, x: run.origin.x + glyph.x, y: run.origin.y + glyph.y)
            }
        }
    }

    /// The glyph's outline in ems, y down.
    func outline(of glyph: UInt32, in font: String) -> Path {
        let key = Key(font: font, glyph: glyph)
        if let known = outlines[key] { return known }
        let outline = fonts.typeface(named: font)?.outline(of: glyph) ?? Path()
        outlines[key] = outline
        return outline
    }
}

extension Path {
    /// Adds the path, scaled and then moved, to the context's.
    func add(to context: OpaquePointer, scaledBy size: Double, x: Double, y: Double) {
        for element in elements {
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
