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
    /// Characters that no font has; each shows as the font's box for what is missing.
    public var missing: [Character]

    public init(
        text: String, width: Double, ascent: Double, descent: Double, glyphRuns: [GlyphRun], missing: [Character] = []
    ) {
        self.text = text
        self.width = width
        self.ascent = ascent
        self.descent = descent
        self.glyphRuns = glyphRuns
        self.missing = missing
    }

    public static let empty = ShapedText(text: "", width: 0, ascent: 0, descent: 0, glyphRuns: [])

    public var height: Double { ascent + descent }

    /// This line followed by another, on one baseline.
    func followed(by next: ShapedText) -> ShapedText {
        var joined = self
        joined.text += next.text
        for var run in next.glyphRuns {
            for i in run.glyphs.indices { run.glyphs[i].x += width }
            joined.glyphRuns.append(run)
        }
        joined.width += next.width
        joined.ascent = max(ascent, next.ascent)
        joined.descent = max(descent, next.descent)
        joined.missing += next.missing.filter { !missing.contains($0) }
        return joined
    }

    /// The same, moved right and down.
    func moved(x dx: Double, y dy: Double) -> ShapedText {
        var moved = self
        for r in moved.glyphRuns.indices {
            for g in moved.glyphRuns[r].glyphs.indices {
                moved.glyphRuns[r].glyphs[g].x += dx
                moved.glyphRuns[r].glyphs[g].y += dy
            }
        }
        moved.ascent = max(0, ascent - dy)
        moved.descent = max(0, descent + dy)
        return moved
    }
}

/// Turns text into glyphs: ``FontBook`` with real fonts, a test with fixed metrics.
public protocol TextShaping: Sendable {
    func shape(_ text: RichText, style: TextStyle) -> ShapedText
}
