import Diagnostics
import PNGCoding
import Testing

/// Broken files are refused with the chunk, the byte where it begins, and the reason.
struct BrokenPNGTests {
    /// 21×13 pixels of 16 colours: IHDR at byte 8, PLTE at 33, tRNS at 93, IDAT at 107 and 124.
    private static let good = TestSamples(
        width: 21, height: 13, colour: 3, depth: 4, isInterlaced: false, isTransparent: true
    ).file
    private static let truecolour = TestSamples(width: 21, height: 13, colour: 2, depth: 8, isInterlaced: false).file
    private static let grey = TestSamples(width: 21, height: 13, colour: 0, depth: 8, isInterlaced: false).file

    private func message(_ bytes: [UInt8]) -> String? {
        do {
            _ = try DecodedPNG.decode(bytes, limitPixels: 1_000_000)
            return nil
        } catch {
            return (error as? Diagnostic).map { String($0.message.dropFirst("cannot decode the PNG: ".count)) }
        }
    }

    private func changed(_ file: TestPNG = good, _ change: (inout TestPNG) -> Void) -> String? {
        var file = file
        change(&file)
        return message(file.bytes)
    }

    @Test("The file that the others are made from is whole")
    func whole() {
        #expect(message(Self.good.bytes) == nil)
        #expect(Self.good.offset(of: "IDAT") == 107)
    }

