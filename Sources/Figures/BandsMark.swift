import Scenes
import Typography

/// Stretches of the x axis where something holds, as a light wash over the panel's height.
public struct BandsMark: Equatable, Sendable {
    /// Unique within the panel.
    public var id: String
    /// Which colour of the theme's cycle.
    public var styleIndex: Int
    /// In ascending order and apart from each other.
    public var ranges: [ClosedRange<Double>]
    /// What holds there: written once, in the widest band that has room. Nil for none.
    public var label: RichText?

    public init(id: String, styleIndex: Int, ranges: [ClosedRange<Double>], label: RichText? = nil) {
        self.id = id
        self.styleIndex = styleIndex
        self.ranges = ranges
        self.label = label
    }

    /// Default: a tenth.
    static let opacity = 0.1

    /// The parts of the bands that lie in the plot; the widest first.
    func boxes(in scales: PanelScales) -> [Rect] {
        let (top, bottom) = (scales.y.end, scales.y.start)
        return ranges.compactMap { range in
            let inside = range.clamped(to: scales.x.domain)
            guard inside.lowerBound < inside.upperBound else { return nil }
            return Rect(
                left: scales.x(inside.lowerBound), top: top, right: scales.x(inside.upperBound), bottom: bottom)
        }
        .sorted { ($0.width, -$0.left) > ($1.width, -$1.left) }
    }

    func lowered(to scales: PanelScales, theme: Theme) -> [Node] {
        let path = Path(boxes(in: scales).sorted { $0.left < $1.left }.flatMap { Path.rectangle($0).elements })
        if path.isEmpty { return [] }
        return [.shape(Shape(path, fill: theme.cycle[styleIndex % theme.cycle.count].withOpacity(BandsMark.opacity)))]
    }
}
