extension OutputTarget {
    /// The directory of `path` and the name in it; trailing slashes belong to the name's end and are dropped.
    static func split(_ path: String) -> (directory: String, name: String) {
        var bytes = Array(path.utf8)[...]
        let slash = UInt8(ascii: "/")
        while bytes.count > 1, bytes.last == slash { bytes.removeLast() }
        guard let last = bytes.lastIndex(of: slash) else { return (".", String(decoding: bytes, as: UTF8.self)) }
        let name = String(decoding: bytes[(last + 1)...], as: UTF8.self)
        var directory = bytes[..<last]
        while directory.last == slash { directory.removeLast() }
        return (directory.isEmpty ? "/" : String(decoding: directory, as: UTF8.self), name)
    }

    /// `path` as it can be pasted into a shell.
    static func shellQuoted(_ path: String) -> String {
        let isPlain = path.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
                || "/._-+,:@%".unicodeScalars.contains(scalar)
        }
        // By bytes: an apostrophe with a combining accent is one Character, but still ends the shell's quotes.
        let parts = path.utf8.split(separator: UInt8(ascii: "'"), omittingEmptySubsequences: false)
        let quoted = isPlain ? path : "'" + parts.map { String(Substring($0)) }.joined(separator: #"'\''"#) + "'"
        return path.utf8.first == UInt8(ascii: "-") ? "-- " + quoted : quoted
    }
}
