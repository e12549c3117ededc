import Diagnostics
import Foundation
import Glibc
import Testing

@testable import OutputFiles

@Suite struct InputFileTests {
    private func expect(_ path: String, limit: Int = 100, throw message: String, hint: String? = nil) {
        #expect(throws: Diagnostic(message, hint: hint)) { try InputFile.read(path: path, limit: limit) }
    }

    @Test("a file is read up to exactly the limit")
    func limit() throws {
        let directory = try TestDirectory()
        try directory.create("file", "12345")
        let path = directory("file")
        #expect(try InputFile.read(path: path, limit: 5) == Array("12345".utf8))
        expect(
            path, limit: 4, throw: "cannot read '\(path)': it is larger than 4 bytes",
            hint: "check that it is the file you mean")
        #expect(try InputFile.read(path: "/dev/null", limit: 0).isEmpty)
    }

    @Test("a file longer than one read, and one that reports no size, come whole")
    func long() throws {
        let directory = try TestDirectory()
        let text = String(repeating: "0123456789", count: 30_000)
        try directory.create("file", text)
        #expect(try InputFile.read(path: directory("file"), limit: 300_000) == Array(text.utf8))
        #expect(try !InputFile.read(path: "/proc/self/status", limit: 1 << 20).isEmpty)
    }

    @Test("an endless device ends at the limit")
    func endless() {
        expect(
            "/dev/zero", limit: 1 << 20, throw: "cannot read '/dev/zero': it is larger than 1 MiB",
            hint: "check that it is the file you mean")
    }

    @Test("what cannot be read says why")
    func unreadable() throws {
        let directory = try TestDirectory()
        try directory.create("file", "x")
        let (missing, below) = (directory("missing"), directory("file/below"))
        expect(
            missing, throw: "cannot read '\(missing)': No such file or directory",
            hint: "check the spelling of the path")
        expect(below, throw: "cannot read '\(below)': Not a directory")
        expect(
            directory.path, throw: "cannot read '\(directory.path)': it is a directory",
            hint: "give the name of a file in it")
        expect("", throw: "cannot read '': the name is empty")
        expect("a\0", throw: "cannot read 'a\0': the name contains a NUL character")
    }

    @Test("an ordinary user is refused a private file")
    func permission() async {
        await #expect(processExitsWith: .success) {
            becomeOrdinaryUser()
            let directory = try TestDirectory()
            try directory.create("file", "x", mode: 0)
            #expect(
                throws: Diagnostic(
                    "cannot read '\(directory("file"))': Permission denied", hint: "check the permissions of the path")
            ) { try InputFile.read(path: directory("file"), limit: 10) }
        }
    }

    @Test("- is standard input, from where it is positioned")
    func standardInput() async {
        await #expect(processExitsWith: .success) {
            let directory = try TestDirectory()
            try directory.create("file", "0123456789")
            let number = open(directory("file"), O_RDONLY)
            lseek(number, 7, SEEK_SET)
            dup2(number, STDIN_FILENO)
            #expect(try InputFile.read(path: "-", limit: 3) == Array("789".utf8))
            dup2(open(directory.path, O_RDONLY), STDIN_FILENO)
            #expect(
                throws: Diagnostic(
                    "cannot read standard input: it is a directory", hint: "give the name of a file in it")
            ) { try InputFile.read(path: "-", limit: 10) }
        }
    }

    @Test("what is not there is told from what cannot be read")
    func ifThere() throws {
        let directory = try TestDirectory()
        try directory.create("file", "12345")
        directory.link("lost", to: "nowhere")
        #expect(try InputFile.readIfThere(path: directory("file"), limit: 5) == Array("12345".utf8))
        #expect(try InputFile.readIfThere(path: directory("none"), limit: 5) == nil)
        #expect(try InputFile.readIfThere(path: directory("lost"), limit: 5) == nil)
        for (path, limit) in [(directory.path, 5), (directory("file"), 4), (directory("file/a"), 5)] {
            #expect(throws: Diagnostic.self) { try InputFile.readIfThere(path: path, limit: limit) }
        }
    }
}
