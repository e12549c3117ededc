import Testing

@testable import Typography

struct GlyphMasksTests {
    private let look = GlyphMasks.Look(font: "a", pixelsPerEm: 13, margin: 0)

    private func mask(_ value: UInt8, count: Int = 4) -> GlyphMask {
        GlyphMask(left: 0, top: 0, width: count, height: 1, coverage: [UInt8](repeating: value, count: count))
    }

    private func made(_ glyphs: [UInt32], look: GlyphMasks.Look, by masks: GlyphMasks) -> [UInt32] {
        var made: [UInt32] = []
        let found = masks.masks(of: glyphs.map { .init(glyph: $0, phase: 0) }, look: look) { key in
            made.append(key.glyph)
            return mask(UInt8(key.glyph))
        }
        #expect(found.map { $0.coverage[0] } == glyphs.map { UInt8($0) })
        return made
    }

    @Test("A mask is made once for every look and place in a pixel")
    func once() {
        let masks = GlyphMasks()
        #expect(made([1, 2, 1], look: look, by: masks) == [1, 2])
        #expect(made([3, 2], look: look, by: masks) == [3])
        for other in [
            GlyphMasks.Look(font: "b", pixelsPerEm: 13, margin: 0), .init(font: "a", pixelsPerEm: 14, margin: 0),
            .init(font: "a", pixelsPerEm: 13, margin: 1),
        ] { #expect(made([1], look: other, by: masks) == [1]) }
        var count = 0
        _ = masks.masks(of: [.init(glyph: 1, phase: 1)], look: look) { _ in
            count += 1
            return mask(9)
        }
        #expect(count == 1)
    }

    @Test("Masks are forgotten when they take more memory than allowed, and made again")
    func limit() {
        let masks = GlyphMasks(limit: 12)
        #expect(made([1, 2, 3], look: look, by: masks) == [1, 2, 3])
        #expect(made([1, 2, 3], look: look, by: masks) == [])
        #expect(made([4], look: look, by: masks) == [4])
        #expect(made([4, 1], look: look, by: masks) == [1])
    }
}
