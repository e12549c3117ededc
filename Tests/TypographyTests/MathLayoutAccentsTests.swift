import Scenes
import Testing

@testable import Typography

struct MathLayoutAccentsTests {
    private let bench: FormulaBench

    init() throws { bench = try FormulaBench() }

    @Test(
        "An accent stands over its letter, whatever its height, and takes no room of its own",
        arguments: ["hat", "bar", "tilde", "vec", "dot", "ddot", "check", "breve", "acute", "grave", "mathring"])
    func accents(_ command: String) throws {
        for letter in ["x", "y", "\\theta", "J", "H", "i"] {
            let (plain, shaped) = (try bench.shape(letter), try bench.shape("\\\(command) \(letter)"))
            let base = bench.ink(of: shaped.glyphRuns[0].glyphs[0], in: shaped.glyphRuns[0])
            let mark = bench.ink(of: shaped.glyphRuns[1].glyphs[0], in: shaped.glyphRuns[1])
            #expect(mark.bottom < base.top && mark.bottom > base.top - 0.2 * bench.em, "\(command) \(letter)")
            #expect(mark.left < base.right && mark.right > base.left, "\(command) \(letter)")
            #expect(abs(shaped.width - plain.width) < 0.2 * bench.em)
        }
    }

    @Test("An i under an accent loses its dot")
    func dotless() throws {
        #expect(try bench.shape("\\hat i").glyphRuns[0].text == "\u{1D6A4}")
        #expect(try bench.shape("\\hat{j}").glyphRuns[0].text == "\u{1D6A5}")
        #expect(try bench.shape("\\hat{\\mathrm i}").glyphRuns[0].text == "ı")
    }

    @Test("An accent does not lift the scripts of its letter")
    func scripts() throws {
        func height(_ source: String) throws -> Double {
            bench.inks(of: "2", in: try bench.shape(source))[0].bottom
        }
        #expect(abs(try height("\\hat y^2") - height("y^2")) < 1e-9)
    }

    @Test("A wide accent grows with what is under it, a narrow one does not")
    func wide() throws {
        func width(_ source: String) throws -> Double {
            let shaped = try bench.shape(source)
            let run = try #require(shaped.glyphRuns.last)
            return bench.ink(of: run.glyphs[0], in: run).width
        }
        #expect(try width("\\widehat{x}") < width("\\widehat{xy}"))
        #expect(try width("\\widehat{xy}") < width("\\widehat{xyzw}"))
        #expect(abs(try width("\\hat{xyz}") - width("\\hat x")) < 1e-9)
        #expect(try width("\\widehat{xyzw}") <= bench.shape("xyzw").width)
    }

    @Test("Lines over and under a formula are as long as it is and keep their distance")
    func lines() throws {
        let (plain, over, under) = (
            try bench.shape("a+g"), try bench.shape("\\overline{a+g}"), try bench.shape("\\underline{a+g}")
        )
        for shaped in [over, under] {
            #expect(shaped.rules.count == 1 && abs(shaped.rules[0].width - plain.width) < 1e-9)
            #expect(abs(shaped.width - plain.width) < 1e-9)
        }
        #expect(over.rules[0].bottom <= -plain.ascent - bench.constants.overbarVerticalGap * bench.em + 1e-9)
        #expect(under.rules[0].top >= plain.descent + bench.constants.underbarVerticalGap * bench.em - 1e-9)
        #expect(over.ascent > -over.rules[0].top && under.descent > under.rules[0].bottom)
    }

    @Test("A brace embraces its formula and carries its script")
    func braces() throws {
        let (plain, shaped) = (try bench.shape("a+b+c+d"), try bench.shape("\\underbrace{a+b+c+d}_2"))
        let (brace, two) = (bench.inks(of: "⏟", in: shaped)[0], bench.inks(of: "2", in: shaped)[0])
        #expect(brace.width >= plain.width - 0.1 * bench.em && brace.top >= plain.descent && two.top > brace.bottom)
    }
}
