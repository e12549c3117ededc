internal import CCairo
import Scenes
import Typography

/// Draws text as text, with its fonts embedded, so that a PDF can be searched and copied from.
final class EmbeddedTextPainter: GlyphPainting {
    private let fonts: FontBook
    private let outlines: OutlinePainter
    /// Of all PDFs.
    private let shared: GlyphMemo<String, EmbeddedFontFace?>
    /// Of this one: several threads may each have made a face at first, and a PDF with two of one font embeds it twice.
    private var faces: [String: EmbeddedFontFace?] = [:]

    init(fonts: FontBook) {
        self.fonts = fonts
        outlines = OutlinePainter(fonts: fonts)
        shared = fonts.memo(of: EmbeddedFontFace?.self, by: String.self)
    }

    func paintMargin(of run: TextRun, width: Double, on context: OpaquePointer) {
        outlines.paintMargin(of: run, width: width, on: context)
    }

    func paint(_ run: TextRun, on context: OpaquePointer) {
        for glyphRun in run.glyphRuns {
            guard let face = face(named: glyphRun.font) else {
                // A face that FreeType cannot open still has outlines.
                var alone = run
                alone.glyphRuns = [glyphRun]
                outlines.paint(alone, on: context)
                continue
            }
            cairo_set_font_face(context, face.face)
            cairo_set_font_size(context, glyphRun.size)
            let glyphs = glyphRun.glyphs.map {
                cairo_glyph_t(index: UInt($0.id), x: run.origin.x + $0.x, y: run.origin.y + $0.y)
            }
            let clusters = EmbeddedTextPainter.clusters(of: glyphRun)
            cairo_show_text_glyphs(
                context, glyphRun.text, Int32(glyphRun.text.utf8.count), glyphs, Int32(glyphs.count), clusters,
                Int32(clusters.count), cairo_text_cluster_flags_t(rawValue: 0))
        }
    }

    /// Which bytes of the text each glyph stands for. Glyphs out of reading order have no clusters of this form; their
    /// whole run is then one cluster.
    static func clusters(of run: GlyphRun) -> [cairo_text_cluster_t] {
        let starts = run.glyphs.map(\.cluster)
        guard starts.first == 0, zip(starts, starts.dropFirst()).allSatisfy({ $0 <= $1 }) else {
            return [cairo_text_cluster_t(num_bytes: Int32(run.text.utf8.count), num_glyphs: Int32(run.glyphs.count))]
        }
        var clusters: [cairo_text_cluster_t] = []
        var index = 0
        while index < starts.count {
            var next = index + 1
            while next < starts.count, starts[next] == starts[index] { next += 1 }
            let end = next < starts.count ? starts[next] : run.text.utf8.count
            clusters.append(
                cairo_text_cluster_t(num_bytes: Int32(end - starts[index]), num_glyphs: Int32(next - index)))
            index = next
        }
        return clusters
    }

    private func face(named name: String) -> EmbeddedFontFace? {
        if let known = faces[name] { return known }
        // One that the fonts do not know they may come to know.
        guard let typeface = fonts.typeface(named: name) else { return nil }
        let face = shared.value(for: name) { EmbeddedFontFace(typeface) }
        faces[name] = face
        return face
    }
}
