import Testing
import Typography

@testable import Specs

@Suite("Figures of one book of fonts")
struct RenderedFigureTests {
    private static let specs = [
        "losses: mse\nlanguages: [zh, en]\nthemes: [graphpaper, graphpaper-dark]\ntitle: {zh: 均方误差, en: MSE}",
        "formulas: x^2/2\ntitle: {zh: '抛物线 $\\frac{x^2}{2}$', en: 'A parabola $\\frac{x^2}{2}$'}\nlanguages: [zh, en]",
        "kind: bars\nlosses: [mse, ce]\ntruth: [0.9, 0.1]\npredictions: [[0.6, 0.4], [0.2, 0.8]]\nlanguages: [en, zh]",
        "kind: simplex\nlosses: ce\ntruth: [1, 0, 0]\nlanguages: [zh, en]",
    ]

    private static func bytes(_ text: String, _ fonts: FontBook) throws -> [[UInt8]] {
        let spec = try FigureSpec(Array((text + "\nformats: [png, svg, pdf]").utf8), file: "figure.yaml")
        return try RenderedFigure(spec, fonts: fonts).files.map(\.bytes)
    }

    @Test("What one of its languages alone has to say is said, and what all have to say once")
    func warnings() throws {
        let text = """
            losses: [mse, ce]
            title: {en: "Of \u{0378}", zh: "\u{0379} 的"}
            languages: [en, zh]
            themes: [graphpaper, graphpaper-dark]
            """
        let figure = try RenderedFigure(FigureSpec(Array(text.utf8), file: "figure.yaml"), fonts: FontBook())
        #expect(figure.files.count == 4)
        #expect(
            figure.warnings.map(\.message) == [
                "no font has '\u{0378}' (U+378) of 'Of \u{0378}'",
                "mse spans only 5% of the y axis and looks flat",
                "no font has '\u{0379}' (U+379) of '\u{0379} 的'",
            ])
    }

    @Test("Drawn by several threads at once they are what each is alone")
    func threads() async throws {
        let alone = try Self.specs.map { try Self.bytes($0, FontBook()) }
        #expect(alone.allSatisfy { $0.count >= 6 && $0.allSatisfy { !$0.isEmpty } })
        let fonts = try FontBook()
        let jobs = (0..<12).map { $0 % Self.specs.count }
        try await withThrowingTaskGroup(of: (Int, [[UInt8]]).self) { group in
            for job in jobs { group.addTask { (job, try Self.bytes(Self.specs[job], fonts)) } }
            for try await (job, bytes) in group { #expect(bytes == alone[job]) }
        }
    }

    @Test("The gallery shows the same of a figure that was drawn and of one that is up to date", arguments: specs)
    func views(text: String) throws {
        let spec = try FigureSpec(Array((text + "\nformats: [svg, png]").utf8), file: "figure.yaml")
        let fonts = try FontBook()
        let drawn = try RenderedFigure(spec, fonts: fonts)
        #expect(drawn.entry.views.map(\.language) == spec.languages && !drawn.files.isEmpty)
        #expect(drawn.entry.views.flatMap(\.images).count == spec.outputs.count)
        #expect(drawn.entry.views.allSatisfy { !$0.description.isEmpty && $0.size.width > 0 })
        let current = try RenderedFigure(spec, fonts: fonts, viewsAll: true) { _, _ in true }
        #expect(current.files.isEmpty && current.entry == drawn.entry)
        let dark = try RenderedFigure(spec, fonts: fonts, viewsAll: true) { output, _ in
            !output.path.contains("dark")
        }
        #expect(dark.entry == drawn.entry)
        #expect(try RenderedFigure(spec, fonts: fonts) { _, _ in true }.entry.views.isEmpty)
    }
}
