import Diagnostics
import OutputFiles

/// Where the table lies that a figure or a certificate was made from, and that did not travel with it.
struct TableLookup {
    /// The figure or the certificate, as given; `-` for standard input.
    var file: String
    /// By which messages name it.
    var name: String
    /// What is in the table, for messages: `the figure's samples`.
    var contents: String
    /// The way out, where there is no table.
    var hint: String

    /// The table at a path that the figure or the certificate gives: from where the command runs, from
    /// where the file lies, or from the directory above, where the spec of a figure in `figures/` lies.
    ///
    /// - Returns: its contents, and the path of the place.
    /// - Throws: `Diagnostic` where it is at none of these places; for one of them that cannot be read, why not.
    func table(_ path: String) throws(Diagnostic) -> (bytes: [UInt8], path: String) {
        var failure: Diagnostic?
        for candidate in candidates(path) {
            do throws(Diagnostic) {
                let found = try InputFile.readIfThere(path: candidate, limit: DataOptions.sizeLimit)
                if let found { return (found, candidate) }
            } catch {
                // The table may be at the next place all the same.
                failure = failure ?? error
            }
        }
        let reason = failure?.message ?? "\(contents) are in '\(path)', which is not there"
        throw Diagnostic(reason, at: Diagnostic.Place(file: name), hint: hint)
    }

    private func candidates(_ path: String) -> [String] {
        guard !path.hasPrefix("/"), file != "-" else { return [path] }
        let directory = file.lastIndex(of: "/").map { String(file[...$0]) } ?? ""
        return (directory.isEmpty ? [path] : [path, directory + path]) + [directory + "../" + path]
    }
}
