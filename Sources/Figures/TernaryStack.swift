import Diagnostics
import Scenes
import Typography

/// Measures a figure of one triangle: as large as the captions, the numbers and the corners' names leave it.
struct TernaryStack {
    let figure: Figure
    let shaper: any TextShaping

    /// Below this the numbers at the edges run into each other.
    private static let leastSide = 140.0

    func measure() throws -> VerticalStack.Measures {
        let captions = Captions(figure: figure, shaper: shaper)
        let sides = 2 * sideRoom + barRoom
        switch figure.extent {
        case .figure(let size):
            let header = captions.header(width: size.width - 2 * FigureLayout.margin)
            let footer = captions.footer(width: size.width - 2 * FigureLayout.margin)
            let room = size.height - header.height - footer.height - topRoom - bottomRoom
            let side = min(size.width - sides, room / PanelFrame.triangleAspect).rounded(.down)
            guard side >= TernaryStack.leastSide else { throw tooSmall(size, captions) }
            return place(header, footer, side: side, size: size)
        case .plotArea(let plot):
            let side = min(plot.width, plot.height / PanelFrame.triangleAspect).rounded(.down)
            guard side >= TernaryStack.leastSide else { throw tooSmall(plot, nil) }
            let width = side + sides
            let header = captions.header(width: width - 2 * FigureLayout.margin)
            let footer = captions.footer(width: width - 2 * FigureLayout.margin)
            let height =
                header.height + footer.height + topRoom + bottomRoom + (side * PanelFrame.triangleAspect).rounded(.up)
            return place(header, footer, side: side, size: Size(width: width, height: height))
        }
    }

    /// Above the triangle.
    private var topRoom: Double { PanelFrame.topGap + nameHeight }

    /// Below it.
    private var bottomRoom: Double { PanelFrame.ternaryNumberRoom(figure.theme) + nameHeight }

    private var nameHeight: Double { corners.map { $0.ascent + $0.descent }.reduce(0, max) + 2 }

    /// Of the colour bar, right of the right corner's name.
    private var barRoom: Double {
        figure.colorBar.map { $0.extent(in: figure, shaper: shaper) + ColorBar.gap } ?? 0
    }

    /// Left and right of it.
    private var sideRoom: Double {
        let style = figure.style(figure.theme.sizes.label)
        let number = shaper.shape(RichText(verbatim: "0.8"), style: style).width
        return FigureLayout.margin
            + max(number + 12, corners.dropFirst().map { $0.width / 2 }.reduce(0, max)).rounded(.up)
    }

    private var corners: [ShapedText] {
        figure.panels[0].axes.corners.map { shaper.shape($0, style: figure.style(figure.theme.sizes.axisName)) }
    }

    /// - Parameter captions: those that share the size with the triangle; none where it is the plotting area's.
    private func tooSmall(_ size: Size, _ captions: Captions?) -> Diagnostic {
        func text(_ size: Size) -> String {
            [size.width, size.height].map { DecimalLabel.text($0, significant: 6) }.joined(separator: "x")
        }
        let side = TernaryStack.leastSide
        let height = (side * PanelFrame.triangleAspect).rounded(.up)
        let enough = captions.map { captions in
            let width = max(size.width, (side + 2 * sideRoom + barRoom).rounded(.up))
            // They have fewer lines there than on the narrow page.
            let lines = width - 2 * FigureLayout.margin
            let texts = captions.header(width: lines).height + captions.footer(width: lines).height
            return Size(width: width, height: max(size.height, (height + topRoom + bottomRoom + texts).rounded(.up)))
        }
        return Diagnostic(
            "a size of \(text(size)) leaves too little room for the triangle", about: Setting(.size),
            hint: "make it \(text(enough ?? Size(width: side, height: height))), or shorten the title and the labels")
    }

    private func place(
        _ header: Captions.Lines, _ footer: Captions.Lines, side: Double, size: Size
    ) -> VerticalStack.Measures {
        let height = side * PanelFrame.triangleAspect
        // What the height has too much of stands above and below in equal parts.
        let spare = max(0, size.height - header.height - footer.height - topRoom - bottomRoom - height)
        let top = (header.height + spare / 2 + topRoom).rounded()
        let plot = Rect(x: ((size.width - barRoom - side) / 2).rounded(), y: top, width: side, height: height)
        let frame = PanelFrame(
            figure: figure, panel: figure.panels[0], plot: plot, isLast: true, namesXAxis: false,
            yTicksStandOutside: true, yName: [], pageWidth: size.width, shaper: shaper)
        return VerticalStack.Measures(
            size: size, frames: [frame], header: header.lines,
            footer: Captions.moved(footer.lines, by: size.height - footer.height), xName: [],
            legendTop: header.height)
    }
}