    @Test("What begins otherwise is no PNG")
    func signatures() {
        #expect(message([]) == "the file is empty")
        #expect(message([0x89, 0x50, 0x4E]) == "the file ends after 3 bytes, within the signature")
        #expect(message(Array("GIF89a, or so it says".utf8)) == "the file does not begin with PNG's signature")
        var text = Self.good.bytes
        text.remove(at: 4)
        #expect(
            throws: Diagnostic(
                "cannot decode the PNG: the file does not begin with PNG's signature",
                hint: "it was changed on its way, perhaps as a text")
        ) {
            try DecodedPNG.decode(text, limitPixels: 1_000_000)
        }
    }

    @Test("A file that ends too early says in which chunk")
    func truncated() {
        let bytes = Self.good.bytes
        #expect(message(Array(bytes[..<8])) == "the file ends at byte 8 without an IEND chunk")
        #expect(message(Array(bytes[..<13])) == "the file ends at byte 13 within the head of a chunk")
        #expect(
            message(Array(bytes[..<20]))
                == "the IHDR chunk at byte 8 needs 25 bytes, and the file ends after 12 of them")
        #expect(message(Array(bytes[..<33])) == "the file ends at byte 33 without an IEND chunk")
        #expect(
            message(Array(bytes[..<60]))
                == "the PLTE chunk at byte 33 needs 60 bytes, and the file ends after 27 of them")
        #expect(
            message(Array(bytes[..<106]))
                == "the tRNS chunk at byte 93 needs 14 bytes, and the file ends after 13 of them")
        #expect(
            message(Array(bytes[..<120]))
                == "the IDAT chunk at byte 107 needs 17 bytes, and the file ends after 13 of them")
        #expect(message(Array(bytes.dropLast(12)))?.hasSuffix("without an IEND chunk") == true)
        #expect(message(bytes.dropLast())?.contains("the IEND chunk at byte ") == true)
    }

    @Test("A wrong checksum says in which chunk", arguments: ["IHDR", "PLTE", "tRNS", "IDAT", "IEND"])
    func checksums(type: String) {
        let offset = Self.good.offset(of: type)
        var bytes = Self.good.bytes
        let length = Int(bytes[offset + 3])
        bytes[offset + 8 + length] ^= 1
        #expect(
            message(bytes) == "the \(type) chunk at byte \(offset) is damaged: its checksum does not match its content")
    }

    @Test("A header that PNG does not allow is refused with the field")
    func headers() {
        func header(_ byte: Int, _ value: [UInt8]) -> String? {
            changed { $0.chunks[0].content.replaceSubrange(byte..<(byte + value.count), with: value) }
        }
        let ihdr = "the IHDR chunk at byte 8 "
        #expect(header(0, bigEndian(0)) == ihdr + "gives a width of 0")
        #expect(header(4, bigEndian(0)) == ihdr + "gives a height of 0")
        #expect(header(0, bigEndian(1 << 31)) == ihdr + "gives a width of 2147483648, more than PNG allows")
        #expect(header(4, bigEndian(0xFFFF_FFFF)) == ihdr + "gives a height of 4294967295, more than PNG allows")
        #expect(header(8, [3]) == ihdr + "gives bit depth 3, not allowed with colour type 3")
        #expect(header(8, [16]) == ihdr + "gives bit depth 16, not allowed with colour type 3")
        #expect(header(8, [0]) == ihdr + "gives bit depth 0, not allowed with colour type 3")
        #expect(header(8, [4, 2]) == ihdr + "gives bit depth 4, not allowed with colour type 2")
        #expect(header(9, [1]) == ihdr + "gives colour type 1, which there is not")
        #expect(header(9, [7]) == ihdr + "gives colour type 7, which there is not")
        #expect(header(10, [1]) == ihdr + "gives compression method 1, which there is not")
        #expect(header(11, [64]) == ihdr + "gives filter method 64, which there is not")
        #expect(header(12, [2]) == ihdr + "gives interlace method 2, which there is not")
        #expect(changed { $0.chunks[0].content.removeLast() } == ihdr + "has 12 bytes instead of 13")
        #expect(changed { $0.chunks[0].content.append(0) } == ihdr + "has 14 bytes instead of 13")
    }

    @Test("A missing chunk is named by the one that needs it")
    func missing() {
        #expect(changed { $0.remove("IHDR") } == "the PLTE chunk at byte 8 stands where IHDR must be")
        #expect(
            changed {
                $0.remove("tRNS"); $0.remove("PLTE")
            } == "the IDAT chunk at byte 33 comes without a PLTE chunk before it")
        #expect(changed { $0.remove("PLTE") } == "the tRNS chunk at byte 33 comes before the PLTE chunk")
        #expect(changed { $0.remove("IDAT") } == "the IEND chunk at byte 107 comes without an IDAT chunk before it")
        #expect(changed { $0.remove("IEND") }?.hasSuffix(" without an IEND chunk") == true)
        #expect(changed { $0["IDAT"] = [] } == "there is no image data")
    }

    @Test("A chunk that is repeated or out of place is named")
    func places() {
        let head = Self.good["IHDR"]
        #expect(
            changed { $0.insert("IHDR", head, before: "PLTE") }
                == "the IHDR chunk at byte 33 is the second; the first is at byte 8")
        #expect(
            changed { $0.insert("PLTE", [1, 2, 3], before: "IDAT") }
                == "the PLTE chunk at byte 107 is the second; the first is at byte 33")
        #expect(
            changed { $0.insert("tRNS", [1], before: "IDAT") }
                == "the tRNS chunk at byte 107 is the second; the first is at byte 93")
        #expect(changed { $0.chunks.swapAt(1, 2) } == "the tRNS chunk at byte 33 comes before the PLTE chunk")
        #expect(changed { $0.chunks.swapAt(2, 3) } == "the tRNS chunk at byte 110 comes after the image data")
        #expect(
            changed { $0.chunks.insert(.init(type: "tEXt", content: [65, 0]), at: 4) }
                == "the IDAT chunk at byte 138 is parted from the image data before by a tEXt chunk")
        #expect(
            changed { $0.insert("gAMA", [0, 0, 1, 1], before: "IDAT") }
                == "the gAMA chunk at byte 107 comes after the PLTE chunk at byte 33")
        #expect(
            changed { $0.insert("pHYs", [UInt8](repeating: 1, count: 9), before: "IEND") }?.hasSuffix(
                " comes after the image data") == true)
        #expect(
            changed(Self.truecolour) { $0.insert("PLTE", [1, 2, 3], before: "IEND") }?.hasSuffix(
                " comes after the image data") == true)
        #expect(
            changed(Self.truecolour) {
                $0.insert("tRNS", [0, 1, 0, 1, 0, 1], before: "IDAT")
                $0.insert("PLTE", [1, 2, 3], before: "IDAT")
            } == "the PLTE chunk at byte 51 comes after the tRNS chunk at byte 33")
        #expect(
            changed(Self.grey) { $0.insert("PLTE", [1, 2, 3], before: "IDAT") }
                == "the PLTE chunk at byte 33 has no place in a grey image")
    }

    @Test("A chunk of the wrong size or kind is named")
    func contents() {
        #expect(
            changed { $0["PLTE"] = [1, 2] }
                == "the PLTE chunk at byte 33 has 2 bytes, not three for each of some colours")
        #expect(
            changed { $0["PLTE"] = [] } == "the PLTE chunk at byte 33 has 0 bytes, not three for each of some colours")
        #expect(
            changed { $0["PLTE"] = [UInt8](repeating: 1, count: 51) }
                == "the PLTE chunk at byte 33 has 17 colours, more than 16")
        #expect(
            changed { $0["tRNS"] = [UInt8](repeating: 1, count: 17) }
                == "the tRNS chunk at byte 93 has 17 entries, and the palette 16")
        #expect(changed { $0["tRNS"] = [] } == "the tRNS chunk at byte 93 has 0 entries, and the palette 16")
        #expect(
            changed(Self.truecolour) { $0.insert("tRNS", [0, 1], before: "IDAT") }
                == "the tRNS chunk at byte 33 has 2 bytes instead of 6")
        let alpha = TestSamples(width: 9, height: 9, colour: 6, depth: 8, isInterlaced: false).file
        #expect(
            changed(alpha) { $0.insert("tRNS", [0, 1], before: "IDAT") }
                == "the tRNS chunk at byte 33 has no place in an image with alpha")
        #expect(changed { $0["IEND"] = [0] }?.hasSuffix(" has 1 bytes instead of 0") == true)
        #expect(
            changed { $0.insert("ABCD", [], before: "IDAT") }
                == "the ABCD chunk at byte 107 is of a kind that is not known and may not be passed over")
        #expect(
            changed { $0.insert("a1cd", [], before: "IDAT") }
                == "no chunk begins at byte 107: its type is not four letters")
        #expect(
            changed(Self.grey) { $0.insert("gAMA", [0], before: "IDAT") }
                == "the gAMA chunk at byte 33 has 1 bytes, which its kind may not")
        #expect(
            changed(Self.grey) {
                $0.insert("sRGB", [0], before: "IDAT")
                $0.insert("sRGB", [0], before: "IDAT")
            } == "the sRGB chunk at byte 46 is the second; the first is at byte 33")
        var long = Self.good.bytes
        long[107] = 0x80
        #expect(message(long) == "the IDAT chunk at byte 107 claims 2147483653 bytes, more than PNG allows")
    }

    @Test("Image data that is broken, too short or too long says where")
    func imageData() {
        func data(_ bytes: [UInt8]) -> String? {
            changed(Self.grey) {
                $0.remove("IDAT")
                $0.insert("IDAT", bytes, before: "IEND")
            }
        }
        let samples = TestSamples(width: 21, height: 13, colour: 0, depth: 8, isInterlaced: false).imageData
        let idat = "the IDAT chunk at byte 33 "
        #expect(data(deflated(samples)) == nil)
        #expect(data(deflated(samples.dropLast(22))) == idat + "ends the image data after 264 of 286 bytes")
        #expect(data(deflated(samples + [0])) == idat + "has more image data than the 286 bytes of the pixels")
        #expect(data(deflated(samples).dropLast(4)) == idat + "ends the image data before its checksum")
        #expect(data(deflated(samples) + [0]) == idat + "goes on after the end of the compressed data")
        #expect(data(Array("not compressed at all".utf8))?.hasPrefix(idat + "is broken at byte ") == true)
        var damaged = deflated(samples)
        damaged[damaged.count - 1] ^= 1
        #expect(data(damaged)?.hasSuffix(": incorrect data check") == true)
        var dictionary = deflated(samples)
        dictionary.replaceSubrange(0..<2, with: [0x78, 0x20])
        #expect(data(dictionary)?.hasSuffix(": it needs a dictionary") == true)
        var filtered = samples
        filtered[3 * 22] = 5
        #expect(data(deflated(filtered)) == idat + "has row 3 with filter 5, which there is not")
        #expect(changed { $0["PLTE"] = [1, 2, 3, 4, 5, 6] }?.contains(", and the palette only 2 colours") == true)
    }

    @Test("A broken text or profile is named")
    func texts() {
        func chunk(_ type: String, _ content: [UInt8]) -> String? {
            changed(Self.grey) { $0.insert(type, content, before: "IDAT") }
        }
        let name = Array("Title\0".utf8)
        #expect(chunk("tEXt", Array("no end".utf8)) == "the tEXt chunk at byte 33 has no keyword of 1 to 79 characters")
        #expect(chunk("tEXt", [0, 65]) == "the tEXt chunk at byte 33 has no keyword of 1 to 79 characters")
        #expect(
            chunk("tEXt", [UInt8](repeating: 65, count: 80) + [0])
                == "the tEXt chunk at byte 33 has no keyword of 1 to 79 characters")
        #expect(chunk("zTXt", name) == "the zTXt chunk at byte 33 ends before its compression method")
        #expect(chunk("zTXt", name + [1]) == "the zTXt chunk at byte 33 gives compression method 1, which there is not")
        #expect(
            chunk("zTXt", name + [0] + deflated([1, 2, 3]).dropLast())
                == "the zTXt chunk at byte 33 ends within its compressed text")
        #expect(chunk("zTXt", name + [0, 1, 2, 3]) == "the zTXt chunk at byte 33 is broken: incorrect header check")
        #expect(
            chunk("iTXt", name + [2, 0, 0, 0]) == "the iTXt chunk at byte 33 does not say whether it is compressed")
        #expect(chunk("iTXt", name + [0, 0, 65]) == "the iTXt chunk at byte 33 ends within its language tag")
        #expect(chunk("iTXt", name + [0, 0, 0, 65]) == "the iTXt chunk at byte 33 ends within its translated keyword")
        #expect(chunk("iCCP", name + [0, 1, 2]) == "the iCCP chunk at byte 33 is broken: incorrect header check")
    }
}
