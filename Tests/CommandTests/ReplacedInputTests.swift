import Foundation
import Testing

/// Nothing that a command reads is replaced by what it writes, however the paths are spelt.
@Suite("Inputs that an output would replace")
struct ReplacedInputTests {
    private let directory = TemporaryDirectory()

    private func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(
            atPath: directory.path + "/" + path, withDestinationPath: target)
    }

    private func make(_ path: String) throws {
        try FileManager.default.createDirectory(
            atPath: directory.path + "/" + path, withIntermediateDirectories: true)
    }

    /// - Parameter input: which stays as it is.
    private func expect(_ arguments: [String], keeps input: String, saying error: String) throws {
        let before = directory.bytes(of: input)
        let result = try Command(arguments, in: directory).run()
        #expect(result.status == 2 && result.output.isEmpty, "\(arguments): \(result.text)")
        #expect(result.error.hasPrefix("lossplot: error: \(error)"), "\(result.error)")
        #expect(directory.bytes(of: input) == before && !before.isEmpty, "\(arguments)")
    }

    @Test("Data and grids, by another path, through a link and from standard input")
    func data() throws {
        try directory.write("x,y\n1,0\n2,1\n-1,0\n", to: "d.csv")
        try directory.write("x,y,value\n0,0,1\n1,0,2\n0,1,3\n1,1,4\n", to: "g.csv")
        try link("dl.csv", to: "d.csv")
        try link("f.svg", to: "d.csv")
        for (arguments, error) in [
            (
                ["mse", "--data", "d.csv", "--export", "./d.csv"],
                "--data 'd.csv' and the output './d.csv' are one file"
            ),
            (["mse", "--data", "d.csv", "-o", "f.svg"], "--data 'd.csv' and the output 'f.svg' are one file"),
            (
                ["certify", "mse", "--data", "d.csv", "-o", "dl.csv"],
                "--data 'd.csv' and the output 'dl.csv' are one file"
            ),
            (
                ["certify", "mse", "--data", "dl.csv", "-o", "d.csv"],
                "--data 'dl.csv' and the output 'd.csv' are one file"
            ),
            (
                [
                    "surface", "mse", "--data", "d.csv", "--export",
                    "../\(URL(fileURLWithPath: directory.path).lastPathComponent)/d.csv",
                ],
                "--data 'd.csv' and the output '../"
            ),
            (
                ["plot", "mean(y*theta)", "--data", "d.csv", "--export", "d.csv"],
                "'d.csv' is both --data and an output"
            ),
        ] {
            try expect(arguments, keeps: "d.csv", saying: error)
        }
        try expect(
            ["surface", "--grid", "g.csv", "--export", "./g.csv"], keeps: "g.csv",
            saying: "--grid 'g.csv' and the output './g.csv' are one file")
    }

    @Test("Standard input that is a file")
    func standardInput() throws {
        try directory.write("x,y\n1,0\n2,1\n-1,0\n", to: "d.csv")
        let result = try Command(["-c", "\(Command.binary) mse --data - --export d.csv < d.csv"], in: directory).run(
            program: "/bin/sh")
        #expect(result.status == 2 && result.error.contains("--data '-' and the output 'd.csv' are one file"))
        #expect(String(decoding: directory.bytes(of: "d.csv"), as: UTF8.self).hasPrefix("x,y\n"))
    }

    @Test("What specs are drawn from, by a report, by their own figures and by those of others")
    func specs() throws {
        try make("plots/data")
        try make("plots/figures")
        try directory.write("x,y\n1,0\n2,1\n-1,0\n", to: "plots/data/d.csv")
        try directory.write("x,y,value\n0,0,1\n1,0,2\n0,1,3\n1,1,4\n", to: "plots/data/g.csv")
        try directory.write("losses: mse\ndata: { file: data/d.csv }\n", to: "plots/a.yaml")
        try directory.write("kind: contour\ngrid: { file: data/g.csv }\n", to: "plots/b.yaml")
        let render = try directory.run("render", "-q")
        #expect(render.status == 0, "\(render.error)")
        for name in ["plots/data/d.csv", "plots/data/g.csv", "plots/a.yaml"] {
            let error = "--junit '\(name)' is one of the specs or figures, or a file they are drawn from"
            try expect(["check", "--junit", name], keeps: name, saying: error)
        }
        let figures = directory.path + "/plots/figures/"
        try FileManager.default.removeItem(atPath: figures + "b.en.svg")
        try link("plots/figures/b.en.svg", to: "../data/d.csv")
        let error =
            "'plots/a.yaml' is drawn from 'plots/data/d.csv', and the output 'plots/figures/b.en.svg' would replace that"
        for command in ["render", "check", "accept"] {
            try expect([command, "plots"], keeps: "plots/data/d.csv", saying: error)
        }
    }

    @Test("The table of two figures, by the picture of their differences")
    func tables() throws {
        try directory.write("x,y\n" + (1...300).map { "\($0),\($0 % 3)\n" }.joined(), to: "d.csv")
        for (name, title) in [("a.png", "A"), ("b.png", "B")] {
            let drawn = try directory.run(
                "mae", "--link", "identity", "--data", "d.csv", "--title", title, "-q", "-o", name)
            #expect(drawn.status == 0, "\(drawn.error)")
        }
        try expect(
            ["diff", "a.png", "b.png", "--diff-image", "./d.csv"], keeps: "d.csv",
            saying: "the figures' table 'd.csv' and the output './d.csv' are one file")
    }
}
