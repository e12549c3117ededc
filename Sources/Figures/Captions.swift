import Scenes
import Typography

/// The lines above and below whatever a figure shows: title and subtitle, verdicts, caption and notes.
struct Captions {
    let figure: Figure
    let shaper: any TextShaping

    typealias Lines = (lines: [FigureLayout.PlacedLine], height: Double)

    /// Title and subtitle, from the figure's upper edge.
    func header(width: Double) -> Lines {
        var lines: [FigureLayout.PlacedLine] = []
        var y = FigureLayout.margin
        func add(_ text: RichText, style: TextStyle, color: Color) {
            for line in text.wrapped(to: width, shaper: shaper, style: style) {
                let shaped = shaper.shape(line, style: style)
                y += max(style.size, shaped.ascent + 1)
                lines.append(.init(shaped: shaped, origin: Point(x: FigureLayout.margin, y: y), color: color))
                y += max(style.size * 0.35, shaped.descent + 4)
            }
        }
        if let title = figure.title { add(title, style: figure.titleStyle, color: figure.theme.ink) }
        if let subtitle = figure.subtitle {
            y += 4
            add(subtitle, style: figure.style(figure.theme.sizes.subtitle), color: figure.theme.quietInk)
        }
        return (lines, y)
    }

    /// Placed from the upper edge of the footer; moved down once its place is known.
    func footer(width: Double) -> Lines {
        var lines: [FigureLayout.PlacedLine] = []
        var y = 0.0
        func add(_ texts: [RichText], size: Double, color: Color) {
            let style = figure.style(size)
            if !texts.isEmpty { y += 8 }
            for line in texts.flatMap({ $0.wrapped(to: width, shaper: shaper, style: style) }) {
                let shaped = shaper.shape(line, style: style)
                y += max(style.size, shaped.ascent) + 1
                lines.append(.init(shaped: shaped, origin: Point(x: FigureLayout.margin, y: y), color: color))
                y += max(4, shaped.descent + 1)
            }
        }
        add(figure.verdicts, size: figure.theme.sizes.label, color: figure.theme.ink)
        let quiet = [figure.caption].compactMap { $0 } + joined(figure.notes, width: width)
        add(quiet, size: figure.theme.sizes.note, color: figure.theme.quietInk)
        return (lines, y + (lines.isEmpty ? FigureLayout.margin : FigureLayout.margin - 4))
    }

    /// Notes that fit beside each other share a line. A dot parts them: it needs no full stop before it nor a small letter
    /// behind, in either language.
    private func joined(_ notes: [RichText], width: Double) -> [RichText] {
        let style = figure.style(figure.theme.sizes.note)
        return notes.reduce(into: []) { lines, note in
            if let line = lines.last {
                let both = line + RichText(verbatim: Captions.separator) + note
                if shaper.shape(both, style: style).width <= width {
                    lines[lines.count - 1] = both
                    return
                }
            }
            lines.append(note)
        }
    }

    static let separator = " · "

    /// Lines further down by the given points.
    static func moved(_ lines: [FigureLayout.PlacedLine], by distance: Double) -> [FigureLayout.PlacedLine] {
        lines.map { line in
            FigureLayout.PlacedLine(
                shaped: line.shaped, origin: Point(x: line.origin.x, y: line.origin.y + distance), color: line.color)
        }
    }
}
