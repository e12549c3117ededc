import Diagnostics
import PNGCoding
import TestSupport
import Testing

@testable import PixelComparison

struct PixelDifferenceTests {
    private let page = TestPixels(40, 30)

    private func dotted(_ places: [(x: Int, y: Int)], _ colour: [UInt8] = TestPixels.black) -> TestPixels {
        TestPixels(40, 30) { x, y in places.contains { $0 == (x, y) } ? colour : TestPixels.white }
    }

    @Test("Equal images do not differ")
    func equal() throws {
        let result = try difference(page, page)
        #expect(result.isSame)
        #expect((result.different, result.antialiased, result.transparency, result.clusters) == (0, 0, 0, 0))
        #expect(result.total == 1200)
        #expect(result.boxes.isEmpty && result.image == nil)
    }

    @Test("One black pixel on white differs, wherever it is", arguments: [0, 1, 20, 38, 39], [0, 1, 15, 28, 29])
    func onePixel(x: Int, y: Int) throws {
        let result = try difference(page, dotted([(x, y)]))
        #expect(result.different == 1 && result.clusters == 1)
        #expect(result.boxes == [PixelBox(x: x, y: y, width: 1, height: 1, different: 1)])
    }

    @Test("White that becomes transparent is a difference, though pixelmatch sees none")
    func transparentWhite() throws {
        let result = try difference(page, TestPixels(40, 30) { _, _ in TestPixels.clear })
        #expect(result.different == 0 && result.transparency == 1200)
        #expect(!result.isSame)
        #expect(result.boxes == [PixelBox(x: 0, y: 0, width: 40, height: 30, different: 1200)])
    }

    @Test("The colour of a pixel that is fully transparent does not matter")
    func transparentColours() throws {
        let a = TestPixels(9, 9) { _, _ in [255, 0, 0, 0] }
        let b = TestPixels(9, 9) { _, _ in [0, 255, 30, 0] }
        #expect(try difference(a, b, threshold: 0).isSame)
    }

    @Test("Where both backdrops show a difference it counts once")
    func countedOnce() throws {
        let result = try difference(page, dotted([(4, 4)], [0, 0, 0, 128]))
        #expect(result.different == 1 && result.transparency == 0)
    }

    @Test("A smoothed edge is antialiasing on transparent ground as on an opaque one")
    func transparentEdge() throws {
        func edge(_ ground: [UInt8], _ mixed: [UInt8], _ ink: [UInt8]) -> TestPixels {
            TestPixels(20, 20) { x, y in x < 10 ? ground : x > 10 ? ink : y == 9 ? mixed : y < 9 ? ground : ink }
        }
        let opaque = try difference(
            edge(TestPixels.black, [100, 100, 100, 255], TestPixels.white),
            edge(TestPixels.black, [170, 170, 170, 255], TestPixels.white))
        #expect(opaque.isSame && opaque.antialiased == 1)
        let clear = try difference(
            edge(TestPixels.clear, [255, 255, 255, 100], TestPixels.white),
            edge(TestPixels.clear, [255, 255, 255, 170], TestPixels.white))
        #expect(clear.isSame && clear.antialiased == 1)
    }

    @Test("Of images of two sizes the shared part is compared, and each pixel of one image only differs")
    func sizes() throws {
        let old = TestPixels(10, 6)
        let new = TestPixels(7, 9) { x, y in (x, y) == (3, 3) ? TestPixels.black : TestPixels.white }
        for (a, b) in [(old, new), (new, old)] {
            let result = try difference(a, b, drawsImage: true)
            #expect(result.oldSize == PixelSize(width: a.width, height: a.height))
            #expect(result.newSize == PixelSize(width: b.width, height: b.height))
            #expect(result.image.map { [$0.width, $0.height] } == [10, 9])
            #expect(result.total == 60 + 63 - 42)
            #expect(result.different == 18 + 21 + 1)
            let image = try #require(result.image).rgba
            func colour(_ x: Int, _ y: Int) -> [UInt8] { Array(image[(4 * (10 * y + x))..<(4 * (10 * y + x) + 4)]) }
            #expect(colour(0, 0) == [255, 255, 255, 255])
            #expect(colour(3, 3) == [0xD4, 0, 0, 255])
            #expect(colour(9, 0) == colour(3, 3) && colour(0, 8) == colour(3, 3))
            #expect(colour(9, 8) == [0xAF, 0xBC, 0xC9, 255])
        }
    }

