import Testing

@testable import Typography

struct FontCatalogueTests {
    private let fonts: FontBook
    private let folder: FontFolder

    init() throws {
        fonts = try FontBook()
        folder = try FontFolder()
    }

    @Test("Of two faces that have a character the one for its script comes first, whatever their names")
    func best() throws {
        let faces = try [("a", fonts.text), ("b", fonts.math)].map { ($0.1, try folder.add($0.1, as: $0.0 + ".otf")) }
        let catalogue = FontCatalogue(of: folder.directories, without: [], besides: [])
        var (firsts, tried) = (Set<FontFile>(), 0)
        for value in UInt32(0xA0)..<0x2600 {
            let scalar = try #require(Unicode.Scalar(value))
            guard faces.allSatisfy({ $0.0.covers([scalar]) }) else { continue }
            let column = (value & ~127..<(value & ~127) + 128).compactMap(Unicode.Scalar.init)
            let counts = faces.map { face in column.count { face.0.covers([$0]) } }
            let entries = catalogue.entries(having: [scalar], bold: false)
            let expected = counts[1] > counts[0] ? faces.reversed() : faces
            #expect(entries.map(\.file) == expected.map(\.1), "U+\(String(value, radix: 16))")
            firsts.formUnion(entries.prefix(1).map(\.file))
            tried += 1
        }
        #expect(firsts.count == 2 && tried > 100)
    }

    @Test("A face has all scalars that were asked for")
    func several() throws {
        for (name, face) in [("a", fonts.text), ("b", fonts.math)] { _ = try folder.add(face, as: name + ".otf") }
        let catalogue = FontCatalogue(of: folder.directories, without: [], besides: [])
        #expect(catalogue.entries(having: ["\u{2135}"], bold: false).map(\.name) == [fonts.math.name])
        #expect(catalogue.entries(having: ["Ж"], bold: false).map(\.name) == [fonts.text.name])
        #expect(catalogue.entries(having: ["\u{2135}", "Ж"], bold: false).isEmpty)
        #expect(catalogue.entries(having: ["\u{F8FE}"], bold: false).isEmpty)
    }

    @Test("A bold face comes first for bold text, a regular one for regular text")
    func weight() throws {
        for (name, face) in [("a", fonts.text), ("b", fonts.semibold)] { _ = try folder.add(face, as: name + ".otf") }
        let catalogue = FontCatalogue(of: folder.directories, without: [], besides: [])
        let names = [fonts.text.name, fonts.semibold.name]
        #expect(catalogue.entries(having: ["Ж"], bold: false).map(\.name) == names)
        #expect(catalogue.entries(having: ["Ж"], bold: true).map(\.name) == names.reversed())
    }

    @Test("No face has the name of a built-in one or of another, nor is a known file found again")
    func names() throws {
        let files = try ["a", "b", "c"].map { try folder.add(fonts.math, as: $0 + ".otf") }
        let catalogue = FontCatalogue(of: folder.directories, without: [files[1]], besides: [fonts.math.name])
        let entries = catalogue.entries(having: ["\u{2135}"], bold: false)
        #expect(entries.map(\.file) == [files[0], files[2]])
        #expect(entries.map(\.name) == [fonts.math.name + ".2", fonts.math.name + ".3"])
    }
}
