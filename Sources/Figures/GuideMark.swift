import Scenes

/// A thin dashed line between two places that the eye is to connect.
public struct GuideMark: Equatable, Sendable {
    /// Unique within the panel.
    public var id: String
    public var from: DataPoint
    public var to: DataPoint
    /// Whether colours lie beneath, so that the line needs an edge of the page's colour. Default: false.
    public var isOverPaint: Bool

    public init(id: String, from: DataPoint, to: DataPoint, isOverPaint: Bool = false) {
        self.id = id
        self.from = from
        self.to = to
        self.isOverPaint = isOverPaint
    }

    /// In points.
    func line(in scales: PanelScales) -> [Point] { [scales(from), scales(to)] }

    func lowered(to scales: PanelScales, theme: Theme) -> [Node] {
        let line = line(in: scales)
        let path = Path.line(from: line[0], to: line[1])
        let dashes = Node.shape(Shape(path, stroke: Stroke(color: theme.ink, width: 1.25, dash: [5, 4])))
        return isOverPaint ? [.shape(Shape(path, stroke: theme.casing)), dashes] : [dashes]
    }
}
