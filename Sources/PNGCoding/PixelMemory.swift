internal import Glibc

/// A borrowed view of opaque pixels as Cairo's image surface keeps them: `height` rows of `width` native-endian
/// 32-bit words 0xAARRGGBB, the beginnings of two rows `stride` bytes apart. Alpha is ignored.
struct PixelMemory {
    let base: UnsafeRawPointer
    let width: Int
    let height: Int
    let stride: Int

    func row(_ y: Int) -> UnsafeRawPointer { base + y * stride }

    /// Whether row `y` holds the same words as the row above. A difference in alpha alone may hide that the colours
    /// are equal; it costs time, not correctness.
    func repeatsRowAbove(_ y: Int) -> Bool { memcmp(row(y), row(y - 1), 4 * width) == 0 }
}
