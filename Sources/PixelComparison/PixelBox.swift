/// The smallest rectangle around a cluster of pixels that differ.
public struct PixelBox: Equatable, Sendable {
    /// The leftmost column, from 0.
    public var x: Int
    /// The uppermost row, from 0.
    public var y: Int
    /// Pixels.
    public var width: Int
    /// Pixels.
    public var height: Int
    /// How many pixels of the cluster differ.
    public var different: Int

    public init(x: Int, y: Int, width: Int, height: Int, different: Int) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
        self.different = different
    }

    mutating func include(columns: ClosedRange<Int>, row: Int, different count: Int) {
        merge(PixelBox(x: columns.lowerBound, y: row, width: columns.count, height: 1, different: count))
    }

    mutating func merge(_ other: PixelBox) {
        let right = max(x + width, other.x + other.width)
        let bottom = max(y + height, other.y + other.height)
        x = min(x, other.x)
        y = min(y, other.y)
        width = right - x
        height = bottom - y
        different += other.different
    }
}
