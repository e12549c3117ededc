import Scenes
import Testing

@testable import Typography

struct MathLayoutTableTests {
    private let bench: FormulaBench

    init() throws { bench = try FormulaBench() }

    private func origins(_ source: String) throws -> [Point] {
        try bench.shape(source).glyphRuns.filter { "1234".contains($0.text) }.map {
            Point(x: $0.glyphs[0].x, y: $0.glyphs[0].y)
        }
    }

    @Test("Cells stand in rows and columns, an em apart, centred on the axis")
    func grid() throws {
        let cells = try origins("\\begin{matrix}1&2\\\\3&4\\end{matrix}")
        #expect(cells[0].y == cells[1].y && cells[2].y == cells[3].y && cells[0].x == cells[2].x)
        let digit = bench.fonts.math.advance(of: try #require(bench.fonts.math.glyph(for: "1"))) * bench.em
        #expect(abs(cells[1].x - cells[0].x - digit - bench.em) < 1e-9)
        #expect(abs(cells[2].y - cells[0].y - 1.2 * bench.em) < 1e-9)
        let shaped = try bench.shape("\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}")
        #expect(abs(shaped.ascent - shaped.descent - 2 * bench.axis) < 1e-6)
        #expect(shaped.glyphRuns.first?.text == "(" && shaped.glyphRuns.last?.text == ")")
    }

    @Test("Tall cells push rows apart; rows need not be equally long")
    func rows() throws {
        let cells = try origins("\\begin{matrix}1\\\\\\dfrac{\\dfrac aa}{a}\\\\2&3\\end{matrix}")
        #expect(cells[1].y - cells[0].y > 3 * bench.em && cells[1].y == cells[2].y)
        #expect(try bench.shape("\\begin{matrix}1\\\\\\end{matrix}") == bench.shape("\\begin{matrix}1\\end{matrix}"))
    }

    @Test("Cases are set to the left behind one brace, aligned equations at their relations")
    func environments() throws {
        let cases = try bench.shape("\\begin{cases}1&\\text{if }x\\\\-2&3\\end{cases}")
        #expect(cases.glyphRuns.first?.text == "{")
        let minus = try #require(cases.glyphRuns.first { $0.text == "−" }).glyphs[0].x
        #expect(abs(try origins("\\begin{cases}1&\\text{if }x\\\\-2&3\\end{cases}")[0].x - minus) < 1e-9)
        let aligned = try bench.shape("\\begin{aligned}a+b&=1\\\\c&=2\\end{aligned}")
        let equals = aligned.glyphRuns.filter { $0.text == "=" }.map(\.glyphs[0].x)
        #expect(equals.count == 2 && equals[0] == equals[1])
    }
}
