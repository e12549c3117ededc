import Scenes
import Typography

/// Finds a place for each curve's name beside the curve itself, clear of every curve, point, axis and other name.
struct CurveLabels {
    let figure: Figure
    let shaper: any TextShaping

    struct Label {
        var id: String
        var shaped: ShapedText
        var origin: Point
        var styleIndex: Int
        var box: Rect
    }

    /// The labels of each panel, or nil when one of them finds no place and a legend has to serve. A figure of one
    /// curve needs no names: its title has it.
    func place(in frames: [PanelFrame]) -> [[Label]]? {
        guard Set(figure.curves.map(\.id)).count > 1 else { return frames.map { _ in [] } }
        var result: [[Label]] = []
        for frame in frames {
            guard let labels = place(in: frame) else { return nil }
            result.append(labels)
        }
        return result
    }

    private func place(in frame: PanelFrame) -> [Label]? {
        let obstacles = PanelObstacles(panel: frame.panel, scales: frame.scales, theme: figure.theme)
        var taken = frame.tickNumberBoxes(shaper: shaper, obstacles: obstacles)
        taken += frame.axisLineBoxes
        // From the best to what serves.
        let rooms = [1, 0.5].map { frame.gridLineBoxes + roomForAnnotations(in: frame, reach: $0) }
        let avoided = rooms.map { $0 + frame.bandEdgeBoxes } + rooms + [[]]
        var labels: [Label] = []
        for mark in frame.panel.marks {
            guard case .curve(let curve) = mark else { continue }
            // What is not in the window needs no name there.
            let lines = obstacles.curves.first { $0.id == curve.id }?.lines ?? []
            guard PanelObstacles.meets(lines, frame.plot) else { continue }
            // A loop: the first of a lazy sequence is computed twice, to find where it begins and to read it.
            var label: Label?
            for boxes in avoided where label == nil {
                label = place(curve, in: frame, obstacles: obstacles, taken: taken + boxes)
            }
            guard let label else { return nil }
            taken.append(label.box)
            labels.append(label)
        }
        return labels
    }

    /// Around points with labels, which stand beside them and have less choice than a curve's name.
    ///
    /// - Parameter reach: to both sides, in widths of the label.
    private func roomForAnnotations(in frame: PanelFrame, reach: Double) -> [Rect] {
        let style = figure.style(figure.theme.sizes.label)
        let radius = figure.theme.pointDiameter / 2
        return frame.panel.marks.flatMap { mark -> [Rect] in
            guard case .points(let points) = mark else { return [] }
            return zip(points.points, points.labels).map { point, label in
                let (shaped, center) = (shaper.shape(label, style: style), frame.scales(point))
                let height = radius + 8 + shaped.ascent + shaped.descent
                let side = reach * shaped.width + radius
                return Rect(x: center.x - side, y: center.y - height, width: 2 * side, height: 2 * height)
            }
        }
    }

    /// The first free place, looked for from the curve's right end to the left, above the curve and below it.
    private func place(
        _ curve: CurveMark, in frame: PanelFrame, obstacles: PanelObstacles, taken: [Rect]
    ) -> Label? {
        // Mathematics has one weight: it is set larger, where words are bolder.
        let style =
            curve.label.isFormula
            ? figure.style(figure.theme.sizes.subtitle) : figure.style(figure.theme.sizes.label, weight: .semibold)
        let shaped = shaper.shape(curve.label, style: style)
        let clearance = figure.theme.curveWidth / 2 + 3
        let points = (obstacles.curves.first { $0.id == curve.id }?.lines ?? []).flatMap { $0 }
            .filter { frame.plot.contains($0) }
        let inner = frame.plot.insetBy(4)
        let others = obstacles.curves.filter { $0.id != curve.id }
        for fraction in stride(from: 0.96, through: 0.04, by: -0.02) {
            let center = frame.plot.left + frame.plot.width * fraction
            guard let anchor = points.min(by: { abs($0.x - center) < abs($1.x - center) }),
                abs(anchor.x - center) < frame.plot.width * 0.02
            else { continue }
            for (dx, gap) in [(0.0, 7.0), (0, 12), (-0.5, 7), (0.5, 7), (-0.5, 2), (0.5, 2)] {
                for isAbove in [true, false] {
                    let left = anchor.x - shaped.width / 2 + dx * (shaped.width + 24)
                    let baseline = isAbove ? anchor.y - gap - shaped.descent : anchor.y + gap + shaped.ascent
                    let ink = Rect(
                        left: left, top: baseline - shaped.ascent, right: left + shaped.width,
                        bottom: baseline + shaped.descent)
                    let box = ink.insetBy(-clearance)
                    guard inner.contains(ink), !obstacles.meet(box), !taken.contains(where: { $0.intersects(box) }),
                        // Nearer to its own curve than to any other, so that nobody reads it wrong.
                        !others.contains(where: { PanelObstacles.meets($0.lines, ink.insetBy(-2.5 * clearance - gap)) })
                    else { continue }
                    return Label(
                        id: curve.id, shaped: shaped, origin: Point(x: left, y: baseline),
                        styleIndex: curve.styleIndex, box: ink.insetBy(-2))
                }
            }
        }
        return nil
    }
}
