/// A line of text, shaped: what it says, and the glyphs that say it.
public struct TextRun: Equatable, Sendable, Codable {
    /// The text as a reader would copy it.
    public var text: String
    /// The left end of the baseline.
    public var origin: Point
    public var width: Double
    public var color: Color
    /// A margin of the page's colour behind the glyphs, so that lines under them do not disturb.
    public var halo: Halo?
    public var glyphRuns: [GlyphRun]

    public init(
        text: String, origin: Point, width: Double, color: Color, halo: Halo? = nil, glyphRuns: [GlyphRun]
    ) {
        self.text = text
        self.origin = origin
        self.width = width
        self.color = color
        self.halo = halo
        self.glyphRuns = glyphRuns
    }

    public struct Halo: Equatable, Sendable, Codable {
        public var color: Color
        /// Points beyond the glyphs' edges.
        public var width: Double

        public init(color: Color, width: Double) {
            self.color = color
            self.width = width
        }
    }
}

/// Glyphs of one font at one size.
public struct GlyphRun: Equatable, Sendable, Codable {
    /// The font's PostScript name.
    public var font: String
    /// The em in points.
    public var size: Double
    /// The characters that the glyphs stand for.
    public var text: String
    public var glyphs: [PositionedGlyph]

    public init(font: String, size: Double, text: String, glyphs: [PositionedGlyph]) {
        self.font = font
        self.size = size
        self.text = text
        self.glyphs = glyphs
    }
}

/// One glyph, its place relative to the text run's origin in points, and the characters it begins.
public struct PositionedGlyph: Equatable, Sendable, Codable {
    public var id: UInt32
    public var x: Double
    public var y: Double
    /// Index, in UTF-8 bytes of the glyph run's text, of the first character this glyph stands for.
    public var cluster: Int

    public init(id: UInt32, x: Double, y: Double, cluster: Int) {
        self.id = id
        self.x = x
        self.y = y
        self.cluster = cluster
    }
}
