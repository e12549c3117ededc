import Scenes
import Typography

/// A curve: runs of connected cubic pieces in data coordinates, with gaps between the runs.
public struct CurveMark: Equatable, Sendable {
    /// Unique within the panel, for example `mse`.
    public var id: String
    /// The name that stands at the curve or in the legend.
    public var label: RichText
    /// Which colour and dash of the theme's cycle.
    public var styleIndex: Int
    public var runs: [[DataCubic]]
    /// Where the curve is known by boxes alone: opposite corners, lower left and upper right.
    public var boxes: [Box]

    public init(
        id: String, label: RichText, styleIndex: Int, runs: [[DataCubic]],
        boxes: [Box] = []
    ) {
        self.boxes = boxes
        self.id = id
        self.label = label
        self.styleIndex = styleIndex
        self.runs = runs
    }

    public struct Box: Equatable, Sendable {
        public var low: DataPoint
        public var high: DataPoint

        public init(low: DataPoint, high: DataPoint) {
            self.low = low
            self.high = high
        }
    }

    func lowered(to scales: PanelScales, theme: Theme) -> [Node] {
        var path = Path()
        for run in runs {
            guard let first = run.first else { continue }
            path.move(to: scales(first.start))
            for piece in run { path.cubic(scales(piece.first), scales(piece.second), to: scales(piece.end)) }
        }
        var area = Path()
        for box in boxes {
            let (a, b) = (scales(box.low), scales(box.high))
            // Neighbours overlap by a little, so that no seams show.
            area.elements += Path.rectangle(Rect(left: a.x - 0.05, top: b.y, right: b.x + 0.05, bottom: a.y)).elements
        }
        let stroke = theme.curve(styleIndex)
        return (area.isEmpty ? [] : [.shape(Shape(area, fill: stroke.color.withOpacity(0.4)))])
            + (path.isEmpty ? [] : [.shape(Shape(path, stroke: stroke))])
    }

    /// The curve as short straight lines in points, for finding free places beside it; eight lines a piece are off by
    /// far less than a label's margin.
    func polylines(in scales: PanelScales) -> [[Point]] {
        runs.map { run in
            var points = run.first.map { [scales($0.start)] } ?? []
            for piece in run {
                let (a, b, c, d) = (scales(piece.start), scales(piece.first), scales(piece.second), scales(piece.end))
                for i in 1...8 {
                    let t = Double(i) / 8
                    let u = 1 - t
                    let (wa, wb, wc, wd) = (u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t)
                    points.append(
                        Point(
                            x: wa * a.x + wb * b.x + wc * c.x + wd * d.x,
                            y: wa * a.y + wb * b.y + wc * c.y + wd * d.y))
                }
            }
            return points
        }
    }
}
