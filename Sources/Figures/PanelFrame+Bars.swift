import Scenes
import Typography

/// A panel of bars: its ground line, its name, and what stands above and below each bar.
extension PanelFrame {
    var isOfBars: Bool { panel.axes == .bars }

    /// The room of the values above the highest bar, in points.
    static func barValueRoom(_ theme: Theme) -> Double { theme.sizes.axisName + 10 }

    /// From the ground line to the first line under it.
    private static let nameGap = 6.0
    /// Between the names of neighbouring bars.
    private static let namePadding = 8.0

    private var barMarks: [BarsMark] { panel.marks.compactMap { if case .bars(let mark) = $0 { mark } else { nil } } }

    func groundLine(theme: Theme) -> [Node] {
        let line = Path.line(from: Point(x: plot.left, y: plot.bottom), to: Point(x: plot.right, y: plot.bottom))
        return [.shape(Shape(line, stroke: theme.axis))]
    }

    /// The panel's name over the values.
    var barsTitle: [TickNumber] {
        let lines = PanelFrame.barsTitleLines(yName, figure.theme)
        let top = plot.top - PanelFrame.barValueRoom(figure.theme) - lines.height
        return zip(yName, lines.baselines).map { shaped, baseline in
            TickNumber(shaped: shaped, origin: Point(x: plot.left, y: top + baseline), isInside: false)
        }
    }

    /// Those of all panels have their last baselines on one line: none reaches deeper than the foot.
    static func barsTitleLines(_ lines: [ShapedText], _ theme: Theme) -> NameLines {
        NameLines(lines, pitch: theme.nameLineHeight, foot: 13)
    }

    /// The lines under a bar, no wider than its slot: its name, then what is quieter.
    static func barLines(
        _ bar: BarsMark.Bar, width: Double, figure: Figure, shaper: any TextShaping
    ) -> [(shaped: ShapedText, color: Color)] {
        func lines(_ text: RichText, _ size: Double, _ color: Color) -> [(shaped: ShapedText, color: Color)] {
            let style = figure.style(size)
            return text.wrapped(to: width - namePadding, shaper: shaper, style: style).map {
                (shaper.shape($0, style: style), color)
            }
        }
        let (theme, sizes) = (figure.theme, figure.theme.sizes)
        return lines(bar.name, sizes.label, theme.ink)
            + (bar.detail.map { lines($0, sizes.label, theme.quietInk) } ?? [])
    }

    /// Of the lines under a bar, in points.
    static func height(ofBarLines lines: [(shaped: ShapedText, color: Color)]) -> Double {
        nameGap + lines.map { lineHeight($0.shaped) }.reduce(0, +)
    }

    private static func lineHeight(_ shaped: ShapedText) -> Double { shaped.ascent + shaped.descent + 4 }

    func barLabels(shaper: any TextShaping) -> [TextRun] {
        let theme = figure.theme
        let style = figure.style(theme.sizes.axisName, weight: .semibold)
        return barMarks.flatMap { mark in
            mark.bars.indices.flatMap { index -> [TextRun] in
                let bar = mark.bars[index]
                let box = mark.box(of: index, in: scales)
                let middle = (box.left + box.right) / 2
                let value = shaper.shape(bar.value, style: style)
                var runs = [
                    TextRun(value, at: Point(x: middle - value.width / 2, y: box.top - 7), color: theme.ink)
                ]
                var y = plot.bottom + PanelFrame.nameGap
                let slot = scales.x.pointsPerUnit
                for (shaped, color) in PanelFrame.barLines(bar, width: slot, figure: figure, shaper: shaper) {
                    let origin = Point(x: middle - shaped.width / 2, y: y + shaped.ascent + 2)
                    runs.append(TextRun(shaped, at: origin, color: color))
                    y += PanelFrame.lineHeight(shaped)
                }
                return runs
            }
        }
    }
}
