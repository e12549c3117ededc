/// The numbers, names and operators of a PDF's page, one after another (ISO 32000-1, 7.2.2).
///
/// Slices of the bytes, as a hostile page may hold more of them than memory holds strings.
struct PDFTokens: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private var place = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func next() -> ArraySlice<UInt8>? {
        while place < bytes.count, PDFTokens.isSpace(bytes[place]) { place += 1 }
        let start = place
        while place < bytes.count, !PDFTokens.isSpace(bytes[place]) { place += 1 }
        return start < place ? bytes[start..<place] : nil
    }

    /// - Returns: how many there are; nil for more than `limit`.
    func count(upTo limit: Int) -> Int? {
        var (tokens, count) = (self, 0)
        while tokens.next() != nil {
            count += 1
            guard count <= limit else { return nil }
        }
        return count
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || (0x09...0x0D).contains(byte) && byte != 0x0B || byte == 0
    }
}
