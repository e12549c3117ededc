import Diagnostics
import Glibc

/// The directory that a spec's paths may not leave: the repository of the spec file, or, where it is in none, the
/// directory of the spec file.
struct Repository {
    /// Without symbolic links and without a slash at its end: the root directory is empty.
    private let root: String
    /// Of the spec file, as given; empty for the working directory, else with a slash at its end.
    let directory: String

    /// - Throws: `Diagnostic` when the directory is not there.
    init(of file: String) throws {
        directory = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
        guard let real = Repository.realDirectory(directory.isEmpty ? "." : directory) else {
            throw Diagnostic(
                "cannot read '\(file)': its directory is not there", hint: "check the spelling of the path")
        }
        var candidate = real
        while access(candidate + "/.git", F_OK) != 0 {
            guard let slash = candidate.lastIndex(of: "/") else {
                candidate = real
                break
            }
            candidate = String(candidate[..<slash])
        }
        root = candidate
    }

    /// The path by which a file that the spec names is opened.
    ///
    /// - Throws: `Diagnostic` at `place` for a path that leaves the repository, by `..` or by a symbolic link.
    func path(of name: String, namedAt place: Diagnostic.Place) throws -> String {
        guard !name.hasPrefix("/"), !name.isEmpty, !name.utf8.contains(0), name != "-" else {
            throw Diagnostic(
                "'\(name)' is no path within the repository", at: place,
                hint: "give it relative to the spec file, for example data/runs.csv")
        }
        // Before the disk is looked at, so that nothing is learnt of what lies outside.
        var depth = Repository.realDirectory(directory.isEmpty ? "." : directory).map { $0.dropFirst(root.count) } ?? ""
        for part in name.split(separator: "/") where part != "." {
            if part == ".." {
                guard let slash = depth.lastIndex(of: "/") else {
                    throw Diagnostic("'\(name)' leaves the repository", at: place, hint: "move the file into it")
                }
                depth = depth[..<slash]
            } else {
                depth += "/" + part
            }
        }
        let path = directory + name
        guard let real = Repository.real(path) else {
            throw Diagnostic(
                "cannot read '\(path)': \(String(cString: strerror(errno)))", at: place,
                hint: "check the path, which is relative to the spec file")
        }
        guard real.hasPrefix(root + "/") else {
            throw Diagnostic(
                "'\(name)' leaves the repository through a symbolic link", at: place, hint: "move the file into it")
        }
        return path
    }

    private static func realDirectory(_ path: String) -> String? { real(path).map { $0 == "/" ? "" : $0 } }

    private static func real(_ path: String) -> String? {
        guard let resolved = realpath(path, nil) else { return nil }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
