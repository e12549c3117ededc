import Scenes
import Testing

@testable import Typography

struct TypefaceTests {
    private let fonts: FontBook

    init() throws { fonts = try FontBook() }

    @Test("The three faces that the program carries have their names")
    func names() {
        #expect(fonts.text.name == "Inter-Regular" && fonts.semibold.name == "Inter-SemiBold")
        #expect(fonts.text.family.hasPrefix("Inter") && !fonts.text.isBold && fonts.semibold.isBold)
        for face in [fonts.text, fonts.semibold, fonts.math] {
            #expect(fonts.typeface(named: face.name) === face)
            #expect((0.3...0.6).contains(face.xHeight))
            #expect(!face.bytes.isEmpty)
        }
        #expect(fonts.typeface(named: "No such font") == nil)
    }

    @Test("A letter has an outline within its ink, y down, and a blank has none")
    func outline() throws {
        for face in [fonts.text, fonts.math] {
            let glyph = try #require(face.glyph(for: "8"))
            let outline = face.outline(of: glyph)
            let ink = face.ink(of: glyph)
            let box = Rect(left: ink.left, top: -ink.top, right: ink.right, bottom: -ink.bottom).insetBy(-0.002)
            #expect(outline.elements.filter { $0 == .close }.count == 3)
            for case .move(let point) in outline.elements { #expect(box.contains(point)) }
            for case .cubic(_, _, let point) in outline.elements { #expect(box.contains(point)) }
            #expect(face.outline(of: try #require(face.glyph(for: " "))).isEmpty)
        }
    }

    @Test("What the face lacks has no glyph")
    func lacking() {
        #expect(fonts.text.glyph(for: "损") == nil)
        #expect(fonts.math.glyph(for: "∑") != nil)
    }

    @Test("A file that holds no font gives no face")
    func noFont() {
        #expect(Typeface(FontFile(path: "/etc/passwd", index: 0)) == nil)
        #expect(Typeface(FontFile(path: "/no/such/file", index: 0)) == nil)
    }
}
