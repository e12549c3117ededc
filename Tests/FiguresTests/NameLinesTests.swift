import Testing
import Typography

@testable import Figures

struct NameLinesTests {
    private func line(ascent: Double, descent: Double) -> ShapedText {
        ShapedText(text: "", width: 9, ascent: ascent, descent: descent, glyphRuns: [])
    }

    @Test("Lines of text stand on a grid")
    func grid() {
        let lines = NameLines([line(ascent: 10, descent: 3), line(ascent: 9, descent: 0)], pitch: 21, foot: 7)
        #expect(lines.baselines == [14, 35] && lines.height == 42)
        #expect(NameLines([], pitch: 21, foot: 7).height == 0)
    }

    @Test("A tall line has room over and under its baseline")
    func tall() {
        let (tall, low) = (line(ascent: 25, descent: 18), line(ascent: 10, descent: 3))
        let lines = NameLines([low, tall, low], pitch: 21, foot: 7)
        #expect(lines.baselines[1] - lines.baselines[0] >= 25 + 3)
        #expect(lines.baselines[2] - lines.baselines[1] >= 18 + 10)
        #expect(lines.height == lines.baselines[2] + 7)
        #expect(NameLines([tall], pitch: 21, foot: 7).height >= 43)
    }
}
