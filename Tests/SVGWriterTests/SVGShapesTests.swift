import Foundation
import FoundationXML
import Scenes
import Testing
import Typography

@testable import SVGWriter

@Suite("Shapes in an SVG")
struct SVGShapesTests {
    private let fonts: FontBook

    init() throws { fonts = try FontBook() }

    private func shapes(_ nodes: Shape...) throws -> [XMLElement] {
        let scene = Scene(
            size: Size(width: 300, height: 200), background: Color(0xFFFFFF), title: "", description: "",
            language: "en",
            layers: [Group(id: "a", nodes: nodes.map { .shape($0) })])
        let root = try #require(
            try XMLDocument(data: Data(SVGDocument(scene, prefix: "mse", fonts: fonts).bytes)).rootElement())
        let layer = try #require(root.elements.first { $0["id"] == "mse-a" })
        return (layer.children ?? []).compactMap { $0 as? XMLElement }
    }

    @Test("A filled circle is a circle, several of one size are dots, of two sizes a path")
    func circles() throws {
        func circles(_ radii: Double...) -> Path {
            Path(
                radii.enumerated().flatMap {
                    Path.circle(center: Point(x: 10.0 * Double($0), y: 7), radius: $1).elements
                })
        }
        let one = try shapes(Shape(circles(4.5), fill: Color(0xC74440)))
        #expect(one.map(\.name) == ["circle"])
        #expect(["cx", "cy", "r", "fill"].map { one[0][$0] } == ["0", "7", "4.5", "#c74440"])
        let two = try shapes(Shape(circles(4.5, 4.5), fill: Color(0xC74440)))
        #expect(two.map(\.name) == ["path"] && two[0]["d"] == "M0 7h.01m9.99 0h.01")
        #expect(two[0]["stroke"] == "#c74440" && two[0]["stroke-width"] == "9" && two[0]["stroke-linecap"] == "round")
        let sizes = try shapes(Shape(circles(4.5, 3), fill: Color(0xC74440)))
        #expect(sizes.map(\.name) == ["path"] && sizes[0]["fill"] == "#c74440" && sizes[0]["d"]?.contains("c") == true)
    }

    @Test("A line over its own halo has its data written once")
    func twice() throws {
        let path = Path([
            .move(Point(x: 1.25, y: 2.25)), .cubic(Point(x: 15, y: 20), Point(x: 30, y: 40), Point(x: 55.5, y: 66.6)),
            .line(Point(x: 99, y: 98.7)),
        ])
        let uses = try shapes(
            Shape(path, stroke: Stroke(color: Color(0xFFFFFF), width: 6, isRound: true)),
            Shape(path, stroke: Stroke(color: Color(0xC74440), width: 2, isRound: true)))
        #expect(uses.map(\.name) == ["use", "use"] && uses[0]["href"] == uses[1]["href"])
        #expect(uses.map { $0["stroke-width"] } == ["6", "2"])
    }

    @Test("Hairlines of a grid are drawn back and forth")
    func hairlines() throws {
        let lines = Path(
            [10, 20, 30.5].flatMap { x in
                [.move(Point(x: x, y: 5)), .line(Point(x: x, y: 95))]
            })
        let grid = try shapes(Shape(lines, stroke: Stroke(color: Color(0), width: 1, isCrisp: true)))
        #expect(grid.map { $0["d"] } == ["M10 5v90m10 0v-90m10.5 0v90"])
    }
}
