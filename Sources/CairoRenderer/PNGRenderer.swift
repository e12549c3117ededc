internal import CCairo
import Diagnostics
import PNGCoding
import Scenes
import Typography

/// Draws a scene into a PNG.
public enum PNGRenderer {
    /// Cairo stops at this many pixels a side.
    public static let sideLimit = 32_767
    /// 128 megapixels: half a gigabyte of memory.
    public static let areaLimit = 134_217_728

    /// The size of the PNG in pixels.
    ///
    /// - Throws: `Diagnostic` when it is beyond the limits.
    public static func pixels(of size: Size, scale: Double) throws(Diagnostic) -> (width: Int, height: Int) {
        let (width, height) = ((size.width * scale).rounded(), (size.height * scale).rounded())
        guard width >= 1, height >= 1, width <= Double(sideLimit), height <= Double(sideLimit),
            width * height <= Double(areaLimit)
        else {
            throw Diagnostic(
                "an image of \(text(width))x\(text(height)) pixels is outside the limits",
                about: Setting(.scale),
                hint:
                    "keep each side from 1 to \(sideLimit) pixels and the area below \(areaLimit) with --size and --scale"
            )
        }
        return (Int(width), Int(height))
    }

    private static func text(_ value: Double) -> String {
        value.isFinite && abs(value) < 1e15 ? String(Int(value)) : String(value)
    }

    /// - Parameters:
    ///   - scale: pixels a point.
    ///   - text: entries kept in the file, by keyword.
    /// - Throws: `Diagnostic` when the size is beyond the limits, and with Cairo's own words.
    public static func render(
        _ scene: Scene, scale: Double, fonts: FontBook, text: [(keyword: String, text: String)]
    ) throws -> [UInt8] {
        let (width, height) = try pixels(of: scene.size, scale: scale)
        let stride = Int(cairo_format_stride_for_width(CAIRO_FORMAT_RGB24, Int32(width)))
        let memory = PixelBuffer(byteCount: stride * height)
        let surface = cairo_image_surface_create_for_data(
            memory.bytes, CAIRO_FORMAT_RGB24, Int32(width), Int32(height), Int32(stride))
        guard let surface else { throw Diagnostic("Cairo made no image") }
        defer { cairo_surface_destroy(surface) }
        try CairoStatus.check(cairo_surface_status(surface), "making an image of \(width)x\(height) pixels")
        do {
            let canvas = try Canvas(
                on: surface, pixelsPerPoint: scale,
                glyphs: MaskPainter(fonts: fonts, pixelsPerPoint: scale, width: width, height: height))
            try canvas.draw(scene)
        }
        cairo_surface_flush(surface)
        try CairoStatus.check(cairo_surface_status(surface), "finishing the image")
        let pixels = UnsafeRawBufferPointer(start: memory.bytes, count: stride * height)
        return try EncodedPNG(pixels, width: width, height: height, stride: stride, text: text).bytes
    }
}
