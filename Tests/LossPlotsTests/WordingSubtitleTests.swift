import Losses
import Testing
import Typography

@testable import LossPlots

@Suite("Subtitles of losses")
struct WordingSubtitleTests {
    private static let all = LossName.allCases.map { LinkedLoss(LossSpec($0)) }

    /// Every two losses, and every three.
    private static let groups = all.indices.flatMap { i in
        all.indices.dropFirst(i + 1).flatMap { j in
            [[all[i], all[j]]] + all.indices.dropFirst(j + 1).map { [all[i], all[j], all[$0]] }
        }
    }

    @Test("What stands on two lines of the default figure is kept, and what is kept stands on three at most")
    func lines() throws {
        let fonts = try FontBook()
        for language in Presentation.Language.allCases {
            let wording = Wording(language: language)
            let style = TextStyle(size: 16, language: language.tag)
            var kept = 0
            for losses in Self.groups {
                let lines = try RichText(wording.formula(of: losses)).wrapped(to: 772, shaper: fonts, style: style)
                let subtitle = wording.subtitle(of: losses, width: 800)
                if lines.count <= 2 { #expect(subtitle == wording.formula(of: losses)) }
                if lines.count > 3 { #expect(subtitle == "") }
                kept += subtitle.isEmpty ? 0 : 1
            }
            #expect(kept < Self.groups.count)
        }
    }

    @Test("One loss has its formula in the narrowest figure, many have none, and a wide figure has room for more")
    func extremes() {
        let wording = Wording(language: .english)
        for loss in Self.all { #expect(wording.subtitle(of: [loss], width: 1) == wording.formula(of: [loss])) }
        #expect(wording.subtitle(of: Self.all, width: 800) == "")
        #expect(wording.subtitle(of: Self.all, width: 32_767) == "")
        let five = Array(Self.all.prefix(5))
        #expect(wording.subtitle(of: five, width: 800) == "")
        #expect(wording.subtitle(of: five, width: 3000) == wording.formula(of: five))
    }

    @Test("A subtitle that is asked for is never left out")
    func asked() throws {
        var spec = PlotSpec(losses: LossName.allCases.prefix(12).map(\.rawValue))
        spec.marks = []
        #expect(try spec.resolved().plan.presentation.subtitle == "")
        spec.presentation.subtitle = "Twelve of them"
        #expect(try spec.resolved().plan.presentation.subtitle == "Twelve of them")
    }
}
