import Scenes
import Typography

/// The names of the curves with a piece of their line each, in rows above the plot: for names that find no place at
/// their curves.
struct Legend {
    let figure: Figure
    let shaper: any TextShaping

    private static let sampleLength = 43.0
    private static let rowHeight = 20.0

    private struct Entry {
        var shaped: ShapedText
        var styleIndex: Int
        var x: Double
        var row: Int
    }

    private func entries(width: Double) -> [Entry] {
        var entries: [Entry] = []
        var (x, row) = (0.0, 0)
        var seen: Set<Int> = []
        for curve in figure.curves where seen.insert(curve.styleIndex).inserted {
            let shaped = shaper.shape(curve.label, style: figure.style(figure.theme.sizes.label))
            let length = Legend.sampleLength + 6 + shaped.width
            if x > 0, x + length > width { (x, row) = (0, row + 1) }
            entries.append(Entry(shaped: shaped, styleIndex: curve.styleIndex, x: x, row: row))
            x += length + 20
        }
        return entries
    }

    /// Points.
    func height(width: Double) -> Double {
        Double((entries(width: width).last?.row ?? 0) + 1) * Legend.rowHeight + 6
    }

    func group(left: Double, top: Double, width: Double) -> Group {
        let nodes = entries(width: width).flatMap { entry -> [Node] in
            let baseline = top + 6 + Double(entry.row) * Legend.rowHeight + figure.theme.sizes.label
            let middle = baseline - figure.theme.sizes.label * 0.35
            let start = left + entry.x
            let line = Path.line(
                from: Point(x: start + 2, y: middle), to: Point(x: start + Legend.sampleLength - 2, y: middle))
            return [
                .shape(Shape(line, stroke: figure.theme.curve(entry.styleIndex))),
                .text(
                    TextRun(
                        entry.shaped, at: Point(x: start + Legend.sampleLength + 6, y: baseline),
                        color: figure.theme.ink)),
            ]
        }
        return Group(id: "legend", nodes: nodes)
    }
}
