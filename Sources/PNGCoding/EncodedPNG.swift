import Diagnostics

/// A PNG file of an opaque image, in memory.
///
/// ```swift
/// let file = try EncodedPNG(
///     pixels, width: 1600, height: 1000, stride: 6400, text: [("Title", "MSE∘σ")], pixelsPerMetre: 3937)
/// write(file.bytes)
/// ```
///
/// Goals in order: small in time and bytes together, colours true, the same pixels giving the same bytes.
/// A chart has a few flat colours and some thousand antialiasing colours between them, so it is written with a
/// palette of 256, which costs a third of the time and the size of truecolour. The 32 most frequent colours, those
/// of every flat area, are exact; no other colour is off by more than 12 of 255 levels in any channel, and
/// all pixels together by 0.3 on average.
/// An image for which that is impossible, a photograph say, is written as truecolour and is exact.
public struct EncodedPNG: Equatable, Sendable {
    /// The whole file.
    public let bytes: [UInt8]
    /// The largest difference between a pixel and its palette entry in any channel, in levels of 255, at most 12;
    /// nil when the image was written as truecolour, hence exactly.
    public let paletteError: Int?

    /// The longest side accepted, in pixels: Cairo's limit as well.
    public static let longestSide = 32_767

    /// Encodes the memory of a Cairo image surface (`CAIRO_FORMAT_RGB24`, or `ARGB32` with every pixel opaque).
    ///
    /// - Parameters:
    ///   - pixels: row after row from the top, each pixel a native-endian 32-bit word 0xAARRGGBB whose alpha is
    ///     ignored; at least `stride · (height − 1) + 4 · width` bytes.
    ///   - width: pixels a row, from 1 to 32,767.
    ///   - height: rows, from 1 to 32,767.
    ///   - stride: bytes between the beginnings of two rows, at least `4 · width`.
    ///   - text: written as iTXt chunks in this order. A keyword has 1 to 79 characters of printable Latin-1 and no
    ///     leading, trailing or double space. Entries with an empty text are left out.
    ///   - pixelsPerMetre: the resolution in both directions, or nil to say nothing about it.
    /// - Throws: a ``Diagnostic`` for a side out of range, a keyword or text that PNG does not allow, or too many bytes
    ///   for a chunk.
    /// - Complexity: O(pixels + 256 · colours).
    public init(
        _ pixels: UnsafeRawBufferPointer, width: Int, height: Int, stride: Int,
        text: [(keyword: String, text: String)] = [], pixelsPerMetre: Int? = nil
    ) throws {
        try Self.checkSides(width: width, height: height)
        precondition(stride >= 4 * width, "the stride must hold a row of four bytes a pixel")
        guard let base = pixels.baseAddress, pixels.count >= stride * (height - 1) + 4 * width else {
            preconditionFailure("the memory must hold all rows")
        }
        let memory = PixelMemory(base: base, width: width, height: height, stride: stride)
        var file = PNGWriter()
        if let image = RunLengthImage(memory), let palette = Palette(covering: image.table) {
            try file.appendHeader(width: width, height: height, bitDepth: palette.bitDepth, colourType: .indexed)
            try file.appendPalette(palette.entries)
            try file.appendResolution(pixelsPerMetre)
            try file.appendTexts(text)
            try ImageRows(image, palette: palette).bytes.withUnsafeBytes { try file.appendImage($0) }
            paletteError = palette.error
        } else {
            try file.appendHeader(width: width, height: height, bitDepth: 8, colourType: .truecolour)
            try file.appendResolution(pixelsPerMetre)
            try file.appendTexts(text)
            try ImageRows(memory).bytes.withUnsafeBytes { try file.appendImage($0) }
            paletteError = nil
        }
        bytes = file.bytes
    }

    /// Encodes an image that has few colours by their numbers, exactly.
    ///
    /// - Parameters:
    ///   - numbers: row after row from the top, a byte a pixel: the number of its colour; `width · height` bytes.
    ///   - width: pixels a row, from 1 to 32,767.
    ///   - height: rows, from 1 to 32,767.
    ///   - colours: 0x…RRGGBB by number, at most 256.
    /// - Throws: a ``Diagnostic`` for a side out of range or too many bytes for a chunk.
    /// - Complexity: O(pixels).
    public init(numbers: [UInt8], width: Int, height: Int, colours: [UInt32]) throws {
        try Self.checkSides(width: width, height: height)
        precondition(numbers.count == width * height, "every pixel has a number")
        precondition((1...256).contains(colours.count), "a palette has from 1 to 256 colours")
        precondition(Int(numbers.max() ?? 0) < colours.count, "every number is of a colour")
        var file = PNGWriter()
        try file.appendHeader(width: width, height: height, bitDepth: 8, colourType: .indexed)
        try file.appendPalette(colours)
        try ImageRows(numbers: numbers, width: width).bytes.withUnsafeBytes { try file.appendImage($0) }
        bytes = file.bytes
        paletteError = 0
    }

    private static func checkSides(width: Int, height: Int) throws {
        guard (1...longestSide).contains(width), (1...longestSide).contains(height) else {
            throw Diagnostic(
                "cannot encode the PNG: \(width)×\(height) pixels",
                hint: "give each side from 1 to \(longestSide) pixels")
        }
    }
}
