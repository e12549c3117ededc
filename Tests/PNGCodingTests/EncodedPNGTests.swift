import Diagnostics
import PNGCoding
import TestSupport
import Testing

struct EncodedPNGTests {
    @Test(
        "An image of few colours is exact at every bit depth and width", arguments: [1, 2, 3, 4, 5, 16, 17, 200, 256])
    func fewColours(colours: Int) throws {
        for width in [1, 7, 8, 33, 64] {
            let image = TestImage(width: width, height: 40) { x, y in
                UInt32((y * width + x) % colours) &* 0x0003_0711 | 0xFF00_0000
            }
            let file = try image.encoded()
            #expect(file.paletteError == 0)
            #expect(image.error(of: try DecodedPNG.decode(file.bytes, limitPixels: 10_000)) == 0)
        }
    }

    @Test("A chart of more than 256 colours keeps within the stated error, and its flat colours are exact")
    func chart() throws {
        let image = TestImage.chart(width: 600, height: 400, ink: 0xFFD6_2728)
        let colours = Set(image.pixels)
        #expect((257...1000).contains(colours.count))
        let file = try image.encoded()
        let decoded = try DecodedPNG.decode(file.bytes, limitPixels: 1_000_000)
        let error = try #require(file.paletteError)
        #expect((1...12).contains(error))
        #expect(image.error(of: decoded) == error)
        let flat: Set<UInt32> = [0xFFFF_FFFF, 0xFFDD_DDDD, 0xFFD6_2728]
        #expect(image.error(of: decoded) { flat.contains($0) } == 0)
    }

    @Test("Two flat colours one level apart stay apart, whatever else the image holds")
    func nearbyFlatColours() throws {
        var image = TestImage.chart(width: 600, height: 400, ink: 0xFF1F_77B4)
        for i in 200_000..<220_000 { image.pixels[i] = i % 2 == 0 ? 0xFFEE_EEEE : 0xFFEE_EEEF }
        let file = try image.encoded()
        #expect(try #require(file.paletteError) > 0)
        let decoded = try DecodedPNG.decode(file.bytes, limitPixels: 1_000_000)
        #expect(image.error(of: decoded) { $0 == 0xFFEE_EEEE || $0 == 0xFFEE_EEEF } == 0)
    }

    @Test(
        "Noise is written as truecolour and is exact, at every width", arguments: [1, 2, 3, 4, 5, 6, 7, 8, 9, 90, 200])
    func noise(width: Int) throws {
        var random = SplitMix64(seed: 1)
        let image = TestImage(width: width, height: 600) { _, _ in UInt32.random(in: 0...0xFFFFFF, using: &random) }
        let file = try image.encoded()
        #expect(file.paletteError == nil)
        #expect(image.error(of: try DecodedPNG.decode(file.bytes, limitPixels: 200_000)) == 0)
    }

    @Test("Runs of every length and at every place are kept", arguments: 1...40)
    func runs(width: Int) throws {
        var random = SplitMix64(seed: UInt64(width))
        let image = TestImage(width: width, height: 60) { _, _ in
            Int.random(in: 0..<9, using: &random) == 0 ? 0xFF12_3456 : 0xFFFF_FFFF
        }
        #expect(image.error(of: try DecodedPNG.decode(image.encoded().bytes, limitPixels: 10_000)) == 0)
    }

    @Test("A smooth shade is exact, although a palette would come near each of its colours")
    func smoothShade() throws {
        let image = TestImage(width: 256, height: 210) { x, y in 0xFF00_0080 | UInt32(x) << 16 | UInt32(y / 10) << 8 }
        let file = try image.encoded()
        #expect(file.paletteError == nil)
        #expect(image.error(of: try DecodedPNG.decode(file.bytes, limitPixels: 100_000)) == 0)
    }

    @Test("The alpha byte and the padding of rows change nothing")
    func undefinedBytes() throws {
        let image = TestImage.chart(width: 101, height: 60, ink: 0xFF2C_A02C)
        var random = SplitMix64(seed: 2)
        var padded: [UInt32] = []
        for y in 0..<60 {
            for x in 0..<101 {
                padded.append(image.pixels[101 * y + x] & 0xFFFFFF | UInt32.random(in: 0...255, using: &random) << 24)
            }
            for _ in 0..<3 { padded.append(UInt32.random(in: 0...UInt32.max, using: &random)) }
        }
        let file = try padded.withUnsafeBytes { try EncodedPNG($0, width: 101, height: 60, stride: 416) }
        #expect(try file == image.encoded())
    }

    @Test(
        "Sides of zero or above 32,767 pixels are refused",
        arguments: [(0, 5), (5, 0), (-1, 5), (32_768, 1), (1, 32_768)])
    func sides(width: Int, height: Int) {
        let expected = Diagnostic(
            "cannot encode the PNG: \(width)×\(height) pixels", hint: "give each side from 1 to 32767 pixels")
        #expect(throws: expected) {
            try EncodedPNG(UnsafeRawBufferPointer(start: nil, count: 0), width: width, height: height, stride: 200_000)
        }
    }

    @Test("The longest side is accepted", arguments: [(32_767, 1), (1, 32_767)])
    func longestSide(width: Int, height: Int) throws {
        let image = TestImage(width: width, height: height) { x, y in (x + y) / 9 % 3 == 0 ? 0xFF00_0000 : 0xFFFF_FFFF }
        #expect(image.error(of: try DecodedPNG.decode(image.encoded().bytes, limitPixels: 32_767)) == 0)
    }
}
