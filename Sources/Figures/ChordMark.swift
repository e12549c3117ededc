import Scenes

/// A chord between two points of a curve, and how far the curve rises above it at one place.
public struct ChordMark: Equatable, Sendable {
    /// Unique within the panel.
    public var id: String
    /// Which colour of the theme's cycle its curve has.
    public var styleIndex: Int
    public var from: DataPoint
    public var to: DataPoint
    /// The point of the curve that is farthest above the chord.
    public var peak: DataPoint

    public init(id: String, styleIndex: Int, from: DataPoint, to: DataPoint, peak: DataPoint) {
        self.id = id
        self.styleIndex = styleIndex
        self.from = from
        self.to = to
        self.peak = peak
    }

    /// The point of the chord under the peak.
    public var foot: DataPoint {
        let share = (peak.x - from.x) / (to.x - from.x)
        return DataPoint(x: peak.x, y: from.y + share * (to.y - from.y))
    }

    /// A chord that lies nearer to its curve than this, in points, would only soil it, and is not drawn.
    static let leastRise = 4.0

    /// The chord itself and the line from it to the peak, in points; none where the peak is too near.
    func lines(in scales: PanelScales) -> [[Point]] {
        let (foot, top) = (scales(foot), scales(peak))
        return foot.y - top.y < ChordMark.leastRise ? [] : [[scales(from), scales(to)], [foot, top]]
    }

    /// A thin dashed line, and a thinner one up to the curve with a dot at the curve.
    func lowered(to scales: PanelScales, theme: Theme) -> [Node] {
        let lines = lines(in: scales)
        if lines.isEmpty { return [] }
        func path(_ line: [Point]) -> Path { Path.line(from: line[0], to: line[1]) }
        let dot = Path.circle(center: scales(peak), radius: theme.pointDiameter / 4)
        return [
            .shape(Shape(path(lines[0]), stroke: Stroke(color: theme.ink, width: 1.25, dash: [5, 4]))),
            .shape(Shape(path(lines[1]), stroke: Stroke(color: theme.ink, width: 1.25))),
            .shape(Shape(dot, fill: theme.ink)),
        ]
    }
}
