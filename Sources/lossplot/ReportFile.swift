import Diagnostics
import FigureComparison
import Glibc
import OutputFiles

/// The page `index.html` in a directory that the user names for a report.
struct ReportFile {
    private let directory: String

    private var path: String { directory.hasSuffix("/") ? directory + "index.html" : directory + "/index.html" }

    /// Finds out what can be known before anything is compared.
    ///
    /// - Parameter other: a file that is to be written beside the page, with the option that names it.
    /// - Throws: `Diagnostic` if the page is the other file, or if what is there is none of lossplot's reports: a gallery
    ///   or anything else is not replaced.
    init(in directory: String, beside other: (option: String, path: String?)) throws {
        self.directory = directory
        guard !directory.isEmpty, directory != "-" else {
            throw Diagnostic(
                "--report '\(directory)' is no directory", hint: "name the directory that index.html is to be in")
        }
        var status = stat()
        guard stat(directory, &status) == 0 else { return }
        guard status.st_mode & S_IFMT == S_IFDIR else {
            throw Diagnostic("--report '\(directory)' is a file", hint: "name a directory, it need not be there yet")
        }
        try OutputFiles.check([path])
        if let file = other.path, OutputFiles.areOne(path, file) {
            throw Diagnostic(
                "\(other.option) '\(file)' and the page of --report are one file",
                hint: "give one of them another place")
        }
        var old = stat()
        guard stat(path, &old) == 0 else { return }
        // A pipe is no report either, and reading it would wait.
        let isReport =
            try old.st_mode & S_IFMT == S_IFREG
            && InputFile.read(path: path, limit: ReportFile.sizeLimit).starts(with: ReportPage.opening.utf8)
        guard isReport else {
            throw Diagnostic(
                "--report: '\(path)' is no report of lossplot's, and is not replaced", hint: "name another directory")
        }
    }

    /// Whether the report's directory is this one, by whatever name.
    func stands(in other: String) -> Bool {
        FileIdentity(of: directory).map { $0 == FileIdentity(of: other) } ?? false
    }

    /// 2 GiB: a page holds figures by the hundred.
    private static let sizeLimit = 2 << 30

    /// Replaces the page at once; makes the directory and those above it where they are missing.
    func write(_ page: ReportPage) throws {
        for end in directory.indices.dropFirst() where directory[end] == "/" {
            try OutputFiles.createDirectory(String(directory[..<end]))
        }
        try OutputFiles.createDirectory(directory)
        try OutputFiles.write([OutputFile(path: path, bytes: page.html)])
    }

}
