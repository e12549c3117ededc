import Foundation
import Testing

@Suite("Descents on the command line")
struct DescentCommandTests {
    let directory = TemporaryDirectory()

    private struct Export: Decodable {
        struct Descent: Decodable {
            var name, method, ended: String
            var from: [Double]
            var points: [[Double]]
            var steps: Int
            var minimum: Minimum?
        }
        struct Minimum: Decodable {
            var position: [Double]
            var value: Double
            var reached: Bool
        }
        var descents: [Descent]?
    }

    private func run(_ arguments: [String], environment: [String: String] = [:]) throws -> Command.Result {
        var command = Command(arguments, in: directory)
        command.environment = environment
        let result = try command.run()
        #expect(result.status == 0, "\(result.error)")
        return result
    }

    private func descents(_ file: String = "e.json") throws -> [Export.Descent] {
        try #require(
            try JSONDecoder().decode(Export.self, from: Data(directory.bytes(of: file))).descents)
    }

    private static let method = "gradient(step=0.5, momentum=0.5, steps=400, tolerance=1e-4)"

    @Test("An export holds every point of every path, with how it ended, and so does --json")
    func export() throws {
        let result = try run([
            "mse", "ce", "--panels", "--descend", Self.method, "--from", "-2,3", "-o", "a.svg", "--export", "e.json",
            "--json",
        ])
        let descents = try descents()
        #expect(descents.map(\.name) == ["mse", "mse", "ce", "ce"])
        #expect(descents.map(\.from) == [[-2], [3], [-2], [3]])
        for descent in descents {
            #expect(descent.method == "gradient")
            #expect(descent.ended == "converged")
            #expect(descent.points.count == descent.steps + 1)
            #expect(descent.points[0][0] == descent.from[0])
            #expect(descent.minimum?.reached == true)
        }
        // The points follow the recurrence of the derivatives, computed here anew.
        let (x, y) = ([-2, -0.5, 0.5, 1, 1.5, 2.5, 10], [0.0, 0, 0, 1, 1, 1, 0])
        func slope(_ theta: Double) -> Double {
            zip(x, y).reduce(0.0) { sum, sample in
                let p = 1 / (1 + exp(-theta * sample.0))
                return sum + 2 * (p - sample.1) * p * (1 - p) * sample.0
            } / 7
        }
        var (theta, speed) = (-2.0, 0.0)
        for point in descents[0].points {
            #expect(abs(point[0] - theta) < 1e-11)
            speed = 0.5 * speed - 0.5 * slope(theta)
            theta += speed
        }
        let summary = try JSONDecoder().decode(Export.self, from: Data(result.output))
        #expect(summary.descents?.map(\.points) == descents.map(\.points))
    }

    @Test("Assertions hold a spec to where its descents end, and a wrong one says what was found")
    func assertions() throws {
        let spec = """
            losses: mse
            descent: {step: 0.3, from: [-2, 3]}
            assert:
              mse.descent[0].theta: -0.0466 ± 0.0005
              mse.descent[0].value: 0.2474 ± 0.0001
              mse.descent[0].steps: 51
              mse.descent[0].ended: converged
              mse.descent[1].ended: step limit
            """
        try directory.write(spec, to: "good.yaml")
        _ = try run(["render", "good.yaml"])
        for (right, wrong, message) in [
            ("theta: -0.0466 ± 0.0005", "theta: 1.56 ± 0.01", "fails: found −0.04656"),
            ("steps: 51", "steps: 50", "fails: found 51"),
            ("ended: step limit", "ended: converged", "fails: found step limit"),
            ("descent[1]", "descent[2]", "there is no descent 2; the last is 1"),
            ("theta: -0.0466", "w: -0.0466", "mse has no w; use .theta, .value, .steps or .ended"),
        ] {
            try directory.write(spec.replacing(right, with: wrong), to: "bad.yaml")
            let result = try Command(["render", "bad.yaml"], in: directory).run()
            #expect(result.status == 2)
            #expect(result.error.contains(message), "\(result.error)")
        }
        try directory.write(
            "kind: contour\nlosses: ce\ndescent: {method: newton, from: [[0, 0]]}\nassert: {'ce.descent[0].w': -0.0263 ± 0.0001, 'ce.descent[0].b': -0.2396 ± 0.0001}",
            to: "plane.yaml")
        _ = try run(["render", "plane.yaml"])
    }

    @Test("Contours take starts of two coordinates, and their export has three numbers a point")
    func contours() throws {
        _ = try run([
            "surface", "ce", "--descend", "newton", "--from=0:0", "--from", "0.1:0.3", "-o", "a.png", "--export",
            "e.json",
        ])
        let descents = try descents()
        #expect(descents.map(\.from) == [[0, 0], [0.1, 0.3]])
        #expect(descents.allSatisfy { $0.ended == "converged" && $0.points.allSatisfy { $0.count == 3 } })
    }

    @Test("Formulas of one and of two variables are descended")
    func formulas() throws {
        _ = try run([
            "plot", "x^4 - 3*x^2 + x", "--range=-2:2", "--descend", "newton", "--from=-1.5,1.5", "-o", "a.svg",
            "--export", "e.json",
        ])
        #expect(try descents().allSatisfy { $0.ended == "converged" && $0.minimum?.reached == true })
        _ = try run([
            "plot", "(1-x)^2 + 100*(y-x^2)^2", "--as", "contour", "--descend", "newton", "--from=-1.2:1", "-o", "a.svg",
            "--export", "e.json",
        ])
        let path = try #require(try descents().first)
        #expect(path.steps == 6)
        #expect(path.points.last.map { abs($0[0] - 1) < 1e-6 && abs($0[1] - 1) < 1e-6 } == true)
    }

    @Test("A path is the same whichever variant of the exponential function the system's library takes")
    func machines() throws {
        let arguments = ["mse", "--descend", "gradient(step=1.5, steps=300)", "--from=-2,0.1,0.15,3", "-o", "a.svg"]
        _ = try run(arguments + ["--export", "e.json"])
        _ = try run(
            arguments + ["--export", "f.json"],
            environment: ["GLIBC_TUNABLES": "glibc.cpu.hwcaps=-AVX2,-FMA,-AVX2_Usable,-FMA_Usable,-AVX512F"])
        #expect(try descents("e.json").map(\.points) == descents("f.json").map(\.points))
    }

    @Test("Even ten thousand steps add no more than twelve kilobytes to a figure, words included")
    func size() throws {
        let arguments = ["mse", "--mark", "none", "-o", "a.svg"]
        _ = try run(arguments)
        let plain = directory.bytes(of: "a.svg").count
        for steps in [400, 10_000] {
            _ = try run(
                arguments + ["--descend", "gradient(step=3, momentum=0.9, steps=\(steps), tolerance=0)", "--from=-4"])
            let bytes = directory.bytes(of: "a.svg").count
            #expect(bytes - plain < 12_000)
            #expect(bytes < 40_000)
        }
    }
}
