import Scenes
import Typography

/// The room left and right of the plotting areas, shared by all panels so that their x axes line up.
struct Gutters {
    private(set) var left = FigureLayout.margin
    private(set) var right = FigureLayout.margin
    /// For each panel, whether the numbers of its y axis stand left of the plot.
    private(set) var numbersStandOutside: [Bool]

    /// A name of the x axis wider than this, in points, stands under the plot instead of beside the axis.
    static let nameLimit = 48.0

    /// - Parameter plotWidth: what two gutters leave for the plotting areas.
    init(
        figure: Figure, shaper: any TextShaping, plotHeight: Double,
        plotWidth: (_ left: Double, _ right: Double) -> Double
    ) {
        let theme = figure.theme
        let style = figure.style(theme.sizes.label)
        func width(_ label: String) -> Double { shaper.shape(RichText(verbatim: label), style: style).width }
        let widest = figure.panels.map { panel in
            PanelFrame.yTicks(panel, height: plotHeight).major.map { width($0.label) }.max() ?? 0
        }
        if let name = figure.panels.last?.xLabel, theme.axes == .throughOrigin {
            let width = shaper.shape(name, style: figure.style(theme.sizes.axisName)).width
            if width <= Gutters.nameLimit { right = max(right, (8 + width + FigureLayout.margin).rounded(.up)) }
        }
        // The last tick's number may reach over the plot's edge.
        if case .frame = theme.axes { right = max(right, FigureLayout.margin + 10) }
        let bar = figure.colorBar.map { $0.extent(in: figure, shaper: shaper) }
        // A number at the end of the axis or the axis' name stands between the plot and the bar.
        func withBar(_ right: Double) -> Double {
            bar.map { max(ColorBar.gap, right - FigureLayout.edge) + $0 + FigureLayout.margin } ?? right
        }
        // Numbers that move out of the plot make it narrower, which may drive out those of another panel.
        numbersStandOutside = figure.panels.map { _ in false }
        while true {
            let available = plotWidth(left, withBar(right))
            let outside = zip(figure.panels, widest).map { panel, widest in
                PanelFrame.yTicksStandOutside(panel.x, plotWidth: available, numberWidth: widest, theme: theme)
            }
            let next = zip(numbersStandOutside, outside).map { $0 || $1 }
            if next == numbersStandOutside { break }
            numbersStandOutside = next
            for (isOutside, widest) in zip(next, widest) where isOutside {
                left = max(left, (FigureLayout.margin + widest + 6).rounded(.up))
            }
        }
        makeRoomForEnds(of: figure, shaper: shaper, plotWidth: plotWidth(left, withBar(right)))
        right = withBar(right)
    }

    /// The numbers at the ends of the x axis are centred at their ticks and reach beyond the plot by half their width.
    private mutating func makeRoomForEnds(of figure: Figure, shaper: any TextShaping, plotWidth: Double) {
        guard let panel = figure.panels.last, plotWidth > 0 else { return }
        let style = figure.style(figure.theme.sizes.label)
        let scale = LinearScale(domain: panel.x, range: (0, plotWidth))
        for tick in PanelFrame.xTicks(panel, scale: scale, style: style, shaper: shaper).major {
            let half = shaper.shape(RichText(verbatim: tick.label), style: style).width / 2
            left = max(left, (half - scale(tick.value) + FigureLayout.edge).rounded(.up))
            right = max(right, (scale(tick.value) + half - plotWidth + FigureLayout.edge).rounded(.up))
        }
    }
}
