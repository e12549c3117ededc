import Scenes
import Typography

extension PanelFrame {
    /// The panel's layers, the lowest first: grid, axes, marks, numbers, names.
    func layers(
        theme: Theme, shaper: any TextShaping, obstacles: PanelObstacles, labels: [CurveLabels.Label]
    ) -> [Group] {
        func id(_ layer: String) -> String { "\(panel.id)-\(layer)" }
        var layers: [Group] = []
        func add(_ mark: Mark) {
            let nodes = mark.lowered(to: scales, theme: theme)
            switch mark {
            case .bands(let bands): layers.append(Group(id: id("bands-\(bands.id)"), nodes: nodes))
            case .curve(let curve):
                layers.append(
                    Group(id: id("curve-\(curve.id)"), title: curve.label.plainText, clip: plot, nodes: nodes))
            case .chord(let chord): layers.append(Group(id: id("chord-\(chord.id)"), clip: plot, nodes: nodes))
            case .points(let points): layers.append(Group(id: id("points-\(points.id)"), nodes: nodes))
            case .contour(let contour):
                layers.append(Group(id: id("contour-\(contour.id)"), clip: plot, nodes: nodes))
            case .path(let path):
                layers.append(Group(id: id("path-\(path.id)"), title: path.title, clip: plot, nodes: nodes))
            case .region(let region):
                layers.append(
                    Group(id: id("region-\(region.id)"), title: region.label?.plainText, clip: plot, nodes: nodes))
            case .guide(let guide): layers.append(Group(id: id("guide-\(guide.id)"), nodes: nodes))
            case .bars(let bars):
                layers.append(Group(id: id("bars-\(bars.id)"), title: panel.yLabel?.plainText, nodes: nodes))
            }
        }
        let isUnderGrid: (Mark) -> Bool = { if case .bands = $0 { true } else { false } }
        panel.marks.filter(isUnderGrid).forEach(add)
        for mark in panel.marks {
            if case .contour(let contour) = mark, let fill = contour.fill {
                layers.append(
                    Group(id: id("fill-\(contour.id)"), clip: plot, nodes: fill.lowered(to: scales, theme: theme)))
            }
        }
        layers.append(Group(id: id("grid"), nodes: grid(theme: theme)))
        if !isPainted { layers.append(Group(id: id("axes"), nodes: axes(theme: theme))) }
        // A frame goes round the paint, under what stands on its edge.
        let isUnderFrame: (Mark) -> Bool = {
            switch $0 {
            case .contour, .region: true
            default: false
            }
        }
        let marks = panel.marks.filter { !isUnderGrid($0) }
        if isPainted {
            marks.filter(isUnderFrame).forEach(add)
            layers.append(Group(id: id("axes"), nodes: axes(theme: theme)))
            marks.filter { !isUnderFrame($0) }.forEach(add)
        } else {
            marks.forEach(add)
        }
        // Between words, and around signs like =, a line of the grid would show as a dash.
        func halo(_ box: Rect, _ text: String = "") -> TextRun.Halo {
            let width = theme.haloWidth * (text.contains(" ") ? PanelFrame.wordHaloScale : 1)
            return TextRun.Halo(color: backdrop(of: box, theme: theme), width: width)
        }
        let numbers = tickNumbers(shaper: shaper, obstacles: obstacles)
        layers.append(
            Group(
                id: id("numbers"),
                nodes: numbers.map { number in
                    .text(
                        TextRun(
                            number.shaped, at: number.origin, color: theme.ink,
                            halo: number.isInside ? halo(number.box) : nil))
                }))
        layers.append(Group(id: id("axis-names"), nodes: axisNames(theme: theme, shaper: shaper)))
        layers.append(
            Group(
                id: id("labels"),
                nodes: labels.map { label in
                    .text(
                        TextRun(
                            label.shaped, at: label.origin, color: theme.textColor(label.styleIndex),
                            halo: halo(label.box, label.shaped.text)))
                }))
        let levels = contourLabels(shaper: shaper, obstacles: obstacles)
        layers.append(
            Group(
                id: id("levels"), nodes: levels.flatMap { label -> [Node] in [.shape(label.plate), .text(label.text)] })
        )
        layers.append(Group(id: id("bar-labels"), nodes: barLabels(shaper: shaper).map { .text($0) }))
        let taken =
            numbers.map { $0.box.insetBy(-3) } + axisLineBoxes + labels.map(\.box)
            + cornerNames(shaper: shaper).map(\.box) + levels.map { $0.text.box(height: theme.sizes.note) }
        let annotations = PanelAnnotations(frame: self, obstacles: obstacles, figure: figure, shaper: shaper)
            .place(taken: taken)
        layers.append(
            Group(
                id: id("annotations"),
                nodes: annotations.flatMap { annotation -> [Node] in
                    return leader(annotation, theme: theme) + [
                        .text(
                            TextRun(
                                annotation.shaped, at: annotation.origin,
                                color: paint(behind: annotation.box)?.legibleInk ?? annotation.color,
                                halo: needsHalo(annotation.box)
                                    ? halo(annotation.box, annotation.shaped.text) : nil))
                    ]
                }))
        return layers.filter { !$0.nodes.isEmpty }
    }

