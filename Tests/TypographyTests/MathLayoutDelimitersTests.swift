import Scenes
import Testing

@testable import Typography

struct MathLayoutDelimitersTests {
    private let bench: FormulaBench

    init() throws { bench = try FormulaBench() }

    private static func tower(_ height: Int) -> String {
        "\\begin{matrix}" + (1...height).map { "\($0)" }.joined(separator: "\\\\") + "\\end{matrix}"
    }

    @Test(
        "Delimiters cover what they enclose but for TeX's tenth, centred on the axis",
        arguments: ["x", "\\frac ab", "\\dfrac{a^2}{\\frac bc}", "\\displaystyle\\sum_{i=1}^n", tower(3), tower(9)])
    func covers(_ source: String) throws {
        let inside = try bench.shape(source)
        let reach = max(inside.ascent - bench.axis, inside.descent + bench.axis)
        let least = max(2 * reach * 0.901, 2 * reach - 0.5 * bench.em)
        for (left, right) in [
            ("(", ")"), ("[", "]"), ("\\{", "\\}"), ("|", "|"), ("\\|", "\\|"), ("\\lfloor", "\\rceil"),
        ] {
            let shaped = try bench.shape("\\left\(left) \(source)\\right\(right)")
            for run in [shaped.glyphRuns.first, shaped.glyphRuns.last].compactMap({ $0 }) {
                let ink = try #require(bench.inks(of: run.text, in: shaped).first)
                #expect(ink.height >= least - 0.01 * bench.em, "\(left) around \(source)")
                #expect(abs((ink.top + ink.bottom) / 2 + bench.axis) < 0.01 * bench.em)
            }
        }
    }

    @Test("A delimiter is never smaller than the character, and an empty one is a little space")
    func least() throws {
        let (plain, grown) = (try bench.shape("(x)"), try bench.shape("\\left(x\\right)"))
        #expect(plain.glyphRuns.map(\.glyphs.first?.id) == grown.glyphRuns.map(\.glyphs.first?.id))
        #expect(abs(plain.width - grown.width) < 1e-9)
        let half = try bench.shape("\\left.x\\right)")
        #expect(half.glyphRuns.count == 2 && abs(half.glyphRuns[0].glyphs[0].x - 0.12 * bench.em) < 1e-9)
    }

    @Test("\\middle is as tall as the delimiters around it")
    func middle() throws {
        let shaped = try bench.shape("\\left\\langle\\dfrac ab\\middle|x\\right\\rangle")
        #expect(bench.inks(of: "|", in: shaped)[0].height > 1.5 * bench.em)
    }

    @Test("The four sizes grow, on both sides alike, with the class of their last letter")
    func sizes() throws {
        let heights = try ["(", "\\big(", "\\Big(", "\\bigg(", "\\Bigg("].map {
            bench.inks(of: "(", in: try bench.shape($0))[0].height / bench.em
        }
        #expect(zip(heights, heights.dropFirst()).allSatisfy { $0 < $1 })
        // Plain TeX's are 1.2, 1.8, 2.4 and 3 em, of fonts with other steps.
        #expect(heights[1] >= 1.08 && heights[4] >= 2.7 && heights[4] < 3.4)
        #expect(try bench.shape("\\bigl(x\\bigr)-1").width > bench.shape("\\bigl(x\\bigr)1").width)
        #expect(try bench.shape("a\\bigm|b").width > bench.shape("a\\big|b").width)
    }

    @Test("A very tall delimiter is put together of overlapping parts, just long enough")
    func assembly() throws {
        let face = bench.fonts.math
        let glyph = try #require(face.glyph(for: "("))
        for length in stride(from: 2.5, through: 60, by: 1.7) {
            let parts = face.stretched(glyph, to: length, along: .vertical)
            #expect(parts.count >= 2)
            let ends = parts.map { $0.offset + face.ink(of: $0.glyph).top - face.ink(of: $0.glyph).bottom }
            let end = try #require(ends.last)
            #expect(end >= length - 1e-9 && end < length + 0.5)
            for (end, next) in zip(ends, parts.dropFirst()) { #expect(next.offset <= end - 0.03 + 1e-9) }
        }
        #expect(face.stretched(glyph, to: 1e9, along: .vertical).count <= 1_002)
    }
}
