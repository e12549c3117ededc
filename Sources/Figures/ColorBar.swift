import Scenes
import Typography

/// What the colours of a figure stand for: a bar as tall as the plotting area, the lowest value at its foot, with numbers
/// on its right and the name of the quantity above it.
///
/// ```swift
/// figure.colorBar = ColorBar(
///     label: try RichText("$J$"), colors: map.bands(3), ticks: [.init(place: 1.0 / 3, label: RichText(verbatim: "0.5")), …])
/// ```
public struct ColorBar: Equatable, Sendable {
    /// The quantity; nil for none.
    public var label: RichText?
    /// From the lowest value to the highest, each over an equal part of the bar: one a band, or many for a gradient.
    public var colors: [Color]
    /// Increasing.
    public var ticks: [Tick]
    /// The ends that are points: beyond the outermost number there are values that the scale's going on would not lead a
    /// reader to expect. A flat end is that of an interval like the others. Default: none.
    public var openEnds: Ends

    /// Ends of a bar.
    public struct Ends: OptionSet, Sendable {
        public let rawValue: Int

        public init(rawValue: Int) { self.rawValue = rawValue }

        public static let lower = Ends(rawValue: 1)
        public static let upper = Ends(rawValue: 2)

        /// The ends of a scale beyond which values lie farther out than the outermost two levels are apart; of one level
        /// alone, those beyond which there are any.
        ///
        /// - Parameters:
        ///   - levels: increasing.
        ///   - values: from the least to the greatest, infinite ones too.
        public init(of levels: [Double], holding values: ClosedRange<Double>) {
            self = []
            guard let first = levels.first, let last = levels.last else { return }
            let (low, high) = levels.count > 1 ? (levels[1] - first, last - levels[levels.count - 2]) : (0, 0)
            // What rounding adds is no value beyond.
            if values.lowerBound < first - low * (1 + 1e-9) { insert(.lower) }
            if values.upperBound > last + high * (1 + 1e-9) { insert(.upper) }
        }
    }

    public struct Tick: Equatable, Sendable {
        /// From 0 at the foot to 1 at the top.
        public var place: Double
        public var label: RichText

        public init(place: Double, label: RichText) {
            self.place = place
            self.label = label
        }
    }

    public init(label: RichText?, colors: [Color], ticks: [Tick], openEnds: Ends = []) {
        precondition(!colors.isEmpty, "a colour bar has a colour")
        self.label = label
        self.colors = colors
        self.ticks = ticks
        self.openEnds = openEnds
    }

    /// Points.
    static let width = 14.0
    /// From the plotting area or what stands beside it.
    static let gap = 16.0
    private static let tickLength = 4.0
    private static let numberGap = 3.0
    /// The most that a pointed end takes of the bar's height, in points.
    private static let pointHeight = 12.0

    /// The bar with its numbers, or its name where that is wider, in points.
    func extent(in figure: Figure, shaper: any TextShaping) -> Double {
        let style = figure.style(figure.theme.sizes.label)
        let widest = ticks.map { shaper.shape($0.label, style: style).width }.max() ?? 0
        let numbers = ticks.isEmpty ? 0 : ColorBar.tickLength + ColorBar.numberGap + widest
        return max(ColorBar.width + numbers, name(in: figure, shaper: shaper)?.width ?? 0).rounded(.up)
    }

    func name(in figure: Figure, shaper: any TextShaping) -> ShapedText? {
        label.map { shaper.shape($0, style: figure.style(figure.theme.sizes.axisName)) }
    }

    /// The bar in its place.
    ///
    /// - Parameters:
    ///   - left: of the bar.
    ///   - top: of the bar, as its bottom that of the plotting area beside it.
    ///   - baseline: of the name.
    func group(
        left: Double, top: Double, bottom: Double, baseline: Double, in figure: Figure, shaper: any TextShaping
    ) -> Group {
        let theme = figure.theme
        let height = bottom - top
        var nodes: [Node] = []
        // Each colour up to the top, the next over it, so that no seam shows between two.
        for (index, color) in colors.enumerated() where index == 0 || color != colors[index - 1] {
            let foot = bottom - height * Double(index) / Double(colors.count)
            let path = part(above: foot, of: Rect(x: left, y: top, width: ColorBar.width, height: height))
            nodes.append(.shape(Shape(path, fill: color)))
        }
        let right = left + ColorBar.width
        let style = figure.style(theme.sizes.label)
        let shaped = ticks.map { (tick: $0, text: shaper.shape($0.label, style: style)) }
        let shown = ColorBar.legible(shaped.map { bottom - height * $0.tick.place }, height: theme.sizes.label + 4)
        var lines = Path()
        var texts: [Node] = []
        for (tick, text) in shown.map({ shaped[$0] }) {
            let y = bottom - height * tick.place
            lines.elements +=
                Path.line(from: Point(x: right, y: y), to: Point(x: right + ColorBar.tickLength, y: y)).elements
            let origin = Point(
                x: right + ColorBar.tickLength + ColorBar.numberGap, y: y + (text.ascent - text.descent) / 2)
            texts.append(.text(TextRun(text, at: origin, color: theme.ink)))
        }
        if !lines.isEmpty { nodes.append(.shape(Shape(lines, stroke: Stroke(color: theme.ink, width: 1)))) }
        nodes += texts
        if let name = name(in: figure, shaper: shaper) {
            nodes.append(.text(TextRun(name, at: Point(x: left, y: baseline), color: theme.ink)))
        }
        return Group(id: "color-bar", title: label?.plainText, nodes: nodes)
    }

    /// What of the bar lies above a height on the page. Its points are no taller than the intervals that they end.
    private func part(above foot: Double, of bar: Rect) -> Path {
        if openEnds.isEmpty { return .rectangle(Rect(x: bar.x, y: bar.top, width: bar.width, height: foot - bar.top)) }
        func point(_ end: Ends, _ share: Double?) -> Double {
            openEnds.contains(end) ? min(ColorBar.pointHeight, (share ?? 1) * bar.height) : 0
        }
        let upper = bar.top + point(.upper, ticks.last.map { 1 - $0.place })
        let lower = bar.bottom - point(.lower, ticks.first?.place)
        func halfWidth(_ y: Double) -> Double {
            var share = 1.0
            if y < upper { share = (y - bar.top) / (upper - bar.top) }
            if y > lower { share = min(share, (bar.bottom - y) / (bar.bottom - lower)) }
            return share * bar.width / 2
        }
        let heights = [foot] + [lower, upper].filter { bar.top < $0 && $0 < foot } + [bar.top]
        let middle = bar.left + bar.width / 2
        var path = Path()
        path.move(to: Point(x: middle + halfWidth(foot), y: foot))
        for y in heights.dropFirst() { path.line(to: Point(x: middle + halfWidth(y), y: y)) }
        for y in heights.reversed() where halfWidth(y) > 0 { path.line(to: Point(x: middle - halfWidth(y), y: y)) }
        path.close()
        return path
    }

    /// Which of the numbers are written: every one, or every second, … so that none comes nearer than `height` to the next.
    private static func legible(_ places: [Double], height: Double) -> [Int] {
        for step in 1...max(1, places.count) {
            // As many below the middle as above it.
            let first = (places.count - 1) % step / 2
            let chosen = stride(from: first, to: places.count, by: step).map { $0 }
            if zip(chosen, chosen.dropFirst()).allSatisfy({ abs(places[$0] - places[$1]) >= height }) { return chosen }
        }
        return []
    }
}
