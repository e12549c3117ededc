import Scenes
import Typography

/// The room left and right of the plotting areas, shared by all panels so that their x axes line up.
struct Gutters {
    var left: Double
    var right: Double

    /// A name of the x axis wider than this, in points, stands under the plot instead of beside the axis.
    static let nameLimit = 48.0

    init(figure: Figure, shaper: any TextShaping, plotHeight: Double) {
        let theme = figure.theme
        let style = figure.style(theme.sizes.label)
        left = FigureLayout.margin
        right = FigureLayout.margin
        for panel in figure.panels where PanelFrame.yTicksStandOutside(panel.x, theme: theme) {
            let ticks = PanelFrame.yTicks(panel, height: plotHeight)
            let widest = ticks.major.map { shaper.shape(RichText(verbatim: $0.label), style: style).width }.max() ?? 0
            left = max(left, (FigureLayout.margin + widest + 6).rounded(.up))
        }
        if let name = figure.panels.last?.xLabel, theme.axes == .throughOrigin {
            let width = shaper.shape(name, style: figure.style(theme.sizes.axisName)).width
            if width <= Gutters.nameLimit { right = max(right, (8 + width + FigureLayout.margin).rounded(.up)) }
        }
        // The last tick's number may reach over the plot's edge.
        if case .frame = theme.axes { right = max(right, FigureLayout.margin + 10) }
    }
}
