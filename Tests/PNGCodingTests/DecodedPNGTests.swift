import Diagnostics
import PNGCoding
import TestSupport
import Testing

struct DecodedPNGTests {
    private let file: [UInt8]

    init() throws {
        let image = TestImage(width: 24, height: 20) { x, y in UInt32(x * y % 40) &* 0x0005_0309 }
        file = try image.encoded(text: [("Title", "损失函数"), ("Note", String(repeating: "note ", count: 200))]).bytes
    }

    @Test("A file cut off anywhere is refused")
    func truncated() {
        for count in file.indices {
            #expect(throws: Diagnostic.self, "\(count) bytes") {
                try DecodedPNG.decode(Array(file[..<count]), limitPixels: 1000)
            }
        }
    }

    @Test("A flipped bit is noticed wherever it is")
    func flippedBit() {
        for bit in 0..<(8 * file.count) {
            var broken = file
            broken[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(throws: Diagnostic.self, "bit \(bit)") { try DecodedPNG.decode(broken, limitPixels: 1000) }
        }
    }

    @Test("Mutated files, also with their checksums set right, decode or are refused", arguments: [false, true])
    func mutations(repairsChecksums: Bool) {
        var random = SplitMix64(seed: 3)
        for _ in 0..<2000 {
            var broken = file
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                let position = Int.random(in: 8..<broken.count, using: &random)
                switch Int.random(in: 0...3, using: &random) {
                case 0: broken[position] = UInt8.random(in: 0...255, using: &random)
                case 1: broken[position] ^= 1 << UInt8.random(in: 0...7, using: &random)
                case 2: broken.remove(at: position)
                default: broken.insert(UInt8.random(in: 0...255, using: &random), at: position)
                }
            }
            if repairsChecksums { broken.repairChecksums() }
            do {
                let image = try DecodedPNG.decode(broken, limitPixels: 100_000)
                #expect(image.rgba.count == 4 * image.width * image.height)
            } catch { #expect(error is Diagnostic) }
        }
    }

    @Test("Texts of the older chunks are read as Latin-1")
    func latin1Texts() throws {
        var bytes = file
        // zlib's compression of "naïve".
        let compressed: [UInt8] = [120, 218, 203, 75, 124, 95, 150, 10, 0, 7, 205, 2, 154]
        // After the header chunk, which ends at byte 33.
        bytes.insert(contentsOf: chunk("tEXt", Array("Author\0caf".utf8) + [0xE9]), at: 33)
        bytes.insert(contentsOf: chunk("zTXt", Array("Comment\0\0".utf8) + compressed), at: 33)
        bytes.repairChecksums()
        let text = try DecodedPNG.decode(bytes, limitPixels: 1000).text
        #expect(text["Author"] == "café")
        #expect(text["Comment"] == "naïve")
        #expect(text["Title"] == "损失函数")
    }

    /// A chunk whose checksum is still to be set.
    private func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
        [0, 0, 0, UInt8(content.count)] + Array(type.utf8) + content + [0, 0, 0, 0]
    }

    @Test("The limit is the greatest number of pixels accepted")
    func limit() throws {
        #expect(try DecodedPNG.decode(file, limitPixels: 480).width == 24)
        #expect(throws: Diagnostic.self) { try DecodedPNG.decode(file, limitPixels: 479) }
        #expect(throws: Diagnostic.self) { try DecodedPNG.decode(file, limitPixels: 0) }
        #expect(throws: Diagnostic.self) { try DecodedPNG.decode(file, limitPixels: -1) }
        #expect(try DecodedPNG.decode(file, limitPixels: .max).height == 20)
    }
}

extension [UInt8] {
    /// Sets the checksum of every chunk that lies within the file, so that mutations reach the code behind it.
    fileprivate mutating func repairChecksums() {
        var start = 8
        while start + 12 <= count {
            let length = self[start..<(start + 4)].reduce(0) { $0 << 8 | Int($1) }
            let end = start + 8 + length
            guard end + 4 <= count else { return }
            var crc: UInt32 = .max
            for byte in self[(start + 4)..<end] {
                crc ^= UInt32(byte)
                for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
            }
            for i in 0..<4 { self[end + i] = UInt8(truncatingIfNeeded: ~crc >> UInt32(24 - 8 * i)) }
            start = end + 4
        }
    }
}
