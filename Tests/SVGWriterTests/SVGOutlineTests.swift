import Scenes
import Testing
import Typography

@testable import SVGWriter

struct SVGOutlineTests {
    private let fonts: FontBook

    init() throws { fonts = try FontBook() }

    private static let latin = "abcdefgijklmnopqrstuvwxyzBCGJMQRS012356789θσ∞%&@.,;(]−="

    /// Faces with characters of theirs: those of the program, and the Chinese ones of the machine.
    private func characters() throws -> [(face: Typeface, text: String)] {
        let chinese = "梯度误差离群熵极窗数，。（"
        let shaped = fonts.shape(try RichText(chinese), style: TextStyle(size: 13, language: "zh-Hans"))
        let face = try #require(shaped.glyphRuns.first.flatMap { fonts.typeface(named: $0.font) })
        return [
            (fonts.text, SVGOutlineTests.latin), (fonts.semibold, SVGOutlineTests.latin), (fonts.math, "∑√θσ∂∇ℝ(){}[]"),
            (face, chinese),
        ]
    }

    /// Rounding moves a point by at most √½ of a unit, and what is left out or replaced is within half of one.
    private static let bound = 0.5.squareRoot() + SVGContour.deviation

    @Test(
        "Every outline follows the font's own within 1.21 units, and nothing of that is lost",
        arguments: [(88, false), (104, true), (112.5, false), (160, true)])
    func outlines(unitsPerEm: Double, isStroked: Bool) throws {
        for (face, text) in try characters() {
            for scalar in text.unicodeScalars {
                let glyph = try #require(face.glyph(for: scalar))
                let wanted = face.outline(of: glyph).scaled(by: unitsPerEm)
                let written = try read(
                    SVGOutline(face.outline(of: glyph), unitsPerEm: unitsPerEm, isStroked: isStroked))
                #expect(written.distance(to: wanted) <= SVGOutlineTests.bound, "\(scalar)")
                #expect(wanted.distance(to: written) <= SVGOutlineTests.bound, "\(scalar)")
            }
        }
    }

    @Test("An outline that is stroked has all its contours closed; a fill closes them itself")
    func closed() throws {
        let outline = fonts.text.outline(of: try #require(fonts.text.glyph(for: "8")))
        func closes(_ isStroked: Bool) throws -> Int {
            try read(SVGOutline(outline, unitsPerEm: 104, isStroked: isStroked)).elements.count { $0 == .close }
        }
        #expect(try closes(true) == 3)
        #expect(try closes(false) == 0)
    }

    @Test("Upright edges stay upright, and the edges of a rectangle are three")
    func upright() throws {
        let outline = fonts.text.outline(of: try #require(fonts.text.glyph(for: "l")))
        let written = SVGOutline(outline, unitsPerEm: 104, isStroked: false)
        let commands = String(decoding: written.data.bytes, as: UTF8.self).filter(\.isLetter)
        #expect(["hvh", "vhv"].contains(commands), "\(commands)")
    }

    @Test("An outline stands where it is placed, behind another too")
    func placed() throws {
        let outline = SVGOutline(
            fonts.text.outline(of: try #require(fonts.text.glyph(for: "%"))), unitsPerEm: 104, isStroked: false)
        var markup = SVGMarkup()
        var pen: GridPoint?
        for x in [7, 250] { markup.append(outline, movedBy: GridPoint(x: x, y: -3), from: &pen) }
        let both = try PathDataReader.read(String(decoding: markup.bytes, as: UTF8.self))
        let one = try read(outline)
        let wanted = [7.0, 250].flatMap { x in one.mapped { Point(x: $0.x + x, y: $0.y - 3) }.elements }
        #expect(both.elements.count == wanted.count)
        #expect(both.distance(to: Path(wanted)) < 0.1)
    }

    @Test("A blank has no data")
    func blank() throws {
        let outline = fonts.text.outline(of: try #require(fonts.text.glyph(for: " ")))
        #expect(SVGOutline(outline, unitsPerEm: 104, isStroked: true).data.bytes.isEmpty)
    }

    private func read(_ outline: SVGOutline) throws -> Path {
        var markup = SVGMarkup()
        var pen: GridPoint?
        markup.append(outline, movedBy: GridPoint(x: 0, y: 0), from: &pen)
        return try PathDataReader.read(String(decoding: markup.bytes, as: UTF8.self))
    }
}
