import Diagnostics
import Scenes
import Typography

/// Measures a figure of bars: its panels side by side, each on a scale of its own.
struct BarsRow {
    let figure: Figure
    let shaper: any TextShaping

    /// Between two panels, in points.
    private static let gap = 36.0
    /// The narrowest slot of a bar.
    private static let leastSlot = 44.0
    private static let leastHeight = 40.0

    func measure() throws -> VerticalStack.Measures {
        let captions = Captions(figure: figure, shaper: shaper)
        let count = Double(figure.panels.count)
        let gaps = BarsRow.gap * (count - 1) + 2 * FigureLayout.margin
        let width: Double
        switch figure.extent {
        case .figure(let size): width = size.width
        case .plotArea(let plot): width = plot.width * count + gaps
        }
        let panelWidth = ((width - gaps) / count).rounded(.down)
        let slots = figure.panels.map { panelWidth / ($0.x.upperBound - $0.x.lowerBound) }
        let header = captions.header(width: width - 2 * FigureLayout.margin)
        let footer = captions.footer(width: width - 2 * FigureLayout.margin)
        let titles = figure.panels.map { titleLines($0, width: panelWidth) }
        let above =
            titles.map { PanelFrame.barsTitleLines($0, figure.theme).height }.reduce(0, max)
            + PanelFrame.barValueRoom(figure.theme) + 6
        let below = zip(figure.panels, slots).flatMap { panel, slot in
            panel.bars.map { bar in
                PanelFrame.height(
                    ofBarLines: PanelFrame.barLines(bar, width: slot, figure: figure, shaper: shaper))
            }
        }.reduce(0, max)
        let fixed = header.height + footer.height + above + below + 8
        let size: Size
        switch figure.extent {
        case .figure(let given): size = given
        case .plotArea(let plot): size = Size(width: width, height: fixed + plot.height)
        }
        let height = (size.height - fixed).rounded(.down)
        let widest = figure.panels.flatMap(\.bars).map { bar in
            let style = figure.style(figure.theme.sizes.axisName, weight: .semibold)
            return shaper.shape(bar.value, style: style).width + 8
        }.reduce(BarsRow.leastSlot, max)
        guard height >= BarsRow.leastHeight, (slots.min() ?? 0) >= widest else {
            let bars = figure.panels.map(\.bars.count).reduce(0, max)
            throw tooSmall(
                size, width: widest * Double(bars) * count + gaps, height: fixed + BarsRow.leastHeight)
        }
        let top = header.height + above
        let frames = figure.panels.enumerated().map { index, panel in
            PanelFrame(
                figure: figure, panel: panel,
                plot: Rect(
                    x: FigureLayout.margin + Double(index) * (panelWidth + BarsRow.gap), y: top.rounded(),
                    width: panelWidth, height: height), isLast: true, namesXAxis: false, yTicksStandOutside: true,
                yName: titles[index], pageWidth: size.width, shaper: shaper)
        }
        return VerticalStack.Measures(
            size: size, frames: frames, header: header.lines,
            footer: Captions.moved(footer.lines, by: size.height - footer.height), xName: [],
            legendTop: header.height)
    }

    private func titleLines(_ panel: Panel, width: Double) -> [ShapedText] {
        let style = figure.style(figure.theme.sizes.axisName)
        return panel.yLabel?.wrapped(to: width, shaper: shaper, style: style).map { shaper.shape($0, style: style) }
            ?? []
    }

    private func tooSmall(_ size: Size, width: Double, height: Double) -> Diagnostic {
        func text(_ size: Size) -> String {
            [size.width, size.height].map { DecimalLabel.text($0, significant: 6) }.joined(separator: "x")
        }
        let enough = Size(width: max(size.width, width.rounded(.up)), height: max(size.height, height.rounded(.up)))
        return Diagnostic(
            "a size of \(text(size)) leaves too little room for the bars", about: Setting(.size),
            hint: "make it \(text(enough)), or compare fewer losses and predictions")
    }
}

extension Panel {
    fileprivate var bars: [BarsMark.Bar] {
        marks.flatMap { mark -> [BarsMark.Bar] in
            if case .bars(let mark) = mark { mark.bars } else { [] }
        }
    }
}
