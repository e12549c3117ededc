import Glibc

/// Descriptors 0, 1 and 2, made safe for a program that opens files.
public enum StandardStreams {
    /// To be called first in `main`, before any file is opened and any thread started.
    ///
    /// A broken pipe and the file size limit become errors of `write` instead of ending the process. A standard
    /// descriptor that is closed, as by `lossplot >&-`, is occupied, so that no file opened later lands on it and
    /// receives the messages meant for the terminal.
    public static func secure() {
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
        _ = closedAtStart
    }

    /// The standard descriptors that were closed when `secure()` was called; occupied since.
    ///
    /// A lazy constant, so that a second call cannot take the substitutes for the real thing.
    static let closedAtStart = occupy([STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO])

    /// Opens `/dev/null` on those of `numbers` that are closed, and returns these.
    static func occupy(_ numbers: [Int32]) -> Set<Int32> {
        var closed: Set<Int32> = []
        for number in numbers where fcntl(number, F_GETFD) == -1 {
            closed.insert(number)
            // In the useless direction, as gnulib's stdopen.c does: code that knows nothing of this set gets EBADF
            // rather than silence. Inherited by child processes, for the same reason.
            let null = open("/dev/null", number == STDIN_FILENO ? O_WRONLY : O_RDONLY)
            // `open` takes the lowest free number, which is this one unless a thread was started too early.
            if null != -1, null != number {
                dup2(null, number)
                close(null)
            }
        }
        return closed
    }
}
