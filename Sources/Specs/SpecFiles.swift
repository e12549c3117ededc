import Diagnostics
import Glibc
import OutputFiles

/// Spec files on the disk.
public enum SpecFiles {
    /// The spec files that arguments name: files as they are, and of directories every `.yaml`, `.yml` and `.json` in them,
    /// sorted, without their subdirectories and without JSON Schemas.
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
        let prefix = directory.hasSuffix("/") ? directory : directory + "/"
        let names = try DirectoryListing.names(in: directory, where: isSpec(named:)).filter { !isSchema(prefix + $0) }
        guard !names.isEmpty else {
            throw Diagnostic(
                "there is no spec in '\(directory)'",
                hint: "write one, for example \(directory == "/" ? "" : directory)/mse.yaml with losses: mse")
        }
        return names.sorted().map { prefix + $0 }
    }

    /// Whether a file's name is that of a spec, YAML or JSON.
    public static func isSpec(named name: String) -> Bool {
        [".yaml", ".yml", ".json"].contains(where: name.hasSuffix)
    }

    /// Whether a JSON file declares itself a JSON Schema, as the one that `lossplot list schema` prints for an editor and that
    /// lies beside the specs. No spec has such a key. A file that cannot be read is none: reading it as a spec says why.
    private static func isSchema(_ path: String) -> Bool {
        guard path.hasSuffix(".json"), let bytes = try? InputFile.read(path: path, limit: sizeLimit) else {
            return false
        }
        return String(decoding: bytes, as: UTF8.self).contains(/"\$schema"\s*:\s*"https?:\/\/json-schema\.org\//)
    }

    /// Bytes; a little more than is accepted, so that the reader of specs says what is wrong.
    private static let sizeLimit = 1 << 20

    /// - Throws: `Diagnostic` when the file cannot be read, or with the place of what is wrong in it, and for a name by
    ///   which its directory would not show it: its figures would be taken for those of no spec.
    public static func read(_ path: String) throws -> FigureSpec {
        // A spec's outputs lie beside it.
        if path == "-" {
            throw Diagnostic("'-' names no spec file", hint: "save the spec, for example as plots/mse.yaml")
        }
        let bytes = try InputFile.read(path: path, limit: sizeLimit)
        guard isSpec(named: path) else {
            throw Diagnostic(
                "the name of '\(path)' is no spec's: 'lossplot check' would not find it beside its figures",
                hint: "end it with .yaml, .yml or .json")
        }
        return try FigureSpec(bytes, file: path)
    }
}
