internal import CSpng
import Diagnostics

/// Text entries laid out for libspng, which takes pointers to NUL-terminated strings and copies none of them.
struct TextChunks {
    struct Entry {
        /// NUL-terminated Latin-1.
        var keyword: [UInt8]
        /// Where the text begins in ``characters``.
        var offset: Int
        /// Bytes of UTF-8.
        var count: Int
    }

    private(set) var entries: [Entry] = []
    /// An empty string, for language tags and translated keywords, then the texts, a NUL after each.
    private(set) var characters: [CChar] = [0]

    /// - Throws: a ``Diagnostic`` for a keyword that is too long or not Latin-1, or a NUL in a text. libspng checks
    ///   the rest.
    init(_ texts: [(keyword: String, text: String)]) throws {
        for (keyword, text) in texts where !text.isEmpty {
            let latin = keyword.unicodeScalars.compactMap { UInt8(exactly: $0.value) }
            guard latin.count == keyword.unicodeScalars.count, (1...79).contains(latin.count), !latin.contains(0) else {
                throw Diagnostic(
                    "cannot encode the PNG: the text keyword “\(keyword)” is not allowed",
                    hint: "use 1 to 79 Latin-1 characters")
            }
            guard !text.utf8.contains(0) else {
                throw Diagnostic("cannot encode the PNG: the text “\(keyword)” contains a NUL character")
            }
            entries.append(Entry(keyword: latin + [0], offset: characters.count, count: text.utf8.count))
            characters += text.utf8.map { CChar(bitPattern: $0) } + [0]
        }
    }
}

extension SpngContext {
    /// Sets the texts, which must be those the context was made with, and the resolution.
    borrowing func write(_ texts: TextChunks, pixelsPerMetre: Int?) throws {
        if let pixelsPerMetre {
            guard let resolution = UInt32(exactly: pixelsPerMetre), resolution <= Int32.max else {
                throw Diagnostic("cannot encode the PNG: \(pixelsPerMetre) pixels per metre are out of range")
            }
            var physical = spng_phys(ppu_x: resolution, ppu_y: resolution, unit_specifier: 1)
            try call { spng_set_phys($0, &physical) }
        }
        if texts.entries.isEmpty { return }
        var chunks = texts.entries.map { entry in
            var chunk = spng_text()
            withUnsafeMutableBytes(of: &chunk.keyword) { $0.copyBytes(from: entry.keyword) }
            chunk.type = Int32(SPNG_ITXT.rawValue)
            chunk.text = text(at: entry.offset)
            chunk.length = entry.count
            chunk.compression_flag = entry.count > EncodedPNG.uncompressedTextBytes ? 1 : 0
            chunk.language_tag = text(at: 0)
            chunk.translated_keyword = text(at: 0)
            return chunk
        }
        try call { spng_set_text($0, &chunks, UInt32(chunks.count)) }
    }
}
