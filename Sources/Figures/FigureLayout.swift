import Diagnostics
import Scenes
import Typography

/// Where everything of a figure stands.
///
/// From top to bottom: title, subtitle, legend if needed, then for each panel its y axis' name, the plotting area and
/// tick numbers where they stand outside, then the x axis' name where it does not fit beside the axis, then verdicts, caption and notes.
/// The plotting areas do not depend on the marks, so that a caller can ask for them before it samples a curve.
public struct FigureLayout {
    let figure: Figure
    let shaper: any TextShaping
    private let memory: VariantMemory
    /// The whole figure in points.
    public let size: Size
    /// In the coordinates of their column, see `panelOrigin`.
    let frames: [PanelFrame]
    /// Where the panels' column starts on the page.
    let panelOrigin: Point
    let spaceFrame: SpaceFrame?
    let header: [PlacedLine]
    let footer: [PlacedLine]
    let xName: [PlacedLine]
    let legendTop: Double?

    /// The plotting areas in points, one a panel.
    public var plotAreas: [Rect] { frames.map { $0.plot.moved(by: panelOrigin) } }

    /// The sides of a space's floor on the page, that of x and that of y; nil without a space.
    public var floor: Size? { spaceFrame?.floor }

    /// A shaped line and where its baseline starts.
    struct PlacedLine {
        var shaped: ShapedText
        var origin: Point
        var color: Color
    }

    /// Default: 14 points on every side.
    static let margin = 14.0
    /// Numbers at the ends of an axis may reach into the margin, this near to the figure's edge.
    static let edge = 4.0
    /// The least plotting area in which ticks and labels have room.
    static let leastPlot = Size(width: 96, height: 64)

    /// - Parameter memory: of the figure's other variants.
    /// - Throws: `Diagnostic` when the figure is too small for its labels.
    public init(_ figure: Figure, shaper: any TextShaping, memory: VariantMemory = VariantMemory()) throws {
        try self.init(figure, shaper: shaper, memory: memory, legendHeight: 0)
    }

    init(_ figure: Figure, shaper: any TextShaping, memory: VariantMemory, legendHeight: Double) throws {
        self.figure = figure
        self.shaper = shaper
        self.memory = memory
        let measures: VerticalStack.Measures =
            switch figure.panels.first?.axes {
            // A space alone has no panel.
            case .cartesian, nil:
                try VerticalStack(figure: figure, shaper: shaper, memory: memory).measure(legendHeight: legendHeight)
            case .ternary: try TernaryStack(figure: figure, shaper: shaper).measure()
            case .bars: try BarsRow(figure: figure, shaper: shaper).measure()
            }
        size = measures.size
        frames = PanelFrame.sharingEdge(measures.frames, shaper: shaper)
        panelOrigin = measures.panelOrigin
        spaceFrame = measures.spaceFrame
        header = measures.header
        footer = measures.footer
        xName = measures.xName
        legendTop = legendHeight > 0 ? measures.legendTop : nil
    }

    /// The figure with every decision made, and warnings about what could not be shown as asked.
    ///
    /// - Throws: `Diagnostic` when a legend has no room.
    public func scene() throws -> (scene: Scene, plotAreas: [Rect], warnings: [Diagnostic]) {
        let labels = CurveLabels(figure: figure, shaper: shaper)
        guard let placed = labels.place(in: frames) else {
            let legend = Legend(figure: figure, shaper: shaper)
            let height = legend.height(width: size.width - 2 * FigureLayout.margin)
            let again = try FigureLayout(figure, shaper: shaper, memory: memory, legendHeight: height)
            return again.scene(labels: [], legend: legend)
        }
        return scene(labels: placed, legend: nil)
    }

