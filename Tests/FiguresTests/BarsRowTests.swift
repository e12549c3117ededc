import Diagnostics
import Scenes
import Testing
import Typography

@testable import Figures

@Suite("Bars")
struct BarsRowTests {
    static func panel(_ id: String, _ heights: [Double], name: String = "Loss") throws -> Panel {
        let bars = try heights.enumerated().map { index, height in
            BarsMark.Bar(
                height: height, value: try RichText("\(height)"), name: try RichText("bar \(index + 1)"),
                detail: try RichText("(0.8, 0.2)"), styleIndex: index)
        }
        return Panel(
            id: id, x: 0...Double(heights.count), y: 0...(heights.max() ?? 1), xLabel: nil,
            yLabel: try RichText(name), marks: [.bars(BarsMark(id: id, bars: bars))], axes: .bars)
    }

    static func figure(
        _ panels: [Panel], extent: Figure.Extent = .figure(Size(width: 480, height: 320)), theme: Theme = .graphpaper
    ) throws -> Figure {
        try SampleFigures.figure(theme: theme, extent: extent, notes: ["a note"], panels: panels)
    }

    @Test("Panels stand side by side, each bar as high as its value on its panel's scale")
    func heights() throws {
        let figure = try BarsRowTests.figure([
            try BarsRowTests.panel("panel0", [0.2, 0.2]), try BarsRowTests.panel("panel1", [0.01, 0.02, 0]),
        ])
        let layout = try FigureLayout(figure, shaper: FixedShaper())
        let (a, b) = (layout.plotAreas[0], layout.plotAreas[1])
        #expect(a.right < b.left && a.top == b.top && a.bottom == b.bottom)
        for (frame, shares) in zip(layout.frames, [[1, 1], [0.5, 1, 0]]) {
            guard case .bars(let mark) = frame.panel.marks[0] else { continue }
            for (index, share) in shares.enumerated() {
                let box = mark.box(of: index, in: frame.scales)
                #expect(abs(box.height - share * frame.plot.height) < 1e-9 && box.bottom == frame.plot.bottom)
                #expect(frame.plot.contains(box))
            }
        }
    }

    @Test("Values stand right above their bars and names below, clear of each other")
    func labels() throws {
        let figure = try BarsRowTests.figure([
            try BarsRowTests.panel("panel0", [0.25, 0.5]), try BarsRowTests.panel("panel1", [3, 1]),
        ])
        let layout = try FigureLayout(figure, shaper: FixedShaper())
        let scene = try layout.scene().scene
        let frame = layout.frames[0]
        let runs = scene.layers.first { $0.id == "panel0-bar-labels" }?.texts ?? []
        #expect(runs.map(\.text) == ["0.25", "bar 1", "(0.8, 0.2)", "0.5", "bar 2", "(0.8, 0.2)"])
        guard case .bars(let mark) = frame.panel.marks[0] else { return }
        for index in 0..<2 {
            let box = mark.box(of: index, in: frame.scales)
            let (value, name) = (runs[3 * index], runs[3 * index + 1])
            #expect(value.origin.y < box.top && box.top - value.origin.y < 10)
            #expect(abs(value.origin.x + value.width / 2 - (box.left + box.right) / 2) < 1e-9)
            #expect(name.origin.y > frame.plot.bottom)
        }
        let titles = ["panel0", "panel1"].compactMap { id in
            scene.layers.first { $0.id == "\(id)-axis-names" }?.texts.first?.origin.y
        }
        #expect(titles.count == 2 && titles[0] == titles[1])
    }

    @Test("A page too small for the bars is refused with a size that is large enough")
    func small() throws {
        let panels = try (0..<3).map { try BarsRowTests.panel("panel\($0)", [1, 2, 3, 4]) }
        let figure = try BarsRowTests.figure(panels)
        let error = try #require(
            #expect(throws: Diagnostic.self) { try FigureLayout(figure, shaper: FixedShaper()) })
        #expect(error.message == "a size of 480x320 leaves too little room for the bars")
        let sides = error.hint?.split(whereSeparator: { " x,".contains($0) }).compactMap { Double($0) } ?? []
        try #require(sides.count == 2)
        let enough = try BarsRowTests.figure(panels, extent: .figure(Size(width: sides[0], height: sides[1])))
        #expect(throws: Never.self) { try FigureLayout(enough, shaper: FixedShaper()) }
    }
}
