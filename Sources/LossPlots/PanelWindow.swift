import Scenes

/// Where a panel's plotting area stands on the page, and which part of the plane it shows.
public struct PanelWindow: Equatable, Sendable {
    /// With which the ids of its groups in the scene begin: `panel0`.
    public var id: String
    /// Points.
    public var area: Rect
    public var x: ClosedRange<Double>
    public var y: ClosedRange<Double>
    /// Of the horizontal axis' variable: `θ`.
    public var xName: String
    /// Of what the vertical axis shows: `J`.
    public var yName: String
    /// How the plane is to be read.
    public var chart: Chart

    public enum Chart: Sendable {
        /// A function of one variable over its axis.
        case graph
        /// Two variables, each with an axis.
        case plane
        /// Shares of three classes: x = p₃ − p₂ and y = p₁.
        case shares
    }

    /// - Parameter chart: default: a graph.
    public init(
        id: String, area: Rect, x: ClosedRange<Double>, y: ClosedRange<Double>, xName: String, yName: String,
        chart: Chart = .graph
    ) {
        self.id = id
        self.area = area
        self.x = x
        self.y = y
        self.xName = xName
        self.yName = yName
        self.chart = chart
    }

    /// The data at a place on the page.
    public func data(at point: Point) -> (x: Double, y: Double) {
        let (u, v) = ((point.x - area.left) / area.width, (area.bottom - point.y) / area.height)
        return (
            x.lowerBound * (1 - u) + x.upperBound * u,
            y.lowerBound * (1 - v) + y.upperBound * v
        )
    }

    /// The place of data on the page.
    public func point(x: Double, y: Double) -> Point {
        let u = (x - self.x.lowerBound) / (self.x.upperBound - self.x.lowerBound)
        let v = (y - self.y.lowerBound) / (self.y.upperBound - self.y.lowerBound)
        return Point(x: area.left + u * area.width, y: area.bottom - v * area.height)
    }
}
