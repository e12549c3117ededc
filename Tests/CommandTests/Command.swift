import Foundation
import Glibc

/// The real program, run as a user runs it.
struct Command {
    var arguments: [String]
    var input: [UInt8] = []
    /// Added to an environment that is otherwise empty but for PATH.
    var environment: [String: String] = [:]
    var directory: String
    /// Closes a standard descriptor, or points it at a device, before the program starts.
    var standardOutput = Output.captured

    enum Output {
        case captured, closed
        case device(String)
    }

    struct Result {
        var status: Int32
        var output: [UInt8]
        var error: String
        /// User and system time in seconds.
        var cpu: Double

        var text: String { String(decoding: output, as: UTF8.self) }
    }

    /// LOSSPLOT_BINARY, else the program that was built with the tests.
    static let binary: String =
        ProcessInfo.processInfo.environment["LOSSPLOT_BINARY"]
        ?? URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().appendingPathComponent("lossplot")
        .path

    /// Whether that is the program as it is shipped, optimised, whose times are promised.
    static let isShipped = ProcessInfo.processInfo.environment["LOSSPLOT_BINARY"] != nil

    init(_ arguments: [String], in directory: TemporaryDirectory) {
        self.arguments = arguments
        self.directory = directory.path
    }

    struct Failure: Error {
        var what: String
    }

    func run(program: String = Command.binary) throws -> Result {
        let scratch = TemporaryDirectory()
        try Data(input).write(to: URL(fileURLWithPath: scratch.path + "/in"))
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, scratch.path + "/in", O_RDONLY, 0)
        switch standardOutput {
        case .captured:
            posix_spawn_file_actions_addopen(&actions, 1, scratch.path + "/out", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        case .closed: posix_spawn_file_actions_addclose(&actions, 1)
        case .device(let path): posix_spawn_file_actions_addopen(&actions, 1, path, O_WRONLY, 0)
        }
        posix_spawn_file_actions_addopen(&actions, 2, scratch.path + "/err", O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        var variables = ["PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": scratch.path]
        variables.merge(environment) { $1 }
        // Swift's Glibc module hides the call that changes a child's directory; env has an option for it.
        var argv: [UnsafeMutablePointer<CChar>?] =
            (["env", "-C", directory, program] + arguments).map { strdup($0) } + [nil]
        var envp: [UnsafeMutablePointer<CChar>?] = variables.map { strdup("\($0)=\($1)") } + [nil]
        defer { (argv + envp).forEach { free($0) } }
        var pid: pid_t = 0
        let code = posix_spawnp(&pid, "env", &actions, nil, &argv, &envp)
        guard code == 0 else { throw Failure(what: "\(program): \(String(cString: strerror(code)))") }
        var status: Int32 = 0
        var usage = rusage()
        while wait4(pid, &status, 0, &usage) < 0, errno == EINTR {}
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return Result(
            status: status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F,
            output: scratch.bytes(of: "out"), error: String(decoding: scratch.bytes(of: "err"), as: UTF8.self),
            cpu: seconds(usage.ru_utime) + seconds(usage.ru_stime))
    }
}

/// A directory that goes when its owner goes.
final class TemporaryDirectory: Sendable {
    let path: String

    init() {
        path = NSTemporaryDirectory() + "lossplot-\(UUID().uuidString)"
        try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func bytes(of name: String) -> [UInt8] {
        FileManager.default.contents(atPath: path + "/" + name).map(Array.init) ?? []
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: path + "/" + name))
    }

    var names: [String] { ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted() }

    func run(_ arguments: String...) throws -> Command.Result { try Command(arguments, in: self).run() }
}
