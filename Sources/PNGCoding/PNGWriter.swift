internal import CDeflate
import Diagnostics

/// A PNG file that is being written, chunk after chunk.
struct PNGWriter {
    enum ColourType: UInt8 {
        case truecolour = 2
        case indexed = 3
    }

    private(set) var bytes = PNGChunks.signature

    /// - Throws: a ``Diagnostic`` when the content is longer than PNG allows.
    mutating func append(_ type: String, _ content: [UInt8]) throws {
        precondition(type.utf8.count == 4, "a chunk's type has four letters")
        guard content.count <= PNGChunks.longest else {
            throw Diagnostic("cannot encode the PNG: its \(type) chunk would have \(content.count) bytes")
        }
        bytes.append(bigEndian: UInt32(content.count))
        let start = bytes.count
        bytes += type.utf8
        bytes += content
        let checksum = bytes.withUnsafeBytes { bytes in
            libdeflate_crc32(0, bytes.baseAddress.map { $0 + start }, bytes.count - start)
        }
        bytes.append(bigEndian: checksum)
    }

    mutating func appendHeader(width: Int, height: Int, bitDepth: Int, colourType: ColourType) throws {
        var content: [UInt8] = []
        content.append(bigEndian: UInt32(width))
        content.append(bigEndian: UInt32(height))
        // Deflate, the usual set of filters, not interlaced.
        content += [UInt8(bitDepth), colourType.rawValue, 0, 0, 0]
        try append("IHDR", content)
    }

    /// - Parameter colours: 0x…RRGGBB, at most 256.
    mutating func appendPalette(_ colours: [UInt32]) throws {
        try append(
            "PLTE", colours.flatMap { [16, 8, 0].map { [colour = $0] in UInt8(truncatingIfNeeded: colour >> $0) } })
    }

    /// - Parameter pixelsPerMetre: in both directions, or nil to say nothing about it.
    mutating func appendResolution(_ pixelsPerMetre: Int?) throws {
        guard let pixelsPerMetre else { return }
        guard let resolution = UInt32(exactly: pixelsPerMetre), resolution <= Int32.max else {
            throw Diagnostic("cannot encode the PNG: \(pixelsPerMetre) pixels per metre are out of range")
        }
        var content: [UInt8] = []
        content.append(bigEndian: resolution)
        content.append(bigEndian: resolution)
        try append("pHYs", content + [1])
    }

    /// Ends the file.
    ///
    /// - Parameter rows: each with the number of its filter before it.
    mutating func appendImage(_ rows: UnsafeRawBufferPointer) throws {
        try append("IDAT", Deflate.compressed(rows, level: Deflate.imageLevel))
        try append("IEND", [])
    }
}

extension [UInt8] {
    mutating func append(bigEndian word: UInt32) {
        for shift in [24, 16, 8, 0] { append(UInt8(truncatingIfNeeded: word >> UInt32(shift))) }
    }
}
