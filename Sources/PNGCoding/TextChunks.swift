import Diagnostics

extension PNGWriter {
    /// Texts with more bytes of UTF-8 than this are written compressed.
    static let uncompressedTextBytes = 512

    /// Writes each text that is not empty as an iTXt chunk.
    ///
    /// - Throws: a ``Diagnostic`` for a keyword or a text that PNG does not allow.
    mutating func appendTexts(_ texts: [(keyword: String, text: String)]) throws {
        for (keyword, text) in texts where !text.isEmpty {
            let latin = try Self.latin(keyword: keyword)
            var utf8 = Array(text.utf8)
            guard !utf8.contains(0) else {
                throw Diagnostic("cannot encode the PNG: the text “\(keyword)” contains a NUL character")
            }
            let isCompressed = utf8.count > Self.uncompressedTextBytes
            if isCompressed { utf8 = try utf8.withUnsafeBytes { try Deflate.compressed($0, level: Deflate.textLevel) } }
            // The keyword's end, whether and how the text is compressed, then no language and no translated keyword.
            try append("iTXt", latin + [0, isCompressed ? 1 : 0, 0, 0, 0] + utf8)
        }
    }

    /// PNG, third edition, section 11.3.3.2: 1 to 79 printable characters of Latin-1 without spaces that one would not
    /// see.
    private static func latin(keyword: String) throws -> [UInt8] {
        let latin = keyword.unicodeScalars.compactMap { UInt8(exactly: $0.value) }
        let space = UInt8(ascii: " ")
        guard latin.count == keyword.unicodeScalars.count, (1...79).contains(latin.count),
            latin.allSatisfy({ (32...126).contains($0) || $0 >= 161 }), latin.first != space, latin.last != space,
            !zip(latin, latin.dropFirst()).contains(where: { $0 == space && $1 == space })
        else {
            throw Diagnostic(
                "cannot encode the PNG: the text keyword “\(keyword)” is not allowed",
                hint: "use 1 to 79 printable Latin-1 characters without leading, trailing or double spaces")
        }
        return latin
    }
}