    /// Beside a triangle a text stands on the bare page, and a margin around it would take a bite of the edge.
    private func needsHalo(_ box: Rect) -> Bool { ternary == nil || meetsTriangle(box) }

    /// How much wider the margin of a text with blanks is.
    private static let wordHaloScale = 1.5

    /// Whether bands of colour lie in the plot.
    private var isPainted: Bool {
        panel.marks.contains { if case .contour(let contour) = $0 { contour.fill != nil } else { false } }
    }

    /// The page's colour under the washes that lie behind the middle of a text, or the band there.
    private func backdrop(of box: Rect, theme: Theme) -> Color {
        let middle = (box.left + box.right) / 2
        if let paint = paint(behind: box) { return paint }
        return panel.marks.reduce(theme.page) { color, mark in
            guard case .bands(let bands) = mark else { return color }
            guard bands.boxes(in: scales).contains(where: { $0.left <= middle && middle <= $0.right }) else {
                return color
            }
            return color.under(theme.cycle[bands.styleIndex % theme.cycle.count].withOpacity(BandsMark.opacity))
        }
    }

    /// From a text to its point, on bands of colour in black or white, whichever is seen.
    private func leader(_ annotation: PanelAnnotations.Annotation, theme: Theme) -> [Node] {
        guard let leader = annotation.leader else { return [] }
        let count = isPainted ? 64 : 1
        let points = (0...count).map { leader.from.along(Double($0) / Double(count), to: leader.to) }
        var pieces: [(color: Color, end: Point)] = []
        for (a, b) in zip(points, points.dropFirst()) {
            let middle = Point(x: (a.x + b.x) / 2, y: (a.y + b.y) / 2)
            let color = paint(at: middle)?.legibleInk.withOpacity(theme.quietInk.opacity) ?? theme.quietInk
            if color == pieces.last?.color { pieces.removeLast() }
            pieces.append((color, b))
        }
        return zip([leader.from] + pieces.map(\.end), pieces).map { start, piece in
            .shape(Shape(Path.line(from: start, to: piece.end), stroke: Stroke(color: piece.color, width: 1)))
        }
    }

    /// The band behind the middle of a text.
    private func paint(behind box: Rect) -> Color? {
        paint(at: Point(x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2))
    }

    /// The y axis' name above its upper end, the x axis' name at its right end.
    private func axisNames(theme: Theme, shaper: any TextShaping) -> [Node] {
        let names: [TickNumber] =
            switch panel.axes {
            case .cartesian: [xAxisName(shaper: shaper)].compactMap { $0 } + yAxisName
            case .ternary: cornerNames(shaper: shaper)
            case .bars: barsTitle
            }
        return names.map { name in
            .text(TextRun(name.shaped, at: name.origin, color: theme.ink))
        }
    }

    /// The lines of the y axis' name, above the plot and within it where they are no wider than it.
    var yAxisName: [TickNumber] {
        let lines = NameLines(yName, theme: figure.theme)
        return zip(yName, lines.baselines).map { shaped, baseline in
            let wanted: Double =
                switch figure.theme.axes {
                case .frame: plot.left
                case .throughOrigin: min(max(yAxis - shaped.width / 2, plot.left), plot.right - shaped.width)
                }
            let x = max(FigureLayout.margin, min(wanted, pageWidth - FigureLayout.margin - shaped.width))
            let origin = Point(x: x, y: plot.top - lines.height + baseline)
            return TickNumber(shaped: shaped, origin: origin, isInside: false)
        }
    }

    /// The x axis' name at the axis' right end, if it stands there.
    func xAxisName(shaper: any TextShaping) -> TickNumber? {
        guard isLast, namesXAxis, let name = panel.xLabel else { return nil }
        let shaped = shaper.shape(name, style: figure.style(figure.theme.sizes.axisName))
        let baseline = xAxis + (shaped.ascent - shaped.descent) / 2
        return TickNumber(shaped: shaped, origin: Point(x: plot.right + 8, y: baseline), isInside: false)
    }

    /// The axis lines as boxes, for labels to keep clear of.
    var axisLineBoxes: [Rect] {
        guard figure.theme.axes == .throughOrigin, panel.axes == .cartesian else { return [] }
        var boxes: [Rect] = []
        if showsXAxis { boxes.append(Rect(left: plot.left, top: xAxis - 1, right: plot.right, bottom: xAxis + 1)) }
        if showsYAxis { boxes.append(Rect(left: yAxis - 1, top: plot.top, right: yAxis + 1, bottom: plot.bottom)) }
        return boxes
    }
}

extension TextRun {
    /// Around a number, which has no descenders.
    fileprivate func box(height: Double) -> Rect {
        Rect(left: origin.x, top: origin.y - height, right: origin.x + width, bottom: origin.y)
    }
}
