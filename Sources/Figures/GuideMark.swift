import Scenes

/// A thin dashed line between two places that the eye is to connect.
public struct GuideMark: Equatable, Sendable {
    /// Unique within the panel.
    public var id: String
    public var from: DataPoint
    public var to: DataPoint

    public init(id: String, from: DataPoint, to: DataPoint) {
        self.id = id
        self.from = from
        self.to = to
    }

    /// In points.
    func line(in scales: PanelScales) -> [Point] { [scales(from), scales(to)] }

    func lowered(to scales: PanelScales, theme: Theme) -> [Node] {
        let line = line(in: scales)
        let stroke = Stroke(color: theme.ink, width: 1.25, dash: [5, 4])
        return [.shape(Shape(Path.line(from: line[0], to: line[1]), stroke: stroke))]
    }
}
