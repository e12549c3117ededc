import Diagnostics
import Glibc

/// Reads a file that the user names.
public enum InputFile {
    /// All bytes of the file, or of standard input if `path` is "-".
    ///
    /// ```swift
    /// let bytes = try InputFile.read(path: "style.json", limit: 1 << 20)
    /// ```
    ///
    /// - Parameter limit: The most bytes that are accepted. Never much more memory than that is used, so that
    ///   `/dev/zero` or a pipe without end is an error and not a full memory.
    /// - Throws: A `Diagnostic` if the file is missing, a directory, not readable or larger than `limit`.
    public static func read(path: String, limit: Int) throws(Diagnostic) -> [UInt8] {
        guard let bytes = try readIfThere(path: path, limit: limit) else {
            throw Diagnostic(
                "cannot read '\(path)': \(SystemError(code: ENOENT).sentence)", hint: "check the spelling of the path")
        }
        return bytes
    }

    /// As ``read(path:limit:)``, and nil where the path leads to nothing: what is there and cannot be read is an error.
    public static func readIfThere(path: String, limit: Int) throws(Diagnostic) -> [UInt8]? {
        precondition(limit >= 0, "a limit in bytes is not negative")
        let isStandardInput = path == "-"
        let name = isStandardInput ? "standard input" : "'\(path)'"
        if isStandardInput, StandardStreams.closedAtStart.contains(STDIN_FILENO) {
            throw Diagnostic("standard input is closed")
        }
        guard !path.isEmpty else { throw Diagnostic("cannot read '': the name is empty") }
        guard !path.utf8.contains(0) else { throw Diagnostic("cannot read \(name): the name contains a NUL character") }
        do throws(SystemError) {
            if isStandardInput { return try read(STDIN_FILENO, limit) }
            let descriptor = try Descriptor(opening: path, O_RDONLY)
            return try read(descriptor.number, limit)
        } catch {
            switch error.code {
            case EISDIR:
                throw Diagnostic("cannot read \(name): it is a directory", hint: "give the name of a file in it")
            case EFBIG:
                throw Diagnostic(
                    "cannot read \(name): it is larger than \(inUnits(limit))",
                    hint: "check that it is the file you mean")
            case ENOENT: return nil
            case EACCES:
                throw Diagnostic("cannot read \(name): \(error.sentence)", hint: "check the permissions of the path")
            default: throw Diagnostic("cannot read \(name): \(error.sentence)")
            }
        }
    }

    /// Throws EFBIG beyond the limit, which `read(2)` itself never gives.
    private static func read(_ number: Int32, _ limit: Int) throws(SystemError) -> [UInt8] {
        var status = stat()
        guard fstat(number, &status) == 0 else { throw SystemError.last }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw SystemError(code: EISDIR) }
        let isRegular = status.st_mode & S_IFMT == S_IFREG
        // Standard input may be positioned near the end of a large file: only a file we opened is refused early.
        if isRegular, number != STDIN_FILENO, status.st_size > limit { throw SystemError(code: EFBIG) }

        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = try Descriptor.read(into: &chunk, from: number)
            guard count > 0 else { return bytes }
            guard count <= limit - bytes.count else { throw SystemError(code: EFBIG) }
            if bytes.capacity < bytes.count + count {
                // Doubles as the array itself would, but never past the limit.
                bytes.reserveCapacity(min(limit, max(2 * bytes.capacity, bytes.count + count)))
            }
            bytes += chunk[..<count]
        }
    }

    private static func inUnits(_ bytes: Int) -> String {
        if bytes > 0, bytes.isMultiple(of: 1 << 20) { return "\(bytes >> 20) MiB" }
        if bytes > 0, bytes.isMultiple(of: 1 << 10) { return "\(bytes >> 10) KiB" }
        return bytes == 1 ? "1 byte" : "\(bytes) bytes"
    }
}
