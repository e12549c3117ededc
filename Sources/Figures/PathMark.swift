import Scenes
import Typography

/// The way of something that moves in steps, from a ring to a disc: the iterates of a descent.
///
/// Steps are parabolas that bow upwards, as a ball hops, or straight lines. What would lie on what is drawn already is left
/// out: dots nearer than ``PathMark/leastDistance`` to another, steps between such. The first and the last point are
/// always drawn where they are in the window. A step out of the window is straight and ends in an arrow at its edge.
public struct PathMark: Equatable, Sendable {
    /// Unique within the panel.
    public var id: String
    /// Which colour of the theme's cycle.
    public var styleIndex: Int
    /// How a step is drawn.
    public var form: Form
    /// In the order they were visited, at least one; each finite.
    public var points: [DataPoint]
    /// What stands beside the first point; nil for nothing.
    public var startLabel: RichText?
    /// What stands beside the last point; nil for nothing.
    public var endLabel: RichText?
    /// What it is, for readers who cannot see it.
    public var title: String?

    public enum Form: Equatable, Sendable {
        /// Parabolas above what it goes along, for paths on a curve.
        case hops
        /// Straight lines, for paths in a plane.
        case straight
    }

    public init(
        id: String, styleIndex: Int, form: Form, points: [DataPoint], startLabel: RichText? = nil,
        endLabel: RichText? = nil, title: String? = nil
    ) {
        precondition(!points.isEmpty, "a path has a first point")
        self.id = id
        self.styleIndex = styleIndex
        self.form = form
        self.points = points
        self.startLabel = startLabel
        self.endLabel = endLabel
        self.title = title
    }

    /// Dots nearer to each other than this, in points, would run into each other, and are one.
    static let leastDistance = 8.0

    /// The radius of the disc at its end, relative to a point's.
    static let endShare = 0.75

    /// - Parameter end: the radius in points of the disc at its end; nil for the usual one.
    func lowered(to scales: PanelScales, theme: Theme, end endRadius: Double? = nil) -> [Node] {
        let route = PathRoute(self, scales: scales)
        let color = theme.cycle[styleIndex % theme.cycle.count]
        let radius = theme.pointDiameter / 2
        var nodes: [Node] = []
        if !route.steps.isEmpty {
            let lines = route.line
            // Among other lines a halo sets it apart; parabolas stand clear of their curve.
            if form == .straight {
                nodes.append(.shape(Shape(lines, stroke: Stroke(color: theme.page, width: 4, isRound: true))))
            }
            nodes.append(.shape(Shape(lines, stroke: Stroke(color: color, width: 1.5, isRound: true))))
        }
        if !route.dots.isEmpty {
            // Lines of no length with round ends: a tenth of the bytes of circles.
            let dots = Path.dots(route.dots.map(\.roundedToTenths))
            nodes.append(.shape(Shape(dots, stroke: Stroke(color: theme.page, width: radius + 2, isRound: true))))
            nodes.append(.shape(Shape(dots, stroke: Stroke(color: color, width: radius, isRound: true))))
        }
        let heads = Path(route.steps.compactMap(\.arrowhead).flatMap(\.elements)).mapped(\.roundedToTenths)
        if !heads.isEmpty { nodes.append(.shape(Shape(heads, fill: color))) }
        if let end = route.end {
            let disc = endRadius ?? PathMark.endShare * radius
            nodes.append(.shape(Shape(Path.circle(center: end, radius: disc + 1.25), fill: theme.page)))
            nodes.append(.shape(Shape(Path.circle(center: end, radius: disc), fill: color)))
        }
        if let start = route.start {
            nodes.append(
                .shape(
                    Shape(
                        Path.circle(center: start, radius: radius - 0.5), fill: theme.page,
                        stroke: Stroke(color: color, width: 2))))
        }
        return nodes
    }

    /// The ends, which labels must not cover.
    func boxes(in scales: PanelScales, theme: Theme) -> [Rect] {
        let route = PathRoute(self, scales: scales)
        let radius = theme.pointDiameter / 2
        return ([route.start, route.end].compactMap { $0 } + route.dots).map {
            Rect(x: $0.x - radius, y: $0.y - radius, width: 2 * radius, height: 2 * radius)
        }
    }

    /// The steps as straight lines in points.
    func polylines(in scales: PanelScales) -> [[Point]] { PathRoute(self, scales: scales).steps.map(\.polyline) }
}
