import Scenes
import Testing

@testable import Typography

struct FontBookTests {
    private let fonts: FontBook
    private let style = TextStyle(size: 13)

    /// A machine without fonts.
    private struct NoFonts: FontFinding {
        func find(_ scalars: [Unicode.Scalar], bold: Bool) -> Typeface? { nil }
    }

    /// A machine with two faces of the same characters: the one has the even ones, should the other not have been asked.
    private struct TwoFaces: FontFinding {
        let (even, odd): (Typeface, Typeface)

        init(_ folder: FontFolder, of face: Typeface) throws {
            let file = try folder.add(face, as: "face.otf")
            even = try #require(Typeface(file, name: "Even"))
            odd = try #require(Typeface(file, name: "Odd"))
        }

        func find(_ scalars: [Unicode.Scalar], bold: Bool) -> Typeface? {
            guard let first = scalars.first, even.covers(scalars) else { return nil }
            return first.value.isMultiple(of: 2) ? even : odd
        }
    }

    init() throws { fonts = try FontBook() }

    private func shape(_ text: String, language: String = "en") -> ShapedText {
        fonts.shape(RichText(verbatim: text), style: TextStyle(size: 13, language: language))
    }

    @Test(
        "All figures are equally wide, in both weights, to the font's own 0.1 % of an em",
        arguments: [TextStyle.Weight.regular, .semibold])
    func tabularFigures(weight: TextStyle.Weight) {
        let widths = (0...9).map {
            fonts.shape(RichText(verbatim: "\($0)"), style: TextStyle(size: 13, weight: weight)).width
        }
        #expect((widths.max() ?? 0) - (widths.min() ?? 0) < 0.0015 * 13)
        #expect(shape("1111").width == shape("0808").width)
    }

    @Test("Every character has a glyph of its own, placed one after the other")
    func glyphs() throws {
        let shaped = shape("Loss of θ = −0.5")
        let run = try #require(shaped.glyphRuns.first)
        #expect(shaped.glyphRuns.count == 1 && run.font == fonts.text.name && run.text == "Loss of θ = −0.5")
        #expect(run.glyphs.allSatisfy { $0.id != 0 })
        #expect(zip(run.glyphs, run.glyphs.dropFirst()).allSatisfy { $0.x < $1.x && $0.cluster < $1.cluster })
        #expect(shaped.missing.isEmpty)
        #expect(shaped.ascent > 8 && shaped.ascent < 13 && shaped.descent < 4)
    }

    @Test("Size scales everything, weight changes the face")
    func styles() {
        let (small, large) = (shape("Loss"), fonts.shape(RichText(verbatim: "Loss"), style: TextStyle(size: 26)))
        #expect(abs(large.width - 2 * small.width) < 1e-9 && abs(large.ascent - 2 * small.ascent) < 1e-9)
        let bold = fonts.shape(RichText(verbatim: "Loss"), style: TextStyle(size: 13, weight: .semibold))
        #expect(bold.glyphRuns.first?.font == fonts.semibold.name && bold.width > small.width)
    }

    @Test("Characters that no font has are reported once and drawn as the font's box")
    func missing() throws {
        let shaped = shape("a\u{1F600}b\u{F8FE}\u{F8FE}")
        #expect(shaped.missing.contains("\u{F8FE}"))
        #expect(shaped.missing.filter { $0 == "\u{F8FE}" }.count == 1)
        #expect(shaped.glyphRuns.flatMap(\.glyphs).contains { $0.id == 0 })
        #expect(!shaped.missing.contains("a"))
        let bare = try FontBook { _ in NoFonts() }
        #expect(bare.shape(RichText(verbatim: "a\u{1F600}b"), style: style).missing == ["\u{1F600}"])
    }

    @Test("Joiners, variation selectors and soft hyphens are not missing")
    func ignorable() throws {
        let bare = try FontBook { _ in NoFonts() }
        #expect(bare.shape(RichText(verbatim: "a\u{200D}b\u{FE0F}c\u{AD}d"), style: style).missing.isEmpty)
    }

