internal import CCairo
import Typography

/// How much of each pixel is covered, as Cairo keeps it.
struct CoverageImage {
    private let width: Int
    private let height: Int
    private let stride: Int
    private var bytes: [UInt8]

    init(width: Int, height: Int) {
        precondition(width > 0 && height > 0, "an image has pixels")
        self.width = width
        self.height = height
        stride = Int(cairo_format_stride_for_width(CAIRO_FORMAT_A8, Int32(width)))
        bytes = [UInt8](repeating: 0, count: stride * height)
    }

    /// What `draw` covers of `width` × `height` pixels, row by row without gaps.
    static func bytes(width: Int, height: Int, _ draw: (OpaquePointer) -> Void) -> [UInt8] {
        var image = CoverageImage(width: width, height: height)
        image.withSurface { surface in
            let context = cairo_create(surface)
            defer { cairo_destroy(context) }
            guard let context, cairo_status(context) == CAIRO_STATUS_SUCCESS else {
                preconditionFailure("Cairo has memory for a context")
            }
            draw(context)
        }
        if image.stride == width { return image.bytes }
        return (0..<height).flatMap { image.bytes[$0 * image.stride..<$0 * image.stride + width] }
    }

    /// Covers each pixel at least as much as the mask does, whose upper left pixel comes to the place given. What is
    /// outside of the image is left out.
    mutating func add(_ mask: GlyphMask, column: Int, row: Int) {
        let columns = max(0, -column)..<max(0, -column, min(mask.width, width - column))
        let rows = max(0, -row)..<max(0, -row, min(mask.height, height - row))
        if columns.isEmpty { return }
        bytes.withUnsafeMutableBufferPointer { bytes in
            mask.coverage.withUnsafeBufferPointer { coverage in
                guard let bytes = bytes.baseAddress, let coverage = coverage.baseAddress else { return }
                for y in rows {
                    let target = bytes + (row + y) * stride + column
                    let source = coverage + y * mask.width
                    for x in columns { target[x] = max(target[x], source[x]) }
                }
            }
        }
    }

    /// Paints with the context's source where the image is covered, its upper left pixel at the place given.
    mutating func paint(on context: OpaquePointer, column: Int, row: Int) {
        withSurface { surface in
            cairo_save(context)
            cairo_identity_matrix(context)
            cairo_mask_surface(context, surface, Double(column), Double(row))
            cairo_restore(context)
        }
    }

    private mutating func withSurface(_ body: (OpaquePointer) -> Void) {
        let (width, height, stride) = (Int32(width), Int32(height), Int32(stride))
        bytes.withUnsafeMutableBufferPointer { buffer in
            guard
                let surface = cairo_image_surface_create_for_data(
                    buffer.baseAddress, CAIRO_FORMAT_A8, width, height, stride)
            else { return }
            body(surface)
            // Cairo must not write to the bytes later.
            cairo_surface_finish(surface)
            cairo_surface_destroy(surface)
        }
    }
}
