import Foundation
import Testing

/// The action's step, run as a runner runs it, in the checkout of another repository.
@Suite("The action for other repositories")
struct ActionTests {
    private let blog = TemporaryDirectory()
    private let checkout = TemporaryDirectory()

    private static let repository = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The shell text of the one step of `action.yml`.
    private static var step: String {
        get throws {
            let text = try String(contentsOf: repository.appendingPathComponent("action.yml"), encoding: .utf8)
            let line = try #require(text.split(separator: "\n").first { $0.contains(" run: '") })
            let start = try #require(line.firstIndex(of: "'"))
            return String(line[line.index(after: start)...].dropLast())
        }
    }

    /// A blog with one figure, and the action's own scripts over the program that was built with the tests.
    private func prepare(_ plots: String) throws {
        // Made by another process: a file open for writing here is open in every child that a test beside this one
        // has just started, and as long as it is, the system refuses to run it: "Text file busy".
        let scripts = try Command(
            ["-ec", "mkdir Scripts; cp \"$1\" Scripts/figures; ln -s \"$2\" Scripts/lossplot", "sh"]
                + [Self.repository.path + "/Scripts/figures", Command.binary],
            in: checkout
        ).run(program: "sh")
        #expect(scripts.status == 0, "\(scripts.error)")
        try FileManager.default.createDirectory(
            atPath: blog.path + "/" + plots, withIntermediateDirectories: true)
        try blog.write("title: Old\nlosses: mse\n", to: "\(plots)/a.yaml")
        let drawn = try blog.run("render", "-q", "--", plots)
        #expect(drawn.status == 0, "\(drawn.error)")
    }

    private func run(_ plots: String) throws -> Command.Result {
        // As GitHub's runners call bash.
        var command = Command(["--noprofile", "--norc", "-eo", "pipefail", "-c", try Self.step], in: blog)
        command.environment = [
            "DIRECTORY": plots, "ACTION_PATH": checkout.path, "GITHUB_ACTIONS": "true",
        ]
        return try command.run(program: "bash")
    }

    @Test(
        "It passes where nothing differs, and annotates what does", arguments: ["plots", "my $(touch x) plots", "-n"])
    func step(plots: String) throws {
        try prepare(plots)
        let same = try run(plots)
        #expect(same.status == 0 && same.text == "1 file: 1 same\n" && same.error == "", "\(same.error)")
        try blog.write("title: New\nlosses: mse\n", to: "\(plots)/a.yaml")
        let changed = try run(plots)
        #expect(changed.status == 1 && changed.text.contains("title changed from 'Old' to 'New'"), "\(changed.error)")
        #expect(
            changed.error
                == "::error file=\(plots)/a.yaml,line=1,col=1,title=figure different::\(plots)/figures/a.en.svg"
                + "%0Atitle changed from 'Old' to 'New'\n")
        let names = try FileManager.default.contentsOfDirectory(atPath: blog.path)
        #expect(names == [plots], "Nothing of the directory's name ran, and nothing was written")
    }

    @Test("An error of a spec fails the step at its place")
    func failed() throws {
        try prepare("plots")
        try blog.write("title: Old\nlosses: msee\n", to: "plots/a.yaml")
        let result = try run("plots")
        #expect(result.status == 2)
        #expect(
            result.error.contains(
                "::error file=plots/a.yaml,line=2,col=9,title=the figure cannot be drawn::unknown loss"))
    }
}
