import Diagnostics
import PNGCoding
import Testing

struct TextChunksTests {
    private let image = TestImage(width: 4, height: 4) { x, y in x == y ? 0xFF00_0000 : 0xFFFF_FFFF }

    @Test("Texts come back, Chinese and long ones included")
    func roundTrip() throws {
        let long = String(repeating: "损失函数 loss θ ", count: 400)
        let file = try image.encoded(text: [
            ("Title", "损失函数"), ("Software", "lossplot"), ("Source", long), ("Comment", ""),
        ])
        let text = try DecodedPNG.decode(file.bytes, limitPixels: 16).text
        #expect(text == ["Title": "损失函数", "Software": "lossplot", "Source": long])
        // Compressed: far smaller than its UTF-8.
        #expect(file.bytes.count < 1000)
    }

    @Test("A text of 512 bytes is written plainly, a longer one compressed")
    func threshold() throws {
        let plain = String(repeating: "a", count: 512)
        #expect(try image.encoded(text: [("Title", plain)]).bytes.count > 512)
        #expect(try image.encoded(text: [("Title", plain + "a")]).bytes.count < 512)
        for text in [plain, plain + "a"] {
            let file = try image.encoded(text: [("Title", text)])
            #expect(try DecodedPNG.decode(file.bytes, limitPixels: 16).text == ["Title": text])
        }
    }

    @Test("The resolution is written in pixels per metre")
    func resolution() throws {
        let bytes = try image.encoded(pixelsPerMetre: 3937).bytes
        let chunk = Array("pHYs".utf8) + [0, 0, 0x0F, 0x61, 0, 0, 0x0F, 0x61, 1]
        #expect(bytes.indices.contains { bytes[$0...].starts(with: chunk) })
        #expect(throws: Diagnostic("cannot encode the PNG: -1 pixels per metre are out of range")) {
            try image.encoded(pixelsPerMetre: -1)
        }
    }

    @Test(
        "Keywords that PNG does not allow are refused",
        arguments: ["", "标题", "a\0b", String(repeating: "k", count: 80), " a", "a ", "a  b", "a\nb"])
    func keywords(keyword: String) {
        #expect(throws: Diagnostic.self) { try image.encoded(text: [(keyword, "text")]) }
    }

    @Test("A text with a NUL is refused")
    func textWithNUL() {
        #expect(throws: Diagnostic("cannot encode the PNG: the text “Title” contains a NUL character")) {
            try image.encoded(text: [("Title", "a\0b")])
        }
    }
}
