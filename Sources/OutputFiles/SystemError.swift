import Glibc

/// The `errno` of a failed system call, until the caller that knows the path makes a `Diagnostic` of it.
struct SystemError: Error, Equatable {
    let code: Int32

    /// The value `errno` has now: to be taken before any other call can change it.
    static var last: SystemError { SystemError(code: errno) }

    /// The C library's sentence, "No space left on device".
    ///
    /// In English whatever the user's locale, as the rest of the message is: `strerror` would follow a `setlocale`
    /// made by any library of the process.
    var sentence: String {
        let english = newlocale(1 << LC_MESSAGES, "C", nil)
        guard let english else { return "system error \(code)" }
        defer { freelocale(english) }
        guard let text = strerror_l(code, english) else { return "system error \(code)" }
        return String(cString: text)
    }

    /// The way out, for the failures that have the same one wherever they happen.
    var hint: String? {
        switch code {
        case ENOSPC, EDQUOT: "free some space or write to another disk"
        case EFBIG: "raise the file size limit: ulimit -f unlimited"
        case EACCES, EPERM: "check the permissions or name another file"
        case EROFS: "name a file on another disk"
        default: nil
        }
    }
}
