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

    /// The bands between levels. Each level's region is painted over the one below, so that no seam shows; where nothing
    /// is painted the function has no value.
    public struct Fill: Equatable, Sendable {
        public var colors: Colormap
        /// Where the function has a value: closed polygons in data coordinates; inside is what an odd number of them holds.
        public var domain: [[DataPoint]]
        /// For each level where the function is at or above it, likewise.
        public var regions: [[[DataPoint]]]
        /// Boxes of which nothing is known; they stay unpainted.
        public var unknown: [[DataPoint]]

        public init(
            colors: Colormap, domain: [[DataPoint]], regions: [[[DataPoint]]], unknown: [[DataPoint]] = []
        ) {
            self.colors = colors
            self.domain = domain
            self.regions = regions
            self.unknown = unknown
        }

        /// Of the bands, from below the first level to above the last one.
        var bandColors: [Color] { colors.bands(regions.count + 1) }

        /// Between the bands that the level divides.
        func color(atLevel index: Int) -> Color { colors(Double(index + 1) / Double(regions.count + 1)) }

        func lowered(to scales: PanelScales, theme: Theme) -> [Node] {
            zip([domain] + regions + [unknown], bandColors + [theme.page]).compactMap { outlines, color in
                let area = Path(closed: outlines, in: scales)
                return area.isEmpty ? nil : .shape(Shape(area, fill: color, fillRule: .evenOdd))
            }
        }

        /// Of the band at a point; nil where nothing is painted.
        func color(at point: Point, scales: PanelScales) -> Color? {
            let areas = [domain] + regions
            return areas.lastIndex { DataPoint.holds($0, point, scales: scales) }.map { bandColors[$0] }
        }
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
    func lowered(to scales: PanelScales, theme: Theme) -> [Node] {
        levels.enumerated().compactMap { index, level in
            var path = Path()
            for line in level.lines where line.count > 1 {
                path.move(to: scales(line[0]))
                for point in line.dropFirst() { path.line(to: scales(point)) }
            }
            let stroke =
                fill.map {
                    Stroke(
                        color: $0.color(atLevel: index).legibleInk.withOpacity(0.6), width: theme.filledContourWidth,
                        isRound: true)
                }
                ?? Stroke(color: theme.levelColor(level.position, of: colors), width: theme.contourWidth, isRound: true)
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

extension Path {
    /// Closed polygons.
    init(closed outlines: [[DataPoint]], in scales: PanelScales) {
        self.init()
        for outline in outlines where outline.count > 1 {
            move(to: scales(outline[0]))
            // The way back to the first point is the closing line.
            let last = outline.last == outline.first ? outline.count - 1 : outline.count
            for point in outline[1..<last] { line(to: scales(point)) }
            close()
        }
    }
}

extension DataPoint {
    /// Whether an odd number of the outlines holds the point, which is in points.
    static func holds(_ outlines: [[DataPoint]], _ p: Point, scales: PanelScales) -> Bool {
        var isInside = false
        for outline in outlines {
            guard let last = outline.last else { continue }
            var a = scales(last)
            for point in outline {
                let b = scales(point)
                if (a.y > p.y) != (b.y > p.y), p.x < a.x + (b.x - a.x) * (p.y - a.y) / (b.y - a.y) {
                    isInside.toggle()
                }
                a = b
            }
        }
        return isInside
    }
}
