import Scenes

/// Points of equal rank in data coordinates, drawn as filled discs with a rim of the page's colour.
public struct PointsMark: Equatable, Sendable {
    /// Unique within the panel.
    public var id: String
    /// Which colour of the theme's cycle.
    public var styleIndex: Int
    /// Relative to the theme's diameter. Default: 1.
    public var relativeSize: Double
    public var points: [DataPoint]

    public init(id: String, styleIndex: Int, relativeSize: Double = 1, points: [DataPoint]) {
        self.id = id
        self.styleIndex = styleIndex
        self.relativeSize = relativeSize
        self.points = points
    }

    /// Points outside the scales' domains are not drawn.
    func lowered(to scales: PanelScales, theme: Theme) -> [Node] {
        var discs = Path()
        var rims = Path()
        let radius = theme.pointDiameter / 2 * relativeSize
        for point in points where scales.x.domain.contains(point.x) && scales.y.domain.contains(point.y) {
            let center = scales(point)
            discs.elements += Path.circle(center: center, radius: radius).elements
            rims.elements += Path.circle(center: center, radius: radius + 1).elements
        }
        if discs.isEmpty { return [] }
        return [
            .shape(Shape(rims, fill: theme.page)),
            .shape(Shape(discs, fill: theme.cycle[styleIndex % theme.cycle.count])),
        ]
    }

    func boxes(in scales: PanelScales, theme: Theme) -> [Rect] {
        let radius = theme.pointDiameter / 2 * relativeSize
        return points.map { scales($0) }.map {
            Rect(x: $0.x - radius, y: $0.y - radius, width: 2 * radius, height: 2 * radius)
        }
    }
}
