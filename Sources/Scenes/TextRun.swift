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
    /// Bars of fractions and roots, relative to the origin, filled in the text's colour.
    public var rules: [Rect]

    public init(
        text: String, origin: Point, width: Double, color: Color, halo: Halo? = nil, glyphRuns: [GlyphRun],
        rules: [Rect] = []
    ) {
        self.text = text
        self.origin = origin
        self.width = width
        self.color = color
        self.halo = halo
        self.glyphRuns = glyphRuns
        self.rules = rules
    }

    /// The rules where they stand on the page.
    public var placedRules: [Rect] {
        rules.map { Rect(x: origin.x + $0.x, y: origin.y + $0.y, width: $0.width, height: $0.height) }
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

// Few texts have rules, so that those without do not mention them.
extension TextRun {
    private enum CodingKeys: CodingKey {
        case text, origin, width, color, halo, glyphRuns, rules
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            text: try values.decode(String.self, forKey: .text),
            origin: try values.decode(Point.self, forKey: .origin),
            width: try values.decode(Double.self, forKey: .width),
            color: try values.decode(Color.self, forKey: .color),
            halo: try values.decodeIfPresent(Halo.self, forKey: .halo),
            glyphRuns: try values.decode([GlyphRun].self, forKey: .glyphRuns),
            rules: try values.decodeIfPresent([Rect].self, forKey: .rules) ?? [])
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: CodingKeys.self)
        try values.encode(text, forKey: .text)
        try values.encode(origin, forKey: .origin)
        try values.encode(width, forKey: .width)
        try values.encode(color, forKey: .color)
        try values.encodeIfPresent(halo, forKey: .halo)
        try values.encode(glyphRuns, forKey: .glyphRuns)
        if !rules.isEmpty { try values.encode(rules, forKey: .rules) }
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
