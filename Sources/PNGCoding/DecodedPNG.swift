import Diagnostics

/// The pixels and texts of a PNG file.
///
/// ```swift
/// let image = try DecodedPNG.decode(bytes, limitPixels: 100_000_000)
/// let red = image.rgba[4 * (y * image.width + x)]
/// ```
public struct DecodedPNG: Equatable, Sendable {
    /// Pixels.
    public let width: Int
    /// Pixels.
    public let height: Int
    /// Row after row from the top, four bytes a pixel: red, green, blue, alpha, not premultiplied;
    /// `4 · width · height` bytes. Deeper images are reduced to eight bits a channel.
    public let rgba: [UInt8]
    /// The texts of tEXt, zTXt and iTXt chunks by keyword; of several with one keyword, the last.
    public let text: [String: String]

    /// Decodes a whole file, of any colour type and bit depth, interlaced or not; see ``PNGReader``.
    ///
    /// - Parameters:
    ///   - bytes: the file; bytes after its end are ignored.
    ///   - limitPixels: the most pixels accepted, checked before memory is allocated for them.
    /// - Throws: a ``Diagnostic`` that names the broken chunk, its place and the reason, or the pixels when there are
    ///   too many.
    /// - Complexity: O(bytes + pixels); `4 · pixels` bytes of memory.
    public static func decode(_ bytes: [UInt8], limitPixels: Int) throws -> DecodedPNG {
        let reader = try PNGReader(bytes, limitPixels: limitPixels)
        let count = 4 * reader.width * reader.height
        let rgba = try [UInt8](unsafeUninitializedCapacity: count) { memory, initialized in
            if let base = memory.baseAddress {
                try reader.read(rows: reader.height, into: UnsafeMutableRawPointer(base))
            }
            initialized = count
        }
        return DecodedPNG(width: reader.width, height: reader.height, rgba: rgba, text: reader.text)
    }

    /// The texts that come before the pixels, which are not decoded.
    ///
    /// - Throws: a ``Diagnostic`` for what is no PNG, or is broken before the pixels.
    /// - Complexity: O(bytes before the pixels).
    public static func texts(of bytes: [UInt8]) throws -> [String: String] {
        try bytes.withUnsafeBytes { file in
            try PNGLayout(file, limitPixels: .max, stopsAtImageData: true).readTexts(file)
        }
    }
}
