import PNGCoding
import Scenes
import Typography

@testable import CairoRenderer

/// Small scenes on white.
enum TestScenes {
    static func scene(_ nodes: [Node], width: Double = 40, height: Double = 30, clip: Rect? = nil) -> Scene {
        Scene(
            size: Size(width: width, height: height), background: Color(0xFFFFFF), title: "A title", description: "",
            language: "en", layers: [Group(id: "a", clip: clip, nodes: nodes)])
    }

    static func text(_ source: String, fonts: FontBook, halo: TextRun.Halo? = nil) throws -> Node {
        let shaped = fonts.shape(try RichText(source), style: TextStyle(size: 13))
        return .text(
            TextRun(
                text: shaped.text, origin: Point(x: 5, y: 20), width: shaped.width, color: Color(0), halo: halo,
                glyphRuns: shaped.glyphRuns, rules: shaped.rules))
    }

    static func image(_ scene: Scene, scale: Double = 1, fonts: FontBook) throws -> DecodedPNG {
        try DecodedPNG.decode(
            try PNGRenderer.render(scene, scale: scale, fonts: fonts, text: []), limitPixels: 1_000_000)
    }
}

extension DecodedPNG {
    /// The colour of a pixel as `0xRRGGBB`.
    func color(_ x: Int, _ y: Int) -> Int {
        let start = 4 * (y * width + x)
        return Int(rgba[start]) << 16 | Int(rgba[start + 1]) << 8 | Int(rgba[start + 2])
    }

    /// How many pixels are not white.
    var inkedPixels: Int {
        (0..<(width * height)).count { color($0 % width, $0 / width) != 0xFFFFFF }
    }
}
