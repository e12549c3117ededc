import Glibc

/// An open file descriptor, closed at the end of its life.
///
/// The result of `close` is not looked at: files are synchronised before, and streams have nothing left to report.
struct Descriptor: ~Copyable {
    let number: Int32

    deinit { close(number) }

    /// Takes over a descriptor that is already open.
    init(owning number: Int32) {
        self.number = number
    }

    /// `open(2)`, not inherited by child processes and never becoming the controlling terminal.
    init(opening path: String, _ flags: Int32, mode: mode_t = 0) throws(SystemError) {
        var result: Int32
        // A FIFO waits here for its other end, so that a signal can interrupt.
        repeat { result = open(path, flags | O_CLOEXEC | O_NOCTTY, mode) } while result == -1 && errno == EINTR
        guard result >= 0 else { throw SystemError.last }
        number = result
    }

    var status: stat {
        get throws(SystemError) {
            var status = stat()
            guard fstat(number, &status) == 0 else { throw SystemError.last }
            return status
        }
    }

    func write(_ bytes: [UInt8]) throws(SystemError) {
        try Descriptor.write(bytes, to: number)
    }

    /// Writes all `bytes`, however many calls that takes: signals, short writes and nonblocking descriptors included.
    static func write(_ bytes: [UInt8], to number: Int32) throws(SystemError) {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                Glibc.write(number, buffer.baseAddress.map { $0 + written }, buffer.count - written)
            }
            if count > 0 {
                written += count
            } else if count == 0 {
                // No device of Linux does so for a nonempty request; without this line one that did would hang us.
                throw SystemError(code: EIO)
            } else if errno == EAGAIN {
                try wait(for: POLLOUT, on: number)
            } else if errno != EINTR {
                throw SystemError.last
            }
        }
    }

    /// At most `buffer.count` bytes; 0 at the end of the file.
    static func read(into buffer: inout [UInt8], from number: Int32) throws(SystemError) -> Int {
        while true {
            let count = buffer.withUnsafeMutableBytes { Glibc.read(number, $0.baseAddress, $0.count) }
            if count >= 0 { return count }
            if errno == EAGAIN {
                try wait(for: POLLIN, on: number)
            } else if errno != EINTR {
                throw SystemError.last
            }
        }
    }

    /// Waits until a nonblocking descriptor is ready or broken; the next call then says which.
    ///
    /// Standard output is nonblocking when another process with the same terminal or pipe has made it so.
    private static func wait(for event: Int32, on number: Int32) throws(SystemError) {
        var request = pollfd(fd: number, events: Int16(event), revents: 0)
        while poll(&request, 1, -1) == -1 {
            guard errno == EINTR else { throw SystemError.last }
        }
    }
}
