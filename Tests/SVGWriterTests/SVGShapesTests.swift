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
        #expect(two.map(\.name) == ["path"] && two[0]["d"] == "M0 7h0m10 0h0")
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

    @Test("A disc on a larger one is a circle with a rim, unless one shines through")
    func rim() throws {
        func disc(_ radius: Double, _ color: Color, x: Double = 10) -> Shape {
            Shape(.circle(center: Point(x: x, y: 7), radius: radius), fill: color)
        }
        let white = disc(5.5, Color(0xFFFFFF))
        let one = try shapes(white, disc(4, Color(0xC74440)))
        #expect(one.map(\.name) == ["circle"])
        #expect(
            ["cx", "r", "fill", "stroke", "stroke-width"].map { one[0][$0] } == [
                "10", "4.75", "#c74440", "#fff", "1.5",
            ])
        for top in [disc(4, Color(0xC74440, opacity: 0.5)), disc(4, Color(0xC74440), x: 11), disc(6, Color(0xC74440))] {
            #expect(try shapes(white, top).map { $0["r"] }.count == 2)
        }
    }

    @Test("Round ends are said once for several lines, whatever circles are among them")
    func sharedEnds() throws {
        func line(_ x: Double) -> Shape {
            Shape(
                .line(from: Point(x: x, y: 0), to: Point(x: x, y: 9)),
                stroke: Stroke(color: Color(0), width: 2, isRound: true))
        }
        let ring = Shape(.circle(center: Point(x: 3, y: 3), radius: 2), stroke: Stroke(color: Color(0), width: 1))
        let elements = try shapes(line(1), ring, line(5))
        #expect(elements.map(\.name) == ["path", "circle", "path"])
        #expect(elements.allSatisfy { $0["stroke-linecap"] == nil })
        #expect((elements[0].parent as? XMLElement)?["stroke-linecap"] == "round")
        let butt = Shape(
            .line(from: Point(x: 7, y: 0), to: Point(x: 7, y: 9)), stroke: Stroke(color: Color(0), width: 2))
        #expect(try shapes(line(1), butt).map { $0["stroke-linecap"] } == ["round", nil])
    }

    @Test("Upright hairlines that panels have in common are written once, and cross the others in one colour")
    func columns() throws {
        func grid(_ y: Double, _ rows: [Double]) -> Shape {
            let columns = (0..<20).flatMap { index -> [Path.Element] in
                let x = 10.5 * Double(index)
                return [.move(Point(x: x, y: y)), .line(Point(x: x, y: y + 90))]
            }
            let across = rows.flatMap { [Path.Element.move(Point(x: 0, y: $0)), .line(Point(x: 210, y: $0))] }
            return Shape(
                Path(columns + across), stroke: Stroke(color: Color(0, opacity: 0.12), width: 1, isCrisp: true))
        }
        let grids = try shapes(grid(5, [20, 40]), grid(105, [120.5]))
        #expect(grids.map(\.name) == ["g", "g"] && grids.map { $0["opacity"] } == [".12", ".12"])
        let uses = grids.compactMap { $0.elements(forName: "use").first }
        #expect(uses.count == 2 && uses[0]["href"] == uses[1]["href"] && uses.map { $0["y"] } == ["5", "105"])
        #expect(
            grids.map { $0.elements(forName: "path").map { $0["d"] } } == [["M0 20h210m0 20h-210"], ["M0 120.5h210"]])
        // Alone it is one path.
        #expect(try shapes(grid(5, [20])).map(\.name) == ["path"])
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
