import LossPlots
import Scenes
import TestSupport
import Testing

@testable import FigureComparison

struct WordsTests {
    @Test("What has grown beyond all numbers is told in words, and at once")
    func endless() {
        #expect(
            Words.rounded(.infinity) == "∞" && Words.number(-.infinity) == "−∞" && Words.rounded(.nan) == "undefined")
        #expect(Words.pixels(.infinity) == "more than 400 px")
        let time = processorTime {
            #expect(Words.data(1.5, of: .infinity) == "1.5")
            #expect(Words.data(.infinity, of: 1) == "∞")
            #expect(Words.range(-1.5e308...1.5e308) == "[−1.5×10³⁰⁸, 1.5×10³⁰⁸]")
        }
        #expect(time < .seconds(1))
    }

    @Test("A place beyond a window of the largest numbers has words")
    func places() {
        let window = PanelWindow(
            id: "panel0", area: Rect(x: 0, y: 0, width: 1, height: 1), x: -1.5e308...1.5e308, y: 0...1, xName: "x",
            yName: "y")
        let data = window.data(at: Point(x: 400, y: 0))
        #expect(Words.at(window, data.x, data.y) == "x = \(Words.text(data.x, significant: 4))")
    }
}
