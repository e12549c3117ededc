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
        var leader: Leader?

        var box: Rect {
            Rect(
                left: origin.x, top: origin.y - shaped.ascent, right: origin.x + shaped.width,
                bottom: origin.y + shaped.descent)
        }
    }

    /// What is placed already.
    struct Taken {
        /// What no text and no leader may meet.
        var boxes: [Rect]
        /// Where texts would read on from another.
        var lines: [Rect] = []

        /// - Parameter em: of the text, in points.
        mutating func add(_ text: Rect, em: Double) {
            boxes.append(text)
            let apart = PanelAnnotations.wordSpace * em
            lines.append(
                Rect(left: text.left - apart, top: text.top, right: text.right + apart, bottom: text.bottom))
        }
    }

    /// Between texts on one line, in ems: nearer two would read as one.
    static let wordSpace = 1.5

    /// A text that no place was found for is left out.
    ///
    /// - Parameters:
    ///   - taken: boxes of what is placed already.
    ///   - names: and those of the curves' names.
    func place(taken: [Rect], names: [Rect] = []) -> [Annotation] {
        var (annotations, taken) = ([Annotation](), Taken(boxes: taken))
        let em = figure.theme.sizes.label
        for name in names { taken.add(name, em: em) }
        func add(_ annotation: Annotation?) {
            guard let annotation else { return }
            taken.add(annotation.box.insetBy(-3), em: em)
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

    func color(_ styleIndex: Int) -> Color { figure.theme.textColor(styleIndex) }

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

    func isFree(_ ink: Rect, clearance: Double, _ taken: Taken) -> Bool {
        area.contains(ink) && !obstacles.meet(ink.insetBy(-clearance))
            && !taken.boxes.contains { $0.intersects(ink.insetBy(-2)) } && !taken.lines.contains { $0.intersects(ink) }
    }

    /// Near the top of the widest band that holds the text, else over the widest one.
    private func place(_ label: RichText, in bands: BandsMark, taken: Taken) -> Annotation? {
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
