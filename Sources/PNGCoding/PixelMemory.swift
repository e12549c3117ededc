/// A borrowed view of opaque pixels as Cairo's image surface keeps them: `height` rows of `width` native-endian
/// 32-bit words 0xAARRGGBB, the beginnings of two rows `stride` bytes apart. Alpha is ignored.
struct PixelMemory {
    let base: UnsafeRawPointer
    let width: Int
    let height: Int
    let stride: Int

    /// The bits that RGB24 leaves undefined; colours are compared with them set.
    static let alpha: UInt32 = 0xFF00_0000

    func row(_ y: Int) -> UnsafeRawPointer { base + y * stride }

    static func colour(_ row: UnsafeRawPointer, _ x: Int) -> UInt32 {
        row.loadUnaligned(fromByteOffset: 4 * x, as: UInt32.self) | alpha
    }

    /// Whether row `y` holds the same words as the row above. A difference in alpha alone may hide that the colours
    /// are equal; it costs time, not correctness.
    func repeatsRowAbove(_ y: Int) -> Bool {
        let row = row(y)
        let above = self.row(y - 1)
        var x = 0
        while x + 16 <= width {
            let a = row.loadUnaligned(fromByteOffset: 4 * x, as: SIMD16<UInt32>.self)
            let b = above.loadUnaligned(fromByteOffset: 4 * x, as: SIMD16<UInt32>.self)
            if a != b { return false }
            x += 16
        }
        while x < width {
            if Self.colour(row, x) != Self.colour(above, x) { return false }
            x += 1
        }
        return true
    }

    /// The end of the run of one colour that begins at `start`.
    func endOfRun(_ row: UnsafeRawPointer, from start: Int, colour: UInt32) -> Int {
        var x = start + 1
        // Runs of one pixel, along every antialiased edge, leave here.
        guard x < width, Self.colour(row, x) == colour else { return x }
        let wanted = SIMD16<UInt32>(repeating: colour)
        let alpha = SIMD16<UInt32>(repeating: Self.alpha)
        while x + 16 <= width {
            let pixels = row.loadUnaligned(fromByteOffset: 4 * x, as: SIMD16<UInt32>.self)
            if (pixels | alpha) != wanted { break }
            x += 16
        }
        while x < width, Self.colour(row, x) == colour { x += 1 }
        return x
    }
}
