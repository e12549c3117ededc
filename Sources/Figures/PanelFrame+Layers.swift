import Scenes
import Typography

extension PanelFrame {
    /// The panel's layers, the lowest first.
    ///
    /// Over curves texts would need no halo, as they keep clear of them, but over the grid they do. So they stand right above
    /// it: the washes of bands lie over halos and grid alike, whose colour is then right on both sides of a band's edge, and
    /// no halo cuts a notch into an axis, a curve or a point. Contours and regions go everywhere, and texts over them.
    func layers(
        theme: Theme, shaper: any TextShaping, obstacles: PanelObstacles, labels: [CurveLabels.Label]
    ) -> [Group] {
        let grid = Group(id: id("grid"), nodes: grid(theme: theme))
        let axes = Group(id: id("axes"), nodes: axes(theme: theme))
        let texts = texts(theme: theme, shaper: shaper, obstacles: obstacles, labels: labels)
        let isWash: (Mark) -> Bool = { if case .bands = $0 { true } else { false } }
        let washes = layers(of: panel.marks.filter(isWash), theme: theme)
        let marks = panel.marks.filter { !isWash($0) }
        var layers: [Group]
        if isPainted {
            // A frame goes round the paint, under what stands on its edge.
            let (paint, others) = (marks.filter(\.isEverywhere), marks.filter { !$0.isEverywhere })
            layers = fills(theme: theme) + [grid] + washes + self.layers(of: paint, theme: theme) + [axes]
            layers += self.layers(of: others, theme: theme) + texts
        } else if panel.axes == .cartesian, !marks.contains(where: \.isEverywhere) {
            layers = [grid] + texts + washes + [axes] + self.layers(of: marks, theme: theme)
        } else {
            layers = [grid] + washes + [axes] + self.layers(of: marks, theme: theme) + texts
        }
        return layers.filter { !$0.nodes.isEmpty }
    }

    private func id(_ layer: String) -> String { "\(panel.id)-\(layer)" }

    private func layers(of marks: [Mark], theme: Theme) -> [Group] {
        let ends = PathEnds(panel.marks, scales: scales, theme: theme)
        return marks.map { mark in
            let nodes = mark.lowered(to: scales, theme: theme)
            return switch mark {
            case .bands(let bands): Group(id: id("bands-\(bands.id)"), nodes: nodes)
            case .curve(let curve):
                Group(id: id("curve-\(curve.id)"), title: curve.label.plainText, clip: plot, nodes: nodes)
            case .chord(let chord): Group(id: id("chord-\(chord.id)"), clip: plot, nodes: nodes)
            case .points(let points):
                Group(id: id("points-\(points.id)"), nodes: ends.uncovered(points).lowered(to: scales, theme: theme))
            case .contour(let contour): Group(id: id("contour-\(contour.id)"), clip: plot, nodes: nodes)
            case .path(let path):
                Group(
                    id: id("path-\(path.id)"), title: path.title, clip: plot,
                    nodes: path.lowered(to: scales, theme: theme, end: ends.radius(ofEndOf: path)))
            case .region(let region):
                Group(id: id("region-\(region.id)"), title: region.label?.plainText, clip: plot, nodes: nodes)
            case .guide(let guide): Group(id: id("guide-\(guide.id)"), nodes: nodes)
            case .bars(let bars): Group(id: id("bars-\(bars.id)"), title: panel.yLabel?.plainText, nodes: nodes)
            }
        }
    }

    /// The bands of colour between levels.
    private func fills(theme: Theme) -> [Group] {
        panel.marks.compactMap { mark in
            guard case .contour(let contour) = mark, let fill = contour.fill else { return nil }
            return Group(id: id("fill-\(contour.id)"), clip: plot, nodes: fill.lowered(to: scales, theme: theme))
        }
    }

    /// Numbers, names and labels.
    private func texts(
        theme: Theme, shaper: any TextShaping, obstacles: PanelObstacles, labels: [CurveLabels.Label]
    ) -> [Group] {
        // Between words, and around signs like =, a line of the grid would show as a dash.
        func halo(_ box: Rect, _ text: String = "") -> TextRun.Halo {
            let width = theme.haloWidth * (text.contains(" ") ? PanelFrame.wordHaloScale : 1)
            return TextRun.Halo(color: paint(behind: box) ?? theme.page, width: width)
        }
        let numbers = tickNumbers(shaper: shaper, obstacles: obstacles)
        let numberRuns = numbers.map { number in
            TextRun(
                number.shaped, at: number.origin, color: theme.ink, halo: number.isInside ? halo(number.box) : nil)
        }
        let labelRuns = labels.map { label in
            TextRun(
                label.shaped, at: label.origin, color: theme.textColor(label.styleIndex),
                halo: halo(label.box, label.shaped.text))
        }
        let levels = contourLabels(shaper: shaper, obstacles: obstacles)
        let taken =
            numbers.map { $0.box.insetBy(-3) } + axisLineBoxes + cornerNames(shaper: shaper).map(\.box)
            + levels.map { $0.box(height: theme.sizes.note) }
        let annotations = PanelAnnotations(frame: self, obstacles: obstacles, figure: figure, shaper: shaper)
            .place(taken: taken, names: labels.map(\.box))
        let annotationNodes = annotations.flatMap { annotation -> [Node] in
            leader(annotation, theme: theme) + [
                .text(
                    TextRun(
                        annotation.shaped, at: annotation.origin,
                        color: paint(behind: annotation.box)?.legibleInk ?? annotation.color,
                        halo: halo(annotation.box, annotation.shaped.text)))
            ]
        }
        return [
            Group(id: id("numbers"), nodes: numberRuns.map { .text($0) }),
            Group(id: id("axis-names"), nodes: axisNames(theme: theme, shaper: shaper)),
            Group(id: id("labels"), nodes: labelRuns.map { .text($0) }),
            Group(id: id("levels"), nodes: levels.map { .text($0) }),
            Group(id: id("bar-labels"), nodes: barLabels(shaper: shaper).map { .text($0) }),
            Group(id: id("annotations"), nodes: annotationNodes),
        ]
    }

    /// How much wider the margin of a text with blanks is.
    private static let wordHaloScale = 1.5

    /// Whether bands of colour lie in the plot.
    private var isPainted: Bool {
        panel.marks.contains { if case .contour(let contour) = $0 { contour.fill != nil } else { false } }
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

extension Mark {
    /// Whether it goes everywhere, and texts stand on it.
    fileprivate var isEverywhere: Bool {
        switch self {
        case .contour, .region: true
        default: false
        }
    }
}

extension TextRun {
    /// Around a number, which has no descenders.
    fileprivate func box(height: Double) -> Rect {
        Rect(left: origin.x, top: origin.y - height, right: origin.x + width, bottom: origin.y)
    }
}