    @Test(
        "Chinese is found on a machine that has it",
        .enabled(if: SystemFonts(besides: []).find(["损"], bold: false) != nil))
    func chinese() throws {
        let shaped = shape("损失函数 loss", language: "zh-Hans")
        #expect(shaped.missing.isEmpty && shaped.glyphRuns.count == 2)
        let run = try #require(shaped.glyphRuns.first)
        #expect(run.font != fonts.text.name && run.glyphs.allSatisfy { $0.id != 0 })
        #expect(fonts.typeface(named: run.font) != nil)
        // Four characters of an em each.
        let latin = try #require(shaped.glyphRuns.last?.glyphs.first)
        #expect(latin.x >= 4 * 13)
    }

    @Test("On a machine without Chinese every character is reported missing")
    func noChinese() throws {
        let bare = try FontBook { _ in NoFonts() }
        let shaped = bare.shape(RichText(verbatim: "损失: 损"), style: TextStyle(size: 13, language: "zh-Hans"))
        #expect(shaped.missing == ["损", "失"])
        #expect(bare.shape(RichText(verbatim: "“a”"), style: TextStyle(size: 13, language: "zh-Hans")).missing.isEmpty)
    }

    @Test("The same text shaped twice is equal, also by another font book")
    func repeatable() throws {
        let text = try RichText("The loss $J(\\theta)=x^2$ 损失")
        let first = fonts.shape(text, style: style)
        #expect(fonts.shape(text, style: style) == first)
        #expect(try FontBook().shape(text, style: style) == first)
    }

    @Test("What other texts were shaped before decides nothing")
    func order() throws {
        let finder = try TwoFaces(FontFolder(), of: fonts.math)
        // Alef, bet, gimel and dalet as they stand in mathematics: Inter has none of them.
        let letters = ["\u{2135}", "\u{2136}", "\u{2137}", "\u{2138}"]
        for letters in [letters, letters.reversed()] {
            let fonts = try FontBook { _ in finder }
            for letter in letters {
                let run = try #require(fonts.shape(RichText(verbatim: letter), style: style).glyphRuns.first)
                #expect(run.font == (["\u{2136}", "\u{2138}"].contains(letter) ? "Even" : "Odd"), "\(letters)")
                #expect(fonts.typeface(named: run.font)?.name == run.font)
            }
        }
    }

    @Test("A letter is not missing because a mark upon it was")
    func missingMark() throws {
        let finder = try TwoFaces(FontFolder(), of: fonts.math)
        let fonts = try FontBook { _ in finder }
        let marked: Character = "\u{2135}\u{E31}"
        #expect(fonts.shape(RichText(verbatim: String(marked)), style: style).missing == [marked])
        #expect(fonts.shape(RichText(verbatim: "\u{2135}"), style: style).missing.isEmpty)
    }

    @Test(
        "Texts that mean the same are two when they are spelt with other characters",
        arguments: [("caf\u{E9}", "cafe\u{301}"), ("$\\text{\u{E9}}+1$", "$\\text{e\u{301}}+1$")])
    func spelling(composed: String, decomposed: String) throws {
        #expect(composed == decomposed)
        let (first, second) = (try RichText(composed), try RichText(decomposed))
        for texts in [[first, second], [second, first]] {
            let fonts = try FontBook()
            for text in texts {
                let alone = try FontBook().shape(text, style: style)
                let shaped = fonts.shape(text, style: style)
                #expect(shaped == alone && shaped.text.utf8.elementsEqual(alone.text.utf8))
            }
        }
    }

    @Test("Shaping from eight tasks at once gives what one task gets")
    func concurrency() async throws {
        let sources = ["损失函数", "Loss $\\sigma(\\theta x_i)$", "−0.25", "中文 and English", "$\\sum_i y_i \\ln p_i$"]
        let texts = try (0..<40).map { try RichText("\(sources[$0 % sources.count]) \($0)") }
        let expected = try FontBook()
        let alone = texts.map { expected.shape($0, style: style) }
        let shared = try FontBook()
        await withTaskGroup(of: [ShapedText].self) { group in
            for _ in 0..<8 { group.addTask { [style] in texts.map { shared.shape($0, style: style) } } }
            for await shaped in group { #expect(shaped == alone) }
        }
    }

    @Test("An empty text has no width and no glyphs")
    func empty() {
        #expect(shape("").width == 0)
        #expect(shape("").glyphRuns.isEmpty)
        #expect(shape(" ").width > 0)
    }
}
