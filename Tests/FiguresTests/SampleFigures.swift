import Scenes
import Typography

@testable import Figures

/// Figures to test with, from curves given as plain functions.
enum SampleFigures {
    /// A curve through values of `function`, as cubics whose slopes are differences.
    static func curve(
        _ id: String, _ label: String? = nil, style: Int = 0, over x: ClosedRange<Double>, pieces: Int = 24,
        _ function: (Double) -> Double
    ) throws -> CurveMark {
        let step = (x.upperBound - x.lowerBound) / Double(pieces)
        let run = (0..<pieces).map { index in
            let (a, b) = (x.lowerBound + Double(index) * step, x.lowerBound + Double(index + 1) * step)
            let h = step * 1e-4
            let (slopeA, slopeB) = (
                (function(a + h) - function(a - h)) / (2 * h), (function(b + h) - function(b - h)) / (2 * h)
            )
            return DataCubic(
                start: DataPoint(x: a, y: function(a)),
                first: DataPoint(x: a + step / 3, y: function(a) + slopeA * step / 3),
                second: DataPoint(x: b - step / 3, y: function(b) - slopeB * step / 3),
                end: DataPoint(x: b, y: function(b)))
        }
        return CurveMark(id: id, label: try RichText(label ?? id), styleIndex: style, runs: [run])
    }

    static func figure(
        theme: Theme = .graphpaper, extent: Figure.Extent = .figure(Size(width: 480, height: 320)),
        title: String? = "A title", subtitle: String? = nil, notes: [String] = [], panels: [Panel]
    ) throws -> Figure {
        Figure(
            name: "sample", extent: extent, theme: theme, language: "en", title: try title.map { try RichText($0) },
            subtitle: try subtitle.map { try RichText($0) }, panels: panels,
            notes: notes.map { RichText(verbatim: $0) }, description: "What the figure shows.")
    }

    static func panel(
        _ id: String = "panel0", x: ClosedRange<Double> = -4...4, y: ClosedRange<Double> = -1...3,
        xLabel: String? = "θ", yLabel: String? = "J(θ)", marks: [Mark]
    ) throws -> Panel {
        Panel(
            id: id, x: x, y: y, xLabel: try xLabel.map { try RichText($0) },
            yLabel: try yLabel.map { try RichText($0) },
            marks: marks)
    }
}
