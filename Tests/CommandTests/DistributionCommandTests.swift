import Foundation
import Testing

@Suite("Figures about predictions on the command line")
struct DistributionCommandTests {
    let directory = TemporaryDirectory()

    private static let article = ["--truth", "1,0,0", "--prediction", "0.8,0.1,0.1", "--prediction", "0.8,0.15,0.05"]

    private func run(_ arguments: [String]) throws -> Command.Result { try Command(arguments, in: directory).run() }

    private struct Report: Decodable {
        struct Loss: Decodable {
            struct Value: Decodable {
                var probabilities: [Double]
                var value: [Double]
                var written: String
            }
            var loss: String
            var predictions: [Value]
        }
        struct Level: Decodable {
            var level: Double
            var lines: [[[Double]]]
        }
        var losses: [Loss]
        var levels: [Level]?
    }

    @Test("compare draws bars and exports what they show, enclosed")
    func compare() throws {
        let result = try run(["compare", "ce", "mse"] + Self.article + ["-o", "b.svg", "--export", "b.json"])
        #expect(result.status == 0 && result.error == "", "\(result.error)")
        let report = try JSONDecoder().decode(Report.self, from: Data(directory.bytes(of: "b.json")))
        #expect(report.losses.map(\.loss) == ["ce", "mse"])
        #expect(report.losses.map { $0.predictions.map(\.written) } == [["0.2231", "0.2231"], ["0.0200", "0.0217"]])
        let second = report.losses[1].predictions[1].value
        #expect(second[0] <= 0.065 / 3 && 0.065 / 3 <= second[1] && second[1] - second[0] < 1e-15)
        #expect(directory.bytes(of: "b.svg").count <= 30_000)
    }

    @Test("simplex draws the triangle with its level lines", arguments: ["mse", "ce"])
    func simplex(loss: String) throws {
        let result = try run(
            ["simplex", loss] + Self.article + [
                "--classes", "cat,dog,bird", "-o", "s.svg", "-o", "s.png", "--export", "s.json",
            ])
        #expect(result.status == 0 && result.error == "", "\(result.error)")
        let report = try JSONDecoder().decode(Report.self, from: Data(directory.bytes(of: "s.json")))
        let levels = try #require(report.levels)
        #expect(levels.count >= 6 && levels.allSatisfy { !$0.lines.isEmpty })
        #expect(directory.bytes(of: "s.svg").count <= 100_000)
        let json = try run(["simplex", loss] + Self.article + ["--json"])
        #expect(json.status == 0 && json.text.contains("\"bound_px\""))
    }

    @Test(
        "What is wrong has one clear error",
        arguments: [
            (
                ["compare", "ce", "--truth", "1,0,0", "--prediction", "0.8,0.1,0.2"],
                "prediction 1 (0.8, 0.1, 0.2) sums to 1.1, not to 1; the probabilities of all classes sum to 1"
            ),
            (
                ["compare", "ce", "--truth", "1,0,0"],
                "no prediction is given; add one or more, for example 0.8,0.1,0.1"
            ),
            (["compare", "ce"], "no truth is given; add --truth 1,0,0, a probability for each class"),
            (
                ["simplex", "hinge", "--truth", "1,0,0"],
                "hinge is a loss of a single output, not of the probabilities of classes; use mse, ce, mae, brier, kl, focal, label_smoothing"
            ),
            (
                ["simplex", "ce", "mse", "--truth", "1,0,0"],
                "level lines of 2 losses would cross in one triangle; draw one figure each"
            ),
            (
                ["simplex", "ce", "--truth", "1,x,0"],
                "--truth '1,x,0' is not a list of numbers; for example --truth 0.8,0.1,0.1"
            ),
            (
                ["simplex", "ce", "--truth=-1,1,1"],
                "the truth (-1, 1, 1) has the probability -1; probabilities are numbers from 0 to 1"
            ),
        ])
    func refused(arguments: [String], error: String) throws {
        let result = try run(arguments + ["-o", "x.svg"])
        #expect(result.status == 2)
        #expect(result.error == "lossplot: error: \(error)\n")
        #expect(!directory.names.contains("x.svg"))
    }

    private func spec(_ assertion: String) throws -> Command.Result {
        try directory.write(
            """
            kind: bars
            losses: [ce, mse]
            truth: [1, 0, 0]
            predictions: [[0.8, 0.1, 0.1], [0.8, 0.15, 0.05]]
            assert:
              \(assertion)

            """, to: "plots/a.yaml")
        return try run(["render", "plots/a.yaml"])
    }

    @Test("The article's misprint is caught: the MSE of its second prediction is 0.0217, not 0.025")
    func misprint() throws {
        try FileManager.default.createDirectory(
            atPath: directory.path + "/plots", withIntermediateDirectories: true)
        let wrong = try spec("mse[1]: 0.025 ± 0.0005")
        #expect(wrong.status == 2)
        #expect(
            wrong.error
                == "lossplot: error: plots/a.yaml:6:3: assertion 'mse[1]: 0.025 ± 0.0005' fails: found 0.021666667; correct the spec, or the text that says so\n"
        )
        #expect(directory.bytes(of: "plots/figures/a.en.svg").isEmpty)
        #expect(try spec("mse[1]: 0.021667 ± 1e-6").status == 0)
        #expect(try spec("mse[2]: 0.02 ± 1").error.contains("there is no prediction 2; the last is 1"))
        #expect(try spec("ce.verdict: convex").status == 0)
        #expect(try spec("ce.minima.count: 1").error.contains("the values and the verdict are known"))
    }
}
