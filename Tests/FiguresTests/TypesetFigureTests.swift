import Diagnostics
import Scenes
import Testing

@testable import Figures
@testable import Typography

/// The properties of layout once more, with the ink of real glyphs.
struct TypesetFigureTests {
    private let fonts: FontBook

    init() throws { fonts = try FontBook() }

    /// The box around the ink of a text, nil for a blank.
    private func ink(of text: TextRun) -> Rect? {
        var box: Rect?
        func add(_ one: Rect) {
            let all = box ?? one
            box = Rect(
                left: min(all.left, one.left), top: min(all.top, one.top), right: max(all.right, one.right),
                bottom: max(all.bottom, one.bottom))
        }
        text.placedRules.forEach(add)
        for run in text.glyphRuns {
            guard let face = fonts.typeface(named: run.font) else { continue }
            for glyph in run.glyphs {
                let ink = face.ink(of: glyph.id)
                guard ink.right > ink.left else { continue }
                let (x, y) = (text.origin.x + glyph.x, text.origin.y + glyph.y)
                add(
                    Rect(
                        left: x + ink.left * run.size, top: y - ink.top * run.size, right: x + ink.right * run.size,
                        bottom: y - ink.bottom * run.size))
            }
        }
        return box
    }

    @Test("The ink of no two texts overlaps, and none leaves the figure")
    func textsAreApart() throws {
        var random = RandomFigures(seed: 21)
        random.isTypeset = true
        var count = 0
        for index in 0..<90 {
            let figure = random.figure(theme: Theme.all[index % Theme.all.count])
            guard let scene = try? FigureLayout(figure, shaper: fonts).scene().scene else { continue }
            count += 1
            let page = Rect(x: 0, y: 0, width: scene.size.width, height: scene.size.height)
            let texts = scene.texts.compactMap { text in ink(of: text).map { (text: text.text, box: $0) } }
            for (number, one) in texts.enumerated() {
                let isInside = page.contains(one.box)
                #expect(isInside, "\(index) \(figure.theme.name): '\(one.text)' \(one.box) \(page)")
                for other in texts[(number + 1)...] where one.box.intersects(other.box) {
                    Issue.record(
                        "\(index) \(figure.theme.name): '\(one.text)' \(one.box) is over '\(other.text)' \(other.box)")
                }
            }
        }
        #expect(count > 50)
    }
}
