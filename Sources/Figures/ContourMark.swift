import Scenes
import Typography

/// Level sets of a function of two variables, each with its value, coloured from the lowest to the highest.
public struct ContourMark: Equatable, Sendable {
    /// Unique within the panel.
    public var id: String
    /// From the lowest to the highest.
    public var levels: [Level]

    /// The most levels that a mark holds.
    public static let levelLimit = 60

    public init(id: String, levels: [Level]) {
        precondition(levels.count <= ContourMark.levelLimit, "a contour mark has at most 60 levels")
        self.id = id
        self.levels = levels
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

    /// One shape a level.
    ///
    /// - Parameter width: of the lines, relative to the theme's. Default: 1.
    func lowered(to scales: PanelScales, theme: Theme, width: Double = 1) -> [Node] {
        levels.compactMap { level in
            var path = Path()
            for line in level.lines where line.count > 1 {
                path.move(to: scales(line[0]))
                for point in line.dropFirst() { path.line(to: scales(point)) }
            }
            let stroke = Stroke(
                color: theme.levelColor(level.position), width: width * theme.contourWidth, isRound: true)
            return path.isEmpty ? nil : .shape(Shape(path, stroke: stroke))
        }
    }
}
