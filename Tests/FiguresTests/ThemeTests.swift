import Scenes
import Testing

@testable import Figures

struct ThemeTests {
    @Test("Graph paper has a graphing calculator's numbers")
    func graphpaper() {
        let theme = Theme.graphpaper
        #expect(theme.page == Color(0xFFFFFF))
        #expect(theme.minorGrid == Stroke(color: Color(0x000000, opacity: 0.12), width: 1, isCrisp: true))
        #expect(theme.majorGrid == Stroke(color: Color(0x000000, opacity: 0.4), width: 1, isCrisp: true))
        #expect(theme.axis == Stroke(color: Color(0x000000, opacity: 0.9), width: 1.5, isCrisp: true))
        #expect(theme.axes == .throughOrigin)
        #expect(theme.cycle.map(\.hex) == ["#c74440", "#2d70b3", "#388c46", "#6042a6", "#fa7e19", "#000000"])
        #expect(theme.curveWidth == 2.5 && theme.pointDiameter == 9 && theme.haloWidth == 3)
    }

    @Test("Thirty curves differ in colour or dash, in every theme", arguments: Theme.all)
    func curvesDiffer(theme: Theme) {
        let strokes = (0..<30).map { theme.curve($0) }
        for (index, stroke) in strokes.enumerated() { #expect(!strokes[..<index].contains(stroke)) }
    }

    @Test(
        "What is written about a curve can be read: 4.5:1 on the page, in the curve's colour where that has it",
        arguments: Theme.all)
    func textColors(theme: Theme) {
        for (index, own) in theme.cycle.enumerated() {
            let text = theme.textColor(index)
            #expect(text.contrast(with: theme.page) >= 4.5, "\(own.hex) as \(text.hex)")
            #expect((text == own) == (own.contrast(with: theme.page) >= 4.5), "\(own.hex) as \(text.hex)")
        }
        #expect(theme.textColor(theme.cycle.count) == theme.textColor(0))
    }

    @Test("Paper has a frame and the colours of Okabe and Ito")
    func paper() {
        #expect(Theme.paper.axes == .frame(tickLength: 5))
        #expect(Theme.paper.cycle.prefix(4).map(\.hex) == ["#0072b2", "#d55e00", "#009e73", "#cc79a7"])
        #expect(Theme.paper.minorGrid == nil)
    }

    @Test("At night every curve stands out from the page at 3:1 or more")
    func contrastAtNight() {
        for color in Theme.graphpaperDark.cycle {
            #expect(color.contrast(with: Theme.graphpaperDark.page) >= 3, "\(color.hex)")
        }
    }

    @Test("The first two colours of every theme have 3:1 or more on its page", arguments: Theme.all)
    func contrastOfFirst(theme: Theme) {
        for color in theme.cycle.prefix(2) { #expect(color.contrast(with: theme.page) >= 3, "\(color.hex)") }
    }

    @Test("Type sizes come from one scale")
    func typeScale() {
        let sizes = Theme.TypeScale()
        #expect([sizes.note, sizes.label, sizes.subtitle, sizes.title] == [11, 13, 16, 20])
        #expect(sizes.axisName == 16)
    }

    @Test("The curves of a figure differ in colour and in dash, and the seventh has the first colour and another dash")
    func cycle() {
        let strokes = (0..<6).map { Theme.graphpaper.curve($0) }
        #expect(Set(strokes.map(\.color)).count == 6)
        #expect(Set(strokes.map(\.dash)).count == 6)
        #expect(strokes[0].dash.isEmpty)
        #expect(strokes.allSatisfy { $0.isRound && $0.width == 2.5 })
        #expect(
            Theme.graphpaper.curve(6).color == strokes[0].color && Theme.graphpaper.curve(6).dash == strokes[1].dash)
    }
}
