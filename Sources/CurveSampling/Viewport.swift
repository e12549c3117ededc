/// The window of data coordinates that is shown, and its size in pixels.
public struct Viewport: Equatable, Sendable {
    public var x: ClosedRange<Double>
    public var y: ClosedRange<Double>
    /// Pixels, of the unit in which the bound is wanted.
    public var width: Double
    public var height: Double

    public init(x: ClosedRange<Double>, y: ClosedRange<Double>, width: Double, height: Double) {
        precondition(
            x.lowerBound < x.upperBound && y.lowerBound < y.upperBound && width > 0 && height > 0,
            "a viewport is not empty")
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    public var pixelsPerX: Double { width / (x.upperBound - x.lowerBound) }
    public var pixelsPerY: Double { height / (y.upperBound - y.lowerBound) }
}
