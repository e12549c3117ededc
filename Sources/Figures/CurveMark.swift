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

    public init(id: String, label: RichText, styleIndex: Int, runs: [[DataCubic]]) {
        self.id = id
        self.label = label
        self.styleIndex = styleIndex
        self.runs = runs
    }

    func lowered(to scales: PanelScales, theme: Theme) -> [Node] {
        var path = Path()
        for run in runs {
            guard let first = run.first else { continue }
            path.move(to: scales(first.start))
            for piece in run { path.cubic(scales(piece.first), scales(piece.second), to: scales(piece.end)) }
        }
        return path.isEmpty ? [] : [.shape(Shape(path, stroke: theme.curve(styleIndex)))]
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
