import Diagnostics
import Scenes
import Testing
import Typography

@testable import Figures

struct FigureLayoutTests {
    private let shaper = FixedShaper()

    /// A random figure's drawing, and where its plots are.
    private struct Drawn {
        var figure: Figure
        var scene: Scene
        var plotAreas: [Rect]
    }

    /// Random figures of each theme; those that are too small for their labels are left out.
    private func drawings() throws -> [Drawn] {
        var random = RandomFigures(seed: 7)
        return try (0..<240).compactMap { index in
            let figure = random.figure(theme: Theme.all[index % Theme.all.count])
            do {
                let (scene, plotAreas, _) = try FigureLayout(figure, shaper: shaper).scene()
                return Drawn(figure: figure, scene: scene, plotAreas: plotAreas)
            } catch let error as Diagnostic where error.message.contains("for the plot") {
                return nil
            }
        }
    }

    @Test("No two texts of a figure overlap, and none leaves the figure")
    func textsAreApart() throws {
        let drawings = try drawings()
        #expect(drawings.count > 150)
        for (number, drawn) in drawings.enumerated() {
            let texts = drawn.scene.texts
            let page = Rect(x: 0, y: 0, width: drawn.scene.size.width, height: drawn.scene.size.height)
            for (index, text) in texts.enumerated() {
                let isInside = page.contains(text.box)
                #expect(isInside, "\(number) \(drawn.figure.theme.name): '\(text.text)' \(text.box) \(page)")
                for other in texts[(index + 1)...] where text.box.intersects(other.box) {
                    Issue.record(
                        "\(number) \(drawn.figure.theme.name): '\(text.text)' \(text.box) is over '\(other.text)' \(other.box)"
                    )
                }
            }
        }
    }

    @Test("No curve runs through a curve's name or a number that stands in the plot")
    func textsAreClearOfCurves() throws {
        for (number, drawn) in try drawings().enumerated() {
            for (panel, plot) in zip(drawn.figure.panels, drawn.plotAreas) {
                let scales = PanelScales(
                    x: LinearScale(domain: panel.x, range: (plot.left, plot.right)),
                    y: LinearScale(domain: panel.y, range: (plot.bottom, plot.top)))
                let labels = drawn.scene.layer("\(panel.id)-labels")?.texts ?? []
                let numbers = drawn.scene.layer("\(panel.id)-numbers")?.texts ?? []
                for case .curve(let curve) in panel.marks {
                    let ink = curve.ink(in: scales).filter { plot.contains($0) }
                    for text in labels + numbers where ink.contains(where: text.box.contains) {
                        Issue.record("\(number) \(drawn.figure.theme.name): \(curve.id) runs through '\(text.text)'")
                    }
                }
            }
        }
    }

    @Test("The plots lie under each other within the figure")
    func plotsAreApart() throws {
        for drawn in try drawings() {
            let page = Rect(x: 0, y: 0, width: drawn.scene.size.width, height: drawn.scene.size.height)
            for plot in drawn.plotAreas { #expect(page.contains(plot)) }
            for (upper, lower) in zip(drawn.plotAreas, drawn.plotAreas.dropFirst()) {
                #expect(upper.bottom < lower.top && upper.left == lower.left && upper.right == lower.right)
            }
        }
    }

    @Test("No two layers share an id")
    func layerIDs() throws {
        for drawn in try drawings() {
            let ids = drawn.scene.layers.map(\.id)
            #expect(Set(ids).count == ids.count)
        }
    }
}

extension CurveMark {
    /// Places on the curve, close to each other.
    fileprivate func ink(in scales: PanelScales) -> [Point] {
        runs.joined().flatMap { piece in
            (0...100).map { step in
                let t = Double(step) / 100
                let u = 1 - t
                func mix(_ at: (DataPoint) -> Double) -> Double {
                    u * u * u * at(piece.start) + 3 * u * u * t * at(piece.first) + 3 * u * t * t * at(piece.second)
                        + t * t * t * at(piece.end)
                }
                return scales(DataPoint(x: mix(\.x), y: mix(\.y)))
            }
        }
    }
}
