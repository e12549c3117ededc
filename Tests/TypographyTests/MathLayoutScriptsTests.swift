import Scenes
import Testing

@testable import Typography

struct MathLayoutScriptsTests {
    private let bench: FormulaBench

    init() throws { bench = try FormulaBench() }

    private func glyphs(_ source: String) throws -> [PositionedGlyph] {
        try bench.shape(source).glyphRuns.flatMap(\.glyphs)
    }

    @Test("Scripts of a character stand where the font says, in a denominator and under a root lower")
    func shifts() throws {
        let c = bench.constants
        #expect(abs(try glyphs("x^2")[1].y + c.superscriptShiftUp * bench.em) < 1e-9)
        #expect(abs(try glyphs("x_2")[1].y - c.subscriptShiftDown * bench.em) < 1e-9)
        let cramped = try glyphs("\\sqrt{x^2}")[2]
        #expect(abs(cramped.y + c.superscriptShiftUpCramped * bench.em) < 1e-9)
    }

    @Test("Sub- and superscript keep their distance, tall ones too")
    func gap() throws {
        for source in ["p_i^\\gamma", "x_{i^2}^{j_2}", "x^{g}_{\\frac12}", "x_{H}^{g}"] {
            let shaped = try bench.shape(source)
            let runs = shaped.glyphRuns.dropFirst().flatMap { run in
                run.glyphs.map { bench.ink(of: $0, in: run) }
            }
            // What hangs over the baseline's middle belongs to the one above.
            let tops = runs.filter { ($0.top + $0.bottom) / 2 > -0.2 * bench.em }.map(\.top)
            let bottoms = runs.filter { ($0.top + $0.bottom) / 2 <= -0.2 * bench.em }.map(\.bottom)
            let gap = (tops.min() ?? 0) - (bottoms.max() ?? 0)
            #expect(gap >= bench.constants.subSuperscriptGapMin * bench.em - 1e-9, "\(source)")
        }
    }

    @Test("Scripts of a tall base hang on its edges")
    func tall() throws {
        let (plain, tall) = (try glyphs("(x)^2"), try bench.shape("\\left(\\dfrac ab\\right)^2"))
        let two = try #require(tall.glyphRuns.last?.glyphs.last)
        #expect(two.y < plain[3].y - 0.3 * bench.em)
        #expect(bench.inks(of: "2", in: tall)[0].top < bench.inks(of: ")", in: tall)[0].top)
    }

    @Test("A superscript stands clear of a leaning letter, its subscript does not move away")
    func lean() throws {
        let all = try glyphs("f_1^2")
        let f = bench.fonts.math.italicsCorrection(of: all[0].id) * bench.em
        #expect(f > 0.1 * bench.em)
        #expect(abs(all[1].x - all[2].x - f) < 1e-9)
    }

    @Test("A leaning letter keeps clear of upright matter behind it, not of another leaning one")
    func italics() throws {
        func gap(_ source: String) throws -> Double {
            let all = try glyphs(source)
            return all[1].x - bench.fonts.math.advance(of: all[0].id) * bench.em
        }
        let f = bench.fonts.math.italicsCorrection(of: try glyphs("f")[0].id) * bench.em
        for source in ["f(", "f1", "f'"] { #expect(abs(try gap(source) - f) < 1e-9, "\(source)") }
        #expect(abs(try gap("fg")) < 1e-9)
        let advance = bench.fonts.math.advance(of: try glyphs("f")[0].id) * bench.em
        #expect(abs(try bench.shape("f").width - f - advance) < 1e-9)
    }

    @Test("Limits stand over and under an operator in a display, beside it on a line, unless it is told otherwise")
    func limits() throws {
        func isStacked(_ shaped: ShapedText, _ low: String) throws -> Bool {
            let box = try #require(bench.inks(of: low, in: shaped).first)
            let base = bench.ink(of: shaped.glyphRuns[0].glyphs[0], in: shaped.glyphRuns[0])
            return box.left < base.right && box.top > 0
        }
        #expect(try isStacked(bench.display("\\sum_i^n"), "𝑖"))
        #expect(try isStacked(bench.display("\\prod_i"), "𝑖"))
        #expect(try !isStacked(bench.shape("\\sum_i^n"), "𝑖"))
        #expect(try isStacked(bench.shape("\\sum\\limits_i"), "𝑖"))
        #expect(try !isStacked(bench.display("\\sum\\nolimits_i"), "𝑖"))
        #expect(try bench.display("\\max_i").width < bench.shape("\\max_i").width)
        #expect(try bench.display("\\ln_i") == bench.shape("\\ln_i"))
        #expect(try bench.display("\\operatorname*{amax}_i").descent > bench.display("\\operatorname{amax}_i").descent)
        let integral = try bench.display("\\int_0^1")
        let (zero, one) = (bench.inks(of: "0", in: integral)[0], bench.inks(of: "1", in: integral)[0])
        let sign = bench.inks(of: "∫", in: integral)[0]
        #expect(zero.left < sign.right && one.left > sign.right && one.left > zero.left)
    }

    @Test("Limits are centred and keep the font's distances")
    func distances() throws {
        let shaped = try bench.display("\\sum_i^n")
        let sum = bench.inks(of: "∑", in: shaped)[0]
        let (i, n) = (bench.inks(of: "𝑖", in: shaped)[0], bench.inks(of: "𝑛", in: shaped)[0])
        #expect(sum.top - n.bottom >= bench.constants.upperLimitGapMin * bench.em - 1e-9)
        #expect(i.top - sum.bottom >= bench.constants.lowerLimitGapMin * bench.em - 1e-9)
        #expect(abs((n.left + n.right) / 2 - shaped.width / 2) < 0.1 * bench.em)
    }

    @Test("Operators are larger in a display, and centred on the axis in every style")
    func operators() throws {
        for name in ["sum", "prod", "int"] {
            let (small, large) = (try bench.shape("\\" + name), try bench.display("\\" + name))
            #expect(large.height > 1.2 * small.height, "\(name)")
            for shaped in [small, large] {
                #expect(abs(shaped.ascent - shaped.descent - 2 * bench.axis) < 1e-6, "\(name)")
            }
        }
    }

    @Test("A subscript stands under a prime, a superscript behind it")
    func primes() throws {
        let shaped = try bench.shape("f'^2_i")
        let (prime, two) = (bench.inks(of: "′", in: shaped)[0], bench.inks(of: "2", in: shaped)[0])
        #expect(bench.inks(of: "𝑖", in: shaped)[0].left < prime.right && two.left > prime.right)
    }
}
