import Scenes
import Testing
import Typography

@testable import CairoRenderer

struct EmbeddedTextPainterTests {
    private func clusters(_ text: String, _ starts: [Int]) -> [[Int]] {
        let run = GlyphRun(
            font: "f", size: 1, text: text, glyphs: starts.map { PositionedGlyph(id: 1, x: 0, y: 0, cluster: $0) })
        return EmbeddedTextPainter.clusters(of: run).map { [Int($0.num_bytes), Int($0.num_glyphs)] }
    }

    @Test("Each glyph stands for the bytes up to the next one")
    func simple() {
        #expect(clusters("abc", [0, 1, 2]) == [[1, 1], [1, 1], [1, 1]])
        #expect(clusters("aθ损", [0, 1, 3]) == [[1, 1], [2, 1], [3, 1]])
    }

    @Test("A ligature is one glyph of several characters, an accent a second glyph of one")
    func joined() {
        #expect(clusters("ffi.", [0, 3]) == [[3, 1], [1, 1]])
        #expect(clusters("e\u{301}a", [0, 0, 3]) == [[3, 2], [1, 1]])
    }

    @Test("Glyphs out of reading order, or that begin late, are one cluster")
    func reordered() {
        #expect(clusters("abc", [2, 1, 0]) == [[3, 3]])
        #expect(clusters("abc", [1, 2]) == [[3, 2]])
        #expect(clusters("abc", []) == [[3, 0]])
    }

    @Test("Clusters account for every byte and glyph of real text")
    func realText() throws {
        let fonts = try FontBook()
        for source in [
            "Loss of θ", "$J''(\\theta) = x_i^2$", "损失函数", "office e\u{301}", "a\u{200D}b", "שלום", "مرحبا",
            "$$\\left(\\sqrt{\\begin{matrix}1\\\\2\\\\3\\\\4\\\\5\\\\6\\end{matrix}}\\right)\\hat y$$",
        ] {
            for run in fonts.shape(try RichText(source), style: TextStyle(size: 13)).glyphRuns {
                let clusters = EmbeddedTextPainter.clusters(of: run)
                #expect(clusters.reduce(0) { $0 + Int($1.num_bytes) } == run.text.utf8.count, "\(source)")
                #expect(clusters.reduce(0) { $0 + Int($1.num_glyphs) } == run.glyphs.count, "\(source)")
            }
        }
    }
}