    @Test("What two images share counts like two images of that size")
    func sharedPart() throws {
        var random = SplitMix64(seed: 5)
        let shades: [[UInt8]] = [TestPixels.white, TestPixels.black, [128, 128, 128, 255], [200, 200, 200, 255]]
        func spots(_ width: Int, _ height: Int) -> TestPixels {
            TestPixels(width, height) { _, _ in shades.randomElement(using: &random) ?? TestPixels.white }
        }
        let old = spots(31, 50)
        let new = spots(40, 23)
        let shared = try difference(
            old.cropped(x: 0, y: 0, width: 31, height: 23), new.cropped(x: 0, y: 0, width: 31, height: 23))
        let result = try difference(old, new)
        #expect(shared.antialiased > 0)
        #expect(result.antialiased == shared.antialiased)
        #expect(result.different == shared.different + 27 * 31 + 9 * 23)
    }

    @Test("The bands that large images are compared in leave no trace")
    func bands() throws {
        // A band of so wide an image is 16 rows high. Each image above stands in it a hundred times.
        var random = SplitMix64(seed: 6)
        let shades: [[UInt8]] = [TestPixels.white, TestPixels.white, TestPixels.black, [128, 128, 128, 255]]
        func tile() -> [[UInt8]] { (0..<2500).map { _ in shades.randomElement(using: &random) ?? TestPixels.white } }
        let (a, b) = (tile(), tile())
        func strip(_ tile: [[UInt8]], _ count: Int) -> TestPixels {
            TestPixels(50 * count, 50) { x, y in tile[y * 50 + x % 50] }
        }
        let one = try difference(strip(a, 1), strip(b, 1))
        let three = try difference(strip(a, 3), strip(b, 3))
        let many = try difference(strip(a, 400), strip(b, 400))
        // Beside the first and last tile, each adds what one between two others adds.
        let added = (three.different - one.different) / 2
        let four = try difference(strip(a, 4), strip(b, 4))
        #expect(many.different == three.different + 397 * (four.different - three.different))
        #expect(many.antialiased == three.antialiased + 397 * (four.antialiased - three.antialiased))
        #expect(four.antialiased > three.antialiased && added > 0)
    }

    @Test("The picture shows the old image faded, what differs in red, smoothed edges in yellow")
    func picture() throws {
        let old = TestPixels(20, 20) { x, y in
            x < 10 ? TestPixels.black : x > 10 || y > 9 ? TestPixels.white : [100, 100, 100, 255]
        }
        let new = TestPixels(20, 20) { x, y in
            (x, y) == (3, 3)
                ? TestPixels.white
                : x < 10
                    ? TestPixels.black
                    : x > 10 || y > 9 ? TestPixels.white : y == 9 ? [170, 170, 170, 255] : [100, 100, 100, 255]
        }
        let result = try difference(old, new, drawsImage: true)
        let image = try #require(result.image)
        func colour(_ x: Int, _ y: Int) -> [UInt8] { Array(image.rgba[(4 * (20 * y + x))..<(4 * (20 * y + x) + 3)]) }
        #expect(colour(0, 0) == [150, 150, 150])
        #expect(colour(19, 0) == [255, 255, 255])
        #expect(colour(3, 3) == [0xD4, 0, 0])
        #expect(colour(10, 9) == (result.antialiased == 1 ? [0xFF, 0xD5, 0] : [0xD4, 0, 0]))
        let decoded = try DecodedPNG.decode(try image.encoded().bytes, limitPixels: 400)
        #expect(decoded.rgba == image.rgba)
    }

    @Test("A broken file is named, of two the old one")
    func broken() {
        let broken = PNGFile(name: "old.png", bytes: [1, 2, 3])
        let empty = PNGFile(name: "new.png", bytes: [])
        #expect(
            throws: Diagnostic(
                "cannot decode the PNG: the file does not begin with PNG's signature", at: .init(file: "old.png"),
                hint: "check that it is a PNG file")
        ) { try PixelDifference(from: broken, to: empty, tolerance: PixelTolerance()) }
    }
}
