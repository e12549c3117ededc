import Diagnostics
import PNGCoding
import TestSupport
import Testing

/// Small files that would take much memory or time are refused before they do.
struct PNGBombTests {
    private let grey = TestSamples(width: 21, height: 13, colour: 0, depth: 8, isInterlaced: false).file

    private func message(_ file: TestPNG) -> String? {
        let bytes = file.bytes
        var message: String?
        let time = processorTime {
            do {
                _ = try DecodedPNG.decode(bytes, limitPixels: 200_000_000)
            } catch {
                message = (error as? Diagnostic).map { String($0.message.dropFirst("cannot decode the PNG: ".count)) }
            }
        }
        #expect(time < .milliseconds(100))
        return message
    }

    @Test("A header that claims more pixels than are accepted")
    func pixels() {
        var file = grey
        file["IHDR"] = bigEndian(30_000) + bigEndian(30_000) + [8, 6, 0, 0, 0]
        #expect(message(file) == "the IHDR chunk at byte 8 gives 30000×30000 pixels, more than 200000000")
        file["IHDR"] = bigEndian(200_000_000) + bigEndian(1) + [16, 6, 0, 0, 0]
        #expect(
            message(file)
                == "the IHDR chunk at byte 8 gives 200000000×1 pixels, with a side longer than 1000000")
    }

    @Test("A header that claims more pixels than the image data can hold", arguments: [0, 1] as [UInt8])
    func claims(interlace: UInt8) {
        var file = grey
        file["IHDR"] = bigEndian(14_000) + bigEndian(14_000) + [8, 6, 0, 0, interlace]
        #expect(message(file)?.hasSuffix("bytes of image data cannot hold 14000×14000 pixels") == true)
    }

    @Test("Image data that inflates to far more than the pixels")
    func imageData() {
        var file = grey
        file.remove("IDAT")
        file.insert("IDAT", deflated([UInt8](repeating: 0, count: 20_000_000)), before: "IEND")
        #expect(message(file) == "the IDAT chunk at byte 33 has more image data than the 286 bytes of the pixels")
    }

    @Test(
        "Texts and profiles that inflate to more than 8 MiB, alone or together", arguments: ["zTXt", "iTXt", "iCCP"])
    func texts(type: String) {
        let head = Array("Title\0".utf8) + (type == "iTXt" ? [1, 0, 0, 0] : [0])
        var file = grey
        file.insert(type, head + deflated([UInt8](repeating: 65, count: 9 << 20)), before: "IDAT")
        #expect(message(file) == "the \(type) chunk at byte 33 brings the texts to more than 8 MiB")
        file = grey
        for _ in 0..<4 {
            file.insert(
                "zTXt", Array("Title\0\0".utf8) + deflated([UInt8](repeating: 65, count: 3 << 20)), before: "IDAT")
        }
        #expect(message(file)?.hasSuffix(" brings the texts to more than 8 MiB") == true)
    }

    @Test("More than 50,000 chunks")
    func chunks() {
        // In a debug build the making of the file is slow, its reading is not.
        let bytes = TestPNG.Chunk(type: "teSt", content: []).bytes
        var all = TestPNG.signature + grey.chunks[0].bytes
        for _ in 0..<50_001 { all += bytes }
        let time = processorTime {
            #expect(throws: Diagnostic("cannot decode the PNG: the file has more than 50000 chunks")) {
                try DecodedPNG.decode(all, limitPixels: 1000)
            }
        }
        // Debug builds are some twenty times slower than the program.
        #expect(time < .seconds(1))
    }
}
