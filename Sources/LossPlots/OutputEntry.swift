/// A written file in what `--json` prints.
struct OutputEntry: Encodable {
    var path: String
    var format: String
    var bytes: Int
    var sha256: String

    init(_ file: RenderedFile) {
        path = file.path
        format = file.format.rawValue
        bytes = file.bytes.count
        sha256 = Checksum.sha256(file.bytes)
    }
}
