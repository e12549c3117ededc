internal import CPNGKernels

/// At most 256 colours that stand for all colours of an image.
///
/// Goals in order: the colours of flat areas exact, no colour far from its entry, quickly found.
/// Keeping simply the 256 most frequent colours leaves rare antialiasing colours up to 50 levels off. Here the
/// ``exactColours`` most frequent ones are entries, and then, again and again, the colour that is farthest from all
/// entries becomes one. After T. F. Gonzalez, "Clustering to minimize the maximum intercluster distance", Theoretical
/// Computer Science 38 (1985), doi:10.1016/0304-3975(85)90224-5: the largest error is then at most twice the least
/// that any entries could reach.
struct Palette {
    /// 0xFFRRGGBB; the most frequent colours first, then in the order in which they were the farthest.
    let entries: [UInt32]
    /// The entry for each colour number.
    let index: [UInt8]
    /// The largest difference between a colour and its entry in any channel, in levels of 255.
    let error: Int

    /// A larger error of a single pixel could be seen in a ragged edge, …
    static let maximumError = 12
    /// … and a larger one of all pixels on average, in levels of 255, as steps in a smooth shade. Flat areas with their
    /// edges have 0.25 at most, also of sixteen contour bands; a shaded surface, 0.5 to 1.1.
    static let maximumMeanError = 0.3
    static let exactColours = 32

    /// - Parameter table: the colours of the image with their frequencies; not empty.
    /// - Returns: nil when 256 entries do not keep the errors within ``maximumError`` and ``maximumMeanError``.
    /// - Complexity: O(256 · colours), up to 32 differences to a machine instruction.
    init?(covering table: ColourTable) {
        // Ties by colour, so that the order never depends on where a colour appeared first.
        let order = table.colours.indices.sorted {
            (table.counts[$1], table.colours[$0]) < (table.counts[$0], table.colours[$1])
        }
        var cover = Cover(order.map { table.colours[$0] })
        var entries: [UInt32] = []
        while entries.count < 256 {
            let rank: Int
            if entries.count < min(order.count, Self.exactColours) {
                rank = entries.count
            } else {
                let farthest = cover.farthest()
                if farthest.distance == 0 { break }
                rank = farthest.rank
            }
            cover.add(entry: UInt8(entries.count), rank: rank)
            entries.append(table.colours[order[rank]])
        }
        error = cover.farthest().distance
        guard error <= Self.maximumError else { return nil }
        let sum = zip(order, cover.distance).reduce(0.0) { $0 + Double(table.counts[$1.0]) * Double($1.1) }
        guard sum <= Self.maximumMeanError * Double(table.counts.reduce(0, +)) else { return nil }
        var index = [UInt8](repeating: 0, count: order.count)
        for (rank, number) in order.enumerated() { index[number] = cover.entry[rank] }
        self.index = index
        self.entries = entries
    }
}

/// Each colour's nearest entry so far. The channels are apart, so that vectors hold as many colours as bytes.
private struct Cover {
    private let red: [UInt8]
    private let green: [UInt8]
    private let blue: [UInt8]
    private(set) var distance: [UInt8]
    private var greatest = UInt8.max
    private(set) var entry: [UInt8]

    init(_ colours: [UInt32]) {
        red = colours.map { UInt8(truncatingIfNeeded: $0 >> 16) }
        green = colours.map { UInt8(truncatingIfNeeded: $0 >> 8) }
        blue = colours.map { UInt8(truncatingIfNeeded: $0) }
        distance = [UInt8](repeating: .max, count: colours.count)
        entry = [UInt8](repeating: 0, count: colours.count)
    }

    /// Makes the colour of this rank an entry.
    mutating func add(entry new: UInt8, rank: Int) {
        greatest = cpngkernels_cover(
            red, green, blue, red.count, red[rank], green[rank], blue[rank], new, &distance, &entry)
    }

    /// The most frequent of the colours farthest from all entries.
    func farthest() -> (rank: Int, distance: Int) { (distance.firstIndex(of: greatest) ?? 0, Int(greatest)) }
}
