import Diagnostics
import Glibc

/// Files that are all written, but none of them yet under its name.
///
/// In two steps so that a test can come between them; `OutputFiles.write(_:)` does both at once.
struct OutputBatch {
    private var replacements: [(target: OutputTarget, file: TemporaryFile)] = []
    private var streams: [(target: OutputTarget, bytes: [UInt8])] = []

    /// Writes a temporary file for each regular target. If one fails, they all go with this value.
    ///
    /// - Parameter isNamed: As in `TemporaryFile.written(_:for:isNamed:)`. Default: false.
    init(_ files: [OutputFile], isNamed: Bool = false) throws(Diagnostic) {
        let targets = try OutputFiles.targets(files.map(\.path))
        for (file, target) in zip(files, targets) {
            switch target.kind {
            case .new, .existing:
                do throws(SystemError) {
                    replacements.append(
                        (target, try TemporaryFile.written(file.bytes, for: target, isNamed: isNamed)))
                } catch {
                    throw target.failure(error)
                }
            case .stream, .open:
                streams.append((target, file.bytes))
            }
        }
    }

    /// Writes to the devices and pipes, then renames the temporary files.
    mutating func commit() throws(Diagnostic) {
        var written: [String] = []
        for (target, bytes) in streams {
            do throws(SystemError) {
                try OutputBatch.write(bytes, to: target)
            } catch {
                throw OutputBatch.failure(error, target, after: written)
            }
            written.append(target.given)
        }
        // All the names first: a directory that cannot grow is noticed before the first old file is gone.
        for index in replacements.indices {
            do throws(SystemError) {
                replacements[index].file = try replacements[index].file.linked()
            } catch {
                throw OutputBatch.failure(error, replacements[index].target, after: written)
            }
        }
        for (target, file) in replacements {
            do throws(SystemError) {
                try file.rename()
            } catch {
                throw OutputBatch.failure(error, target, after: written)
            }
            written.append(target.given)
        }
    }

    private static func write(_ bytes: [UInt8], to target: OutputTarget) throws(SystemError) {
        guard case .open(let number?) = target.kind else {
            return try Descriptor(opening: target.path, O_WRONLY).write(bytes)
        }
        // A write to our null device in place of a closed descriptor must not pass for success.
        guard !StandardStreams.closedAtStart.contains(number) else { throw SystemError(code: EBADF) }
        // Through the descriptor we have, which keeps its position in the file; a socket could not be opened anew.
        try Descriptor.write(bytes, to: number)
    }

    /// The failure, and what it is too late to undo.
    private static func failure(_ error: SystemError, _ target: OutputTarget, after written: [String]) -> Diagnostic {
        var diagnostic = target.failure(error)
        if !written.isEmpty {
            let names = written.map { "'\($0)'" }.joined(separator: ", ")
            diagnostic.message += ", after \(names) \(written.count == 1 ? "was" : "were") already written"
        }
        return diagnostic
    }
}
