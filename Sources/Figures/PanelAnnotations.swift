import Scenes
import Typography

/// Finds places for what is written beside points and in bands, clear of curves, points, numbers and each other.
struct PanelAnnotations {
    let frame: PanelFrame
    let obstacles: PanelObstacles
    let figure: Figure
    let shaper: any TextShaping

    struct Annotation {
        var shaped: ShapedText
        var origin: Point
        var color: Color
        /// From the text to the point it belongs to, where it had to move away.
        var leader: (from: Point, to: Point)?

        var box: Rect {
            Rect(
                left: origin.x, top: origin.y - shaped.ascent, right: origin.x + shaped.width,
                bottom: origin.y + shaped.descent)
        }
    }

    /// A text that no place was found for is left out.
    ///
    /// - Parameter taken: boxes of what is placed already.
    func place(taken: [Rect]) -> [Annotation] {
        var (annotations, taken) = ([Annotation](), taken)
        func add(_ annotation: Annotation?) {
            guard let annotation else { return }
            // Beside each other two pairs of numbers would read as one line.
            let box = annotation.box.insetBy(-3)
            taken.append(Rect(left: box.left - 6, top: box.top, right: box.right + 6, bottom: box.bottom))
            annotations.append(annotation)
        }
        func addLabels(of path: PathMark) {
            for (label, point) in [
                (path.startLabel, path.points[0]), (path.endLabel, path.points[path.points.count - 1]),
            ] {
                guard let label else { continue }
                add(
                    place(
                        label, at: point, styleIndex: path.styleIndex, onto: curves(through: point), taken: taken))
            }
        }
        for mark in frame.panel.marks {
            if case .points(let points) = mark {
                for (point, label) in zip(points.points, points.labels) where !label.source.isEmpty {
                    add(
                        place(
                            label, at: point, styleIndex: points.styleIndex, onto: curves(inStyle: points.styleIndex),
                            taken: taken))
                }
            }
        }
        for mark in frame.panel.marks {
            if case .path(let path) = mark { addLabels(of: path) }
        }
        for mark in frame.panel.marks {
            if case .bands(let bands) = mark, let label = bands.label { add(place(label, in: bands, taken: taken)) }
        }
        return annotations
    }

    private func color(_ styleIndex: Int) -> Color { figure.theme.textColor(styleIndex) }

    /// Where texts may stand: in the plot, of a triangle beside it too.
    private var area: Rect {
        if frame.ternary == nil { return frame.plot.insetBy(3) }
        let margin = FigureLayout.margin
        let bar = figure.colorBar.map { $0.extent(in: figure, shaper: shaper) + ColorBar.gap } ?? 0
        // A text beside the upper corner stands half above it, as that corner's name does.
        return Rect(
            left: margin, top: frame.plot.top - figure.theme.sizes.label, right: frame.pageWidth - margin - bar,
            bottom: frame.plot.bottom)
    }

    private func isFree(_ ink: Rect, clearance: Double, _ taken: [Rect]) -> Bool {
        area.contains(ink) && !obstacles.meet(ink.insetBy(-clearance))
            && !taken.contains { $0.intersects(ink.insetBy(-2)) }
    }

    /// In order of preference: below, beside, above, then between these.
    private static let directions = [
        (0.0, 1.0), (1, 0), (-1, 0), (0, -1), (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7), (0.4, -0.9),
        (-0.4, -0.9), (0.4, 0.9), (-0.4, 0.9), (0.15, -1), (-0.15, -1),
    ]

    /// The first free place around the point, near ones first, below before above.
    ///
    /// - Parameter own: the ids of the curves that the point lies on.
    private func place(
        _ label: RichText, at point: DataPoint, styleIndex: Int, onto own: [String], taken: [Rect]
    ) -> Annotation? {
        guard frame.panel.x.contains(point.x), frame.panel.y.contains(point.y) else { return nil }
        // Beside a triangle nothing disturbs; across its edge a text would be hard to read.
        let parts: [Part] = frame.ternary == nil ? [.anywhere] : [.outside, .inside, .anywhere]
        // A loop: the first of a lazy sequence is computed twice, to find where it begins and to read it.
        for part in parts {
            if let found = place(label, at: point, styleIndex: styleIndex, onto: own, taken: taken, part: part) {
                return found
            }
        }
        return nil
    }

    /// Of a triangle.
    private enum Part { case outside, inside, anywhere }

    private func isIn(_ part: Part, _ ink: Rect) -> Bool {
        switch part {
        case .outside: !frame.meetsTriangle(ink)
        case .inside: frame.triangleHolds(ink)
        case .anywhere: true
        }
    }

