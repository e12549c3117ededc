/// The distinct colours of an image, numbered in the order of their first appearance, and how often each occurs.
///
/// An open-addressing hash table of fixed size: an image with more than ``capacity`` colours is no candidate for a
/// palette, so it need not grow.
struct ColourTable {
    /// Numbers fit into 14 bits; see ``RunLengthImage``.
    static let capacity = 1 << 14
    private static let slotBits = 15

    /// 0xFFRRGGBB, by number.
    private(set) var colours: [UInt32] = []
    /// Pixels of each colour, by number.
    var counts: [Int] = []
    /// A colour's number plus one, or zero; at most half of the slots are taken.
    private var slots = [UInt16](repeating: 0, count: 1 << slotBits)

    /// The colour's number, a new one when it is new.
    ///
    /// - Returns: nil when the table is full and the colour is not in it.
    /// - Complexity: O(1) on average.
    mutating func number(of colour: UInt32) -> Int? {
        // Fibonacci hashing: the high bits of the product depend on all bits of the colour.
        var slot = Int((colour &* 0x9E37_79B1) >> UInt32(32 - Self.slotBits))
        while slots[slot] != 0 {
            let number = Int(slots[slot]) - 1
            if colours[number] == colour { return number }
            slot = (slot + 1) & (slots.count - 1)
        }
        guard colours.count < Self.capacity else { return nil }
        colours.append(colour)
        counts.append(0)
        slots[slot] = UInt16(colours.count)
        return colours.count - 1
    }
}
