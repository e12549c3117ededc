/// The objects of a PDF in the order they stand in, found in one pass over its bytes (ISO 32000-1, 7.3.10).
struct PDFObjects {
    struct Object {
        /// What stands before its stream, or the whole of it.
        var dictionary: ArraySlice<UInt8>
        var stream: ArraySlice<UInt8>?
    }

    private enum Mark {
        static let object = Array(" obj".utf8)
        static let end = Array("endobj".utf8)
        static let streams = [Array("stream\n".utf8), Array("stream\r\n".utf8)]
        static let endOfStream = Array("endstream".utf8)
    }

    private let bytes: [UInt8]
    private var place = 0
    /// Whether an object or a stream begins that ends nowhere.
    private(set) var isCutOff = false

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// - Returns: nil after the last object, and where the file is cut off.
    mutating func next() -> Object? {
        guard skip([Mark.object]) != nil else { return nil }
        let start = place
        // What comes first decides: within a stream anything may stand, "endobj" too.
        guard let (mark, end) = skip(Mark.streams + [Mark.end]) else { return cutOff() }
        guard mark < Mark.streams.count else { return Object(dictionary: bytes[start..<end]) }
        let content = place
        guard let (_, close) = skip([Mark.endOfStream]) else { return cutOff() }
        return Object(dictionary: bytes[start..<end], stream: bytes[content..<close])
    }

    private mutating func cutOff() -> Object? {
        isCutOff = true
        return nil
    }

    /// Goes on behind the mark that comes first.
    ///
    /// - Returns: which one it is, and where it begins; nil where none comes.
    private mutating func skip(_ marks: [[UInt8]]) -> (mark: Int, start: Int)? {
        let initials = marks.compactMap(\.first)
        while place < bytes.count {
            if initials.contains(bytes[place]),
                let mark = marks.firstIndex(where: { bytes[place...].starts(with: $0) })
            {
                defer { place += marks[mark].count }
                return (mark, place)
            }
            place += 1
        }
        return nil
    }
}
