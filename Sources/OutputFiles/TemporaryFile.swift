import Glibc

/// The new contents of a file, complete on the disk but not yet under its name.
///
/// The file has no name at all (`O_TMPFILE`) until just before the rename. So the kernel removes it when the process
/// ends, however it ends: no signal handler is needed for SIGINT and SIGTERM, and SIGKILL or a crash leave nothing
/// behind either. The exceptions are the microseconds between `linked()` and `rename()`, and file systems that have no
/// unnamed files, where the temporary has a name from the start.
final class TemporaryFile {
    private let target: OutputTarget
    private let bytes: [UInt8]
    private let descriptor: Descriptor
    /// The temporary name, while there is one.
    private var name: String?

    /// `O_TMPFILE`, which the Glibc module does not show without `_GNU_SOURCE`; right for x86-64 and arm64. Can go
    /// when the module shows it.
    private static let unnamedFlag = 0o20_000_000 | O_DIRECTORY

    /// Writes `bytes` to a file in the target's directory and synchronises it.
    ///
    /// - Parameter isNamed: Whether the file has a name from the start. Default: only where it must.
    static func written(
        _ bytes: [UInt8], for target: OutputTarget, isNamed: Bool = false
    ) throws(SystemError) -> TemporaryFile {
        if isNamed { return try TemporaryFile(bytes, for: target, isNamed: true) }
        do throws(SystemError) {
            return try TemporaryFile(bytes, for: target, isNamed: false)
        } catch {
            // A file system or kernel without unnamed files answers with the first two according to open(2), some
            // FUSE file systems with the third.
            guard [EOPNOTSUPP, EISDIR, EINVAL].contains(error.code) else { throw error }
            return try TemporaryFile(bytes, for: target, isNamed: true)
        }
    }

    private init(_ bytes: [UInt8], for target: OutputTarget, isNamed: Bool) throws(SystemError) {
        // What is to replace a private file is private from the start; for a new file the umask or the directory's
        // default access list decides, which only the kernel can do right.
        let mode: mode_t = if case .existing = target.kind { 0o600 } else { 0o666 }
        self.target = target
        self.bytes = bytes
        if isNamed {
            let candidate = TemporaryFile.randomName(in: target.directory)
            descriptor = try Descriptor(opening: candidate, O_CREAT | O_EXCL | O_WRONLY, mode: mode)
            name = candidate
        } else {
            descriptor = try Descriptor(
                opening: target.directory, TemporaryFile.unnamedFlag | O_WRONLY, mode: mode)
        }
        try descriptor.write(bytes)
        if case .existing(let status) = target.kind { try keepPermissions(status) }
        // Not the directory: after a power cut the old or the new figure is there, and either is whole.
        if fdatasync(descriptor.number) == -1, errno != EINVAL, errno != EROFS { throw SystemError.last }
    }

    deinit {
        if let name { unlink(name) }
    }

    /// The file with a temporary name next to the target's: itself, unless it had to be written again.
    func linked() throws(SystemError) -> TemporaryFile {
        guard name == nil else { return self }
        let candidate = TemporaryFile.randomName(in: target.directory)
        if linkat(AT_FDCWD, "/proc/self/fd/\(descriptor.number)", AT_FDCWD, candidate, AT_SYMLINK_FOLLOW) == 0 {
            name = candidate
            return self
        }
        // /proc is not mounted, or this file system links no unnamed files.
        return try TemporaryFile(bytes, for: target, isNamed: true)
    }

    /// Puts the file in the target's place; `linked()` comes first.
    func rename() throws(SystemError) {
        guard let name else { throw SystemError(code: ENOENT) }
        guard Glibc.rename(name, target.path) == 0 else { throw SystemError.last }
        self.name = nil
    }

    /// Gives the file the owner, group and mode of the one it replaces, as far as we may.
    private func keepPermissions(_ old: stat) throws(SystemError) {
        let own = try descriptor.status
        var mode = old.st_mode & 0o7777
        if own.st_uid != old.st_uid || own.st_gid != old.st_gid,
            fchown(descriptor.number, old.st_uid, old.st_gid) == -1
        {
            // Its special bits would now act for another user.
            mode &= 0o777
            if own.st_gid != old.st_gid, fchown(descriptor.number, uid_t.max, old.st_gid) == -1 {
                // And its group bits would admit another group: give that no more than everyone has.
                mode = mode & 0o707 | (mode & 0o007) << 3
            }
        }
        // After the owner, since a change of owner clears the special bits. File systems without modes refuse, and
        // have nothing to keep.
        if fchmod(descriptor.number, mode) == -1, errno != EPERM, errno != EOPNOTSUPP { throw SystemError.last }
    }

    /// 64 random bits: a name that is taken would be an attack, and O_EXCL then makes it an error.
    private static func randomName(in directory: String) -> String {
        directory + "/.lossplot-" + String(UInt64.random(in: .min ... .max), radix: 36)
    }
}
