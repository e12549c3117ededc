import Scenes
import TestSupport
import Typography

@testable import Figures

/// Figures of every shape: one to four panels, domains near and far from zero, wild curves, short and long words.
struct RandomFigures {
    var random: SplitMix64

    init(seed: UInt64) { random = SplitMix64(seed: seed) }

    private static let words = [
        "θ", "J(θ)", "loss", "mean squared error", "x", "a rather long name of the whole axis", "π/2 − x", "ce", "mse",
        "not convex on ℝ", "J″(θ) with the sigmoid",
    ]

    /// The same with mathematics and Chinese, for real fonts.
    var isTypeset = false

    private static let typesetWords = [
        "$J(\\theta)$", "$J''(\\theta)$", "$\\sum_i y_i^2$", "损失函数", "MSE", "$\\theta$", "the loss $J$, 损失（平均）",
        "$x^{y^z}_{i_j}$", "$\\frac{a}{b}$", "$$\\frac1N\\sum_{i=1}^N y_i$$", "$$\\sqrt{\\frac{\\frac ab}{c}}$$ 损失",
    ]

    private mutating func text(orNone share: Double = 0.2) -> RichText? {
        guard Double.random(in: 0...1, using: &random) > share else { return nil }
        if isTypeset {
            return RandomFigures.typesetWords.randomElement(using: &random).flatMap { try? RichText($0) }
        }
        return RandomFigures.words.randomElement(using: &random).map { RichText(verbatim: $0) }
    }

    private mutating func domain() -> ClosedRange<Double> {
        let width = pow10(Int.random(in: -7...7, using: &random)) * Double.random(in: 1...10, using: &random)
        let offset: Double =
            switch Int.random(in: 0...9, using: &random) {
            case 0: -width * Double.random(in: 1...1000, using: &random)
            case 1: width * Double.random(in: 0...1000, using: &random)
            case 2: 0
            case 3: -width
            case 4: -width * 0.98
            case 5: -width * 0.03
            default: -width * Double.random(in: 0...1, using: &random)
            }
        return offset...(offset + width)
    }

    private func pow10(_ exponent: Int) -> Double { Ticks.value(1, exponent) }

    /// A few runs of connected pieces that wander through the window and out of it.
    private mutating func runs(x: ClosedRange<Double>, y: ClosedRange<Double>) -> [[DataCubic]] {
        let (width, height) = (x.upperBound - x.lowerBound, y.upperBound - y.lowerBound)
        let steepness = Double.random(in: 0...0.7, using: &random)
        var level = Double.random(in: 0...1, using: &random)
        var runs: [[DataCubic]] = [[]]
        let count = Int.random(in: 2...16, using: &random)
        for index in 0..<count {
            func at(_ fraction: Double, _ level: Double) -> DataPoint {
                DataPoint(
                    x: x.lowerBound + width * (Double(index) + fraction) / Double(count),
                    y: y.lowerBound + height * level)
            }
            let levels = (0..<4).map {
                $0 == 0 ? level : level + Double.random(in: -steepness...steepness, using: &random)
            }
            runs[runs.count - 1].append(
                DataCubic(
                    start: at(0, levels[0]), first: at(1 / 3, levels[1]), second: at(2 / 3, levels[2]),
                    end: at(1, levels[3])))
            level = levels[3]
            if level < -0.3 || level > 1.3 { level = 0.5 }
            if Int.random(in: 0...12, using: &random) == 0 || level != levels[3] { runs.append([]) }
        }
        return runs.filter { !$0.isEmpty }
    }

    private mutating func panel(_ index: Int, x: ClosedRange<Double>, curves: Int) -> Panel {
        let y = domain()
        var marks: [Mark] = (0..<curves).map { curve in
            .curve(
                CurveMark(
                    id: "curve\(curve)", label: text(orNone: 0) ?? RichText(verbatim: "curve"), styleIndex: curve,
                    runs: runs(x: x, y: y)))
        }
        if Int.random(in: 0...3, using: &random) == 0 {
            let points = (0..<Int.random(in: 1...12, using: &random)).map { _ in
                DataPoint(x: Double.random(in: x, using: &random), y: Double.random(in: y, using: &random))
            }
            let labels =
                Bool.random(using: &random) ? points.map { _ in text(orNone: 0) ?? RichText(verbatim: "p") } : []
            marks.append(
                .points(
                    PointsMark(
                        id: "points", styleIndex: 0, points: points, labels: labels,
                        isHollow: Bool.random(using: &random))))
        }
        marks += evidence(x: x, y: y)
        return Panel(id: "panel\(index)", x: x, y: y, xLabel: text(), yLabel: text(), marks: marks)
    }

    /// Bands, some beyond the window, and a chord.
    private mutating func evidence(x: ClosedRange<Double>, y: ClosedRange<Double>) -> [Mark] {
        let width = x.upperBound - x.lowerBound
        var marks: [Mark] = []
        if Int.random(in: 0...2, using: &random) == 0 {
            let ends = (0..<4).map { _ in x.lowerBound + width * Double.random(in: -0.2...1.2, using: &random) }
                .sorted()
            marks.append(
                .bands(
                    BandsMark(
                        id: "bands", styleIndex: 1, ranges: [ends[0]...ends[1], ends[2]...ends[3]], label: text())))
        }
        if Int.random(in: 0...2, using: &random) == 0 {
            let (a, b) = (x.lowerBound + 0.2 * width, x.lowerBound + 0.8 * width)
            func level() -> Double { Double.random(in: y, using: &random) }
            marks.append(
                .chord(
                    ChordMark(
                        id: "chord", styleIndex: 0, from: DataPoint(x: a, y: level()), to: DataPoint(x: b, y: level()),
                        peak: DataPoint(x: Double.random(in: a...b, using: &random), y: level()))))
        }
        return marks
    }

    mutating func figure(theme: Theme) -> Figure {
        let panels = [1, 1, 1, 2, 2, 3, 4].randomElement(using: &random) ?? 1
        let x = domain()
        let curves = Int.random(in: 0...3, using: &random)
        let size = Size(
            width: Double.random(in: 160...1000, using: &random).rounded(),
            height: Double.random(in: 150...800, using: &random).rounded())
        let plot = Size(
            width: Double.random(in: 100...800, using: &random).rounded(),
            height: Double.random(in: 70...500, using: &random).rounded())
        return Figure(
            name: "random", extent: Bool.random(using: &random) ? .figure(size) : .plotArea(plot), theme: theme,
            language: "en", title: text(), subtitle: text(orNone: 0.5),
            panels: (0..<panels).map { panel($0, x: x, curves: curves) },
            verdicts: (0..<Int.random(in: 0...2, using: &random)).compactMap { _ in text() },
            notes: (0..<Int.random(in: 0...3, using: &random)).compactMap { _ in text() }, description: "")
    }
}
