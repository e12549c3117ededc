import Scenes
import Testing
import Typography

@testable import Figures

@Suite("Contours in a figure")
struct ContourMarkTests {
    /// Circles of the given radii around the origin.
    static func circles(_ radii: [Double]) throws -> ContourMark {
        ContourMark(
            id: "bowl",
            levels: try radii.enumerated().map { index, radius in
                let line = (0...64).map { k -> DataPoint in
                    // A rational point of the circle for each quarter's share.
                    let t = Double(k % 16) / 16
                    let (c, s) = ((1 - t * t) / (1 + t * t), 2 * t / (1 + t * t))
                    let (x, y) = [(c, s), (-s, c), (-c, -s), (s, -c)][k / 16 % 4]
                    return DataPoint(x: radius * x, y: radius * y)
                }
                return ContourMark.Level(
                    label: try RichText("\(radius)"), position: Double(index) / Double(max(1, radii.count - 1)),
                    lines: [line])
            })
    }

    static func figure(_ marks: [Mark], theme: Theme = .graphpaper) throws -> Figure {
        try SampleFigures.figure(
            theme: theme, panels: [SampleFigures.panel(x: -4...4, y: -3...3, xLabel: "w", yLabel: "b", marks: marks)])
    }

    private func levelTexts(_ figure: Figure) throws -> [TextRun] {
        let scene = try FigureLayout(figure, shaper: FixedShaper()).scene().scene
        return scene.layers.first { $0.id == "panel0-levels" }?.texts ?? []
    }

    @Test("Each level has its number on its line, in the line's colour, and no number meets another")
    func labels() throws {
        let texts = try levelTexts(ContourMarkTests.figure([.contour(ContourMarkTests.circles([0.8, 1.5, 2.4]))]))
        #expect(texts.map(\.text) == ["0.8", "1.5", "2.4"])
        #expect(texts.map(\.color) == [0, 0.5, 1].map { Theme.graphpaper.levelColor($0) })
        for (index, a) in texts.enumerated() {
            for b in texts[..<index] {
                let apart = abs(a.origin.y - b.origin.y) > 13 || abs(a.origin.x - b.origin.x) > max(a.width, b.width)
                #expect(apart, "\(a.text) and \(b.text)")
            }
        }
    }

    @Test("A line that is too short for its number has none, and lines that are too close have fewer")
    func crowded() throws {
        #expect(try levelTexts(ContourMarkTests.figure([.contour(ContourMarkTests.circles([0.02]))])).isEmpty)
        let many = stride(from: 1.0, to: 1.5, by: 0.02).map { $0 }
        let texts = try levelTexts(ContourMarkTests.figure([.contour(ContourMarkTests.circles(many))]))
        #expect(texts.count < many.count)
    }

    @Test("The part under a wash is what an odd number of outlines holds")
    func parity() throws {
        let square = { (r: Double) in [(-r, -r), (r, -r), (r, r), (-r, r)].map { DataPoint(x: $0.0, y: $0.1) } }
        let region = RegionMark(id: "r", label: nil, styleIndex: 0, outlines: [square(2), square(1)], edges: [])
        let scales = PanelScales(
            x: LinearScale(domain: -4...4, range: (0, 80)), y: LinearScale(domain: -4...4, range: (80, 0)))
        #expect(!DataPoint.holds(region.outlines, scales(DataPoint(x: 0, y: 0)), scales: scales))
        #expect(DataPoint.holds(region.outlines, scales(DataPoint(x: 1.5, y: 0)), scales: scales))
        #expect(!DataPoint.holds(region.outlines, scales(DataPoint(x: 3, y: 0)), scales: scales))
        guard case .shape(let shape) = try #require(region.lowered(to: scales, theme: .paper).first) else { return }
        #expect(shape.fillRule == .evenOdd)
    }
}
