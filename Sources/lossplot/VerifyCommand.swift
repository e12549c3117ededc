import ArgumentParser
import Diagnostics
import LossPlots
import OutputFiles

/// `lossplot verify FILE`: checks certificates again.
struct VerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check certificates again, with a checker that shares nothing with the prover.",
        discussion: """
            EXAMPLES:
              lossplot certify mse ce -o losses.json && lossplot verify losses.json

            Every claim is derived anew from the loss's formula and the data. Exit codes: 0 all are verified, 1 some claim
            is false or says less than it should, 2 the file is broken or has too many samples to check in a minute or two.
            """)

    @Argument(help: ArgumentHelp("A file that 'lossplot certify' wrote, - for standard input.", valueName: "file"))
    var file: String

    @Option(help: ArgumentHelp("Where the certified table is, if not at its old place.", valueName: "file"))
    var data: String?

    @Flag(name: .shortAndLong, help: "Print nothing, only set the exit code.")
    var quiet = false

    /// 16 MiB, far more than the largest certificate.
    private static let sizeLimit = 16 << 20

    func run() throws {
        if file == "-", data == "-" {
            throw Diagnostic("standard input cannot be both the certificates and the data", hint: "name a file")
        }
        let bytes = try InputFile.read(path: file, limit: VerifyCommand.sizeLimit)
        let verification = try CertificateVerification(bytes, file: file == "-" ? "stdin" : file, read: table)
        let lines = verification.outcomes.map { outcome in
            switch outcome.finding {
            case .verified: "verified: \(Diagnostic.visible("\(outcome.name): \(outcome.claim)"))\n"
            case .rejected(let reason): "rejected: \(Diagnostic.visible("\(outcome.name): \(reason)"))\n"
            case .unchecked: ""
            }
        }
        if !quiet { try OutputFiles.writeToStandardOutput(Array(lines.joined().utf8)) }
        for case .unchecked(let diagnostic) in verification.outcomes.map(\.finding) { throw diagnostic }
        if !verification.isVerified { throw ExitCode(1) }
    }

    /// The table at the path of the certificate, or where it is said to be.
    private func table(_ path: String) throws -> [UInt8] {
        if let data { return try InputFile.read(path: data, limit: DataOptions.sizeLimit) }
        guard path != "-" else {
            throw Diagnostic("the certified table came from standard input", hint: "name it with --data FILE")
        }
        return try TableLookup(
            file: file, name: file == "-" ? "stdin" : file, contents: "the certified samples",
            hint: "name the certified table with --data FILE"
        ).table(path).bytes
    }
}
