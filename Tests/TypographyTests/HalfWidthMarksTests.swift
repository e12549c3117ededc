import Scenes
import Testing

@testable import Typography

@Suite("Punctuation marks of half the width")
struct HalfWidthMarksTests {
    @Test(
        "Of two marks in a row the one with its blank half between them is narrow",
        arguments: [
            ("（甲），乙", [6..<9]), ("甲）（乙", [3..<6]), ("甲：（乙", [3..<6]), ("（（甲", [3..<6]), ("甲，乙。", []),
            ("a), b", []), ("", []),
        ])
    func ranges(text: String, ranges: [Range<Int>]) { #expect(HalfWidthMarks.ranges(in: text) == ranges) }

    @Test("A bracket before a comma takes half of its width, and nothing else changes")
    func widths() throws {
        let fonts = try FontBook()
        let style = TextStyle(size: 20, language: "zh")
        func width(_ text: String) -> Double { fonts.shape(RichText(verbatim: text), style: style).width }
        let apart = width("（甲）") + width("，乙")
        #expect(abs(apart - width("（甲），乙") - 10) < 0.01)
        #expect(abs(width("（甲）乙") - width("（甲") - width("）乙")) < 0.01)
    }

    @Test("A formula whose first letter reaches back keeps its distance from the word before it")
    func overhang() throws {
        let fonts = try FontBook()
        let style = TextStyle(size: 20)
        func start(_ letter: String) throws -> Double {
            let line = fonts.shape(try RichText("so: $\(letter)$"), style: style)
            let run = try #require(line.glyphRuns.last)
            let face = try #require(fonts.typeface(named: run.font))
            return run.glyphs[0].x + face.ink(of: run.glyphs[0].id).left * run.size
        }
        let word = fonts.shape(RichText(verbatim: "so: "), style: style).width
        #expect(try start("f") > word - 0.01 && start("J") > word - 0.01 && start("x") > word - 0.01)
        #expect(fonts.shape(try RichText("$f$"), style: style).glyphRuns[0].glyphs[0].x == 0)
    }

    @Test("A label of mathematics alone is known from one with words")
    func isFormula() throws {
        #expect(try RichText("$y = 0$").isFormula)
        #expect(!(try RichText("at $y = 0$").isFormula) && !RichText(verbatim: "MSE").isFormula)
    }
}
