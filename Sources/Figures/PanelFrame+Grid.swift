import Scenes

/// The lines of a panel: its grid, its axes or frame.
extension PanelFrame {
    /// Bands around the strong level lines of the grid, on which a text would be hard to read: where there is a choice labels
    /// keep clear of them.
    var gridLineBoxes: [Rect] {
        guard panel.axes == .cartesian, figure.theme.majorGrid != nil else { return [] }
        return yTicks.major.map { tick in
            let y = scales.y(tick.value)
            return Rect(left: plot.left, top: y - 1, right: plot.right, bottom: y + 1)
        }
    }

    /// Around the edges of bands in the plot, where a text would stand half on the band.
    var bandEdgeBoxes: [Rect] {
        panel.marks.flatMap { mark -> [Rect] in
            guard case .bands(let bands) = mark else { return [] }
            return bands.boxes(in: scales).flatMap { [$0.left, $0.right] }
                .filter { plot.left < $0 && $0 < plot.right }
                .map { Rect(left: $0 - 2, top: plot.top, right: $0 + 2, bottom: plot.bottom) }
        }
    }

    private func upright(_ xs: [Double]) -> [Path.Element] {
        xs.flatMap { [.move(Point(x: $0, y: plot.top)), .line(Point(x: $0, y: plot.bottom))] }
    }

    private func level(_ ys: [Double]) -> [Path.Element] {
        ys.flatMap { [.move(Point(x: plot.left, y: $0)), .line(Point(x: plot.right, y: $0))] }
    }

    func grid(theme: Theme) -> [Node] {
        switch panel.axes {
        case .cartesian: break
        case .ternary: return ternaryGrid(theme: theme)
        case .bars: return []
        }
        func lines(_ stroke: Stroke, x: [Double], y: [Double]) -> [Node] {
            let path = Path(
                upright(x.map { scales.x.snapped($0, width: stroke.width) })
                    + level(y.map { scales.y.snapped($0, width: stroke.width) }))
            return path.isEmpty ? [] : [.shape(Shape(path, stroke: stroke))]
        }
        var nodes: [Node] = []
        // Under many lines a grid steps back.
        let isQuiet = panel.marks.contains { if case .contour = $0 { true } else { false } }
        if let stroke = theme.minorGrid, !isQuiet { nodes += lines(stroke, x: xTicks.minor, y: yTicks.minor) }
        if let stroke = isQuiet ? theme.minorGrid ?? theme.majorGrid : theme.majorGrid {
            // Zero is left to the axes.
            let isDrawn: (Double) -> Bool = { $0 != 0 || theme.axes != .throughOrigin }
            nodes += lines(
                stroke, x: xTicks.major.map(\.value).filter(isDrawn), y: yTicks.major.map(\.value).filter(isDrawn))
        }
        return nodes
    }

    func axes(theme: Theme) -> [Node] {
        switch panel.axes {
        case .cartesian: break
        case .ternary: return ternaryEdges(theme: theme)
        case .bars: return groundLine(theme: theme)
        }
        switch theme.axes {
        case .throughOrigin:
            var path = Path()
            if showsXAxis { path.elements += level([xAxis]) }
            if showsYAxis { path.elements += upright([yAxis]) }
            return path.isEmpty ? [] : [.shape(Shape(path, stroke: theme.axis))]
        case .frame(let tickLength):
            var path = Path.rectangle(plot)
            for x in xTicks.major.map({ scales.x.snapped($0.value, width: theme.axis.width) })
            where x > plot.left && x < plot.right {
                path.elements +=
                    Path.line(
                        from: Point(x: x, y: plot.bottom), to: Point(x: x, y: plot.bottom - tickLength)
                    ).elements
            }
            for y in yTicks.major.map({ scales.y.snapped($0.value, width: theme.axis.width) })
            where y > plot.top && y < plot.bottom {
                path.elements +=
                    Path.line(
                        from: Point(x: plot.left, y: y), to: Point(x: plot.left + tickLength, y: y)
                    ).elements
            }
            return [.shape(Shape(path, stroke: theme.axis))]
        }
    }
}
