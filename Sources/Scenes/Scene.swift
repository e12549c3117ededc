/// A figure with every decision made: positioned paths and glyphs in points, in the order in which they are drawn.
///
/// This is the narrow waist between figures, which make scenes, and the renderers, which know nothing else. It is a
/// plain value, so that tests and diffs compare scenes instead of pixels.
public struct Scene: Equatable, Sendable, Codable {
    public var size: Size
    public var background: Color
    /// One line that says what is shown, for readers who cannot see it.
    public var title: String
    /// A few sentences with the figure's own facts.
    public var description: String
    /// BCP 47, for example `en` or `zh-Hans`.
    public var language: String
    /// The layers, the lowest first.
    public var layers: [Group]

    public init(
        size: Size, background: Color, title: String, description: String, language: String, layers: [Group]
    ) {
        self.size = size
        self.background = background
        self.title = title
        self.description = description
        self.language = language
        self.layers = layers
    }

    /// Every text of the scene, in drawing order.
    public var texts: [TextRun] { layers.flatMap(\.texts) }
}

/// Nodes that belong together, under one name and one clip.
public struct Group: Equatable, Sendable, Codable {
    /// What the group is, unique within the scene: `panel-0-grid`, `panel-0-curve-mse`.
    public var id: String
    /// A name for readers, of what carries data.
    public var title: String?
    public var clip: Rect?
    public var nodes: [Node]

    public init(id: String, title: String? = nil, clip: Rect? = nil, nodes: [Node]) {
        self.id = id
        self.title = title
        self.clip = clip
        self.nodes = nodes
    }

    public var texts: [TextRun] {
        nodes.flatMap { node -> [TextRun] in
            switch node {
            case .group(let group): return group.texts
            case .shape: return []
            case .text(let run): return [run]
            }
        }
    }
}

/// What a scene is made of.
public indirect enum Node: Equatable, Sendable, Codable {
    case group(Group)
    case shape(Shape)
    case text(TextRun)
}

/// A path with its paint: the fill first, the stroke over it.
public struct Shape: Equatable, Sendable, Codable {
    public var path: Path
    public var fill: Color?
    public var stroke: Stroke?
    /// Which points count as inside of a path that is filled; nil for those around which it winds.
    public var fillRule: FillRule?

    public init(_ path: Path, fill: Color? = nil, stroke: Stroke? = nil, fillRule: FillRule? = nil) {
        self.path = path
        self.fill = fill
        self.stroke = stroke
        self.fillRule = fillRule
    }

    public enum FillRule: String, Sendable, Codable {
        /// Those from which a ray crosses the path an odd number of times.
        case evenOdd = "evenodd"
    }
}

/// How a path is stroked.
public struct Stroke: Equatable, Sendable, Codable {
    public var color: Color
    /// Points.
    public var width: Double
    /// Lengths of dashes and gaps in points; empty for a solid line.
    public var dash: [Double]
    /// Caps and joins: round where true, butt and mitre where false.
    public var isRound: Bool
    /// Upright hairlines that a renderer moves onto its own pixels, by less than half of one.
    public var isCrisp: Bool

    public init(color: Color, width: Double, dash: [Double] = [], isRound: Bool = false, isCrisp: Bool = false) {
        self.color = color
        self.width = width
        self.dash = dash
        self.isRound = isRound
        self.isCrisp = isCrisp
    }
}
