import Scenes
import Testing

@testable import Figures

struct ChordMarkTests {
    private let scales = PanelScales(
        x: LinearScale(domain: 0...1, range: (0, 100)), y: LinearScale(domain: 0...1, range: (100, 0)))

    private func chord(rise: Double) -> ChordMark {
        ChordMark(
            id: "c", styleIndex: 0, from: DataPoint(x: 0, y: 0), to: DataPoint(x: 1, y: 0.5),
            peak: DataPoint(x: 0.5, y: 0.25 + rise))
    }

    @Test("The foot lies on the chord under the peak")
    func foot() {
        #expect(chord(rise: 0.3).foot == DataPoint(x: 0.5, y: 0.25))
    }

    @Test("A chord is drawn with the line up to the curve")
    func lowered() {
        let lines = chord(rise: 0.25).lines(in: scales)
        #expect(lines == [[Point(x: 0, y: 100), Point(x: 100, y: 50)], [Point(x: 50, y: 75), Point(x: 50, y: 50)]])
        #expect(chord(rise: 0.25).lowered(to: scales, theme: .paper).count == 3)
    }

    @Test("A chord nearer to its curve than can be seen is not drawn and hinders no label")
    func tooNear() {
        #expect(chord(rise: 0.03).lowered(to: scales, theme: .paper).isEmpty)
        #expect(chord(rise: 0.03).lines(in: scales).isEmpty)
        #expect(!chord(rise: 0.05).lines(in: scales).isEmpty)
    }
}
