import Diagnostics
import Foundation
import Glibc
import Testing

@testable import OutputFiles

/// Most of them in a child process, whose descriptors can be replaced; none closes descriptor 0 or 1, which threads of
/// the testing library would take. `lossplot >&-` itself is a test of the command.
@Suite struct StandardStreamsTests {
    @Test("a closed standard output is an error")
    func closedOutput() {
        #expect(throws: Diagnostic("standard output is closed")) {
            try OutputFiles.writeToStandardOutput([1], closed: [STDOUT_FILENO])
        }
    }

    @Test("a closed descriptor is occupied, so that writing to it fails; an open one is left alone")
    func occupied() {
        // Far above the numbers that other tests get.
        let (closed, opened): (Int32, Int32) = (900, 901)
        let full = open("/dev/full", O_WRONLY)
        dup2(full, opened)
        close(full)
        #expect(StandardStreams.occupy([closed, opened]) == [closed])
        #expect(fcntl(closed, F_GETFD) == 0)
        #expect(throws: SystemError(code: EBADF)) { try Descriptor.write([1], to: closed) }
        #expect(throws: SystemError(code: ENOSPC)) { try Descriptor.write([1], to: opened) }
        close(closed)
        close(opened)
    }

    @Test("a broken pipe is an error and does not end the process")
    func brokenPipe() async {
        await #expect(processExitsWith: .success) {
            StandardStreams.secure()
            var ends: [Int32] = [0, 0]
            pipe(&ends)
            dup2(ends[1], STDOUT_FILENO)
            close(ends[0])
            #expect(throws: Diagnostic("standard output: Broken pipe")) {
                try OutputFiles.writeToStandardOutput([1])
            }
        }
    }

    @Test("an output that cannot be written, or is full, says so")
    func uselessOutput() async {
        await #expect(processExitsWith: .success) {
            StandardStreams.secure()
            dup2(open("/dev/null", O_RDONLY), STDOUT_FILENO)
            #expect(throws: Diagnostic("standard output: Bad file descriptor")) {
                try OutputFiles.writeToStandardOutput([1])
            }
            dup2(open("/dev/full", O_WRONLY), STDOUT_FILENO)
            #expect(
                throws: Diagnostic(
                    "standard output: No space left on device", hint: "free some space or write to another disk")
            ) { try OutputFiles.writeToStandardOutput([1]) }
        }
    }

    @Test("a nonblocking pipe that is full is waited for")
    func nonblocking() throws {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        let (reader, writer) = (ends[0], ends[1])
        #expect(fcntl(writer, F_SETFL, O_NONBLOCK) == 0)
        let bytes = (0..<500_000).map { UInt8(truncatingIfNeeded: $0 / 7) }
        Thread.detachNewThread {
            try? Descriptor.write(bytes, to: writer)
            close(writer)
        }
        usleep(20_000)
        #expect(try InputFile.read(path: "/proc/self/fd/\(reader)", limit: 1 << 20) == bytes)
        close(reader)
    }

    @Test("/dev/stdout of a regular file continues where that file is")
    func redirected() async {
        await #expect(processExitsWith: .success) {
            let directory = try TestDirectory()
            try directory.create("out", "")
            dup2(open(directory("out"), O_WRONLY), STDOUT_FILENO)
            try OutputFiles.writeToStandardOutput(Array("one ".utf8))
            try OutputFiles.write([OutputFile(path: "/proc/self/fd/1", bytes: Array("two".utf8))])
            #expect(try directory.text("out") == "one two")
            #expect(
                throws: Diagnostic(
                    "outputs '\(directory("out"))' and '/proc/self/fd/1' are the same file",
                    hint: "give each output a file of its own")
            ) { try OutputFiles.check([directory("out"), "/proc/self/fd/1"]) }
        }
    }
}
