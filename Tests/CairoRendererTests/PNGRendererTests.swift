import Diagnostics
import PNGCoding
import Scenes
import Testing
import Typography

@testable import CairoRenderer

struct PNGRendererTests {
    private let fonts: FontBook

    init() throws { fonts = try FontBook() }

    @Test("A point is as many pixels as the scale says, rounded")
    func size() throws {
        for (scale, width, height) in [(1.0, 40, 31), (2, 80, 61), (1.5, 60, 46), (0.1, 4, 3)] {
            let image = try TestScenes.image(TestScenes.scene([], height: 30.5), scale: scale, fonts: fonts)
            #expect(image.width == width && image.height == height)
            #expect(image.inkedPixels == 0)
        }
    }

    @Test(
        "A size beyond the limits is refused before anything is drawn",
        arguments: [
            (Size(width: 32_768, height: 1), 1.0, "32768x1"), (Size(width: 1, height: 40_000), 1, "1x40000"),
            (Size(width: 20_000, height: 20_000), 1, "20000x20000"), (Size(width: 0.4, height: 10), 1, "0x10"),
            (Size(width: 800, height: 500), 1_000, "800000x500000"), (Size(width: .infinity, height: 5), 1, "infx5"),
            (Size(width: 5, height: 5), .nan, "nanxnan"), (Size(width: 1e20, height: 5), 1, "1e+20x5"),
        ])
    func limits(size: Size, scale: Double, pixels: String) {
        let error = Diagnostic(
            "an image of \(pixels) pixels is outside the limits",
            about: Setting(.scale),
            hint: "keep each side from 1 to 32767 pixels and the area below 134217728 with --size and --scale")
        #expect(throws: error) { try PNGRenderer.pixels(of: size, scale: scale) }
    }

    @Test("The largest sizes are accepted")
    func largest() throws {
        #expect(try PNGRenderer.pixels(of: Size(width: 32_767, height: 4_096), scale: 1) == (32_767, 4_096))
        #expect(try PNGRenderer.pixels(of: Size(width: 0.5, height: 1), scale: 1) == (1, 1))
    }

    @Test("A flat area has exactly its colour")
    func flatColor() throws {
        for color in [0xC74440, 0x0072B2, 0x000001, 0xFEFEFE] as [UInt32] {
            let shape = Shape(.rectangle(Rect(x: 10, y: 10, width: 20, height: 10)), fill: Color(color))
            let image = try TestScenes.image(TestScenes.scene([.shape(shape)]), scale: 2, fonts: fonts)
            #expect(image.color(20, 20) == Int(color) && image.color(59, 39) == Int(color))
            #expect(image.color(19, 20) == 0xFFFFFF && image.color(60, 39) == 0xFFFFFF)
            #expect(image.inkedPixels == 40 * 20)
        }
    }

    @Test("An opacity mixes with what lies under it")
    func opacity() throws {
        let shape = Shape(.rectangle(Rect(x: 0, y: 0, width: 40, height: 30)), fill: Color(0, opacity: 0.4))
        #expect(try TestScenes.image(TestScenes.scene([.shape(shape)]), fonts: fonts).color(5, 5) == 0x999999)
    }

    @Test("The background covers the page")
    func background() throws {
        var scene = TestScenes.scene([])
        scene.background = Color(0x16181D)
        let image = try TestScenes.image(scene, fonts: fonts)
        #expect(image.color(0, 0) == 0x16181D && image.color(39, 29) == 0x16181D)
    }

    @Test("A clip keeps a layer within, and ends with it")
    func clip() throws {
        let shape = Node.shape(Shape(.rectangle(Rect(x: 0, y: 0, width: 40, height: 30)), fill: Color(0)))
        let scene = TestScenes.scene([shape], clip: Rect(x: 10, y: 10, width: 5, height: 5))
        #expect(try TestScenes.image(scene, fonts: fonts).inkedPixels == 25)
        var both = scene
        both.layers.append(Group(id: "b", nodes: [shape]))
        #expect(try TestScenes.image(both, fonts: fonts).inkedPixels == 40 * 30)
    }

    @Test("Entries of text arrive in the file")
    func texts() throws {
        let bytes = try PNGRenderer.render(
            TestScenes.scene([]), scale: 1, fonts: fonts, text: [("Title", "损失 < 1"), ("Software", "test")])
        let image = try DecodedPNG.decode(bytes, limitPixels: 10_000)
        #expect(image.text == ["Title": "损失 < 1", "Software": "test"])
    }

    @Test("Text leaves ink where it stands, a halo clears what lies under it")
    func text() throws {
        let plain = try TestScenes.image(TestScenes.scene([try TestScenes.text("8", fonts: fonts)]), fonts: fonts)
        #expect((20...70).contains(plain.inkedPixels))
        let page = Node.shape(Shape(.rectangle(Rect(x: 0, y: 0, width: 40, height: 30)), fill: Color(0x0000FF)))
        let halo = TextRun.Halo(color: Color(0xFFFFFF), width: 3)
        let image = try TestScenes.image(
            TestScenes.scene([page, try TestScenes.text("8", fonts: fonts, halo: halo)]), fonts: fonts)
        #expect(image.color(35, 25) == 0x0000FF)
        #expect(image.color(9, 8) == 0xFFFFFF)
    }

    @Test("A rule is a filled bar in the text's colour, with a halo like the glyphs'")
    func rules() throws {
        let run = TextRun(
            text: "", origin: Point(x: 5, y: 20), width: 20, color: Color(0xFF0000),
            halo: .init(color: Color(0xFFFFFF), width: 3), glyphRuns: [],
            rules: [Rect(x: 2, y: -6, width: 20, height: 2)])
        let page = Node.shape(Shape(.rectangle(Rect(x: 0, y: 0, width: 40, height: 30)), fill: Color(0x0000FF)))
        let image = try TestScenes.image(TestScenes.scene([page, .text(run)]), fonts: fonts)
        #expect(image.color(7, 14) == 0xFF0000 && image.color(26, 15) == 0xFF0000)
        #expect(image.color(15, 12) == 0xFFFFFF && image.color(5, 14) == 0xFFFFFF && image.color(15, 17) == 0xFFFFFF)
        #expect(image.color(15, 22) == 0x0000FF && image.color(35, 14) == 0x0000FF)
    }

    @Test("A font that nobody knows draws nothing and breaks nothing")
    func unknownFont() throws {
        let run = GlyphRun(
            font: "No Such Font", size: 13, text: "a", glyphs: [PositionedGlyph(id: 5, x: 0, y: 0, cluster: 0)])
        let node = Node.text(
            TextRun(
                text: "a", origin: Point(x: 5, y: 20), width: 9, color: Color(0),
                halo: .init(color: Color(0xFFFFFF), width: 3), glyphRuns: [run]))
        #expect(try TestScenes.image(TestScenes.scene([node]), fonts: fonts).inkedPixels == 0)
    }

    @Test("The same scene gives the same bytes")
    func deterministic() throws {
        let scene = TestScenes.scene([try TestScenes.text("Loss $\\theta$", fonts: fonts)])
        func bytes(_ fonts: FontBook) throws -> [UInt8] {
            try PNGRenderer.render(scene, scale: 2, fonts: fonts, text: [("Title", "x")])
        }
        #expect(try bytes(fonts) == bytes(try FontBook()))
    }
}
