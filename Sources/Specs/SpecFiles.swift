import Diagnostics
import Glibc
import OutputFiles

/// Spec files on the disk.
public enum SpecFiles {
    /// The spec files that arguments name: files as they are, and of directories every `.yaml` and `.yml` in them, sorted,
    /// without their subdirectories.
    ///
    /// - Throws: `Diagnostic` for a directory that cannot be read or holds no spec.
    public static func paths(_ arguments: [String]) throws -> [String] {
        var paths: [String] = []
        for argument in arguments {
            var status = stat()
            let isDirectory = stat(argument, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
            let found = isDirectory ? try specs(in: argument) : [argument]
            paths += found.filter { !paths.contains($0) }
        }
        return paths
    }

    private static func specs(in directory: String) throws -> [String] {
        let names = try DirectoryListing.names(in: directory) { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }
        guard !names.isEmpty else {
            throw Diagnostic(
                "there is no spec in '\(directory)'",
                hint: "write one, for example \(directory == "/" ? "" : directory)/mse.yaml with losses: mse")
        }
        let prefix = directory.hasSuffix("/") ? directory : directory + "/"
        return names.sorted().map { prefix + $0 }
    }

    /// - Throws: `Diagnostic` when the file cannot be read, or with the place of what is wrong in it.
    public static func read(_ path: String) throws -> FigureSpec {
        // A spec's outputs lie beside it.
        if path == "-" {
            throw Diagnostic("'-' names no spec file", hint: "save the spec, for example as plots/mse.yaml")
        }
        // A little more than is accepted, so that the reader of specs says what is wrong.
        return try FigureSpec(try InputFile.read(path: path, limit: 1 << 20), file: path)
    }
}
