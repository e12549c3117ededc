import Diagnostics
import Glibc

/// What an output path stands for, once its symbolic links are followed.
struct OutputTarget {
    enum Kind {
        /// Nothing is there yet.
        case new
        /// A regular file, to be replaced.
        case existing(stat)
        /// A character device or a FIFO, to be written to directly.
        case stream
        /// Something one of our descriptors has open, as in `/dev/stdout`: its number, if it is known.
        case open(Int32?)
    }

    /// Equal for two spellings of the same file. In bytes, since `String` takes composed and decomposed letters, which
    /// name different files, for equal.
    enum Identity: Hashable {
        case file(device: dev_t, inode: ino_t)
        case name([UInt8], device: dev_t, directory: ino_t)
    }

    /// As the user spelt it, for messages.
    let given: String
    /// Without a symbolic link as its last component.
    let path: String
    /// The directory part of `path`.
    let directory: String
    let kind: Kind
    /// `nil` for devices: two outputs to `/dev/null` are harmless.
    let identity: Identity?

    /// Follows `given` to what would be written.
    ///
    /// - Throws: A `Diagnostic` if that has no directory, or is something that is never overwritten.
    init(_ given: String) throws(Diagnostic) {
        func failure(_ reason: String, hint: String? = nil) -> Diagnostic {
            Diagnostic("cannot write '\(given)': \(reason)", hint: hint)
        }
        guard !given.isEmpty else { throw failure("the name is empty") }
        // A C string would end there and name another file.
        guard !given.utf8.contains(0) else { throw failure("the name contains a NUL character") }

        var path = given
        // The kernel's own limit for a chain of links; a loop reaches it too.
        for _ in 0...40 {
            let (directory, name) = OutputTarget.split(path)
            var status = stat()
            if lstat(path, &status) == -1 {
                let error = SystemError.last
                var folder = stat()
                if stat(directory, &folder) == -1, errno == ENOENT {
                    throw failure(
                        "No such directory '\(directory)'",
                        hint: "create it first: mkdir -p \(OutputTarget.shellQuoted(directory))")
                }
                if path.utf8.last == UInt8(ascii: "/") {
                    throw failure("a file name cannot end in '/'")
                }
                if error.code == ENOTDIR { throw failure("'\(directory)' is not a directory") }
                guard error.code == ENOENT else { throw failure(error.sentence, hint: error.hint) }
                self.init(
                    given, path, .new, .name(Array(name.utf8), device: folder.st_dev, directory: folder.st_ino))
                return
            }

            let file = Identity.file(device: status.st_dev, inode: status.st_ino)
            switch status.st_mode & S_IFMT {
            case S_IFLNK where OutputTarget.isInProc(status):
                try self.init(given, openFile: path, named: name)
                return
            case S_IFLNK:
                do throws(SystemError) {
                    let destination = try OutputTarget.destination(ofLink: path)
                    path =
                        destination.utf8.first == UInt8(ascii: "/") || directory == "."
                        ? destination : directory + "/" + destination
                } catch {
                    throw failure(error.sentence, hint: error.hint)
                }
            case S_IFREG:
                self.init(given, path, .existing(status), file)
                return
            case S_IFCHR:
                self.init(given, path, .stream, nil)
                return
            case S_IFIFO:
                self.init(given, path, .stream, file)
                return
            case S_IFDIR: throw failure("it is a directory", hint: "give the name of a file in it")
            case S_IFSOCK: throw failure("it is a socket", hint: "name a file")
            // Raw disks: always a mistake, and not one to be taken back.
            default: throw failure("it is a block device", hint: "name a file")
            }
        }
        throw failure(
            SystemError(code: ELOOP).sentence, hint: "see where it leads: ls -l \(OutputTarget.shellQuoted(given))")
    }

    private init(_ given: String, _ path: String, _ kind: Kind, _ identity: Identity?) {
        self.given = given
        self.path = path
        self.directory = OutputTarget.split(path).directory
        self.kind = kind
        self.identity = identity
    }

    /// A link in /proc, such as `/proc/self/fd/1` behind `/dev/stdout`, is not followed by its text: it stands for an
    /// open file, which may have no name, and which whoever opened it expects to receive the bytes.
    private init(_ given: String, openFile path: String, named name: String) throws(Diagnostic) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            throw Diagnostic("cannot write '\(given)': \(SystemError.last.sentence)")
        }
        guard status.st_mode & S_IFMT != S_IFDIR else {
            throw Diagnostic("cannot write '\(given)': it is a directory", hint: "give the name of a file in it")
        }
        var ours = stat()
        var number = Int32(name)
        if let candidate = number {
            let isOurs = fstat(candidate, &ours) == 0 && ours.st_dev == status.st_dev && ours.st_ino == status.st_ino
            if !isOurs { number = nil }
        }
        let isDevice = status.st_mode & S_IFMT == S_IFCHR
        self.init(
            given, path, .open(number), isDevice ? nil : .file(device: status.st_dev, inode: status.st_ino))
    }

    private static func isInProc(_ link: stat) -> Bool {
        var proc = stat()
        return stat("/proc/self/fd", &proc) == 0 && proc.st_dev == link.st_dev
    }

    private static func destination(ofLink path: String) throws(SystemError) -> String {
        var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
        let count = readlink(path, &buffer, buffer.count)
        guard count >= 0 else { throw SystemError.last }
        // A mended name would be another file's.
        guard let text = String(validating: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self) else {
            throw SystemError(code: EILSEQ)
        }
        return text
    }
}
