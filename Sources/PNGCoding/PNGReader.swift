import Diagnostics

/// A PNG file whose pixels are decoded from the top as they are asked for, so that large images need little memory.
///
/// ```swift
/// let reader = try PNGReader(bytes, limitPixels: 100_000_000)
/// while reader.rowsLeft > 0 { try reader.read(rows: min(64, reader.rowsLeft), into: memory) }
/// ```
///
/// Every colour type, bit depth and interlacing of PNG is read; deeper samples are reduced to their high byte. What is
/// broken is refused with the chunk, its place and the reason: chunks and checksums at once, the image data on reading
/// it. Gamma and colour profiles are not applied.
public final class PNGReader {
    /// Pixels.
    public let width: Int
    /// Pixels.
    public let height: Int
    /// The texts of tEXt, zTXt and iTXt chunks by keyword; of several with one keyword, the last.
    public let text: [String: String]
    /// Rows that were not read yet.
    public private(set) var rowsLeft: Int

    private let header: ImageHeader
    private let scanlines: Scanlines
    /// An interlaced image, which is complete only at its end.
    private var image: [UInt8] = []

    /// Checks the file's chunks and reads its texts; the image data is not touched.
    ///
    /// - Parameters:
    ///   - bytes: the file; bytes after its end are ignored.
    ///   - limitPixels: the most pixels accepted, checked before memory is taken for them.
    /// - Throws: a ``Diagnostic`` for what is no PNG, is broken or too large.
    /// - Complexity: O(bytes).
    public init(_ bytes: [UInt8], limitPixels: Int) throws {
        let layout = try bytes.withUnsafeBytes { try PNGLayout($0, limitPixels: limitPixels) }
        text = try bytes.withUnsafeBytes { try layout.readTexts($0) }
        header = layout.header
        width = header.width
        height = header.height
        rowsLeft = header.height
        scanlines = try Scanlines(bytes, layout)
        if !header.isInterlaced { scanlines.begin(width: width) }
    }

    /// Decodes the next rows. With the last row the end of the image data is checked.
    ///
    /// - Parameters:
    ///   - count: at most ``rowsLeft``.
    ///   - rgba: memory for `4 · width · count` bytes: red, green, blue, alpha, not premultiplied.
    /// - Throws: a ``Diagnostic`` where the image data is broken; reading cannot go on then.
    /// - Complexity: O(pixels) time. Memory is some rows, for an interlaced image all of it.
    public func read(rows count: Int, into rgba: UnsafeMutableRawPointer) throws {
        precondition(count >= 0 && count <= rowsLeft, "there are not so many rows left")
        if !header.isInterlaced {
            try scanlines.read(rows: count, into: rgba)
            if rowsLeft == count { try scanlines.finish() }
        } else if count == height {
            try readInterlaced(into: rgba)
        } else {
            if image.isEmpty {
                image = try [UInt8](unsafeUninitializedCapacity: 4 * width * height) { memory, initialized in
                    if let base = memory.baseAddress { try readInterlaced(into: UnsafeMutableRawPointer(base)) }
                    initialized = 4 * width * height
                }
            }
            let start = 4 * width * (height - rowsLeft)
            image.withUnsafeBytes {
                if let base = $0.baseAddress { rgba.copyMemory(from: base + start, byteCount: 4 * width * count) }
            }
            if rowsLeft == count { image = [] }
        }
        rowsLeft -= count
    }

    private func readInterlaced(into rgba: UnsafeMutableRawPointer) throws {
        let pixels = rgba.assumingMemoryBound(to: UInt32.self)
        var row = [UInt32](repeating: 0, count: width)
        for pass in Adam7.passes {
            let count = pass.width(of: width)
            // A pass without columns has no rows either.
            guard count > 0 else { continue }
            scanlines.begin(width: count)
            for y in 0..<pass.height(of: height) {
                try row.withUnsafeMutableBytes { memory in
                    if let base = memory.baseAddress { try scanlines.read(rows: 1, into: base) }
                }
                let start = (pass.y + y * pass.stepY) * width + pass.x
                for x in 0..<count { pixels[start + x * pass.stepX] = row[x] }
            }
        }
        try scanlines.finish()
    }
}
