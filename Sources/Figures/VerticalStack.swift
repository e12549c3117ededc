import Diagnostics
import Scenes
import Typography

/// Measures a figure: which lines it has, how high they are, what that leaves for the plotting areas.
struct VerticalStack {
    var figure: Figure
    let shaper: any TextShaping
    /// Whether an error for too small a size names one that is large enough.
    var suggestsSize = true

    let memory: VariantMemory

    init(figure: Figure, shaper: any TextShaping, memory: VariantMemory) {
        self.figure = figure
        self.shaper = shaper
        self.memory = memory
    }

    struct Measures {
        var size: Size
        var frames: [PanelFrame]
        var header: [FigureLayout.PlacedLine]
        var footer: [FigureLayout.PlacedLine]
        var xName: [FigureLayout.PlacedLine]
        var legendTop: Double
        /// Where the panels' column starts.
        var panelOrigin = Point(x: 0, y: 0)
        var spaceFrame: SpaceFrame?
    }

    private var theme: Theme { figure.theme }
    var margin: Double { FigureLayout.margin }
    var captions: Captions { Captions(figure: figure, shaper: shaper) }

    /// The gap between two panels, beside their own labels.
    private static let panelGap = 10.0

    func measure(legendHeight: Double) throws -> Measures {
        if let space = figure.space { return try measure(with: space, legendHeight: legendHeight) }
        let count = Double(figure.panels.count)
        switch figure.extent {
        case .figure(let size):
            let header = captions.header(width: size.width - 2 * margin)
            let footer = captions.footer(width: size.width - 2 * margin)
            let xName = xNameLines(width: size.width)
            let yNames = yNames(width: size.width)
            let fixed = header.height + legendHeight + footer.height + rowHeights(yNames: yNames, xName: xName)
            func height(numbersOutside: Bool) -> Double {
                ((size.height - fixed - (numbersOutside ? ticksHeight : 0)) / count).rounded(.down)
            }
            let inside = height(numbersOutside: false)
            let height = numbersStandOutside(plotHeight: inside) ? height(numbersOutside: true) : inside
            guard height >= FigureLayout.leastPlot.height else { throw tooSmall(size, missing: "height") }
            let gutters = Gutters(figure: figure, shaper: shaper, plotHeight: height) { left, right in
                size.width - left - right
            }
            let width = (size.width - gutters.left - gutters.right).rounded(.down)
            guard width >= FigureLayout.leastPlot.width else { throw tooSmall(size, missing: "width") }
            return place(
                header: header, footer: footer.lines, yNames: yNames, xName: xName, gutters: gutters,
                plot: Size(width: width, height: height), size: size, legendHeight: legendHeight)
        case .plotArea(let plot):
            guard plot.width >= FigureLayout.leastPlot.width, plot.height >= FigureLayout.leastPlot.height else {
                throw tooSmall(plot, missing: plot.width < FigureLayout.leastPlot.width ? "width" : "height")
            }
            let gutters = Gutters(figure: figure, shaper: shaper, plotHeight: plot.height) { _, _ in plot.width }
            let width = gutters.left + plot.width + gutters.right
            let header = captions.header(width: width - 2 * margin)
            let footer = captions.footer(width: width - 2 * margin)
            let xName = xNameLines(width: width)
            let yNames = yNames(width: width)
            let rows = rowHeights(yNames: yNames, xName: xName)
            let ticks = numbersStandOutside(plotHeight: plot.height) ? ticksHeight : 0
            let height = header.height + legendHeight + footer.height + rows + ticks + count * plot.height
            return place(
                header: header, footer: footer.lines, yNames: yNames, xName: xName, gutters: gutters,
                plot: plot, size: Size(width: width, height: height), legendHeight: legendHeight)
        }
    }

    func tooSmall(_ size: Size, missing: String) -> Diagnostic {
        func text(_ size: Size) -> String {
            [size.width, size.height].map { DecimalLabel.text($0, significant: 6) }.joined(separator: "x")
        }
        let way = enoughSize(from: size).map { "make it \(text($0))" } ?? "make it larger"
        return Diagnostic(
            "a size of \(text(size)) leaves too little \(missing) for the plot", about: Setting(.size),
            hint: "\(way), or shorten the title and the labels")
    }

    /// A size that has room for everything, not much larger than need be; nil while one is being looked for.
    private func enoughSize(from size: Size) -> Size? {
        guard suggestsSize else { return nil }
        guard case .figure = figure.extent else { return FigureLayout.leastPlot }
        var larger = VerticalStack(figure: figure, shaper: shaper, memory: memory)
        larger.suggestsSize = false
        var enough = Size(width: max(size.width, 240), height: max(size.height, 160))
        for _ in 0..<20 {
            larger.figure.extent = .figure(enough)
            if (try? larger.measure(legendHeight: 0)) != nil { return enough }
            enough = Size(
                width: (enough.width * 0.11).rounded(.up) * 10, height: (enough.height * 0.12).rounded(.up) * 10)
        }
        return nil
    }

