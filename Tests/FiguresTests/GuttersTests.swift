import Scenes
import Testing
import Typography

@testable import Figures

struct GuttersTests {
    private func gutters(
        theme: Theme = .graphpaper, x: ClosedRange<Double> = -4...4, xLabel: String? = "θ", width: Double = 400,
        others: [Panel] = []
    ) throws -> Gutters {
        let panels = others + [try SampleFigures.panel(x: x, xLabel: xLabel, marks: [])]
        return Gutters(
            figure: try SampleFigures.figure(theme: theme, panels: panels), shaper: FixedShaper(), plotHeight: 200
        ) { left, right in width - left - right }
    }

    @Test("Numbers stand in the plot when there is room left of the axis, else beside the plot")
    func numbersOutside() throws {
        #expect(try gutters().numbersStandOutside == [false])
        #expect(try gutters(x: 0...4).numbersStandOutside == [true])
        #expect(try gutters(x: -4 ... -1).numbersStandOutside == [true])
        #expect(try gutters(theme: .paper).numbersStandOutside == [true])
        // A twelfth of the width is enough for "−1" in a wide plot, not in a narrow one.
        #expect(try gutters(x: -1...11, width: 600).numbersStandOutside == [false])
        #expect(try gutters(x: -1...11, width: 200).numbersStandOutside == [true])
    }

    @Test("A short name of the x axis has room at its right, a long one stands elsewhere")
    func name() throws {
        #expect(try gutters(xLabel: "θ").right == 32)
        #expect(try gutters(xLabel: "a long name of the axis").right == 14)
        #expect(try gutters(xLabel: nil).right == 14)
    }

    @Test("Numbers beside the plot have the room of the widest of any panel")
    func widest() throws {
        let panel = try SampleFigures.panel("a", x: 0...4, y: 0...0.003, marks: [])
        let wide = try gutters(x: 0...4, others: [panel])
        // The margin, "0.003" and the distance from the axis.
        #expect(wide.left == 59)
        #expect(try gutters(x: 0...4).left < wide.left)
    }

    @Test("The numbers at both ends of the x axis stay on the page")
    func ends() throws {
        let ends = try gutters(theme: .paper, x: -0.0001...0.0001, width: 700)
        // Half of "0.0001" and of "−0.0001", and the distance from the page's edge.
        #expect(ends.right >= 27.4)
        #expect(ends.left >= 31.3)
    }
}
