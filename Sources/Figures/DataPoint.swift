import Scenes

/// A place in data coordinates.
public struct DataPoint: Equatable, Sendable {
    public var x: Double
    public var y: Double

    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }
}

/// A cubic Bézier piece in data coordinates: start, two control points, end.
public struct DataCubic: Equatable, Sendable {
    public var start: DataPoint
    public var first: DataPoint
    public var second: DataPoint
    public var end: DataPoint

    public init(start: DataPoint, first: DataPoint, second: DataPoint, end: DataPoint) {
        self.start = start
        self.first = first
        self.second = second
        self.end = end
    }
}

/// The two scales of a panel.
struct PanelScales: Equatable, Sendable {
    var x: LinearScale
    var y: LinearScale

    func callAsFunction(_ point: DataPoint) -> Point { Point(x: x(point.x), y: y(point.y)) }
}
