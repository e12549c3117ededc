import Foundation
import Testing

@Suite("Surfaces on the command line")
struct SurfaceCommandTests {
    let directory = TemporaryDirectory()

    private func svg(_ arguments: String...) throws -> String {
        let result = try Command(arguments + ["-o", "s.svg"], in: directory).run()
        #expect(result.status == 0 && result.error == "", "\(result.error)")
        return String(decoding: directory.bytes(of: "s.svg"), as: UTF8.self)
    }

    private struct Summary: Decodable {
        struct Space: Decodable {
            var azimuth, elevation: Double
            var resolution: Int
            var z: [Double]
            var zLabel: String
        }
        var space: Space?
    }

    private func space(_ arguments: String...) throws -> Summary.Space {
        let result = try Command(arguments + ["--json"], in: directory).run()
        #expect(result.status == 0 && result.error == "", "\(result.error)")
        return try #require(try JSONDecoder().decode(Summary.self, from: Data(result.output)).space)
    }

    @Test("A surface stands alone, or beside its contours")
    func forms() throws {
        let alone = try svg("surface", "mse", "--as", "surface")
        #expect(alone.contains("-space0-surface\"") && !alone.contains("-panel0-"))
        #expect(alone.contains("Not convex on ℝ² (hatched where it curves down), certified: det H("))
        let both = try svg("surface", "mse", "--as", "both", "--lang", "zh")
        #expect(both.contains("-space0-surface\"") && both.contains("-panel0-contour-"))
        #expect(both.contains("曲面，取值从") && both.contains("的等高线，取值"))
        let flat = try svg("surface", "mse")
        #expect(!flat.contains("-space0-"))
    }

    @Test(
        "Surfaces are small files, also of 101 × 101 points",
        arguments: [
            ["surface", "mse", "--as", "surface"], ["surface", "ce", "--as", "both"],
            ["surface", "focal", "--as", "surface"], ["plot", "x^2 - y^2", "--as", "surface"],
            ["plot", "sin(x)*cos(y)", "--as", "surface"],
        ])
    func size(command: [String]) throws {
        for (resolution, limit) in [([], 300_000), (["--resolution", "101"], 400_000)] {
            let result = try Command(command + resolution + ["-o", "s.svg"], in: directory).run()
            #expect(result.status == 0 && result.error == "")
            let count = directory.bytes(of: "s.svg").count
            #expect(count <= limit, "\(count) bytes of \(command.joined(separator: " ")) \(resolution)")
        }
    }

    @Test("What is chosen for a surface, said aloud, gives the same figure")
    func spelledOut() throws {
        let chosen = try space("surface", "ce", "--as", "both")
        #expect(chosen.resolution == 65 && chosen.zLabel == "$J(w, b)$")
        let short = try svg("surface", "ce", "--as", "both")
        let long = try svg(
            "surface", "ce", "--as", "both", "--view=\(chosen.azimuth):\(chosen.elevation)", "--resolution", "65",
            "--z-range=\(chosen.z[0]):\(chosen.z[1])", "--z-label", chosen.zLabel)
        #expect(short == long)
    }

    @Test("The window of heights holds what reads, not what a corner reaches")
    func heights() throws {
        let saddle = try space("plot", "x^2 - y^2", "--as", "surface")
        #expect(saddle.z[0] <= -9 && saddle.z[0] > -12 && saddle.z[1] >= 25 && saddle.z[1] < 28)
        let pole = try space("plot", "1/(x^2 + y^2)", "--as", "surface")
        #expect(pole.z[0] >= 0 && pole.z[1] < 2)
        #expect(try space("plot", "x*y", "--as", "surface", "--z-range=-3:2").z == [-3, 2])
    }

    private struct Export: Decodable {
        struct Level: Decodable {
            var level: Double
        }
        struct Grid: Decodable {
            var x, y: [Double]
            var values: [[Double?]]
            var z: [Double]
            var azimuth, elevation: Double
        }
        var levels: [Level]
        var grid: Grid?
    }

    @Test("The export has the levels and the grid, null where there is no value")
    func export() throws {
        let result = try directory.run(
            "plot", "sqrt(x*y)", "--as", "surface", "--range=-1:1", "--y-range=-2:2", "--resolution", "5", "--export",
            "e.json", "--view=30:40")
        #expect(result.status == 0, "\(result.error)")
        let export = try JSONDecoder().decode(Export.self, from: Data(directory.bytes(of: "e.json")))
        let grid = try #require(export.grid)
        #expect(!export.levels.isEmpty && grid.azimuth == 30 && grid.elevation == 40)
        #expect(grid.x == [-1, -0.5, 0, 0.5, 1] && grid.y == [-2, -1, 0, 1, 2])
        #expect(grid.values.count == 5 && grid.values.allSatisfy { $0.count == 5 })
        #expect(
            grid.values[4][0] == nil && grid.values[0][0] == 2.0.squareRoot() && grid.values[3][3] == 0.5.squareRoot())
        let flat = try directory.run("plot", "x*y", "--as", "contour", "--export", "f.json")
        #expect(flat.status == 0)
        #expect(try JSONDecoder().decode(Export.self, from: Data(directory.bytes(of: "f.json"))).grid == nil)
    }
}
