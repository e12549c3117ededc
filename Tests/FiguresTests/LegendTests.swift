import Scenes
import Testing
import Typography

@testable import Figures

struct LegendTests {
    private func legend(_ labels: [String]) throws -> Legend {
        let marks = try labels.enumerated().map { index, label in
            Mark.curve(CurveMark(id: "c\(index)", label: try RichText(label), styleIndex: index % 6, runs: []))
        }
        let panels = [try SampleFigures.panel(marks: marks), try SampleFigures.panel("b", marks: marks)]
        return Legend(figure: try SampleFigures.figure(theme: .paper, panels: panels), shaper: FixedShaper())
    }

    @Test("Each style has one entry with a piece of its line, also when several panels show it")
    func entries() throws {
        let group = try legend(["mse", "ce"]).group(left: 14, top: 50, width: 400)
        #expect(group.texts.map(\.text) == ["mse", "ce"])
        let strokes = group.nodes.compactMap { node in
            if case .shape(let shape) = node { shape.stroke } else { nil }
        }
        #expect(strokes == [Theme.paper.curve(0), Theme.paper.curve(1)])
    }

    @Test("Entries go on in the next row where the width ends, and the height follows")
    func rows() throws {
        let legend = try legend(["first", "second", "third"])
        #expect(Set(legend.group(left: 0, top: 0, width: 400).texts.map(\.origin.y)).count == 1)
        #expect(legend.height(width: 400) == 26)
        let narrow = legend.group(left: 0, top: 0, width: 120).texts
        #expect(Set(narrow.map(\.origin.y)).count == 3)
        #expect(legend.height(width: 120) == 66)
        #expect(narrow.allSatisfy { $0.box.right <= 120 && $0.box.bottom <= 66 })
    }

    @Test("A name wider than the figure wraps and keeps its row to itself")
    func longName() throws {
        let legend = try legend(["a long name of a curve", "ce"])
        let texts = legend.group(left: 0, top: 0, width: 160).texts
        #expect(texts.map(\.text) == ["a long name of", "a curve", "ce"])
        #expect(Set(texts.map(\.origin.y)).count == 3)
        #expect(legend.height(width: 160) == 66)
    }
}
