import Scenes
import Typography

/// A figure before layout: what it shows, in data coordinates, and how it is to look.
public struct Figure: Equatable, Sendable {
    /// Prefix of the ids in its drawing.
    public var name: String
    public var extent: Extent
    public var theme: Theme
    /// BCP 47.
    public var language: String
    /// What the figure shows, one line or a few.
    public var title: RichText?
    /// The formula under it.
    public var subtitle: RichText?
    /// From top to bottom, on a shared x axis; of bars from left to right. A triangle stands alone. None where there is a space
    /// alone.
    public var panels: [Panel]
    /// A surface: left of the panels, above them where the figure is not wide, or alone.
    public var space: Space?
    /// What the colours stand for, right of the plotting areas.
    public var colorBar: ColorBar?
    /// What is proved of what is shown: lines right under the plot.
    public var verdicts: [RichText]
    /// The author's own line, quieter, under those.
    public var caption: RichText?
    /// As quiet, under that. Short ones share a line.
    public var notes: [RichText]
    /// The figure's facts in sentences, for readers who cannot see it.
    public var description: String

    public init(
        name: String, extent: Extent, theme: Theme, language: String, title: RichText?, subtitle: RichText?,
        panels: [Panel], space: Space? = nil, colorBar: ColorBar? = nil, verdicts: [RichText] = [],
        caption: RichText? = nil, notes: [RichText], description: String
    ) {
        precondition(!panels.isEmpty || space != nil, "a figure has a panel or a space")
        self.name = name
        self.extent = extent
        self.theme = theme
        self.language = language
        self.title = title
        self.subtitle = subtitle
        self.panels = panels
        self.space = space
        self.colorBar = colorBar
        self.verdicts = verdicts
        self.caption = caption
        self.notes = notes
        self.description = description
    }

    /// Which size is given, in points.
    public enum Extent: Equatable, Sendable {
        /// The whole figure.
        case figure(Size)
        /// The plotting area of each panel, and the area of a space with its labels; the figure is as large as its labels need.
        case plotArea(Size)
    }
}

/// One pair of axes and what is drawn on it.
public struct Panel: Equatable, Sendable {
    /// Unique within the figure.
    public var id: String
    public var x: ClosedRange<Double>
    public var y: ClosedRange<Double>
    public var xLabel: RichText?
    public var yLabel: RichText?
    public var marks: [Mark]
    /// Default: cartesian.
    public var axes: PanelAxes

    public init(
        id: String, x: ClosedRange<Double>, y: ClosedRange<Double>, xLabel: RichText?, yLabel: RichText?,
        marks: [Mark], axes: PanelAxes = .cartesian
    ) {
        self.id = id
        self.x = x
        self.y = y
        self.xLabel = xLabel
        self.yLabel = yLabel
        self.marks = marks
        self.axes = axes
    }
}
