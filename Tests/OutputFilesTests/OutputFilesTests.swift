import Diagnostics
import Foundation
import Glibc
import Testing

@testable import OutputFiles

@Suite struct OutputFilesTests {
    private func file(_ path: String, _ text: String) -> OutputFile { OutputFile(path: path, bytes: Array(text.utf8)) }

    @Test("files are created and replaced, and nothing else is left")
    func writes() throws {
        let directory = try TestDirectory()
        try directory.create("b", "old and longer")
        try OutputFiles.write([file(directory("a"), "one"), file(directory("b"), "two"), file(directory("c"), "")])
        #expect(try directory.text("a") == "one")
        #expect(try directory.text("b") == "two")
        #expect(try directory.text("c").isEmpty)
        #expect(try directory.names == ["a", "b", "c"])
    }

    @Test("a file system without unnamed files is served the same")
    func named() throws {
        let directory = try TestDirectory()
        try directory.create("b", "old", mode: 0o640)
        var batch = try OutputBatch([file(directory("a"), "one"), file(directory("b"), "two")], isNamed: true)
        #expect(try directory.names.count == 3)
        try batch.commit()
        #expect(try directory.text("a") + directory.text("b") == "onetwo")
        #expect(try directory.names == ["a", "b"])
        #expect(directory.status("b").st_mode & 0o7777 == 0o640)
    }

    @Test("named temporaries go with a batch that is not committed")
    func abandoned() throws {
        let directory = try TestDirectory()
        do { _ = try OutputBatch([file(directory("a"), "one")], isNamed: true) }
        #expect(try directory.names.isEmpty)
    }

