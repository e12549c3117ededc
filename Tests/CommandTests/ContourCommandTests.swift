import Foundation
import Testing

@Suite("Contours on the command line")
struct ContourCommandTests {
    let directory = TemporaryDirectory()

    private struct Export: Decodable {
        struct Window: Decodable {
            var x: [Double]
            var y: [Double]
            var px: [Double]
        }
        struct Level: Decodable {
            var level: Double
            var evaluations: Int
            var lines: [[[Double]]]
        }
        var viewport: Window
        var levels: [Level]

        var pixels: (x: Double, y: Double) {
            (viewport.px[0] / (viewport.x[1] - viewport.x[0]), viewport.px[1] / (viewport.y[1] - viewport.y[0]))
        }

        /// Points along the lines, a quarter of a pixel apart at most in each direction.
        func points(of level: Level) -> [(x: Double, y: Double)] {
            level.lines.flatMap { line in
                zip(line, line.dropFirst()).flatMap { a, b in
                    let length = max(abs(b[0] - a[0]) * pixels.x, abs(b[1] - a[1]) * pixels.y)
                    let parts = max(1, Int((4 * length).rounded(.up)))
                    return (0...parts).map { k in
                        let t = Double(k) / Double(parts)
                        return (a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t)
                    }
                }
            }
        }
    }

    private func export(_ arguments: String...) throws -> Export {
        let result = try Command(arguments + ["--export", "e.json"], in: directory).run()
        #expect(result.status == 0, "\(result.error)")
        #expect(result.error == "")
        return try JSONDecoder().decode(Export.self, from: Data(directory.bytes(of: "e.json")))
    }

    private struct Summary: Decodable {
        struct Level: Decodable {
            var evaluations, lines, unresolved: Int
            // swift-format-ignore
            var bound_px: Double
        }
        var levels: [Level]
    }

    @Test(
        "Losses with kinks are drawn all over the window, to the bound",
        arguments: ["hinge", "mae", "huber", "squared_hinge", "quantile(alpha=0.3)"])
    func kinks(loss: String) throws {
        let result = try directory.run("surface", loss, "-o", "s.svg", "--json")
        #expect(result.status == 0 && result.error == "")
        let levels = try JSONDecoder().decode(Summary.self, from: Data(result.output)).levels
        #expect(levels.count >= 6)
        for level in levels {
            #expect(level.lines > 0 && level.unresolved == 0)
            // Of all levels together.
            #expect(level.bound_px <= 0.25 && level.evaluations <= 10_000)
        }
    }

    @Test("A circle is within a quarter of a pixel, both ways")
    func circle() throws {
        let export = try export(
            "plot", "x^2 + y^2", "--as", "contour", "--levels", "1,4", "--range=-3:3", "--y-range=-2.5:2.5",
            "--plot-size", "600x500")
        #expect(export.viewport.px == [600, 500])
        for level in export.levels {
            let radius = level.level.squareRoot()
            let points = export.points(of: level)
            #expect(points.allSatisfy { abs(($0.x * $0.x + $0.y * $0.y).squareRoot() - radius) * 100 <= 0.25 })
            // Nor is a part of the circle farther from the line than that.
            for k in 0..<360 {
                let angle = Double(k) * .pi / 180
                let (x, y) = (radius * cos(angle), radius * sin(angle))
                let nearest = points.map { hypot($0.x - x, $0.y - y) * 100 }.min() ?? .infinity
                #expect(nearest <= 0.31)
            }
            #expect(level.lines.count == 1 && level.lines[0].first == level.lines[0].last)
        }
    }

    @Test("A saddle at its critical level is a cross")
    func saddle() throws {
        let export = try export("plot", "x^2 - y^2", "--as", "contour", "--levels=-1,0,1")
        #expect(export.levels.map(\.level) == [-1, 0, 1])
        let scale = export.pixels
        for point in export.points(of: export.levels[1]) {
            #expect(abs(abs(point.x) - abs(point.y)) * min(scale.x, scale.y) <= 0.35)
        }
        #expect(export.levels[0].lines.count == 2 && export.levels[2].lines.count == 2)
    }

    @Test("No line crosses a pole, and a small island is kept")
    func polesAndIslands() throws {
        let pole = try export("plot", "1/(x*y)", "--as", "contour", "--levels=-1,1")
        for level in pole.levels {
            #expect(level.lines.count == 2)
            for line in level.lines {
                #expect(line.allSatisfy { ($0[0] * $0[1] > 0) == (level.level > 0) })
                #expect(Set(line.map { $0[0] > 0 }).count == 1)
            }
        }
        let island = try export(
            "plot", "exp(-900*((x-0.7)^2 + (y-0.3)^2)) + x/100", "--as", "contour", "--levels", "0.5")
        let line = try #require(island.levels[0].lines.first)
        #expect(line.first == line.last)
        #expect(line.allSatisfy { hypot($0[0] - 0.7, $0[1] - 0.3) < 0.04 })
    }

    @Test("The article's loss over (w, b) by name and as an expression has the same lines")
    func objective() throws {
        let window = ["--w=-2:2", "--b=-3:3", "--levels", "0.3,0.5", "--plot-size", "500x400"]
        func lines(_ arguments: [String]) throws -> Export {
            let result = try Command(arguments + window + ["--export", "e.json"], in: directory).run()
            #expect(result.status == 0, "\(result.error)")
            return try JSONDecoder().decode(Export.self, from: Data(directory.bytes(of: "e.json")))
        }
        let (named, formula) = (
            try lines(["surface", "mse"]), try lines(["plot", "mean((y - sigmoid(w*x + b))^2)", "--as", "contour"])
        )
        let scale = named.pixels
        for (a, b) in zip(named.levels, formula.levels) {
            let others = formula.points(of: b)
            for point in named.points(of: a) {
                let nearest = others.map { hypot(($0.x - point.x) * scale.x, ($0.y - point.y) * scale.y) }.min()
                #expect(nearest ?? .infinity <= 1)
            }
        }
    }

    @Test("A level that is not taken is a warning, and the figure is drawn")
    func absent() throws {
        let result = try directory.run("surface", "mse", "--levels", "0.3,7", "-o", "f.svg")
        #expect(result.status == 0)
        #expect(
            result.error
                == "lossplot: warning: mse does not take the level 7 in the window shown; leave it out, or choose another window\n"
        )
        let text = String(decoding: directory.bytes(of: "f.svg"), as: UTF8.self)
        #expect(text.contains("Not convex on ℝ² (hatched where it curves down), certified: det H("))
        #expect(text.contains("fill-rule=\"evenodd\""))
    }

    @Test("The same command gives the same bytes")
    func reproducible() throws {
        for name in ["a.png", "b.png"] { #expect(try directory.run("surface", "ce", "-o", name).status == 0) }
        #expect(directory.bytes(of: "a.png") == directory.bytes(of: "b.png"))
    }
}
