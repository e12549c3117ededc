internal import CPNGKernels

/// An image as runs of equal pixels. A chart of 1600×1000 pixels has some 50,000 of them, so that everything after
/// the one pass over the pixels is cheap.
struct RunLengthImage {
    let width: Int
    /// Colour number in the high bits, length in the low 15 (a side has at most 32,767 pixels): about the
    /// memory of the pixels at most.
    private(set) var runs: [UInt32] = []
    /// The runs of each row; equal neighbouring rows share theirs.
    private(set) var rows: [Range<Int>] = []
    private(set) var table = ColourTable()

    static let lengthBits: UInt32 = 15
    static let lengthMask: UInt32 = 1 << lengthBits - 1

    /// - Returns: nil when the image has more than ``ColourTable/capacity`` colours.
    /// - Complexity: O(pixels).
    init?(_ pixels: PixelMemory) {
        width = pixels.width
        rows.reserveCapacity(pixels.height)
        runs.reserveCapacity(min(64, width) * pixels.height)
        var found = [UInt32](repeating: 0, count: 2 * width)
        // How often the last row that is not the one above it stands there.
        var times = 0
        for y in 0..<pixels.height {
            if let above = rows.last, pixels.repeatsRowAbove(y) {
                rows.append(above)
                times += 1
                continue
            }
            count(rows.last, times: times)
            times = 1
            let first = runs.count
            let end = 2 * cpngkernels_runs(pixels.row(y), width, &found)
            for i in Swift.stride(from: 0, to: end, by: 2) {
                guard let number = table.number(of: found[i]) else { return nil }
                runs.append(UInt32(number) << Self.lengthBits | found[i + 1])
            }
            rows.append(first..<runs.count)
        }
        count(rows.last, times: times)
    }

    private mutating func count(_ row: Range<Int>?, times: Int) {
        guard let row else { return }
        table.counts.withUnsafeMutableBufferPointer { counts in
            for run in runs[row] { counts[Int(run >> Self.lengthBits)] += times * Int(run & Self.lengthMask) }
        }
    }

    /// Writes row `y` with `depth` bits a pixel, the first in the highest bits; `index` gives those of each colour
    /// number.
    func expand(row y: Int, index: [UInt8], depth: Int, into bytes: UnsafeMutablePointer<UInt8>) {
        var next = bytes
        if depth == 8 {
            for run in runs[rows[y]] {
                let length = Int(run & Self.lengthMask)
                next.update(repeating: index[Int(run >> Self.lengthBits)], count: length)
                next += length
            }
            return
        }
        var (byte, free) = (UInt8(0), 8)
        for run in runs[rows[y]] {
            for _ in 0..<(run & Self.lengthMask) {
                free -= depth
                byte |= index[Int(run >> Self.lengthBits)] << UInt8(free)
                if free == 0 {
                    next.pointee = byte
                    next += 1
                    (byte, free) = (0, 8)
                }
            }
        }
        if free < 8 { next.pointee = byte }
    }
}
