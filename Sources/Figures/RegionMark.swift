import Scenes
import Typography

/// A part of the plane under a light wash, with a thin line along its edge.
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

    public init(
        id: String, label: RichText?, styleIndex: Int, outlines: [[DataPoint]], edges: [[DataPoint]]
    ) {
        self.id = id
        self.label = label
        self.styleIndex = styleIndex
        self.outlines = outlines
        self.edges = edges
    }

    private static let wash = 0.12

    func color(in theme: Theme) -> Color { theme.cycle[styleIndex % theme.cycle.count] }

    func lowered(to scales: PanelScales, theme: Theme) -> [Node] {
        func path(_ lines: [[DataPoint]]) -> Path {
            var path = Path()
            for line in lines where line.count > 1 {
                path.move(to: scales(line[0]))
                for point in line.dropFirst() { path.line(to: scales(point)) }
            }
            return path
        }
        var area = path(outlines)
        area.close()
        let color = color(in: theme)
        var nodes: [Node] = []
        if !outlines.isEmpty {
            nodes.append(.shape(Shape(area, fill: color.withOpacity(RegionMark.wash), fillRule: .evenOdd)))
        }
        let edge = path(edges)
        if !edge.isEmpty {
            nodes.append(.shape(Shape(edge, stroke: Stroke(color: color.withOpacity(0.7), width: 1, dash: [4, 3]))))
        }
        return nodes
    }

    /// Whether the point lies inside, in points.
    func holds(_ p: Point, scales: PanelScales) -> Bool {
        var isInside = false
        for outline in outlines {
            guard let last = outline.last else { continue }
            var a = scales(last)
            for point in outline {
                let b = scales(point)
                if (a.y > p.y) != (b.y > p.y), p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y) {
                    isInside.toggle()
                }
                a = b
            }
        }
        return isInside
    }
}
