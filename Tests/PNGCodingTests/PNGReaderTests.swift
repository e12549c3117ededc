import Diagnostics
import PNGCoding
import TestSupport
import Testing

struct PNGReaderTests {
    @Test("Every colour type and depth, interlaced or not, gives its pixels", arguments: TestSamples.kinds)
    func kinds(_ samples: TestSamples) throws {
        #expect(try DecodedPNG.decode(samples.file.bytes, limitPixels: 1000).rgba == samples.rgba)
    }

    @Test("Flat areas, where the filters leave nothing, give their pixels", arguments: TestSamples.kinds)
    func flat(_ samples: TestSamples) throws {
        var samples = samples
        (samples.width, samples.height, samples.isTransparent, samples.isFlat) = (190, 30, false, true)
        #expect(try DecodedPNG.decode(samples.file.bytes, limitPixels: 10_000).rgba == samples.rgba)
    }

    @Test(
        "Interlaced images of few columns and rows lack some passes", arguments: [1, 2, 3, 4, 5, 8, 9], [1, 2, 3, 5, 9])
    func smallInterlaced(width: Int, height: Int) throws {
        let samples = TestSamples(width: width, height: height, colour: 2, depth: 8, isInterlaced: true)
        #expect(try DecodedPNG.decode(samples.file.bytes, limitPixels: 1000).rgba == samples.rgba)
    }

    @Test("Rows that are read one after the other are those of the whole image", arguments: [1, 2, 5, 13])
    func rows(batch: Int) throws {
        for samples in TestSamples.kinds {
            let reader = try PNGReader(samples.file.bytes, limitPixels: 1000)
            var rgba = [UInt8](repeating: 7, count: 4 * 21 * 13)
            while reader.rowsLeft > 0 {
                let start = 4 * 21 * (13 - reader.rowsLeft)
                let count = min(batch, reader.rowsLeft)
                try rgba.withUnsafeMutableBytes {
                    try reader.read(rows: count, into: #require($0.baseAddress) + start)
                }
            }
            #expect(rgba == samples.rgba, "\(samples.testDescription)")
        }
    }

    @Test("More rows than are inflated at once are decoded across the batches")
    func manyRows() throws {
        for colour in [2, 6] {
            let samples = TestSamples(width: 150, height: 400, colour: colour, depth: 8, isInterlaced: false)
            #expect(try DecodedPNG.decode(samples.file.bytes, limitPixels: 100_000).rgba == samples.rgba)
        }
    }

    @Test("Of a transparent colour only the bits of the depth count")
    func keyBits() throws {
        var file = TestSamples(width: 4, height: 4, colour: 0, depth: 2, isInterlaced: false, isTransparent: true)
        let expected = file.rgba
        var bytes = file.file
        bytes["tRNS"] = [0xFF, 0xF0 | bytes["tRNS"][1]]
        #expect(try DecodedPNG.decode(bytes.bytes, limitPixels: 16).rgba == expected)
        file.isTransparent = false
        #expect(file.rgba != expected)
    }

    @Test("Ancillary chunks, empty IDAT chunks and bytes after the end do not matter")
    func passedOver() throws {
        let samples = TestSamples(width: 9, height: 4, colour: 2, depth: 8, isInterlaced: false)
        var file = samples.file
        file.insert("gAMA", bigEndian(45455), before: "IDAT")
        file.insert("PLTE", [1, 2, 3], before: "IDAT")
        file.insert("pHYs", bigEndian(3937) + bigEndian(3937) + [1], before: "IDAT")
        file.insert("prVt", [1, 2, 3], before: "IDAT")
        file.insert("IDAT", [], before: "IEND")
        file.insert("tIME", [7, 230, 1, 2, 3, 4, 5], before: "IEND")
        #expect(try DecodedPNG.decode(file.bytes + [1, 2, 3], limitPixels: 100).rgba == samples.rgba)
    }

    @Test("Mutated files of every kind decode or are refused, also with their checksums set right")
    func mutations() {
        var random = SplitMix64(seed: 11)
        let files = TestSamples.kinds.map(\.file)
        var decoded = 0
        for round in 0..<4000 {
            var file = files[round % files.count]
            let chunk = Int.random(in: 0..<file.chunks.count, using: &random)
            switch Int.random(in: 0...3, using: &random) {
            case 0: file.chunks.swapAt(chunk, Int.random(in: 0..<file.chunks.count, using: &random))
            case 1: file.chunks.insert(file.chunks[chunk], at: Int.random(in: 0...file.chunks.count, using: &random))
            default: break
            }
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                let chunk = Int.random(in: 0..<file.chunks.count, using: &random)
                guard let position = file.chunks[chunk].content.indices.randomElement(using: &random) else { continue }
                switch Int.random(in: 0...3, using: &random) {
                case 0: file.chunks[chunk].content[position] = UInt8.random(in: 0...255, using: &random)
                case 1: file.chunks[chunk].content[position] ^= 1 << UInt8.random(in: 0...7, using: &random)
                case 2: file.chunks[chunk].content.remove(at: position)
                default: file.chunks[chunk].content.insert(UInt8.random(in: 0...255, using: &random), at: position)
                }
            }
            do {
                let image = try DecodedPNG.decode(file.bytes, limitPixels: 100_000)
                #expect(image.rgba.count == 4 * image.width * image.height)
                decoded += 1
            } catch { #expect(error is Diagnostic) }
        }
        // Swapping a chunk with itself, and palettes, alphas and pixels of other colours.
        #expect((100..<2000).contains(decoded))
    }
}
