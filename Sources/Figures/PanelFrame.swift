import Scenes
import Typography

/// A panel's plotting area with its scales, ticks and axes placed.
struct PanelFrame {
    let panel: Panel
    let plot: Rect
    let scales: PanelScales
    let xTicks: Ticks
    let yTicks: Ticks
    /// Where the axes stand: through the origin when it is in view, else at the edge nearest to it.
    let xAxis: Double
    let yAxis: Double
    let isLast: Bool
    let namesXAxis: Bool
    /// Whether the numbers of the y axis stand left of the plot.
    let yTicksStandOutside: Bool
    /// Where the numbers of the y axis may stand when there is no room beside it, the preferred edge first.
    var yEdges = TickEdge.allCases
    /// The name of the y axis in lines.
    let yName: [ShapedText]
    /// The width of the whole figure.
    let pageWidth: Double
    let figure: Figure

    /// Least distances of tick numbers in points.
    static let xSpacing = 80.0
    static let ySpacing = 80.0
    /// A low panel takes closer numbers rather than one.
    static let leastYSpacing = 28.0
    /// Room that numbers need below or left of an axis in the plot.
    static let numberRoom = 24.0

    init(
        figure: Figure, panel: Panel, plot: Rect, isLast: Bool, namesXAxis: Bool, yTicksStandOutside: Bool,
        yName: [ShapedText], pageWidth: Double, shaper: any TextShaping
    ) {
        self.figure = figure
        self.panel = panel
        self.plot = plot
        self.isLast = isLast
        self.namesXAxis = namesXAxis
        self.yTicksStandOutside = yTicksStandOutside
        self.yName = yName
        self.pageWidth = pageWidth
        scales = PanelScales(
            x: LinearScale(domain: panel.x, range: (plot.left, plot.right)),
            y: LinearScale(domain: panel.y, range: (plot.bottom, plot.top)))
        let style = figure.style(figure.theme.sizes.label)
        xTicks = PanelFrame.xTicks(panel, scale: scales.x, style: style, shaper: shaper)
        yTicks = PanelFrame.yTicks(panel, height: plot.height)
        switch figure.theme.axes {
        case .throughOrigin:
            let width = figure.theme.axis.width
            xAxis = min(max(scales.y.snapped(0, width: width), plot.top), plot.bottom)
            yAxis = min(max(scales.x.snapped(0, width: width), plot.left), plot.right)
        case .frame:
            xAxis = plot.bottom
            yAxis = plot.left
        }
    }

    static func xTicks(_ panel: Panel, scale: LinearScale, style: TextStyle, shaper: any TextShaping) -> Ticks {
        var ticks = legible(over: panel.x, length: abs(scale.end - scale.start), spacings: [xSpacing, 48, 32])
        // Long numbers need more room than the usual spacing.
        while let widest = ticks.major.map({ shaper.shape(RichText(verbatim: $0.label), style: style).width }).max(),
            widest + 12 > scale.pointsPerUnit * Ticks.value(ticks.mantissa, ticks.exponent)
        {
            let coarser = ticks.coarser(over: panel.x)
            if coarser.major.count < 2 { break }
            ticks = coarser
        }
        return ticks
    }

    static func yTicks(_ panel: Panel, height: Double) -> Ticks {
        let spacing = min(ySpacing, max(leastYSpacing, height / 4))
        return legible(over: panel.y, length: height, spacings: [spacing, 0.6 * spacing, leastYSpacing, 18])
    }

    /// The first ticks with two numbers beside zero, without which an axis cannot be read, else the last ones.
    private static func legible(over domain: ClosedRange<Double>, length: Double, spacings: [Double]) -> Ticks {
        var ticks = Ticks(over: domain, length: length, spacing: spacings[0])
        for spacing in spacings.dropFirst() where ticks.major.count(where: { $0.value != 0 }) < 2 {
            ticks = Ticks(over: domain, length: length, spacing: spacing)
        }
        return ticks
    }

    /// Numbers stand beside the axis inside the plot when there is room for them, else outside the plot, where no curve
    /// can run into them.
    static func xTicksStandOutside(_ y: ClosedRange<Double>, height: Double, theme: Theme) -> Bool {
        if case .frame = theme.axes { return true }
        return -y.lowerBound / (y.upperBound - y.lowerBound) * height < numberRoom || y.upperBound < 0
    }

    static func yTicksStandOutside(
        _ x: ClosedRange<Double>, plotWidth: Double, numberWidth: Double, theme: Theme
    ) -> Bool {
        if case .frame = theme.axes { return true }
        let share = -x.lowerBound / (x.upperBound - x.lowerBound)
        return x.upperBound < 0 || share < shareLeftOfAxis || share * plotWidth < numberWidth + 6
    }

    /// How much of the plot's width must lie left of the y axis for its numbers to stand there.
    private static let shareLeftOfAxis = 0.075

    var xTicksStandOutside: Bool {
        PanelFrame.xTicksStandOutside(panel.y, height: plot.height, theme: figure.theme)
    }

    /// Whether the axis line itself is to be drawn: its zero is in view.
    var showsXAxis: Bool { panel.y.contains(0) }
    var showsYAxis: Bool { panel.x.contains(0) }
}
