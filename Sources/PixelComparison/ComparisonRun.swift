/// Two images on their way from top to bottom, band by band: each thread decodes one of them, then compares half the band.
final class ComparisonRun {
    /// Pixels that the wider image has across.
    let width: Int
    /// Rows that the higher image has.
    let height: Int
    /// Pixels that at least one image has.
    let total: Int
    private(set) var counts = RowComparison.Counts()
    private(set) var clusters = ChangeClusters()

    private let windows: [RowWindow]
    private let comparison: RowComparison
    private let threads: ThreadPair
    private let bandRows: Int
    /// The findings of a band's rows, `width` bytes each, and which of the rows have any but ``PixelFinding/same``.
    private let findings: UnsafeMutablePointer<UInt8>
    private let hasFindings: UnsafeMutablePointer<Bool>

    /// Rows above and below a pixel that its judgement depends on.
    private static let reach = 2
    /// Of an image in a band: the two images' share of a processor's cache.
    private static let bandBytes = 1 << 20
    /// Below this a thread costs more than it saves.
    private static let pixelsWorthAThread = 250_000

    init(_ sources: [any PixelSource], _ tolerance: PixelTolerance) {
        width = sources.map(\.width).max() ?? 0
        height = sources.map(\.height).max() ?? 0
        let sharedWidth = sources.map(\.width).min() ?? 0
        let sharedHeight = sources.map(\.height).min() ?? 0
        total = sources.map { $0.width * $0.height }.reduce(0, +) - sharedWidth * sharedHeight
        comparison = RowComparison(
            limit: tolerance.greatestDistance, countsAntialiasing: tolerance.countsAntialiasing,
            detector: AntialiasingDetector(width: sharedWidth, height: sharedHeight))
        bandRows = min(height, max(16, ComparisonRun.bandBytes / (4 * width)))
        let capacity = bandRows + 2 * ComparisonRun.reach
        windows = sources.map { RowWindow($0, capacity: capacity) }
        threads = ThreadPair(isWorthwhile: total > ComparisonRun.pixelsWorthAThread)
        findings = .allocate(capacity: capacity * width)
        hasFindings = .allocate(capacity: capacity)
    }

    deinit {
        findings.deallocate()
        hasFindings.deallocate()
    }

    /// - Parameter drawing: memory for the number of each pixel's colour in the picture of the difference.
    /// - Throws: what the decoders throw, of two errors that of the first image.
    func compare(drawingInto drawing: UnsafeMutableBufferPointer<UInt8>?) throws {
        var done = 0
        var read = 0
        while done < height {
            read = min(read + bandRows, height)
            try advance(to: read, keepingFrom: done - ComparisonRun.reach)
            let end = read == height ? height : max(done, read - ComparisonRun.reach)
            let first = done
            let middle = done + (end - done) / 2
            let halves = threads.run { [self] half in
                var counts = RowComparison.Counts()
                for y in half == 0 ? first..<middle : middle..<end {
                    compare(row: y, slot: y - first, counts: &counts, drawingInto: drawing)
                }
                return counts
            }
            counts = counts + halves.0 + halves.1
            for slot in 0..<(end - done) where hasFindings[slot] {
                clusters.add(row: done + slot, rowFindings(slot))
            }
            done = end
        }
    }

    private func advance(to target: Int, keepingFrom keep: Int) throws {
        let (old, new) = threads.run { [windows] side in
            Result { try windows[side].advance(to: target, keepingFrom: keep) }
        }
        try old.get()
        try new.get()
    }

    private func rowFindings(_ slot: Int) -> UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: findings + slot * width, count: width)
    }

    private func compare(
        row y: Int, slot: Int, counts: inout RowComparison.Counts,
        drawingInto drawing: UnsafeMutableBufferPointer<UInt8>?
    ) {
        let (old, new) = (windows[0], windows[1])
        let row = findings + slot * width
        var hasFindings = false
        var shared = 0
        if y < comparison.detector.height {
            shared = comparison.detector.width
            hasFindings = comparison.compare(row: y, old.rows, new.rows, into: row, counts: &counts)
        }
        if shared < width {
            if !hasFindings { row.update(repeating: PixelFinding.same.rawValue, count: shared) }
            // Of what is left the longer row has all.
            let end = max(y < old.height ? old.width : 0, y < new.height ? new.width : 0)
            (row + shared).update(repeating: PixelFinding.different.rawValue, count: end - shared)
            (row + end).update(repeating: PixelFinding.outside.rawValue, count: width - end)
            counts.different += end - shared
            hasFindings = true
        }
        self.hasFindings[slot] = hasFindings
        if let drawing {
            let target = UnsafeMutableBufferPointer(rebasing: drawing[(y * width)..<((y + 1) * width)])
            let pixels =
                y < old.height
                ? UnsafeBufferPointer(start: old.rows[y], count: old.width) : UnsafeBufferPointer(start: nil, count: 0)
            DifferenceImage.draw(pixels, hasFindings ? rowFindings(slot) : nil, into: target)
        }
    }
}
