import Scenes
import Typography

/// A figure with a space: between header and footer the space, and beside it or under it the panels.
extension VerticalStack {
    /// The least area in which a box with its numbers can be read.
    static let leastSpace = Size(width: 200, height: 180)
    /// A body at least so much wider than high has its space and its panels side by side.
    private static let wide = 1.3
    /// Of the body's width, or of its height, that goes to the space.
    private static let share = 0.53

    func measure(with space: Space, legendHeight: Double) throws -> Measures {
        switch figure.extent {
        case .figure(let size):
            let header = captions.header(width: size.width - 2 * margin)
            let footer = captions.footer(width: size.width - 2 * margin)
            let top = header.height + legendHeight
            let body = Rect(
                left: margin, top: top + 4, right: size.width - margin, bottom: size.height - footer.height)
            guard body.height >= VerticalStack.leastSpace.height else { throw tooSmall(size, missing: "height") }
            guard body.width >= VerticalStack.leastSpace.width else { throw tooSmall(size, missing: "width") }
            guard !figure.panels.isEmpty else {
                return place(space, in: body, header: header, footer: footer, size: size, panels: nil)
            }
            let isWide = body.width >= VerticalStack.wide * body.height
            var area = body
            var column = Rect(left: 0, top: body.top - margin, right: size.width, bottom: body.bottom + margin)
            if isWide {
                area.width = (body.width * VerticalStack.share - margin / 2).rounded()
                column = Rect(left: area.right, top: column.top, right: size.width, bottom: column.bottom)
            } else {
                area.height = (body.height * VerticalStack.share).rounded()
                column = Rect(left: 0, top: area.bottom, right: size.width, bottom: column.bottom)
            }
            guard area.height >= VerticalStack.leastSpace.height, column.height > 2 * margin else {
                throw tooSmall(size, missing: "height")
            }
            guard area.width >= VerticalStack.leastSpace.width else { throw tooSmall(size, missing: "width") }
            let panels: Measures
            do {
                panels = try columnStack(.figure(Size(width: column.width, height: column.height))).measure(
                    legendHeight: 0)
            } catch {
                throw tooSmall(size, missing: isWide ? "width" : "height")
            }
            return place(
                space, in: area, header: header, footer: footer, size: size,
                panels: (panels, Point(x: column.left, y: column.top)))
        case .plotArea(let plot):
            guard plot.width >= VerticalStack.leastSpace.width, plot.height >= VerticalStack.leastSpace.height else {
                throw tooSmall(plot, missing: plot.width < VerticalStack.leastSpace.width ? "width" : "height")
            }
            let panels = figure.panels.isEmpty ? nil : try columnStack(figure.extent).measure(legendHeight: 0)
            let width = 2 * margin + plot.width + (panels.map { $0.size.width - margin } ?? 0)
            let header = captions.header(width: width - 2 * margin)
            let footer = captions.footer(width: width - 2 * margin)
            let top = (header.height + legendHeight + 4).rounded(.up)
            let height = max(plot.height, (panels?.size.height ?? 0) - 2 * margin)
            let size = Size(width: width, height: top + height + footer.height)
            let area = Rect(x: margin, y: top, width: plot.width, height: height)
            return place(
                space, in: area, header: header, footer: footer, size: size,
                panels: panels.map { ($0, Point(x: area.right, y: top - margin)) })
        }
    }

    /// The panels as a figure of their own, without words around it.
    private func columnStack(_ extent: Figure.Extent) -> VerticalStack {
        var column = figure
        (column.extent, column.space, column.title, column.subtitle) = (extent, nil, nil, nil)
        (column.verdicts, column.caption, column.notes) = ([], nil, [])
        var stack = VerticalStack(figure: column, shaper: shaper, memory: memory)
        stack.suggestsSize = false
        return stack
    }

    private func place(
        _ space: Space, in area: Rect, header: Captions.Lines, footer: Captions.Lines, size: Size,
        panels: (measures: Measures, origin: Point)?
    ) -> Measures {
        func moved(_ lines: [FigureLayout.PlacedLine], by offset: Point) -> [FigureLayout.PlacedLine] {
            lines.map { line in
                var line = line
                line.origin = line.origin + offset
                return line
            }
        }
        let origin = panels.map { Point(x: $0.origin.x.rounded(), y: $0.origin.y.rounded()) } ?? Point(x: 0, y: 0)
        return Measures(
            size: size, frames: panels?.measures.frames ?? [], header: header.lines,
            footer: moved(footer.lines, by: Point(x: 0, y: size.height - footer.height)),
            xName: moved(panels?.measures.xName ?? [], by: origin), legendTop: header.height, panelOrigin: origin,
            spaceFrame: SpaceFrame(space, figure: figure, area: area, shaper: shaper, memory: memory))
    }
}
