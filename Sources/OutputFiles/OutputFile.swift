/// A finished file that is not yet on the disk.
public struct OutputFile: Equatable, Sendable {
    /// As the user named it. "-" has no special meaning here; see `OutputFiles.writeToStandardOutput(_:)`.
    public var path: String
    public var bytes: [UInt8]

    public init(path: String, bytes: [UInt8]) {
        self.path = path
        self.bytes = bytes
    }
}
