internal import CPNGKernels
internal import Glibc

/// The rows of an image as PNG compresses them, each after the number of its filter: a row that repeats the one above it
/// is written as its difference, zeros, every other row as it is.
///
/// Zeros leave more room for other rows in the 32 KB in which deflate looks for what repeats: a chart is by 3 % smaller
/// for them, a large one by a quarter.
struct ImageRows {
    let bytes: [UInt8]

    private enum Filter {
        static let none: UInt8 = 0
        static let up: UInt8 = 2
    }

    /// - Parameters:
    ///   - count: of rows.
    ///   - length: of a row, in bytes.
    ///   - repeats: whether a row, not the first, is the same as the one above it.
    ///   - write: writes a row.
    private init(
        _ count: Int, length: Int, repeats: (_ y: Int) -> Bool,
        write: (_ y: Int, _ row: UnsafeMutablePointer<UInt8>) -> Void
    ) {
        bytes = [UInt8](unsafeUninitializedCapacity: (1 + length) * count) { output, written in
            written = (1 + length) * count
            guard var row = output.baseAddress else { return }
            for y in 0..<count {
                if y > 0, repeats(y) {
                    row.pointee = Filter.up
                    (row + 1).update(repeating: 0, count: length)
                } else {
                    row.pointee = Filter.none
                    write(y, row + 1)
                }
                row += 1 + length
            }
        }
    }

    /// The image as palette indices.
    init(_ image: RunLengthImage, palette: Palette) {
        let depth = palette.bitDepth
        // Equal neighbouring rows share their runs.
        self.init(image.rows.count, length: (image.width * depth + 7) / 8) {
            image.rows[$0] == image.rows[$0 - 1]
        } write: {
            image.expand(row: $0, index: palette.index, depth: depth, into: $1)
        }
    }

    /// One byte a pixel, the number of its colour in the palette.
    init(numbers: [UInt8], width: Int) {
        self = numbers.withUnsafeBufferPointer { numbers in
            guard let first = numbers.baseAddress else {
                return ImageRows(0, length: 0, repeats: { _ in false }) { _, _ in }
            }
            return ImageRows(numbers.count / width, length: width) {
                memcmp(first + $0 * width, first + ($0 - 1) * width, width) == 0
            } write: {
                $1.update(from: first + $0 * width, count: width)
            }
        }
    }

    /// The image as RGB.
    init(_ pixels: PixelMemory) {
        self.init(pixels.height, length: 3 * pixels.width) {
            pixels.repeatsRowAbove($0)
        } write: {
            cpngkernels_rgb(pixels.row($0), pixels.width, $1)
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
