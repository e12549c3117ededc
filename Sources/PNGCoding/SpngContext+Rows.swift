internal import CSpng

extension Palette {
    /// The least of PNG's bit depths that can number all entries.
    var bitDepth: Int {
        switch entries.count {
        case ...2: 1
        case ...4: 2
        case ...16: 4
        default: 8
        }
    }
}

extension SpngContext {
    borrowing func writeHeader(width: Int, height: Int, bitDepth: Int, colourType: spng_color_type) throws {
        var header = spng_ihdr()
        header.width = UInt32(width)
        header.height = UInt32(height)
        header.bit_depth = UInt8(bitDepth)
        header.color_type = UInt8(colourType.rawValue)
        try call { spng_set_ihdr($0, &header) }
    }

    /// Writes a palette of at most 256 colours 0x…RRGGBB.
    borrowing func writePalette(_ colours: [UInt32]) throws {
        var chunk = spng_plte()
        chunk.n_entries = UInt32(colours.count)
        withUnsafeMutableBytes(of: &chunk.entries) { bytes in
            for (entry, colour) in colours.enumerated() {
                // Red, green, blue and a reserved byte.
                bytes[4 * entry] = UInt8(truncatingIfNeeded: colour >> 16)
                bytes[4 * entry + 1] = UInt8(truncatingIfNeeded: colour >> 8)
                bytes[4 * entry + 2] = UInt8(truncatingIfNeeded: colour)
            }
        }
        try call { spng_set_plte($0, &chunk) }
    }

    /// Writes the image as palette indices and ends the file.
    borrowing func writeRows(_ image: RunLengthImage, palette: Palette) throws {
        try beginRows(.palette)
        let depth = palette.bitDepth
        let rowBytes = (image.width * depth + 7) / 8
        try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: image.width + 7) { row in
            guard let base = row.baseAddress else { return }
            for y in image.rows.indices {
                // Equal neighbouring rows share their runs, and the buffer still holds them.
                if y == 0 || image.rows[y] != image.rows[y - 1] {
                    image.expand(row: y, index: palette.index, into: base)
                    if depth < 8 { packPixels(base, count: image.width, depth: depth) }
                }
                try writeRow(base, count: rowBytes)
            }
        }
    }

    /// Writes one byte a pixel, the number of its colour in the palette, and ends the file.
    borrowing func writeRows(numbers: [UInt8], width: Int) throws {
        try beginRows(.palette)
        try numbers.withUnsafeBufferPointer { numbers in
            guard let base = numbers.baseAddress else { return }
            for start in stride(from: 0, to: numbers.count, by: width) { try writeRow(base + start, count: width) }
        }
    }

    /// Writes the image as RGB and ends the file.
    borrowing func writeRows(_ pixels: PixelMemory) throws {
        try beginRows(.truecolour)
        try withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 3 * pixels.width) { row in
            guard let base = row.baseAddress else { return }
            for y in 0..<pixels.height {
                let source = pixels.row(y)
                for x in 0..<pixels.width {
                    let colour = PixelMemory.colour(source, x)
                    base[3 * x] = UInt8(truncatingIfNeeded: colour >> 16)
                    base[3 * x + 1] = UInt8(truncatingIfNeeded: colour >> 8)
                    base[3 * x + 2] = UInt8(truncatingIfNeeded: colour)
                }
                try writeRow(base, count: 3 * pixels.width)
            }
        }
    }

    private borrowing func beginRows(_ compression: Compression) throws {
        try set(SPNG_FILTER_CHOICE, to: compression.filter)
        try set(SPNG_IMG_COMPRESSION_STRATEGY, to: compression.strategy)
        try set(SPNG_IMG_COMPRESSION_LEVEL, to: compression.level)
        try set(SPNG_IMG_MEM_LEVEL, to: compression.memoryLevel)
        let flags = SPNG_ENCODE_PROGRESSIVE.rawValue | SPNG_ENCODE_FINALIZE.rawValue
        try call { spng_encode_image($0, nil, 0, Int32(SPNG_FMT_PNG.rawValue), Int32(flags)) }
    }

    private borrowing func writeRow(_ row: UnsafePointer<UInt8>, count: Int) throws {
        // The last row is answered with "end of image".
        try call(accepting: SPNG_EOI) { spng_encode_row($0, row, count) }
    }
}

/// Packs bytes below `1 << depth` in place, the first in the highest bits; up to seven bytes after them are overwritten.
private func packPixels(_ bytes: UnsafeMutablePointer<UInt8>, count: Int, depth: Int) {
    let perByte = 8 / depth
    for i in count..<(count + 7) { bytes[i] = 0 }
    for packed in 0..<((count + perByte - 1) / perByte) {
        var byte: UInt8 = 0
        for i in 0..<perByte { byte = byte << UInt8(depth) | bytes[packed * perByte + i] }
        bytes[packed] = byte
    }
}
