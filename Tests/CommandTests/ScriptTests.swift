import Foundation
import Testing

/// The scripts of the repository, run with stand-ins for the programs that they call.
@Suite("Scripts")
struct ScriptTests {
    private let directory = TemporaryDirectory()

    private static let scripts = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Scripts").path

    /// Programs by their paths in the directory, each with the shell text that it is.
    ///
    /// They are written by another process: one open for writing here could not be run by a child of a test beside this one.
    private func stand(in programs: [String: String]) throws {
        let writes = programs.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] }
        let written = try Command(
            [
                "-ec",
                "while [ $# -gt 0 ]; do mkdir -p \"${1%/*}\"; printf '#!/bin/sh\\n%s\\n' \"$2\" > \"$1\"; chmod +x \"$1\"; shift 2; done",
                "sh",
            ] + writes, in: directory
        ).run(program: "sh")
        #expect(written.status == 0, "\(written.error)")
    }

    /// Runs a script behind the programs in `bin`, with a directory of its own for temporary files.
    private func run(_ script: String, _ arguments: [String] = []) throws -> Command.Result {
        try FileManager.default.createDirectory(
            atPath: directory.path + "/tmp", withIntermediateDirectories: true)
        var command = Command([script] + arguments, in: directory)
        command.environment = [
            "PATH": directory.path + "/bin:/usr/local/bin:/usr/bin:/bin", "TMPDIR": directory.path + "/tmp",
        ]
        return try command.run(program: "bash")
    }

    /// What a user who is not root has apt-get do on a machine without any of the packages: its arguments, each call's
    /// behind the variable that keeps it from asking questions.
    private func install(_ arguments: [String]) throws -> [String] {
        try stand(in: [
            "bin/dpkg-query": "exit 1", "bin/id": "echo 1000",
            // As it is set up by default: it keeps no variables.
            "bin/sudo": "exec env -i PATH=\"$PATH\" \"$@\"",
            "bin/apt-get": "echo \"$DEBIAN_FRONTEND $*\" >> calls",
        ])
        let result = try run(ScriptTests.scripts + "/install", arguments)
        #expect(result.status == 0, "\(result.error)")
        return String(decoding: directory.bytes(of: "calls"), as: UTF8.self).split(separator: "\n").map(String.init)
    }

    @Test(
        "What a figure needs is installed without questions, its Chinese font too",
        arguments: [[], ["build"], ["test"], ["measure"]])
    func installation(arguments: [String]) throws {
        let calls = try install(arguments)
        #expect(calls.count == 2 && calls[0] == " update -qq")
        let words = try #require(calls.last).split(separator: " ").map(String.init)
        #expect(Array(words.prefix(5)) == ["noninteractive", "install", "-y", "-qq", "--no-install-recommends"])
        #expect(words.contains("libcairo2-dev") && words.contains("fonts-inter") && words.contains("fonts-noto-cjk"))
        #expect(words.contains("librsvg2-bin") == (arguments == ["test"]))
        #expect(words.contains("gnuplot-nox") == (arguments == ["measure"]))
    }

    @Test("Nothing is installed for a purpose that there is not")
    func unknownPurpose() throws {
        try stand(in: ["bin/apt-get": "echo called >> calls"])
        let result = try run(ScriptTests.scripts + "/install", ["tests"])
        #expect(result.status == 2)
        #expect(result.error == "Scripts/install: there is no 'tests'; use build, test or measure\n")
        #expect(directory.bytes(of: "calls").isEmpty)
    }

    @Test(
        "Temporary files go, whether what was to be found out held or not",
        arguments: [("readme-figures", ["--check"], 1), ("measure-kernels", [], 3)] as [(String, [String], Int32)])
    func temporaryFiles(script: String, arguments: [String], status: Int32) throws {
        try stand(in: [
            "Scripts/build": "exit 0",
            // Writes a figure to what follows its last option.
            "Scripts/lossplot": "for file; do :; done; echo drawn > \"$file\"",
            "bin/swift": "exit 0", "bin/clang": "exit 0", "bin/python3": "exit 3",
            "plots/readme/mse.svg": "# Another figure",
        ])
        let copy = directory.path + "/Scripts/" + script
        try FileManager.default.copyItem(atPath: ScriptTests.scripts + "/" + script, toPath: copy)
        let result = try run(copy, arguments)
        #expect(result.status == status, "\(result.error)")
        #expect(try FileManager.default.contentsOfDirectory(atPath: directory.path + "/tmp").isEmpty)
    }
}
