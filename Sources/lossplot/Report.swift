import Diagnostics
import Glibc
import Typography

/// Speaks to the user: the only place that prints messages.
enum Report {
    static var standardOutputIsTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    static var standardErrorIsTerminal: Bool { isatty(STDERR_FILENO) == 1 }

    static func error(_ diagnostic: Diagnostic) { write("lossplot: error: \(diagnostic)\n") }

    static func warning(_ diagnostic: Diagnostic) { write("lossplot: warning: \(diagnostic)\n") }

    /// To standard error; nobody is left to be told when that fails.
    static func write(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }

    static func fonts() throws -> FontBook {
        do {
            return try FontBook()
        } catch {
            throw Diagnostic("the program's built-in fonts cannot be read", hint: "build it again: Scripts/lossplot")
        }
    }
}
