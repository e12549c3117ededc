import Diagnostics
import Scenes
import Testing
import Typography

@testable import Figures

struct CoveredAxisTests {
    @Test("An axis that curves cover on both sides has its numbers at the plot's edge")
    func edge() throws {
        // A band of oscillation around the y axis.
        let curve = try SampleFigures.curve("c", over: -4...4, pieces: 1_000) { x in
            abs(x) < 0.8 ? 1 + 1.9 * (Int((x + 4) * 250).isMultiple(of: 4) ? 1 : -1) : 1.1
        }
        let figure = try SampleFigures.figure(
            extent: .figure(Size(width: 640, height: 480)), panels: [try SampleFigures.panel(marks: [.curve(curve)])])
        let scene = try FigureLayout(figure, shaper: FixedShaper()).scene().scene
        let numbers = try #require(scene.layers.first { $0.id == "panel0-numbers" }).texts
        let level = numbers.filter { ["−1", "1", "2", "3"].contains($0.text) && $0.box.left < 40 }
        #expect(level.count >= 2, "\(numbers.map(\.text)) \(numbers.map(\.box.left))")
    }

    private func numbers(_ curve: CurveMark) throws -> [TextRun] {
        let figure = try SampleFigures.figure(
            extent: .figure(Size(width: 640, height: 480)),
            panels: [try SampleFigures.panel(marks: [.curve(curve)])])
        return try #require(
            try FigureLayout(figure, shaper: FixedShaper()).scene().scene.layers.first { $0.id == "panel0-numbers" }
        ).texts
    }

    @Test("A number in the middle of an axis is not left out: then all stand at one edge, the zero where it can")
    func wholeAxis() throws {
        // Through the axis at 1.
        let falling = try numbers(try SampleFigures.curve("c", over: -4...4, pieces: 200) { 1 - 0.3 * $0 })
        let labels = ["1", "2"]
        let found = falling.filter { labels.contains($0.text) && $0.box.left < 40 }
        #expect(found.map(\.text) == labels, "\(falling.map(\.text))")
        #expect(falling.contains { $0.text == "0" })
        // Along the left edge, too.
        let flat = try numbers(
            try SampleFigures.curve("c", over: -4...4, pieces: 200) { $0 < 1 ? 1 : 1 - 0.5 * ($0 - 1) })
        #expect(flat.filter { labels.contains($0.text) && $0.box.left > 580 }.map(\.text) == labels)
    }

    @Test("Panels one above the other have their numbers at the same edge, where more of them find room")
    func sharedEdge() throws {
        // Through the y axis at 1, so that the numbers go to an edge: the first's to the left, whose right one is as free,
        // and the second's to the right, as the curve runs through the left ends of the levels.
        let free = try SampleFigures.curve("a", over: -4...4, pieces: 200) { 1 - 0.3 * $0 }
        let covered = try SampleFigures.curve("b", over: -4...4, pieces: 200) { $0 < 1 ? 1 : 1 - 0.5 * ($0 - 1) }
        for curves in [[free, covered], [covered, free]] {
            let panels = try curves.map { try SampleFigures.panel($0.id, marks: [.curve($0)]) }
            let figure = try SampleFigures.figure(
                extent: .figure(Size(width: 640, height: 900)), panels: panels)
            let layout = try FigureLayout(figure, shaper: FixedShaper())
            let edges = layout.frames.map { frame in
                let obstacles = PanelObstacles(panel: frame.panel, scales: frame.scales, theme: figure.theme)
                return Set(frame.tickNumbers(shaper: FixedShaper(), obstacles: obstacles).compactMap(\.edge))
            }
            #expect(edges == [[.last], [.last]])
        }
        // Alone the first would have them at the left edge.
        let alone = try numbers(free).filter { $0.text == "2" }
        #expect(try #require(alone.first).box.left < 40)
    }

    @Test("The last number under a plot stands close below the axis' name, and is not lost to it")
    func lastNumberOutside() throws {
        let panel = try SampleFigures.panel(x: 0...1, y: 0...2, xLabel: "p", marks: [])
        let figure = try SampleFigures.figure(panels: [panel])
        let scene = try FigureLayout(figure, shaper: FixedShaper()).scene().scene
        let numbers = try #require(scene.layers.first { $0.id == "panel0-numbers" }).texts
        let last = try #require(numbers.first { $0.text == "1.0" })
        let name = try #require(scene.layers.first { $0.id == "panel0-axis-names" }?.texts.first { $0.text == "p" })
        #expect(!last.box.intersects(name.box))
    }

    @Test("Numbers missing at an axis' ends move nothing")
    func axisEnds() throws {
        // Along the x axis at its ends, so that −4 and 4 have no room below it.
        let curve = try SampleFigures.curve("c", over: -4...4, pieces: 400) { x in abs(x) > 3.4 ? -0.1 : 1.5 }
        let numbers = try numbers(curve)
        let axis = try #require(numbers.first { $0.text == "0" }).box
        let below = numbers.filter { abs($0.box.top - axis.top) < 2 }.map(\.text)
        #expect(below.contains("−2") && below.contains("2") && !below.contains("4"), "\(below)")
    }

    @Test("Numbers of one axis stand on one line, however curves run, and none on an axis")
    func oneLine() throws {
        var (edges, left) = (0, 0)
        for height in stride(from: -0.5, through: 2.5, by: 0.1) {
            for slope in [-0.6, -0.3, -0.1, 0.1, 0.3, 0.6] {
                let curve = try SampleFigures.curve("c", over: -4...4) { height + slope * $0 }
                let figure = try SampleFigures.figure(
                    extent: .figure(Size(width: 640, height: 480)),
                    panels: [try SampleFigures.panel(marks: [.curve(curve)])])
                let layout = try FigureLayout(figure, shaper: FixedShaper())
                let frame = layout.frames[0]
                let obstacles = PanelObstacles(panel: frame.panel, scales: frame.scales, theme: figure.theme)
                let numbers = frame.tickNumbers(shaper: FixedShaper(), obstacles: obstacles)
                for number in numbers { #expect(!frame.axisLineBoxes.contains(where: number.box.intersects)) }
                let levels = numbers.filter { number in
                    frame.yTicks.major.contains {
                        $0.value != 0 && $0.label == number.shaped.text
                            && abs(frame.scales.y($0.value) - (number.box.top + number.box.bottom) / 2) < 4
                    }
                }
                let (starts, ends) = (levels.map(\.box.left), levels.map(\.box.right))
                let isOneLine =
                    (starts.max() ?? 0) - (starts.min() ?? 0) < 1e-9 || (ends.max() ?? 0) - (ends.min() ?? 0) < 1e-9
                #expect(isOneLine, "\(height) \(slope): \(levels.map(\.box))")
                if levels.contains(where: { $0.edge != nil }) { edges += 1 } else { left += 1 }
            }
        }
        #expect(edges > 10 && left > 10)
    }

    @Test("The zero of both axes stands lower left of the origin, along which a curve may run")
    func zeroAtOrigin() throws {
        // On the axis but for a peak; above another panel, where no numbers stand under the axis.
        let peak = try SampleFigures.curve("c", over: -4...4, pieces: 400) { x in max(0, 2 - 8 * abs(x)) }
        for low in [-0.24, -0.14] {
            let panels = try ["panel0", "panel1"].map { try SampleFigures.panel($0, y: low...3, marks: [.curve(peak)]) }
            let figure = try SampleFigures.figure(extent: .figure(Size(width: 640, height: 800)), panels: panels)
            let layout = try FigureLayout(figure, shaper: FixedShaper())
            let frame = layout.frames[0]
            let zero = try #require(layout.scene().scene.layer("panel0-numbers")?.texts.first { $0.text == "0" }).box
            #expect(zero.top > frame.xAxis + 1 && zero.right < frame.yAxis && zero.right > frame.yAxis - 10)
        }
    }
}
