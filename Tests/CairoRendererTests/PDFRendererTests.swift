import Diagnostics
import Scenes
import Testing
import Typography

@testable import CairoRenderer

struct PDFRendererTests {
    private let fonts: FontBook
    private let metadata = PDFRenderer.Metadata(title: "Title", subject: "", keywords: "{}", creator: "test")

    init() throws { fonts = try FontBook() }

    private func render(_ scene: Scene) throws -> [UInt8] {
        try PDFRenderer.render(scene, fonts: fonts, metadata: metadata)
    }

    @Test("A PDF begins and ends like one")
    func form() throws {
        let bytes = try render(TestScenes.scene([try TestScenes.text("Loss $\\theta$ 损失", fonts: fonts)]))
        #expect(bytes.starts(with: Array("%PDF-1.".utf8)))
        #expect(String(decoding: bytes.suffix(6), as: UTF8.self) == "%%EOF\n")
    }

    @Test("The same scene gives the same bytes, dated the same")
    func deterministic() throws {
        let scene = TestScenes.scene([try TestScenes.text("Loss $\\theta$", fonts: fonts)])
        let bytes = try render(scene)
        #expect(try render(scene) == bytes)
        #expect(String(decoding: bytes, as: UTF8.self).contains("20000101000000Z"))
        #expect(String(decoding: bytes, as: UTF8.self).contains("/Title (Title)"))
    }

    @Test("The page is as large as the scene")
    func page() throws {
        let text = String(decoding: try render(TestScenes.scene([], width: 300, height: 200)), as: UTF8.self)
        #expect(text.contains("/MediaBox [ 0 0 300 200 ]"))
    }

    @Test("A page that no reader shows is refused")
    func tooLarge() {
        let error = Diagnostic(
            "a page of 20000x100.5 points is too large for a PDF", about: Setting(.size),
            hint: "keep each side of --size below 14400")
        #expect(throws: error) { try render(TestScenes.scene([], width: 20_000, height: 100.5)) }
        #expect(throws: Diagnostic.self) { try render(TestScenes.scene([], width: 10, height: .infinity)) }
        #expect(throws: Diagnostic.self) { try render(TestScenes.scene([], width: .nan, height: 10)) }
    }

    @Test("Text of every kind is drawn, also without a font and out of order")
    func texts() throws {
        let unknown = GlyphRun(
            font: "No Such Font", size: 13, text: "a", glyphs: [PositionedGlyph(id: 5, x: 0, y: 0, cluster: 0)])
        let lone = Node.text(
            TextRun(text: "a", origin: Point(x: 5, y: 20), width: 9, color: Color(0), glyphRuns: [unknown]))
        let sources = ["Loss", "$x_i^2$", "损失", "שלום", "e\u{301}", "\u{F8FE}"]
        let nodes = try sources.map { try TestScenes.text($0, fonts: fonts) } + [lone]
        #expect(try render(TestScenes.scene(nodes)).count > 1_000)
    }

    @Test("Metadata with any characters is taken")
    func metadataText() throws {
        let hostile = PDFRenderer.Metadata(title: "损失 (θ) \\ )", subject: "a\nb", keywords: "{\"a\": 1}", creator: "")
        #expect(try PDFRenderer.render(TestScenes.scene([]), fonts: fonts, metadata: hostile).count > 100)
    }
}
