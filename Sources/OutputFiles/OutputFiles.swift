import Diagnostics
import Glibc

/// Writes the files of a figure, all or none of them.
///
/// ```swift
/// try OutputFiles.check(["loss.png", "loss.svg"])
/// // … the figure is computed …
/// try OutputFiles.write([OutputFile(path: "loss.png", bytes: png), OutputFile(path: "loss.svg", bytes: svg)])
/// ```
///
/// A regular file is replaced by renaming a finished one over it, so that a reader never sees half a figure. Its
/// permissions are kept, and its owner and group where the system allows; symbolic links to it stay links; hard links
/// keep the old contents. Devices and pipes are written to directly.
public enum OutputFiles {
    /// Finds out all that can be known before the figure is computed.
    ///
    /// - Throws: A `Diagnostic` for the first path that cannot be written, or for two that are the same file.
    public static func check(_ paths: [String]) throws(Diagnostic) {
        _ = try targets(paths)
    }

    /// Whether two paths lead to one output, whatever links lead there; not where either leads to none.
    public static func areOne(_ first: String, _ second: String) -> Bool {
        guard let first = try? OutputTarget(first).identity, let second = try? OutputTarget(second).identity else {
            return false
        }
        return first == second
    }

    /// Refuses an input that writing an output would replace, by whatever paths the two are named.
    ///
    /// ```swift
    /// try OutputFiles.check(["mse.svg"])
    /// try OutputFiles.checkInput("runs.csv", of: "--data", isNoneOf: ["mse.svg"])
    /// ```
    ///
    /// - Parameters:
    ///   - path: of the input, - for standard input, which may be a file too.
    ///   - option: by which messages name it: `--data`.
    /// - Throws: A `Diagnostic` for the first output that is the input.
    public static func checkInput(
        _ path: String, of option: String, isNoneOf outputs: [String]
    ) throws(Diagnostic) {
        for output in outputs where areOne(path == "-" ? "/dev/stdin" : path, output) {
            throw Diagnostic(
                path == output
                    ? "'\(path)' is both \(option) and an output"
                    : "\(option) '\(path)' and the output '\(output)' are one file",
                hint: "write the output to another file")
        }
    }

    /// Writes every file, or on failure leaves every old file as it was.
    ///
    /// Two things cannot be taken back: what a device or a pipe has received, and a rename that has happened. Devices
    /// therefore come before the renames and renames come last; if one of them fails after others have succeeded, the
    /// message says which files have been written.
    ///
    /// - Throws: A `Diagnostic` that names the file.
    public static func write(_ files: [OutputFile]) throws(Diagnostic) {
        var batch = try OutputBatch(files)
        try batch.commit()
    }

    /// Creates a directory, if nothing of its name is there; those above it must be.
    ///
    /// - Throws: A `Diagnostic` that names the directory.
    public static func createDirectory(_ path: String) throws(Diagnostic) {
        if mkdir(path, 0o777) == -1, errno != EEXIST {
            throw Diagnostic(
                "cannot create the directory '\(path)': \(String(cString: strerror(errno)))",
                hint: "check the permissions")
        }
    }

    /// Writes to file descriptor 1, waiting where it is nonblocking.
    ///
    /// - Throws: A `Diagnostic` such as "standard output: Broken pipe". Call `StandardStreams.secure()` first: without
    ///   it a broken pipe ends the process.
    public static func writeToStandardOutput(_ bytes: [UInt8]) throws(Diagnostic) {
        try writeToStandardOutput(bytes, closed: StandardStreams.closedAtStart)
    }

    /// As above, with the closed descriptors as an argument: a test cannot close its own without racing the threads of
    /// the testing library for the free number.
    static func writeToStandardOutput(_ bytes: [UInt8], closed: Set<Int32>) throws(Diagnostic) {
        guard !closed.contains(STDOUT_FILENO) else {
            throw Diagnostic("standard output is closed")
        }
        do throws(SystemError) {
            try Descriptor.write(bytes, to: STDOUT_FILENO)
        } catch {
            throw Diagnostic("standard output: \(error.sentence)", hint: error.hint)
        }
    }

    /// What each path stands for, all of them writable and no two the same.
    static func targets(_ paths: [String]) throws(Diagnostic) -> [OutputTarget] {
        var targets: [OutputTarget] = []
        var names: [OutputTarget.Identity: String] = [:]
        for path in paths {
            let target = try OutputTarget(path)
            if let identity = target.identity, let other = names.updateValue(path, forKey: identity) {
                throw Diagnostic(
                    other == path
                        ? "output '\(path)' is named twice" : "outputs '\(other)' and '\(path)' are the same file",
                    hint: "give each output a file of its own")
            }
            targets.append(target)
        }
        for target in targets { try target.checkWritable() }
        return targets
    }
}