    @Test("a killed process leaves nothing behind")
    func killed() async throws {
        let directory = try TestDirectory()
        let path = directory("a")
        await #expect(processExitsWith: .signal(SIGKILL)) { [path = path as String] in
            var batch = try OutputBatch([OutputFile(path: path, bytes: [1, 2, 3])])
            kill(getpid(), SIGKILL)
            try batch.commit()
        }
        #expect(try directory.names.isEmpty)
    }

    @Test(
        "modes are kept, and new files follow the umask", arguments: [0o600, 0o644, 0o666, 0o755, 0o4711] as [mode_t])
    func modes(mode: mode_t) throws {
        let directory = try TestDirectory()
        try directory.create("old", "x", mode: mode)
        try OutputFiles.write([file(directory("old"), "y"), file(directory("new"), "y")])
        #expect(directory.status("old").st_mode & 0o7777 == mode)
        // Read from /proc because umask(2) can only be asked by changing it, under the other tests' feet.
        let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("Umask:") })
        let mask = try #require(mode_t(line.dropFirst(6).trimmingCharacters(in: .whitespaces), radix: 8))
        #expect(directory.status("new").st_mode & 0o7777 == 0o666 & ~mask)
    }

    @Test("root keeps a file's owner and group", .enabled(if: geteuid() == 0, "only root gives files away"))
    func owner() throws {
        let directory = try TestDirectory()
        try directory.create("a", "x", mode: 0o640)
        #expect(chown(directory("a"), 1234, 4321) == 0)
        try OutputFiles.write([file(directory("a"), "y")])
        let status = directory.status("a")
        #expect((status.st_uid, status.st_gid) == (1234, 4321))
        #expect(status.st_mode & 0o7777 == 0o640)
    }

    @Test("a directory in place of a file after the check undoes nothing, and the message says what was written")
    func secondRenameFails() throws {
        let directory = try TestDirectory()
        var batch = try OutputBatch([file(directory("a"), "one"), file(directory("b"), "two")])
        mkdir(directory("b"), 0o755)
        #expect(
            throws: Diagnostic(
                "cannot write '\(directory("b"))': Is a directory, after '\(directory("a"))' was already written")
        ) { try batch.commit() }
        #expect(try directory.text("a") == "one")
        batch = try OutputBatch([])
        #expect(try directory.names == ["a", "b"])
    }

    @Test("a full device is an error, and no file is replaced")
    func fullDevice() throws {
        let directory = try TestDirectory()
        try directory.create("a", "old")
        #expect(
            throws: Diagnostic(
                "cannot write '/dev/full': No space left on device", hint: "free some space or write to another disk")
        ) { try OutputFiles.write([file(directory("a"), "new"), file("/dev/full", "x")]) }
        #expect(try directory.text("a") == "old")
        #expect(try directory.names == ["a"])
    }

    @Test("devices are written to, stay devices and may be named twice")
    func nullDevice() throws {
        try OutputFiles.write([file("/dev/null", "x"), file("/dev/null", "y")])
        var status = stat()
        #expect(stat("/dev/null", &status) == 0 && status.st_mode & S_IFMT == S_IFCHR)
    }

    @Test("a FIFO passes the bytes on, more than it holds at once")
    func fifo() throws {
        let directory = try TestDirectory()
        let path = directory("pipe")
        #expect(mkfifo(path, 0o600) == 0)
        let bytes = (0..<300_000).map { UInt8(truncatingIfNeeded: $0) }
        Thread.detachNewThread { try? OutputFiles.write([OutputFile(path: path, bytes: bytes)]) }
        #expect(try InputFile.read(path: path, limit: 1 << 20) == bytes)
    }

    @Test("a limited file size is an error, not the end of the process")
    func fileSizeLimit() async {
        await #expect(processExitsWith: .success) {
            StandardStreams.secure()
            let directory = try TestDirectory()
            try directory.create("a", "old")
            var limit = rlimit(rlim_cur: 4096, rlim_max: 4096)
            setrlimit(__rlimit_resource_t(1), &limit)  // RLIMIT_FSIZE, an enumerator that does not convert
            #expect(
                throws: Diagnostic(
                    "cannot write '\(directory("a"))': File too large",
                    hint: "raise the file size limit: ulimit -f unlimited")
            ) { try OutputFiles.write([OutputFile(path: directory("a"), bytes: [UInt8](repeating: 7, count: 10_000))]) }
            #expect(try directory.text("a") == "old")
            #expect(try directory.names == ["a"])
        }
    }

    /// A real small disk; the test of the file size limit is the one that runs where mounting is not allowed.
    @Test(
        "after a full disk the old files are there and nothing else",
        .enabled(if: geteuid() == 0, "only root mounts a small disk"), arguments: [false, true])
    func fullDisk(isNamed: Bool) throws {
        let directory = try TestDirectory()
        func run(_ arguments: String...) throws -> Bool {
            let process = Process()
            process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
            process.arguments = arguments
            process.standardError = FileHandle.nullDevice
            try process.run()
            process.waitUntilExit()
            return process.terminationStatus == 0
        }
        guard try run("mount", "-t", "tmpfs", "-o", "size=64k", "none", directory.path) else {
            try Test.cancel("mounting a small disk is not allowed here")
        }
        defer { _ = try? run("umount", directory.path) }
        try directory.create("a", "old a")
        try directory.create("b", "old b")
        let big = OutputFile(path: directory("b"), bytes: [UInt8](repeating: 7, count: 100_000))
        #expect(
            throws: Diagnostic(
                "cannot write '\(directory("b"))': No space left on device",
                hint: "free some space or write to another disk")
        ) { _ = try OutputBatch([file(directory("a"), "new a"), big], isNamed: isNamed) }
        #expect(try directory.text("a") + directory.text("b") == "old aold b")
        #expect(try directory.names == ["a", "b"])
        try OutputFiles.write([file(directory("a"), "new a")])
        #expect(try directory.text("a") == "new a")
    }

    @Test("an input is no output, by whatever path, and whether or not it is there")
    func inputs() throws {
        let directory = try TestDirectory()
        try directory.create("d.csv", "x,y\n")
        try directory.create("other.csv", "x,y\n")
        directory.link("link.json", to: "d.csv")
        mkdir(directory("sub"), 0o755)
        let input = directory("d.csv")
        for output in ["sub/../d.csv", "./d.csv", "link.json"].map({ directory($0) }) {
            let error = Diagnostic(
                "--data '\(input)' and the output '\(output)' are one file", hint: "write the output to another file")
            #expect(throws: error) {
                try OutputFiles.checkInput(input, of: "--data", isNoneOf: [directory("other.csv"), output])
            }
        }
        for path in [input, directory("new.csv")] {
            let error = Diagnostic("'\(path)' is both --data and an output", hint: "write the output to another file")
            #expect(throws: error) { try OutputFiles.checkInput(path, of: "--data", isNoneOf: [path]) }
        }
        try OutputFiles.checkInput(input, of: "--data", isNoneOf: [directory("other.csv"), directory("new.csv")])
        try OutputFiles.checkInput("/dev/null", of: "--data", isNoneOf: ["/dev/null"])
    }
}
