import Scenes
import Typography

/// Bars from zero up, side by side, each with its value above and its name below.
///
/// Bar k stands at x from k to k + 1.
public struct BarsMark: Equatable, Sendable {
    /// Unique within the panel.
    public var id: String
    public var bars: [Bar]

    public init(id: String, bars: [Bar]) {
        self.id = id
        self.bars = bars
    }

    public struct Bar: Equatable, Sendable {
        /// At least 0.
        public var height: Double
        /// The height in figures.
        public var value: RichText
        public var name: RichText
        /// A quieter line under the name.
        public var detail: RichText?
        /// Which colour of the theme's cycle.
        public var styleIndex: Int

        public init(height: Double, value: RichText, name: RichText, detail: RichText? = nil, styleIndex: Int) {
            precondition(height >= 0 && height.isFinite, "a bar has a finite height")
            self.height = height
            self.value = value
            self.name = name
            self.detail = detail
            self.styleIndex = styleIndex
        }
    }

    /// Shares of a bar's slot, and points.
    private static let (share, widest) = (0.56, 110.0)

    /// In points.
    func box(of index: Int, in scales: PanelScales) -> Rect {
        let (left, right) = (scales.x(Double(index)), scales.x(Double(index + 1)))
        let width = min(BarsMark.share * (right - left), BarsMark.widest)
        let middle = (left + right) / 2
        return Rect(
            left: middle - width / 2, top: scales.y(bars[index].height), right: middle + width / 2,
            bottom: scales.y(0))
    }

    func lowered(to scales: PanelScales, theme: Theme) -> [Node] {
        bars.indices.map { index in
            let color = theme.cycle[bars[index].styleIndex % theme.cycle.count]
            let box = box(of: index, in: scales)
            // The stroke stays inside, or equal bars of another colour would seem to touch other heights.
            let inner = box.height > 1.5 ? box.insetBy(0.75) : box
            return .shape(
                Shape(.rectangle(inner), fill: color.withOpacity(0.4), stroke: Stroke(color: color, width: 1.5)))
        }
    }

    var texts: [RichText] { bars.flatMap { [$0.value, $0.name] + ($0.detail.map { [$0] } ?? []) } }
}
