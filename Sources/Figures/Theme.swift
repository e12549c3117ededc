import Scenes

/// The look of a figure: colours, line widths, the placing of axes, type sizes. Lengths are in points.
public struct Theme: Equatable, Sendable {
    public var name: String
    public var page: Color
    /// Text and axes.
    public var ink: Color
    /// Text of second rank: the subtitle and the notes.
    public var quietInk: Color
    /// Nil for none.
    public var minorGrid: Stroke?
    public var majorGrid: Stroke?
    public var axis: Stroke
    public var axes: Axes
    /// The colours of curves, in order.
    public var cycle: [Color]
    public var curveWidth: Double
    public var pointDiameter: Double
    /// Beyond the glyphs of labels that stand in the plot.
    public var haloWidth: Double
    public var sizes: TypeScale

    /// From one line of an axis' name to the next.
    var nameLineHeight: Double { sizes.axisName + 8 }

    /// How the axes stand.
    public enum Axes: Equatable, Sendable {
        /// Through the origin, tick numbers beside them.
        case throughOrigin
        /// A frame around the plot with ticks of the given length inside, tick numbers outside.
        case frame(tickLength: Double)
    }

    /// The dashes that go with the colours, so that two curves differ to eyes that do not tell the colours apart.
    /// A round cap adds the line's width to a dash and takes it from the gap.
    public static let dashes: [[Double]] = [[], [9, 6], [1, 5], [12, 5, 1, 5], [5, 5], [16, 6]]

    /// The stroke of the curve with the given index. Where the colours begin again the dashes have moved on by one, so that
    /// 36 curves differ.
    public func curve(_ index: Int) -> Stroke {
        Stroke(
            color: cycle[index % cycle.count], width: curveWidth,
            dash: Theme.dashes[(index + index / cycle.count) % Theme.dashes.count],
            isRound: true)
    }

    /// The contrast that WCAG 2 asks of text.
    private static let textContrast = 4.5

    /// The colour of what is written about the curve with the given index: the curve's own, nearer to black or white by no
    /// more than text on the page needs to be read, since thin strokes want more contrast than a line of 2.5 points.
    public func textColor(_ index: Int) -> Color {
        let own = cycle[index % cycle.count]
        let steps = stride(from: 0, through: 1, by: 0.05).lazy.map { share in
            share == 0 ? own : own.under(page.legibleInk.withOpacity(share))
        }
        return steps.first { $0.contrast(with: page) >= Theme.textContrast } ?? page.legibleInk
    }

    /// The smallest font sizes are legible at half the figure's size.
    public struct TypeScale: Equatable, Sendable {
        /// Default: 20.
        public var title = 20.0
        /// Default: 16.
        public var subtitle = 16.0
        /// Default: 13. Tick numbers and labels of curves.
        public var label = 13.0
        /// Default: 16. The names of the axes.
        public var axisName = 16.0
        /// Default: 11.
        public var note = 11.0

        public init() {}
    }
}

extension Theme {
    /// A web graphing calculator's look.
    public static let graphpaper = Theme(
        name: "graphpaper", page: Color(0xFFFFFF), ink: Color(0x000000, opacity: 0.9),
        quietInk: Color(0x000000, opacity: 0.62),
        minorGrid: Stroke(color: Color(0x000000, opacity: 0.12), width: 1, isCrisp: true),
        majorGrid: Stroke(color: Color(0x000000, opacity: 0.4), width: 1, isCrisp: true),
        axis: Stroke(color: Color(0x000000, opacity: 0.9), width: 1.5, isCrisp: true), axes: .throughOrigin,
        cycle: [0xC74440, 0x2D70B3, 0x388C46, 0x6042A6, 0xFA7E19, 0x000000].map { Color($0) },
        curveWidth: 2.5, pointDiameter: 9, haloWidth: 3, sizes: TypeScale())

    /// The same at night; every colour of the cycle has a contrast of at least 3:1 on the page.
    public static let graphpaperDark = Theme(
        name: "graphpaper-dark", page: Color(0x16181D), ink: Color(0xFFFFFF, opacity: 0.92),
        quietInk: Color(0xFFFFFF, opacity: 0.66),
        minorGrid: Stroke(color: Color(0xFFFFFF, opacity: 0.09), width: 1, isCrisp: true),
        majorGrid: Stroke(color: Color(0xFFFFFF, opacity: 0.26), width: 1, isCrisp: true),
        axis: Stroke(color: Color(0xFFFFFF, opacity: 0.85), width: 1.5, isCrisp: true), axes: .throughOrigin,
        cycle: [0xFF7A70, 0x63ABF0, 0x5FC274, 0xB491F2, 0xFFA04D, 0xF2F2F2].map { Color($0) },
        curveWidth: 2.5, pointDiameter: 9, haloWidth: 3, sizes: TypeScale())

    /// Quiet black on white with a frame and the colours of Okabe and Ito, for print.
    public static let paper = Theme(
        name: "paper", page: Color(0xFFFFFF), ink: Color(0x000000), quietInk: Color(0x000000, opacity: 0.62),
        minorGrid: nil, majorGrid: Stroke(color: Color(0x000000, opacity: 0.08), width: 1, isCrisp: true),
        axis: Stroke(color: Color(0x000000, opacity: 0.85), width: 1, isCrisp: true), axes: .frame(tickLength: 5),
        cycle: [0x0072B2, 0xD55E00, 0x009E73, 0xCC79A7, 0x56B4E9, 0x000000].map { Color($0) },
        curveWidth: 2, pointDiameter: 8, haloWidth: 3, sizes: TypeScale())

    public static let all: [Theme] = [.graphpaper, .graphpaperDark, .paper]
}
