import Diagnostics
import Glibc

extension OutputTarget {
    /// Asks the kernel whether the target may be replaced or written.
    ///
    /// A file we may not write is refused although its directory would let us rename another over it: its mode says
    /// that it is to be kept. The answer is the kernel's and not the mode bits', so root, whom those bits do not bind,
    /// may write everywhere, as with `cp`.
    ///
    /// - Throws: A `Diagnostic` with the reason.
    func checkWritable() throws(Diagnostic) {
        switch kind {
        // Opened by someone who could; the name's permissions no longer matter.
        case .open: return
        case .stream: try checkAccess()
        case .new: try checkDirectory()
        case .existing(let status):
            try checkAccess()
            try checkDirectory()
            try checkSticky(status)
        }
    }

    private func checkAccess() throws(Diagnostic) {
        guard faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == -1 else { return }
        let error = SystemError.last
        guard error.code == EACCES else { throw failure(error) }
        throw Diagnostic(
            "cannot write '\(given)': it is not writable",
            hint: "name another file, or allow it: chmod u+w \(OutputTarget.shellQuoted(path))")
    }

    private func checkDirectory() throws(Diagnostic) {
        guard faccessat(AT_FDCWD, directory, W_OK | X_OK, AT_EACCESS) == -1 else { return }
        let error = SystemError.last
        guard error.code == EACCES else { throw failure(error) }
        throw Diagnostic(
            "cannot write '\(given)': the directory '\(directory)' is not writable",
            hint: "name a file in another directory")
    }

    /// In a directory like /tmp only a file's owner may replace it, whatever the file's own mode allows.
    private func checkSticky(_ status: stat) throws(Diagnostic) {
        var folder = stat()
        guard stat(directory, &folder) == 0, folder.st_mode & S_ISVTX != 0 else { return }
        let user = geteuid()
        guard user != 0, user != status.st_uid, user != folder.st_uid else { return }
        throw Diagnostic(
            "cannot write '\(given)': it belongs to another user and '\(directory)' is a sticky directory",
            hint: "name another file")
    }

    /// "cannot write 'loss.png': No space left on device".
    func failure(_ error: SystemError) -> Diagnostic {
        Diagnostic("cannot write '\(given)': \(error.sentence)", hint: error.hint)
    }
}
