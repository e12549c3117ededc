internal import CCairo
import Scenes
import Typography

/// Paints text of pixels: each glyph is rasterised once for every place in a pixel that it stands at, in quarters, and
/// copied after that. Cairo 1.16's own glyph images would stand on whole pixels.
///
/// A glyph is nowhere off by more than an eighth of a pixel in x or y. Where glyphs overlap, a pixel is covered as much
/// as by the one that covers more of it.
final class MaskPainter: GlyphPainting {
    private let outlines: OutlinePainter
    private let masks: GlyphMasks
    private let pixelsPerPoint: Double
    /// Of the image, in pixels.
    private let width: Int
    private let height: Int

    /// Steps a pixel; a power of two.
    private static let steps = 1 << stepBits
    private static let stepBits = 2
    /// Glyphs larger than this many pixels an em are few, and drawn as outlines.
    private static let sizeLimit = 256.0
    /// No glyph this many pixels outside of the image reaches into it.
    private static let reach = 4096.0

    /// - Parameters:
    ///   - width: of the image, in pixels.
    ///   - height: of the image, in pixels.
    init(fonts: FontBook, pixelsPerPoint: Double, width: Int, height: Int) {
        outlines = OutlinePainter(fonts: fonts)
        masks = fonts.masks
        self.pixelsPerPoint = pixelsPerPoint
        self.width = width
        self.height = height
    }

    func paint(_ run: TextRun, on context: OpaquePointer) {
        if isSmall(run, margin: 0) {
            paint(placed(run, margin: 0), on: context)
        } else {
            outlines.paint(run, on: context)
        }
    }

    func paintMargin(of run: TextRun, width: Double, on context: OpaquePointer) {
        guard isSmall(run, margin: width) else {
            outlines.paintMargin(of: run, width: width, on: context)
            return
        }
        paint(placed(run, margin: width), on: context)
        if run.rules.isEmpty { return }
        cairo_new_path(context)
        run.addRules(to: context)
        OutlinePainter.strokeMargin(width: width, on: context)
    }

    /// - Parameter margin: in points.
    private func isSmall(_ run: TextRun, margin: Double) -> Bool {
        run.glyphRuns.allSatisfy { ($0.size + 2 * margin) * pixelsPerPoint <= MaskPainter.sizeLimit }
    }

    /// A mask, and the pixel it is beside.
    private struct PlacedMask {
        var mask: GlyphMask
        var x: Int
        var y: Int

        var left: Int { x + mask.left }
        var top: Int { y + mask.top }
        var right: Int { left + mask.width }
        var bottom: Int { top + mask.height }
    }

    /// - Parameter margin: in points.
    private func placed(_ run: TextRun, margin: Double) -> [PlacedMask] {
        let steps = MaskPainter.steps
        var placed: [PlacedMask] = []
        for glyphRun in run.glyphRuns {
            var keys: [GlyphMasks.Key] = []
            var pixels: [(x: Int, y: Int)] = []
            for glyph in glyphRun.glyphs {
                let x = (run.origin.x + glyph.x) * pixelsPerPoint
                let y = (run.origin.y + glyph.y) * pixelsPerPoint
                // Written so that what is no number is left out, too.
                guard abs(x) < Double(width) + MaskPainter.reach, abs(y) < Double(height) + MaskPainter.reach
                else { continue }
                let (column, row) = (Int((x * Double(steps)).rounded()), Int((y * Double(steps)).rounded()))
                keys.append(.init(glyph: glyph.id, phase: UInt32((row & (steps - 1)) * steps + (column & (steps - 1)))))
                // Rounds down, as masks of pixels left of the image must, too.
                pixels.append((column >> MaskPainter.stepBits, row >> MaskPainter.stepBits))
            }
            let look = GlyphMasks.Look(
                font: glyphRun.font, pixelsPerEm: glyphRun.size * pixelsPerPoint, margin: margin * pixelsPerPoint)
            let made = masks.masks(of: keys, look: look) { mask(of: $0, look: look) }
            for (mask, pixel) in zip(made, pixels) where mask.width > 0 {
                placed.append(PlacedMask(mask: mask, x: pixel.x, y: pixel.y))
            }
        }
        return placed
    }

    private func mask(of key: GlyphMasks.Key, look: GlyphMasks.Look) -> GlyphMask {
        let outline = outlines.outline(of: key.glyph, in: look.font)
        let steps = UInt32(MaskPainter.steps)
        let (x, y) = (Double(key.phase % steps) / Double(steps), Double(key.phase / steps) / Double(steps))
        guard let box = outline.controlBox else { return .blank }
        let left = Int((x + box.left * look.pixelsPerEm - look.margin).rounded(.down))
        let top = Int((y + box.top * look.pixelsPerEm - look.margin).rounded(.down))
        let right = Int((x + box.right * look.pixelsPerEm + look.margin).rounded(.up))
        let bottom = Int((y + box.bottom * look.pixelsPerEm + look.margin).rounded(.up))
        let (width, height) = (right - left, bottom - top)
        let coverage = CoverageImage.bytes(width: width, height: height) { context in
            outline.add(
                to: context, scaledBy: look.pixelsPerEm, x: x - Double(left), y: y - Double(top))
            if look.margin == 0 {
                cairo_fill(context)
            } else {
                cairo_fill_preserve(context)
                // The edge of a margin need not be as fine as that of a letter, and so costs a third.
                cairo_set_antialias(context, CAIRO_ANTIALIAS_FAST)
                cairo_set_tolerance(context, 3 * cairo_get_tolerance(context))
                OutlinePainter.strokeMargin(width: look.margin, on: context)
            }
        }
        return GlyphMask(left: left, top: top, width: width, height: height, coverage: coverage)
    }

    /// Paints with the context's source through all the masks at once.
    private func paint(_ placed: [PlacedMask], on context: OpaquePointer) {
        let left = max(0, placed.map(\.left).min() ?? 0)
        let top = max(0, placed.map(\.top).min() ?? 0)
        let right = min(width, placed.map(\.right).max() ?? 0)
        let bottom = min(height, placed.map(\.bottom).max() ?? 0)
        guard left < right, top < bottom else { return }
        var image = CoverageImage(width: right - left, height: bottom - top)
        for one in placed { image.add(one.mask, column: one.left - left, row: one.top - top) }
        image.paint(on: context, column: left, row: top)
    }
}
