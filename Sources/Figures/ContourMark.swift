import Scenes
import Typography

/// Level sets of a function of two variables, each with its value, coloured from the lowest to the highest.
public struct ContourMark: Equatable, Sendable {
    /// Unique within the panel.
    public var id: String
    /// From the lowest to the highest.
    public var levels: [Level]
    /// Default: viridis.
    public var colors: Colormap
    /// What is painted between the levels; nil for nothing.
    public var fill: Fill?

    /// The most levels that a mark holds.
    public static let levelLimit = 60

    public init(id: String, levels: [Level], colors: Colormap = .viridis, fill: Fill? = nil) {
        precondition(levels.count <= ContourMark.levelLimit, "a contour mark has at most 60 levels")
        precondition(
            fill.map { $0.regions.count == levels.count } ?? true, "a fill has a region for each level")
        self.id = id
        self.levels = levels
        self.colors = colors
        self.fill = fill
    }

    /// The lines on which the function has one value.
    public struct Level: Equatable, Sendable {
        /// What stands on its lines.
        public var label: RichText
        /// Where it stands among the levels, for its colour: 0 to 1.
        public var position: Double
        /// Connected straight lines in data coordinates; a closed one repeats its first point.
        public var lines: [[DataPoint]]

        public init(label: RichText, position: Double, lines: [[DataPoint]]) {
            self.label = label
            self.position = position
            self.lines = lines
        }
    }

    /// One shape a level, over the fill.
    ///
    /// - Parameter width: of the lines, relative to the theme's. Default: 1.
    func lowered(to scales: PanelScales, theme: Theme, width: Double = 1) -> [Node] {
        levels.enumerated().compactMap { index, level in
            var path = Path()
            for line in level.lines where line.count > 1 {
                path.move(to: scales(line[0]))
                for point in line.dropFirst() { path.line(to: scales(point)) }
            }
            let stroke =
                fill.map {
                    Stroke(
                        color: $0.color(atLevel: index).legibleInk.withOpacity(0.6),
                        width: width * theme.filledContourWidth,
                        isRound: true)
                }
                ?? Stroke(
                    color: theme.levelColor(level.position, of: colors), width: width * theme.contourWidth,
                    isRound: true)
            return path.isEmpty ? nil : .shape(Shape(path, stroke: stroke))
        }
    }

    /// The colours of a level's number and of what is behind it.
    func labelColors(_ index: Int, theme: Theme) -> (text: Color, behind: Color) {
        guard let fill else { return (theme.levelColor(levels[index].position, of: colors), theme.page) }
        let behind = fill.color(atLevel: index)
        return (behind.legibleInk, behind)
    }
}
