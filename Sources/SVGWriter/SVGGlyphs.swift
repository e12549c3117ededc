import Scenes
import Typography

/// The glyph outlines of a document, each written once for all sizes and drawn wherever it stands.
struct SVGGlyphs {
    /// Outlines are written in whole units of this many to an em: at 20 points the rounding is at most 0.05 points, and a
    /// size in hundredths of a point has a scale of five decimals.
    static let unitsPerEm = 200.0
    /// How far, before rounding, a quadratic may be from the outline's cubic, in those units: at 20 points 0.05 points as
    /// well.
    static let deviation = 0.5

    struct Key: Hashable {
        var font: String
        var id: UInt32
    }

    private let fonts: FontBook
    /// Begins every id. There are some hundred uses in a document, and so it is short.
    private let prefix: String
    /// How often each glyph stands in the scene.
    private var uses: [Key: Int] = [:]
    /// The ids of those written so far; empty for a blank.
    private var ids: [Key: String] = [:]
    private(set) var definitions = SVGMarkup()

    /// - Parameter prefix: the document's; what follows its last hyphen begins the ids.
    init(prefix: String, fonts: FontBook) {
        self.fonts = fonts
        self.prefix = prefix.split(separator: "-").last.map(String.init) ?? prefix
    }

    /// Tells of glyphs that will be drawn.
    mutating func count(_ run: GlyphRun) {
        for glyph in run.glyphs { uses[Key(font: run.font, id: glyph.id), default: 0] += 1 }
    }

    /// Whether it stands once, and is drawn in place without a definition.
    func standsAlone(_ key: Key) -> Bool { uses[key] == 1 }

    /// The id of a glyph that stands more than once; nil for a blank.
    mutating func id(of key: Key, in face: Typeface) -> String? {
        if let known = ids[key] { return known.isEmpty ? nil : known }
        let outline = face.outline(of: key.id)
        guard !outline.isEmpty else {
            ids[key] = ""
            return nil
        }
        let id = prefix + String(ids.count, radix: 36)
        ids[key] = id
        definitions.append("<path id=\"\(id)\" d=\"")
        definitions.append(glyphData: outline)
        definitions.append("\"/>\n")
        return id
    }
}
