import ArgumentParser
import Diagnostics
import Glibc
import OutputFiles

/// Runs the command and turns what happened into one message and an exit code: 0 done, 1 a difference
/// found, 2 anything wrong.
@main
enum Main {
    static func main() {
        StandardStreams.secure()
        do {
            try refuseBrokenArguments()
            try typed.refuseMisspeltCommand()
            var command = try Lossplot.parseAsRoot()
            try command.run()
        } catch let error as Diagnostic {
            Report.error(error)
            exit(2)
        } catch let code as ExitCode {
            // What there was to say has been said.
            exit(code.rawValue)
        } catch {
            finish(with: error)
        }
    }

    private static let typed = TypedArguments(arguments: Array(CommandLine.arguments.dropFirst()))

    /// Help, versions and completion scripts come as errors too; they go to standard output and are no failure.
    private static func finish(with error: any Error) {
        guard Lossplot.exitCode(for: error) == .success else {
            let message = Main.message(of: error)
            Report.error(typed.advice(on: message) ?? Diagnostic(message, hint: "see lossplot --help"))
            exit(2)
        }
        do {
            try OutputFiles.writeToStandardOutput(Array((Lossplot.fullMessage(for: error) + "\n").utf8))
        } catch {
            Report.error(error)
            exit(2)
        }
    }

    /// The parser's own words as one clause.
    private static func message(of error: any Error) -> String {
        var message = Lossplot.message(for: error).split(separator: "\n").joined(separator: " ")
        while message.hasSuffix(".") { message.removeLast() }
        return message
    }

    /// Swift repairs arguments that are not UTF-8, and a repaired path is another path.
    private static func refuseBrokenArguments() throws {
        for index in 1..<max(1, Int(CommandLine.argc)) {
            guard let argument = CommandLine.unsafeArgv[index] else { continue }
            if String(validatingCString: argument) == nil {
                throw Diagnostic(
                    "argument \(index), '\(String(cString: argument))', is not UTF-8", hint: "rename the file")
            }
        }
    }
}
