import Scenes
import Typography

/// A part of the plane under a light wash, or where colours lie beneath under hatching, with a thin line along its edge; or
/// the line alone.
public struct RegionMark: Equatable, Sendable {
    /// Unique within the panel.
    public var id: String
    /// What stands inside, where it fits.
    public var label: RichText?
    /// Which colour of the theme's cycle.
    public var styleIndex: Int
    /// Closed polygons in data coordinates; inside is what an odd number of them holds.
    public var outlines: [[DataPoint]]
    /// The lines that are drawn along the edge, which leave out the window's own.
    public var edges: [[DataPoint]]
    /// Whether colours lie beneath. Default: false.
    public var isOverPaint: Bool

    public init(
        id: String, label: RichText?, styleIndex: Int, outlines: [[DataPoint]], edges: [[DataPoint]],
        isOverPaint: Bool = false
    ) {
        self.id = id
        self.label = label
        self.styleIndex = styleIndex
        self.outlines = outlines
        self.edges = edges
        self.isOverPaint = isOverPaint
    }

    private static let wash = 0.12
    /// Points between two lines.
    private static let hatchSpacing = 13.0

    func color(in theme: Theme) -> Color { theme.cycle[styleIndex % theme.cycle.count] }

    /// - Parameter isHatched: whether lines fill it where colours lie beneath. Default: true.
    func lowered(to scales: PanelScales, theme: Theme, isHatched: Bool = true) -> [Node] {
        func path(_ lines: [[DataPoint]]) -> Path {
            var path = Path()
            for line in lines where line.count > 1 {
                path.move(to: scales(line[0]))
                for point in line.dropFirst() { path.line(to: scales(point)) }
            }
            return path
        }
        let edge = path(edges)
        var nodes: [Node] = []
        if isOverPaint, outlines.isEmpty {
            // A line alone keeps its colour.
            let dashes = Stroke(color: color(in: theme), width: 1.75, dash: [6, 4])
            // In the gaps the paint shows: the page's colour there would be seen before the line.
            let rim = Stroke(color: theme.casing.color, width: dashes.width + 1, dash: dashes.dash)
            return edge.isEmpty ? [] : [.shape(Shape(edge, stroke: rim)), .shape(Shape(edge, stroke: dashes))]
        }
        if isOverPaint {
            let areas = isHatched ? outlines.map { $0.map { scales($0) } } : []
            let hatching = Hatching(areas, spacing: RegionMark.hatchSpacing).path
            // A light line and a dark one beside it: one of them can be seen on any colour. Half as strong as lines of
            // levels, which have a number to tell.
            let strokes = [
                (hatching.moved(by: 1), Color(0x000000, opacity: 0.15)), (hatching, Color(0xFFFFFF, opacity: 0.22)),
            ]
            for (path, color) in strokes where !path.isEmpty {
                nodes.append(.shape(Shape(path, stroke: Stroke(color: color, width: 1))))
            }
            if !edge.isEmpty {
                nodes.append(.shape(Shape(edge, stroke: Stroke(color: Color(0xFFFFFF, opacity: 0.75), width: 2))))
                nodes.append(.shape(Shape(edge, stroke: Stroke(color: Color(0x000000), width: 1, dash: [5, 4]))))
            }
            return nodes
        }
        let area = Path(closed: outlines, in: scales)
        let color = color(in: theme)
        if !area.isEmpty {
            nodes.append(.shape(Shape(area, fill: color.withOpacity(RegionMark.wash), fillRule: .evenOdd)))
        }
        if !edge.isEmpty {
            nodes.append(.shape(Shape(edge, stroke: Stroke(color: color.withOpacity(0.7), width: 1, dash: [4, 3]))))
        }
        return nodes
    }
}