    /// The heights of all rows that belong to the panels, the plotting areas and the numbers under them left out.
    private func rowHeights(yNames: [[ShapedText]], xName: [ShapedText]) -> Double {
        yNames.indices.map { height(above: $0, yNames) }.reduce(0, +) + Double(yNames.count - 1)
            * VerticalStack.panelGap
            + xLines(xName).height
    }

    /// Of a y axis' name above its plot.
    private func height(of name: [ShapedText]) -> Double {
        name.isEmpty ? 6 : NameLines(name, theme: theme).height
    }

    /// Of the names above a panel: its y axis', and above the first the colour bar's.
    private func height(above index: Int, _ yNames: [[ShapedText]]) -> Double {
        let bar = index == 0 ? figure.colorBar?.name(in: figure, shaper: shaper) : nil
        return max(height(of: yNames[index]), bar.map { height(of: [$0]) } ?? 0)
    }

    /// Of the x axis' name under its plot.
    private func xLines(_ name: [ShapedText]) -> NameLines { NameLines(name, pitch: theme.nameLineHeight, foot: 5) }

    private func lines(of name: RichText?, width: Double) -> [ShapedText] {
        let style = figure.style(theme.sizes.axisName)
        return name?.wrapped(to: width - 2 * margin, shaper: shaper, style: style)
            .map { shaper.shape($0, style: style) } ?? []
    }

    /// No wider than what lies left of the x axis' name, which may stand as high as they do, and of the colour bar.
    private func yNames(width: Double) -> [[ShapedText]] {
        let name = xNameIsBelow ? nil : figure.panels.last?.xLabel
        let beside = name.map { shaper.shape($0, style: figure.style(theme.sizes.axisName)).width + 8 } ?? 0
        let bar = figure.colorBar.map { $0.extent(in: figure, shaper: shaper) + ColorBar.gap } ?? 0
        return figure.panels.map { lines(of: $0.yLabel, width: width - max(beside, bar)) }
    }

    /// Empty when the x axis' name stands beside its axis.
    private func xNameLines(width: Double) -> [ShapedText] {
        xNameIsBelow ? lines(of: figure.panels.last?.xLabel, width: width) : []
    }

    private var ticksHeight: Double { theme.sizes.label + 10 }

    /// Only the last panel has numbers at its x axis. A plot made lower by numbers outside has no more room for them
    /// inside, so the answer stands.
    private func numbersStandOutside(plotHeight: Double) -> Bool {
        figure.panels.last.map { PanelFrame.xTicksStandOutside($0.y, height: plotHeight, theme: theme) } ?? false
    }

    /// The x axis' name stands at the axis' right end when it is short, else under the plot.
    var xNameIsBelow: Bool {
        guard let name = figure.panels.last?.xLabel else { return false }
        if case .frame = theme.axes { return true }
        return shaper.shape(name, style: figure.style(theme.sizes.axisName)).width > Gutters.nameLimit
    }

    private func place(
        header: Captions.Lines, footer: [FigureLayout.PlacedLine], yNames: [[ShapedText]], xName: [ShapedText],
        gutters: Gutters, plot: Size, size: Size, legendHeight: Double
    ) -> Measures {
        var y = (header.height + legendHeight).rounded(.up)
        var frames: [PanelFrame] = []
        for (index, panel) in figure.panels.enumerated() {
            if index > 0 { y += VerticalStack.panelGap }
            y = (y + height(above: index, yNames)).rounded()
            frames.append(
                PanelFrame(
                    figure: figure, panel: panel,
                    plot: Rect(x: gutters.left, y: y, width: plot.width, height: plot.height),
                    isLast: index == figure.panels.count - 1, namesXAxis: !xNameIsBelow,
                    yTicksStandOutside: gutters.numbersStandOutside[index], yName: yNames[index],
                    pageWidth: size.width, shaper: shaper))
            y += plot.height
            if index == figure.panels.count - 1, numbersStandOutside(plotHeight: plot.height) { y += ticksHeight }
        }
        var placedName: [FigureLayout.PlacedLine] = []
        for (shaped, baseline) in zip(xName, xLines(xName).baselines) {
            let centered = gutters.left + (plot.width - shaped.width) / 2
            let x = max(margin, min(centered, size.width - margin - shaped.width))
            placedName.append(.init(shaped: shaped, origin: Point(x: x, y: y + baseline), color: theme.ink))
        }
        y += xLines(xName).height
        let moved = Captions.moved(footer, by: y)
        return Measures(
            size: size, frames: frames, header: header.lines, footer: moved, xName: placedName,
            legendTop: header.height)
    }
}
