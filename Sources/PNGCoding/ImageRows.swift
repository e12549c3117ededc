internal import CPNGKernels

/// The rows of an image as PNG compresses them: before each the number of its filter, here always 0, none.
struct ImageRows {
    let bytes: [UInt8]

    /// The image as palette indices.
    init(_ image: RunLengthImage, palette: Palette) {
        let depth = palette.bitDepth
        let stride = 1 + (image.width * depth + 7) / 8
        bytes = [UInt8](unsafeUninitializedCapacity: stride * image.rows.count) { output, count in
            count = stride * image.rows.count
            guard var row = output.baseAddress else { return }
            for y in image.rows.indices {
                if y > 0, image.rows[y] == image.rows[y - 1] {
                    row.update(from: row - stride, count: stride)
                } else {
                    row.pointee = 0
                    image.expand(row: y, index: palette.index, depth: depth, into: row + 1)
                }
                row += stride
            }
        }
    }

    /// One byte a pixel, the number of its colour in the palette.
    init(numbers: [UInt8], width: Int) {
        let height = numbers.count / width
        bytes = [UInt8](unsafeUninitializedCapacity: numbers.count + height) { output, count in
            count = numbers.count + height
            numbers.withUnsafeBufferPointer { numbers in
                guard var row = output.baseAddress, let base = numbers.baseAddress else { return }
                for y in 0..<height {
                    row.pointee = 0
                    (row + 1).update(from: base + y * width, count: width)
                    row += 1 + width
                }
            }
        }
    }

    /// The image as RGB.
    init(_ pixels: PixelMemory) {
        let stride = 1 + 3 * pixels.width
        bytes = [UInt8](unsafeUninitializedCapacity: stride * pixels.height) { output, count in
            count = stride * pixels.height
            guard var row = output.baseAddress else { return }
            for y in 0..<pixels.height {
                row.pointee = 0
                cpngkernels_rgb(pixels.row(y), pixels.width, row + 1)
                row += stride
            }
        }
    }
}

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
