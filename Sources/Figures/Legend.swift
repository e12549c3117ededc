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
        /// The name, in lines where it is wider than the figure.
        var lines: [ShapedText]
        var styleIndex: Int
        var x: Double
        var row: Int
    }

    private func entries(width: Double) -> [Entry] {
        var entries: [Entry] = []
        var (x, row) = (0.0, 0)
        var seen: Set<Int> = []
        for curve in figure.curves where seen.insert(curve.styleIndex).inserted {
            let style = figure.style(figure.theme.sizes.label)
            let room = width - Legend.sampleLength - 6
            let lines = curve.label.wrapped(to: room, shaper: shaper, style: style).map {
                shaper.shape($0, style: style)
            }
            let length = Legend.sampleLength + 6 + (lines.map(\.width).max() ?? 0)
            if x > 0, x + length > width || lines.count > 1 { (x, row) = (0, row + 1) }
            entries.append(Entry(lines: lines, styleIndex: curve.styleIndex, x: x, row: row))
            x += length + 20
            if lines.count > 1 { (x, row) = (0, row + lines.count) }
        }
        return entries
    }

    /// Rows are as high as the highest name needs.
    private struct Rows {
        var count: Int
        /// From a row's upper edge to its baseline.
        var rise: Double
        var height: Double
    }

    private func rows(of entries: [Entry]) -> Rows {
        let lines = entries.flatMap(\.lines)
        let rise = max(figure.theme.sizes.label, (lines.map(\.ascent).max() ?? 0) + 1)
        return Rows(
            count: entries.last.map { $0.row + $0.lines.count } ?? 1, rise: rise,
            height: max(Legend.rowHeight, rise + (lines.map(\.descent).max() ?? 0) + 2))
    }

    /// Points.
    func height(width: Double) -> Double {
        let rows = rows(of: entries(width: width))
        return Double(rows.count) * rows.height + 6
    }

    func group(left: Double, top: Double, width: Double) -> Group {
        let entries = entries(width: width)
        let rows = rows(of: entries)
        let nodes = entries.flatMap { entry -> [Node] in
            let baseline = top + 6 + Double(entry.row) * rows.height + rows.rise
            let middle = baseline - figure.theme.sizes.label * 0.35
            let start = left + entry.x
            let line = Path.line(
                from: Point(x: start + 2, y: middle), to: Point(x: start + Legend.sampleLength - 2, y: middle))
            let names = entry.lines.enumerated().map { index, shaped in
                let y = baseline + Double(index) * rows.height
                return Node.text(
                    TextRun(shaped, at: Point(x: start + Legend.sampleLength + 6, y: y), color: figure.theme.ink))
            }
            return [.shape(Shape(line, stroke: figure.theme.curve(entry.styleIndex)))] + names
        }
        return Group(id: "legend", nodes: nodes)
    }
}
