internal import CCairo
import Scenes
import Typography

/// Draws text as text, with its fonts embedded, so that a PDF can be searched and copied from.
final class EmbeddedTextPainter: GlyphPainting {
    private let fonts: FontBook
    private let outlines: OutlinePainter
    private let library: FT_Library?
    private var faces: [String: OpaquePointer] = [:]

    init(fonts: FontBook) {
        self.fonts = fonts
        outlines = OutlinePainter(fonts: fonts)
        var library: FT_Library?
        // Cairo's caches may keep faces until the process ends, so the library is never closed.
        self.library = FT_Init_FreeType(&library) == 0 ? library : nil
    }

    deinit { faces.values.forEach(cairo_font_face_destroy) }

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
            cairo_set_font_face(context, face)
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

    private func face(named name: String) -> OpaquePointer? {
        if let known = faces[name] { return known }
        guard let library, let typeface = fonts.typeface(named: name) else { return nil }
        let bytes = typeface.bytes
        var face: FT_Face?
        guard
            FT_New_Memory_Face(
                library, bytes.baseAddress?.assumingMemoryBound(to: FT_Byte.self), FT_Long(bytes.count),
                FT_Long(typeface.collectionIndex), &face) == 0,
            let made = cairo_ft_font_face_create_for_ft_face(face, Int32(FT_LOAD_NO_HINTING))
        else { return nil }
        faces[name] = made
        return made
    }
}
