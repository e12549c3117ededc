import Scenes
import Typography

/// Points of equal rank in data coordinates, drawn as discs with a rim of the page's colour, or as rings.
public struct PointsMark: Equatable, Sendable {
    /// Unique within the panel.
    public var id: String
    /// Which colour of the theme's cycle.
    public var styleIndex: Int
    /// Relative to the theme's diameter. Default: 1.
    public var relativeSize: Double
    public var points: [DataPoint]
    /// What stands beside each point, an empty text for nothing there; no labels for nothing at all.
    public var labels: [RichText]
    /// Whether the discs are empty. Default: false.
    public var isHollow: Bool

    public init(
        id: String, styleIndex: Int, relativeSize: Double = 1, points: [DataPoint], labels: [RichText] = [],
        isHollow: Bool = false
    ) {
        precondition(labels.isEmpty || labels.count == points.count, "each point has a label, or none has")
        self.id = id
        self.styleIndex = styleIndex
        self.relativeSize = relativeSize
        self.points = points
        self.labels = labels
        self.isHollow = isHollow
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
        let color = theme.cycle[styleIndex % theme.cycle.count]
        if isHollow { return [.shape(Shape(discs, fill: theme.page, stroke: Stroke(color: color, width: 1.5)))] }
        return [.shape(Shape(rims, fill: theme.page)), .shape(Shape(discs, fill: color))]
    }

    func boxes(in scales: PanelScales, theme: Theme) -> [Rect] {
        let radius = theme.pointDiameter / 2 * relativeSize
        return points.map { scales($0) }.map {
            Rect(x: $0.x - radius, y: $0.y - radius, width: 2 * radius, height: 2 * radius)
        }
    }
}
