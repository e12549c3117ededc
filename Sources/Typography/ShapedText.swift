import Scenes

/// A line of text with its glyphs placed, the pen's start at (0, 0), y down, in points.
public struct ShapedText: Equatable, Sendable {
    public var text: String
    /// From the pen's start to its end.
    public var width: Double
    /// Ink above the baseline, at least 0.
    public var ascent: Double
    /// Ink below the baseline, at least 0.
    public var descent: Double
    public var glyphRuns: [GlyphRun]
    /// Bars of fractions and roots, filled in the text's colour.
    public var rules: [Rect]
    /// Characters that no font has; each shows as the font's box for what is missing.
    public var missing: [Character]

    public init(
        text: String, width: Double, ascent: Double, descent: Double, glyphRuns: [GlyphRun], rules: [Rect] = [],
        missing: [Character] = []
    ) {
        self.text = text
        self.width = width
        self.ascent = ascent
        self.descent = descent
        self.glyphRuns = glyphRuns
        self.rules = rules
        self.missing = missing
    }

    public static let empty = ShapedText(text: "", width: 0, ascent: 0, descent: 0, glyphRuns: [])

    public var height: Double { ascent + descent }

    /// This line followed by another, on one baseline.
    func followed(by next: ShapedText) -> ShapedText {
        var joined = self
        joined.append(next)
        return joined
    }

    mutating func append(_ next: ShapedText) {
        text += next.text
        place(next, x: width, y: 0)
        width += next.width
    }

    /// Adds the glyphs and rules of a box whose baseline starts at (x, y), y down. The width and the text stay.
    mutating func place(_ box: ShapedText, x dx: Double, y dy: Double) {
        for var run in box.glyphRuns {
            for i in run.glyphs.indices {
                run.glyphs[i].x += dx
                run.glyphs[i].y += dy
            }
            glyphRuns.append(run)
        }
        for var rule in box.rules {
            rule.x += dx
            rule.y += dy
            rules.append(rule)
        }
        ascent = max(ascent, box.ascent - dy)
        descent = max(descent, box.descent + dy)
        missing += box.missing.filter { !missing.contains($0) }
    }
}

/// Turns text into glyphs: ``FontBook`` with real fonts, a test with fixed metrics.
public protocol TextShaping: Sendable {
    func shape(_ text: RichText, style: TextStyle) -> ShapedText
}
