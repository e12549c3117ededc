import Scenes
import Testing

@testable import Typography

struct MathLayoutTests {
    private let fonts: FontBook
    private let style = TextStyle(size: 20)

    init() throws { fonts = try FontBook() }

    private func shape(_ mathematics: String) throws -> ShapedText {
        fonts.shape(try RichText("$\(mathematics)$"), style: style)
    }

    /// The glyphs of a line, left to right, with the size each is drawn in.
    private func glyphs(_ mathematics: String) throws -> [(glyph: PositionedGlyph, size: Double)] {
        try shape(mathematics).glyphRuns.flatMap { run in run.glyphs.map { ($0, run.size) } }
    }

    /// The space between the advance of one glyph and the start of the next, in ems of the line.
    private func gap(after index: Int, in mathematics: String) throws -> Double {
        let all = try glyphs(mathematics)
        let (first, size) = try (#require(all.dropFirst(index).first).glyph, #require(all.first).size)
        let second = try #require(all.dropFirst(index + 1).first).glyph
        return (second.x - first.x) / size - fonts.math.advance(of: first.id)
    }

    @Test("A minus between terms has space on both sides, a sign has none")
    func minus() throws {
        let medium = 4.0 / 18
        #expect(abs(try gap(after: 0, in: "a-b") - medium) < 1e-9)
        #expect(abs(try gap(after: 1, in: "a-b") - medium) < 1e-9)
        for signed in ["-b", "(-b", "=-b", "a+-b", ",-b"] {
            let minus = signed.count - 2
            #expect(abs(try gap(after: minus, in: signed)) < 1e-9, "\(signed)")
        }
    }

    @Test("Relations have more space than operators, in scripts neither has any")
    func relations() throws {
        #expect(abs(try gap(after: 0, in: "a=b") - 5.0 / 18) < 1e-9)
        let script = try glyphs("x^{a=b}")
        #expect(script.count == 4)
        let (a, equals) = (script[1], script[2])
        #expect(abs(equals.glyph.x - a.glyph.x - fonts.math.advance(of: a.glyph.id) * a.size) < 1e-9)
    }

    @Test("A superscript is smaller and raised, a subscript smaller and lowered, a script's script smaller still")
    func scripts() throws {
        let all = try glyphs("x^2_i")
        try #require(all.count == 3)
        #expect(all[1].size < all[0].size && all[1].glyph.y < -0.2 * all[0].size)
        #expect(all[2].size == all[1].size && all[2].glyph.y > 0.1 * all[0].size)
        let nested = try glyphs("x^{y^z}")
        #expect(nested[2].size < nested[1].size && nested[2].glyph.y < nested[1].glyph.y)
    }

    @Test("A superscript makes a line higher, a subscript deeper, and both wider")
    func extent() throws {
        let (plain, sup, sub) = (try shape("x"), try shape("x^2"), try shape("x_2"))
        #expect(sup.ascent > plain.ascent && sup.width > plain.width)
        #expect(sub.descent > plain.descent && sub.width > plain.width)
    }

    @Test("Primes are the font's own raised glyph at the letter's size, one after the other")
    func primes() throws {
        let all = try glyphs("J''")
        try #require(all.count == 3)
        #expect(all[1].glyph.id == fonts.math.glyph(for: "′"))
        #expect(all[1].glyph.id == all[2].glyph.id && all[1].glyph.x < all[2].glyph.x)
        #expect(all[1].size == all[0].size)
    }

    @Test("Words in a formula are set in the text face at the line's size")
    func words() throws {
        let runs = try shape("\\text{if }x").glyphRuns
        #expect(runs.first?.font == fonts.text.name && runs.first?.size == 20)
        #expect(runs.last?.font == fonts.math.name)
    }

    @Test("Every symbol of the parser has a glyph")
    func symbols() throws {
        for command in MathCommand.all {
            #expect(fonts.math.glyph(for: command.scalar) != nil, "\\\(command.name)")
        }
        for value in 0x20...0x2300 as ClosedRange<UInt32> where value != 0x3A2 {
            guard let scalar = Unicode.Scalar(value), case .symbol(let drawn, _)? = MathSymbols.symbol(for: scalar)
            else { continue }
            #expect(fonts.math.glyph(for: drawn) != nil, "\(scalar)")
        }
    }
}
