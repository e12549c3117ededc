import Foundation
import Glibc

/// A new directory for one test, removed with this value.
final class TestDirectory {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "lossplot-test-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func callAsFunction(_ name: String) -> String { path + "/" + name }

    /// What is in it, hidden files included.
    var names: [String] { get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() } }

    func create(_ name: String, _ text: String, mode: mode_t = 0o644) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: self(name)))
        chmod(self(name), mode)
    }

    func link(_ name: String, to destination: String) { symlink(destination, self(name)) }

    func text(_ name: String) throws -> String { try String(contentsOfFile: self(name), encoding: .utf8) }

    func status(_ name: String) -> stat {
        var status = stat()
        lstat(self(name), &status)
        return status
    }
}

/// In a child process, where an exit test runs: from here on an ordinary user, whom permissions bind.
///
/// The tests run as root in a container, where every file is writable.
func becomeOrdinaryUser() {
    guard geteuid() == 0 else { return }
    setgid(65534)
    setuid(65534)
}
