import Diagnostics
import Glibc

/// What lies in a directory.
public enum DirectoryListing {
    /// The names of its files and directories, hidden ones left out, in no order.
    ///
    /// - Throws: `Diagnostic` when it cannot be read.
    public static func names(in directory: String) throws -> [String] {
        guard let stream = opendir(directory) else {
            throw Diagnostic(
                "cannot read '\(directory)': \(String(cString: strerror(errno)))", hint: "check its permissions")
        }
        defer { closedir(stream) }
        var names: [String] = []
        while let entry = readdir(stream) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if !name.hasPrefix(".") { names.append(name) }
        }
        return names
    }
}