    private func place(
        _ label: RichText, at point: DataPoint, styleIndex: Int, onto own: [String], taken: [Rect], part: Part
    ) -> Annotation? {
        let shaped = shaper.shape(label, style: figure.style(figure.theme.sizes.label))
        let center = frame.scales(point)
        let (width, height) = (shaped.width, shaped.ascent + shaped.descent)
        let radius = figure.theme.pointDiameter / 2
        let lines = frame.gridLineBoxes
        let hasAxis = frame.showsXAxis && frame.panel.axes == .cartesian
        // What lies on the axis has no side.
        let isOnAxis = point.y == 0
        /// At one distance.
        func place(gap: Double, offGrid: Bool, above: Bool, strict: Bool) -> Annotation? {
            let reach = radius + gap
            for (dx, dy) in PanelAnnotations.directions where above || dy >= 0 {
                // The middle of the text; its edge or corner is `reach` away from the point.
                let middle = Point(
                    x: center.x + dx * reach + (dx == 0 ? 0 : dx > 0 ? width / 2 : -width / 2),
                    y: center.y + dy * reach + (dy == 0 ? 0 : dy > 0 ? height / 2 : -height / 2))
                let ink = Rect(x: middle.x - width / 2, y: middle.y - height / 2, width: width, height: height)
                // Across the axis it would be read as one of its numbers.
                let staysOnItsSide =
                    !hasAxis || isOnAxis || (ink.bottom < frame.xAxis) == (center.y < frame.xAxis)
                guard staysOnItsSide, isFree(ink, clearance: 3.5, taken), isIn(part, ink),
                    !offGrid || !lines.contains(where: { $0.intersects(ink) })
                else { continue }
                let ends = gap > 15 ? leader(from: ink, to: center, radius: radius + 2) : nil
                if let ends,
                    !isClear(ends, onto: own, clearance: strict ? 5 : 1)
                        || taken.contains(where: { PanelObstacles.segment(ends.from, ends.to, meets: $0) })
                {
                    continue
                }
                return Annotation(
                    shaped: shaped, origin: Point(x: ink.left, y: ink.top + shaped.ascent), color: color(styleIndex),
                    leader: ends)
            }
            return nil
        }
        // A leader along a curve is the last resort.
        for strict in [true, false] {
            for (index, gap) in PanelAnnotations.gaps.enumerated() {
                // Off the grid's lines a place below or beside may lie a little farther, but not above.
                if !lines.isEmpty {
                    for farther in PanelAnnotations.gaps[index...].prefix(3) {
                        if let found = place(gap: farther, offGrid: true, above: false, strict: strict) { return found }
                    }
                    if let found = place(gap: gap, offGrid: false, above: false, strict: strict)
                        ?? place(gap: gap, offGrid: true, above: true, strict: strict)
                    {
                        return found
                    }
                }
                if let found = place(gap: gap, offGrid: false, above: true, strict: strict) { return found }
            }
        }
        return nil
    }

    /// From a point to its label, in points.
    private static let gaps = [5.0, 9, 14, 20, 28, 38, 50, 64, 80, 100, 125]

    private func curves(inStyle styleIndex: Int) -> [String] {
        frame.panel.marks.compactMap { mark in
            if case .curve(let curve) = mark, curve.styleIndex == styleIndex { curve.id } else { nil }
        }
    }

    private func curves(through point: DataPoint) -> [String] {
        let center = frame.scales(point)
        let box = Rect(x: center.x - 1, y: center.y - 1, width: 2, height: 2)
        return obstacles.curves.filter { PanelObstacles.meets($0.lines, box) }.map(\.id)
    }

    /// Whether a leader meets no curve on its way to the point; its own curve, which goes through the point, only near
    /// the text.
    ///
    /// - Parameter clearance: from all curves, its own too, on the first part of its way.
    private func isClear(_ leader: (from: Point, to: Point), onto own: [String], clearance: Double) -> Bool {
        let others = obstacles.curves.filter { !own.contains($0.id) }
        return stride(from: 0, through: 1, by: 0.05).allSatisfy { share in
            let x = leader.from.x + share * (leader.to.x - leader.from.x)
            let y = leader.from.y + share * (leader.to.y - leader.from.y)
            let box = Rect(x: x - 1, y: y - 1, width: 2, height: 2)
            return !others.contains { PanelObstacles.meets($0.lines, box.insetBy(-2)) }
                && (share > 0.7 || !obstacles.meet(share > 0.6 ? box : box.insetBy(1 - clearance)))
        }
    }

    /// A straight line from the nearest place at the text's edge to the point's rim.
    private func leader(from box: Rect, to center: Point, radius: Double) -> (from: Point, to: Point) {
        let box = box.insetBy(-1)
        let start = Point(
            x: min(max(center.x, box.left), box.right), y: min(max(center.y, box.top), box.bottom))
        let (dx, dy) = (start.x - center.x, start.y - center.y)
        let length = (dx * dx + dy * dy).squareRoot()
        return (start, Point(x: center.x + dx / length * radius, y: center.y + dy / length * radius))
    }

    /// Near the top of the widest band that holds the text, else over the widest one.
    private func place(_ label: RichText, in bands: BandsMark, taken: [Rect]) -> Annotation? {
        let shaped = shaper.shape(label, style: figure.style(figure.theme.sizes.label))
        let height = shaped.ascent + shaped.descent
        let boxes = bands.boxes(in: frame.scales)
        let lines = frame.gridLineBoxes
        for (box, offGrid) in (boxes.filter { $0.width >= shaped.width + 8 } + boxes.prefix(1)).flatMap({
            [($0, true), ($0, false)]
        }) {
            for share in [0.5, 0.25, 0.75] {
                let middle = min(
                    max(box.left + share * box.width, frame.plot.left + 4 + shaped.width / 2),
                    frame.plot.right - 4 - shaped.width / 2)
                for top in stride(from: frame.plot.top + 6, to: frame.plot.bottom - height, by: 6) {
                    let ink = Rect(x: middle - shaped.width / 2, y: top, width: shaped.width, height: height)
                    guard isFree(ink, clearance: 3, taken), !offGrid || !lines.contains(where: { $0.intersects(ink) })
                    else { continue }
                    return Annotation(
                        shaped: shaped, origin: Point(x: ink.left, y: top + shaped.ascent),
                        color: color(bands.styleIndex), leader: nil)
                }
            }
        }
        return nil
    }
}
