/// An image as runs of equal pixels. A chart of 1600×1000 pixels has some 50,000 of them, so that everything after
/// the one pass over the pixels is cheap.
struct RunLengthImage {
    let width: Int
    /// Colour number in the high bits, length in the low 15 (a side has at most 32,767 pixels): never more memory
    /// than the pixels themselves.
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
        runs.reserveCapacity(64 * pixels.height)
        for y in 0..<pixels.height {
            if let above = rows.last, pixels.repeatsRowAbove(y) {
                for run in runs[above] { count(run) }
                rows.append(above)
            } else if !appendRow(of: pixels, y) {
                return nil
            }
        }
    }

    private mutating func appendRow(of pixels: PixelMemory, _ y: Int) -> Bool {
        let row = pixels.row(y)
        let first = runs.count
        var x = 0
        while x < width {
            let colour = PixelMemory.colour(row, x)
            let end = pixels.endOfRun(row, from: x, colour: colour)
            guard let number = table.number(of: colour) else { return false }
            let run = UInt32(number) << Self.lengthBits | UInt32(end - x)
            count(run)
            runs.append(run)
            x = end
        }
        rows.append(first..<runs.count)
        return true
    }

    private mutating func count(_ run: UInt32) {
        table.counts[Int(run >> Self.lengthBits)] += Int(run & Self.lengthMask)
    }

    /// Writes row `y` as one byte a pixel, `index` giving the byte of each colour number.
    func expand(row y: Int, index: [UInt8], into bytes: UnsafeMutablePointer<UInt8>) {
        var next = bytes
        for run in runs[rows[y]] {
            let length = Int(run & Self.lengthMask)
            next.update(repeating: index[Int(run >> Self.lengthBits)], count: length)
            next += length
        }
    }
}
