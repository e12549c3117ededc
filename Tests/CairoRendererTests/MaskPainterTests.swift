import PNGCoding
import Scenes
import Testing
import Typography

@testable import CairoRenderer

/// A glyph's outline drawn as a shape is what its mask is held against.
struct MaskPainterTests {
    private let fonts: FontBook
    private let size = 13.0

    init() throws { fonts = try FontBook() }

    private func run(
        _ text: String, at points: [Point], size: Double? = nil, halo: TextRun.Halo? = nil, color: Color = Color(0)
    ) throws -> TextRun {
        let glyphs = try zip(text.unicodeScalars, points).map { scalar, point in
            PositionedGlyph(id: try #require(fonts.text.glyph(for: scalar)), x: point.x, y: point.y, cluster: 0)
        }
        return TextRun(
            text: text, origin: Point(x: 0, y: 0), width: 30, color: color, halo: halo,
            glyphRuns: [GlyphRun(font: fonts.text.name, size: size ?? self.size, text: text, glyphs: glyphs)])
    }

    private func outlines(_ run: TextRun, stroke: Stroke? = nil) -> [Node] {
        run.glyphRuns.flatMap { glyphRun in
            glyphRun.glyphs.map { glyph in
                let outline = fonts.text.outline(of: glyph.id).mapped {
                    Point(x: glyph.x + $0.x * glyphRun.size, y: glyph.y + $0.y * glyphRun.size)
                }
                return .shape(Shape(outline, fill: stroke?.color ?? run.color, stroke: stroke))
            }
        }
    }

    private func image(_ nodes: [Node], scale: Double = 2) throws -> DecodedPNG {
        try TestScenes.image(TestScenes.scene(nodes), scale: scale, fonts: fonts)
    }

    private func gaps(_ one: DecodedPNG, _ other: DecodedPNG) -> [Int] {
        zip(one.rgba, other.rgba).map { abs(Int($0) - Int($1)) }
    }

    @Test("At quarters of a pixel text is what its outlines are", arguments: [0.0, 0.25, 0.5, 0.75])
    func quarters(shift: Double) throws {
        let run = try run(
            "3θe", at: [4, 15, 25].map { Point(x: $0 + shift / 2, y: 20 - shift / 2) })
        #expect(try image([.text(run)]).inkedPixels > 200)
        #expect(try gaps(image([.text(run)]), image(outlines(run))).max() == 0)
    }

    @Test("Elsewhere it is at most an eighth of a pixel off")
    func eighths() throws {
        for step in 0..<20 {
            let offset = Double(step) * 0.0613
            let run = try run("3θe", at: [4, 15, 25].map { Point(x: $0 + offset, y: 20 - offset) })
            let gaps = try gaps(image([.text(run)]), image(outlines(run)))
            // An edge that is moved by an eighth in x and in y changes what it covers of a pixel by a quarter.
            #expect((gaps.max() ?? 0) <= 64)
            #expect(gaps.reduce(0, +) < 255 * gaps.count / 100)
        }
    }

    @Test("A margin reaches as far as it is wide")
    func margin() throws {
        let halo = TextRun.Halo(color: Color(0x0000FF), width: 2)
        let run = try run("1H", at: [Point(x: 6, y: 20), Point(x: 20, y: 20)], halo: halo, color: Color(0x0000FF))
        let pen = Stroke(color: Color(0x0000FF), width: 4, isRound: true)
        let gaps = try gaps(image([.text(run)]), image(outlines(run, stroke: pen)))
        // Three tenths of a pixel off at most, and coverage in sixteenths.
        #expect((gaps.max() ?? 0) <= 110)
        #expect(gaps.reduce(0, +) < 255 * gaps.count / 100)
    }

    @Test("The inside of a letter with a margin is covered, too, and shows nothing through a faint colour")
    func inside() throws {
        let page = Node.shape(Shape(.rectangle(Rect(x: 0, y: 0, width: 40, height: 30)), fill: Color(0x0000FF)))
        let run = try run(
            "■", at: [Point(x: 2, y: 26)], size: 40, halo: .init(color: Color(0xFFFFFF), width: 1),
            color: Color(0xFF0000, opacity: 0.5))
        let image = try image([page, .text(run)])
        let red = (0..<(image.width * image.height)).count {
            image.color($0 % image.width, $0 / image.width) == 0xFF7F7F
        }
        #expect(red > 500)
    }

    @Test("Text beyond the image, or nowhere, leaves the rest as it is")
    func outside() throws {
        let inside = Point(x: 4, y: 20)
        let alone = try image([.text(run("3", at: [inside]))])
        for far in [
            Point(x: -300, y: 20), Point(x: 4, y: 1e9), Point(x: .nan, y: 20), Point(x: .infinity, y: -.infinity),
            Point(x: 1e300, y: 20),
        ] {
            let both = try image([.text(run("37", at: [inside, far], halo: .init(color: Color(0xFFFFFF), width: 2)))])
            #expect(both.rgba == alone.rgba)
        }
    }

    @Test("A glyph across the image's edge is cut there")
    func edges() throws {
        for corner in [Point(x: -3, y: 4), Point(x: 37, y: 4), Point(x: -3, y: 33), Point(x: 37, y: 33)] {
            let run = try run("8", at: [corner])
            #expect(try image([.text(run)]).inkedPixels > 5)
            #expect(try gaps(image([.text(run)]), image(outlines(run))).max() == 0)
        }
    }

    @Test("A glyph larger than masks are made for is drawn all the same")
    func large() throws {
        let run = try run("8", at: [Point(x: 2, y: 28)], size: 38)
        #expect(try image([.text(run)], scale: 8).inkedPixels > 10_000)
        #expect(try gaps(image([.text(run)], scale: 8), image(outlines(run), scale: 8)).max() == 0)
    }
}
