internal import CCairo
import Diagnostics
import Scenes
import Typography

/// Draws a scene into a PDF of one page, a point of the scene being a point of the page.
public enum PDFRenderer {
    /// A page's sides end here in every reader (PDF 1.7, annex C: 14,400 units).
    public static let sideLimit = 14_400.0

    /// What a PDF says of itself.
    public struct Metadata: Sendable {
        public var title: String
        public var subject: String
        /// The plan the figure was made from; PDF has no better field that Cairo 1.16 can write.
        public var keywords: String
        public var creator: String

        public init(title: String, subject: String, keywords: String, creator: String) {
            self.title = title
            self.subject = subject
            self.keywords = keywords
            self.creator = creator
        }
    }

    /// - Throws: `Diagnostic` when the page is too large, and with Cairo's own words.
    public static func render(
        _ scene: Scene, fonts: FontBook, metadata: Metadata
    ) throws(Diagnostic) -> [UInt8] {
        let (width, height) = (scene.size.width, scene.size.height)
        // Written so that what is no number is refused too.
        guard width <= sideLimit, height <= sideLimit else {
            throw Diagnostic(
                "a page of \(text(width))x\(text(height)) points is too large for a PDF", about: Setting(.size),
                hint: "keep each side of --size below \(Int(sideLimit))")
        }
        let collector = ByteCollector()
        let surface = cairo_pdf_surface_create_for_stream(
            { closure, data, length in
                guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
                Unmanaged<ByteCollector>.fromOpaque(closure).takeUnretainedValue().bytes
                    .append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
                return CAIRO_STATUS_SUCCESS
            }, Unmanaged.passUnretained(collector).toOpaque(), width, height)
        guard let surface else { throw Diagnostic("Cairo made no PDF") }
        defer { cairo_surface_destroy(surface) }
        try CairoStatus.check(cairo_surface_status(surface), "making a PDF")
        for (key, value) in [
            (CAIRO_PDF_METADATA_TITLE, metadata.title), (CAIRO_PDF_METADATA_SUBJECT, metadata.subject),
            (CAIRO_PDF_METADATA_KEYWORDS, metadata.keywords), (CAIRO_PDF_METADATA_CREATOR, metadata.creator),
            // Without a date of ours Cairo writes the clock's, and no two runs would be equal.
            (CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z"),
        ] { cairo_pdf_surface_set_metadata(surface, key, value) }
        do {
            let canvas = try Canvas(
                on: surface, pixelsPerPoint: nil, glyphs: EmbeddedTextPainter(fonts: fonts))
            try canvas.draw(scene)
        }
        cairo_surface_finish(surface)
        try CairoStatus.check(cairo_surface_status(surface), "finishing the PDF")
        return collector.bytes
    }

    private static func text(_ length: Double) -> String {
        Int(exactly: length).map(String.init) ?? String(length)
    }

    private final class ByteCollector {
        var bytes: [UInt8] = []
    }
}
