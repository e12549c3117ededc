/// The rows of an image that are in memory while it is compared from the top.
final class RowWindow {
    /// Pixels.
    let width: Int
    /// Pixels.
    let height: Int
    /// Rows read so far.
    private(set) var end = 0

    private let source: any PixelSource
    private let memory: UnsafeMutablePointer<Pixel>
    private let capacity: Int
    /// The first row in memory.
    private var first = 0

    /// Rows by their number in the image; only those in memory may be asked for.
    struct Rows {
        fileprivate let origin: UnsafePointer<Pixel>
        fileprivate let first: Int
        fileprivate let width: Int

        @inline(__always)
        subscript(y: Int) -> UnsafePointer<Pixel> { origin + (y - first) * width }
    }

    init(_ source: any PixelSource, capacity: Int) {
        self.source = source
        width = source.width
        height = source.height
        self.capacity = min(capacity, height)
        memory = .allocate(capacity: width * self.capacity)
    }

    deinit { memory.deallocate() }

    /// Reads on up to row `target`, or the last one, and forgets the rows before `keep`.
    ///
    /// - Throws: what the image's decoder throws.
    func advance(to target: Int, keepingFrom keep: Int) throws {
        let count = min(target, height) - end
        guard count > 0 else { return }
        let keep = min(max(keep, first), end)
        precondition(end + count - keep <= capacity, "the rows must fit into the window")
        memory.update(from: memory + (keep - first) * width, count: (end - keep) * width)
        first = keep
        try source.read(rows: count, into: UnsafeMutableRawPointer(memory + (end - first) * width))
        end += count
    }

    var rows: Rows { Rows(origin: memory, first: first, width: width) }
}
