import Scenes

/// A text as it is going to be written: in units of its own, with its glyphs placed in them.
///
/// A unit is an eighth of a point or less. A glyph's place is rounded to units once, from the text's origin or, in a group
/// of texts of one unit, from the page's: that moves it by at most a sixteenth of a point along x or y, in a run of glyphs
/// (``SVGRuns``) by at most a tenth. The place of a whole text is rounded to a hundredth of a point or, in such a group, to
/// a tenth of a unit.
struct SVGText {
    static let unitsPerPoint = 8.0

    /// How long a unit is, in points, to four decimals.
    let unit: Double
    /// How many are an em of the text's commonest size.
    let unitsPerEm: Double
    /// All its glyphs, or, when it is known which are defined, those that are drawn in place.
    var glyphs: [SVGGlyphs.Placed] = []
    /// The others, and runs of them.
    var parts: [SVGRuns.Part] = []
    /// Bars of fractions and roots, in points from the text's origin.
    var rules: [Rect] = []
    /// Of its definition, where it is drawn several times.
    var id: String?
    /// Where the first glyph stands that is used.
    private(set) var first = (x: 0.0, y: 0.0)

    /// - Parameters:
    ///   - size: the text's, in points.
    ///   - outlines: the size, not smaller, whose outlines it has, scaled.
    init(size: Double, outlines: Double) {
        unitsPerEm = SVGText.unitsPerPoint * outlines
        unit = (size / unitsPerEm * 10_000).rounded() / 10_000
    }

    /// Divides its glyphs into those that are used, as these parts, and those that are drawn in place.
    mutating func divide(_ parts: [SVGRuns.Part], isUsed: (Int) -> Bool) {
        self.parts = parts
        if let glyph = glyphs.first(where: { isUsed($0.glyph) }) { first = (glyph.x, glyph.y) }
        glyphs.removeAll { isUsed($0.glyph) }
    }
}

extension TextRun {
    /// Of the most glyphs, the larger of two.
    static func commonestSize(of glyphRuns: [GlyphRun]) -> Double {
        guard let first = glyphRuns.first?.size else { return 1 }
        if first > 0, glyphRuns.allSatisfy({ $0.size == first }) { return first }
        var counts: [Double: Int] = [:]
        for run in glyphRuns where run.size > 0 { counts[run.size, default: 0] += run.glyphs.count }
        return counts.max { ($0.value, $0.key) < ($1.value, $1.key) }?.key ?? 1
    }

    /// Where its ink is, roughly: a line of letters is as high as the capitals with their accents, and as deep as a g.
    var ink: Rect {
        var (top, bottom) = (0.0, 0.0)
        for run in glyphRuns {
            for glyph in run.glyphs {
                top = min(top, glyph.y - 0.95 * run.size)
                bottom = max(bottom, glyph.y + 0.25 * run.size)
            }
        }
        return Rect(left: origin.x, top: origin.y + top, right: origin.x + width, bottom: origin.y + bottom)
    }
}
