internal import CSpng
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

    /// The most bytes that one text or other chunk besides the pixels may have, and all of them together.
    static let limitChunkBytes = 16 << 20

    /// Decodes a whole file, of any colour type and bit depth, interlaced or not.
    ///
    /// Checksums are enforced in all chunks, also in those that libspng would rather leave out.
    ///
    /// - Parameters:
    ///   - bytes: the file; bytes after its end are ignored.
    ///   - limitPixels: the most pixels accepted, checked before memory is allocated for them.
    /// - Throws: a ``Diagnostic`` with libspng's message for a broken file, or one that names the pixels when there
    ///   are too many.
    /// - Complexity: O(bytes + pixels); `4 · pixels` bytes of memory.
    public static func decode(_ bytes: [UInt8], limitPixels: Int) throws -> DecodedPNG {
        guard !bytes.isEmpty else { throw Diagnostic("cannot decode the PNG: the file is empty") }
        return try bytes.withUnsafeBytes { file in
            let context = try SpngContext(toDecode: ())
            try context.call { spng_set_crc_action($0, Int32(SPNG_CRC_ERROR.rawValue), Int32(SPNG_CRC_ERROR.rawValue)) }
            let side = UInt32(clamping: min(limitPixels, Int(Int32.max)))
            try context.call { spng_set_image_limits($0, side, side) }
            try context.call { spng_set_chunk_limits($0, limitChunkBytes, limitChunkBytes) }
            try context.call { spng_set_png_buffer($0, file.baseAddress, file.count) }

            var header = spng_ihdr()
            try context.call { spng_get_ihdr($0, &header) }
            let width = Int(header.width)
            let height = Int(header.height)
            guard width * height <= limitPixels else {
                throw Diagnostic("cannot decode the PNG: \(width)×\(height) pixels are more than \(limitPixels)")
            }
            let count = 4 * width * height
            let rgba = try [UInt8](unsafeUninitializedCapacity: count) { memory, initialized in
                try context.call {
                    spng_decode_image(
                        $0, memory.baseAddress, count, Int32(SPNG_FMT_RGBA8.rawValue),
                        Int32(SPNG_DECODE_TRNS.rawValue))
                }
                initialized = count
            }
            // What comes after the pixels: further texts, and the end that a truncated file lacks.
            try context.call { spng_decode_chunks($0) }
            return DecodedPNG(width: width, height: height, rgba: rgba, text: try context.texts())
        }
    }
}

extension DecodedPNG {
    /// The texts that come before the pixels, which are not decoded.
    ///
    /// - Throws: a ``Diagnostic`` with libspng's message for what is no PNG.
    /// - Complexity: O(bytes before the pixels).
    public static func texts(of bytes: [UInt8]) throws -> [String: String] {
        guard !bytes.isEmpty else { throw Diagnostic("cannot decode the PNG: the file is empty") }
        return try bytes.withUnsafeBytes { file in
            let context = try SpngContext(toDecode: ())
            try context.call { spng_set_chunk_limits($0, limitChunkBytes, limitChunkBytes) }
            try context.call { spng_set_png_buffer($0, file.baseAddress, file.count) }
            return try context.texts()
        }
    }
}

extension SpngContext {
    fileprivate borrowing func texts() throws -> [String: String] {
        var count: UInt32 = 0
        let code = try call(accepting: SPNG_ECHUNKAVAIL) { spng_get_text($0, nil, &count) }
        guard code == 0, count > 0 else { return [:] }
        var chunks = [spng_text](repeating: spng_text(), count: Int(count))
        try call { spng_get_text($0, &chunks, &count) }
        var result: [String: String] = [:]
        for chunk in chunks {
            let keyword = withUnsafeBytes(of: chunk.keyword) { latin1($0.prefix { $0 != 0 }) }
            let text = UnsafeRawBufferPointer(start: chunk.text, count: chunk.length)
            let isUTF8 = chunk.type == Int32(SPNG_ITXT.rawValue)
            result[keyword] = isUTF8 ? String(decoding: text, as: UTF8.self) : latin1(text)
        }
        return result
    }
}

private func latin1(_ bytes: some Sequence<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    for byte in bytes { text.append(Unicode.Scalar(byte)) }
    return String(text)
}