    private func scene(
        labels: [[CurveLabels.Label]], legend: Legend?
    ) -> (scene: Scene, plotAreas: [Rect], warnings: [Diagnostic]) {
        var layers: [Group] = spaceFrame?.layers(theme: figure.theme, memory: memory) ?? []
        for (index, frame) in frames.enumerated() {
            let obstacles = PanelObstacles(panel: frame.panel, scales: frame.scales, theme: figure.theme)
            layers += frame.layers(
                theme: figure.theme, shaper: shaper, obstacles: obstacles,
                labels: index < labels.count ? labels[index] : []
            ).map { $0.moved(by: panelOrigin) }
        }
        if let bar = figure.colorBar { layers.append(placed(bar)) }
        if let legend, let legendTop {
            layers.append(
                legend.group(
                    left: FigureLayout.margin, top: legendTop, width: size.width - 2 * FigureLayout.margin))
        }
        for (id, lines) in [("title", header), ("x-name", xName), ("notes", footer)] where !lines.isEmpty {
            layers.append(
                Group(
                    id: id,
                    nodes: lines.map { line in
                        .text(TextRun(line.shaped, at: line.origin, color: line.color))
                    }))
        }
        let scene = Scene(
            size: size, background: figure.theme.page, title: figure.title?.plainText ?? figure.name,
            description: figure.description, language: figure.language, layers: layers)
        return (scene, plotAreas, missingGlyphs(in: layers))
    }

    /// Beside all plotting areas, its name on the line of the first y axis' one.
    private func placed(_ bar: ColorBar) -> Group {
        let (top, bottom) = (plotAreas.first?.top ?? 0, plotAreas.last?.bottom ?? 0)
        let name = NameLines([bar.name(in: figure, shaper: shaper)].compactMap { $0 }, theme: figure.theme)
        let left = size.width - FigureLayout.margin - bar.extent(in: figure, shaper: shaper)
        let baseline = top - name.height + (name.baselines.first ?? 0)
        return bar.group(left: left, top: top, bottom: bottom, baseline: baseline, in: figure, shaper: shaper)
    }

    /// One warning for each text with characters that no font has.
    private func missingGlyphs(in layers: [Group]) -> [Diagnostic] {
        // In the styles they are set in: so they have been shaped.
        var texts: [(RichText, TextStyle)] = []
        if let title = figure.title { texts.append((title, figure.titleStyle)) }
        if let subtitle = figure.subtitle { texts.append((subtitle, figure.style(figure.theme.sizes.subtitle))) }
        texts += figure.verdicts.map { ($0, figure.style(figure.theme.sizes.label)) }
        texts += ([figure.caption].compactMap { $0 } + figure.notes).map { ($0, figure.style(figure.theme.sizes.note)) }
        var others = figure.panels.flatMap { [$0.xLabel, $0.yLabel].compactMap { $0 } }
        others += figure.panels.flatMap(\.axes.corners)
        others += figure.panels.flatMap(\.marks).flatMap(\.texts)
        others += figure.space?.texts ?? []
        if let bar = figure.colorBar { others += [bar.label].compactMap { $0 } + bar.ticks.map(\.label) }
        texts += others.map { ($0, figure.style(figure.theme.sizes.label)) }
        var seen: Set<String> = []
        return texts.compactMap { text, style in
            let missing = shaper.shape(text, style: style).missing
            guard !missing.isEmpty, seen.insert(text.source).inserted else { return nil }
            let names = missing.map { character in
                "'\(character)' ("
                    + character.unicodeScalars.map { "U+" + String($0.value, radix: 16, uppercase: true) }
                    .joined(separator: " ") + ")"
            }
            return Diagnostic(
                "no font has \(names.joined(separator: ", ")) of '\(text.source)'",
                hint: "install a font that does, for Chinese: apt-get install fonts-noto-cjk")
        }
    }
}

extension Figure {
    func style(_ size: Double, weight: TextStyle.Weight = .regular) -> TextStyle {
        TextStyle(size: size, weight: weight, language: language)
    }

    var titleStyle: TextStyle { style(theme.sizes.title, weight: .semibold) }

    /// All curves, in drawing order.
    var curves: [CurveMark] {
        panels.flatMap(\.marks).compactMap { mark in
            if case .curve(let curve) = mark { curve } else { nil }
        }
    }
}

extension TextRun {
    init(_ shaped: ShapedText, at origin: Point, color: Color, halo: Halo? = nil) {
        self.init(
            text: shaped.text, origin: origin, width: shaped.width, color: color, halo: halo,
            glyphRuns: shaped.glyphRuns, rules: shaped.rules)
    }
}
