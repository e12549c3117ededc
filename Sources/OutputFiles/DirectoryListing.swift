import Diagnostics
import Glibc

/// What lies in a directory.
public enum DirectoryListing {
    /// The names of its files and directories that are wanted, hidden ones left out, in no order. Default: all.
    ///
    /// - Throws: `Diagnostic` when it cannot be read, and for a name that is wanted and no UTF-8: what it names could not be
    ///   opened, and would be missing without a word.
    public static func names(
        in directory: String, where isWanted: (String) -> Bool = { _ in true }
    ) throws -> [String] {
        guard let stream = opendir(directory) else {
            throw Diagnostic(
                "cannot read '\(directory)': \(String(cString: strerror(errno)))", hint: "check its permissions")
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let bytes = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
            let name = String(decoding: bytes, as: UTF8.self)
            if name.hasPrefix(".") || !isWanted(name) { continue }
            guard name.utf8.elementsEqual(bytes) else {
                throw Diagnostic(
                    "the name of '\(name)' in '\(directory)' is not UTF-8", hint: "rename it, for example with convmv")
            }
            names.append(name)
        }
        return names
    }
}
