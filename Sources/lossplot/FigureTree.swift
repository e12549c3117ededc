import Diagnostics
import FigureComparison
import Glibc
import LossPlots
import OutputFiles

/// Figures in directories and their subdirectories.
enum FigureTree {
    static func isDirectory(_ path: String) -> Bool {
        var status = stat()
        return path != "-" && stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// A path that at least one of two trees has.
    struct Pair: Sendable {
        /// Within the trees.
        var path: String
        /// Nil where it is not there.
        var old: String?
        var new: String?

        /// - Parameter isReported: whether a page is to show it.
        func compared(_ comparer: FigureComparer, isReported: Bool) throws -> FigureFinding {
            guard let old, let new else {
                let what = old == nil ? "added" : "lost"
                let difference = FigureDifference(
                    result: .different, changes: [FigureChange(.file, path, "the figure \(path) \(what)")])
                guard isReported else { return FigureFinding(path: path, difference: difference) }
                return FigureFinding(
                    path: path, difference: difference, old: try old.map { try FigureFile($0).bytes },
                    new: try new.map { try FigureFile($0).bytes })
            }
            let files = (try FigureFile(old), try FigureFile(new))
            let found = try comparer.difference(from: files.0.compared, to: files.1.compared)
            // What nobody is going to see is not kept: trees are large.
            guard isReported, found.difference.result != .same else {
                return FigureFinding(path: path, difference: found.difference)
            }
            return FigureFinding(
                path: path, difference: found.difference, old: files.0.bytes, new: files.1.bytes,
                changes: try found.image?.encoded().bytes)
        }
    }

    /// In the order of their paths.
    ///
    /// - Throws: `Diagnostic` for a directory that cannot be read, and where no path is in both.
    static func pairs(_ old: String, _ new: String) throws -> [Pair] {
        let (before, after) = (try figures(in: old), try figures(in: new))
        guard !before.isEmpty || !after.isEmpty else {
            throw Diagnostic(
                "there is no figure in '\(old)' nor in '\(new)'", hint: "name directories with .png, .svg or .pdf files"
            )
        }
        // In bytes: composed and decomposed letters are one to String, and two to the disk.
        func byName(_ paths: [String]) -> [[UInt8]: String] {
            Dictionary(paths.map { (Array($0.utf8), $0) }) { first, _ in first }
        }
        let (olds, news) = (byName(before), byName(after))
        guard olds.keys.contains(where: { news[$0] != nil }) else {
            throw Diagnostic(
                "no figure in '\(old)' has the path of one in '\(new)': nothing can be compared",
                hint: "for example '\((before + after)[0])' is in one of them only")
        }
        return olds.merging(news) { path, _ in path }.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map {
            name, path in
            Pair(
                path: path, old: olds[name].map { "\(old)/\($0)" }, new: news[name].map { "\(new)/\($0)" })
        }
    }

    /// The names of the figures in a directory, not in those within it.
    ///
    /// - Throws: `Diagnostic` for a directory that cannot be read.
    static func figures(directlyIn directory: String) throws -> [String] {
        try figures(in: directory, depth: depthLimit)
    }

    /// Directories within directories, far more than anybody has.
    private static let depthLimit = 32

    private static func figures(in root: String, _ directory: String = "", depth: Int = 0) throws -> [String] {
        let place = directory.isEmpty ? root : "\(root)/\(directory)"
        var found: [String] = []
        for name in try DirectoryListing.names(in: place) {
            let path = directory.isEmpty ? name : "\(directory)/\(name)"
            switch kind(of: "\(root)/\(path)") {
            case .directory:
                if depth < depthLimit { found += try figures(in: root, path, depth: depth + 1) }
            case .file: if FileFormat(endingOf: name) != nil { found.append(path) }
            case .other: break
            }
        }
        return found
    }

    private enum Kind {
        case directory
        /// What reading gives the contents of, or an error that names it: a link that leads nowhere, too.
        case file
        /// A pipe or a device, for which reading waits, and a link to a directory, which may lead in circles.
        case other
    }

    private static func kind(of path: String) -> Kind {
        var status = stat()
        guard lstat(path, &status) == 0 else { return .file }
        if status.st_mode & S_IFMT == S_IFDIR { return .directory }
        guard stat(path, &status) == 0 else { return .file }
        return status.st_mode & S_IFMT == S_IFREG ? .file : .other
    }
}
