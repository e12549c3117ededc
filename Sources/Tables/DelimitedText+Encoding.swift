import Diagnostics

/// The bytes that have a meaning in delimited text, all ASCII, hence never part of another character in UTF-8.
enum Byte {
    static let quote: UInt8 = 0x22
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D

    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
    static func isLineEnd(_ byte: UInt8) -> Bool { byte == lineFeed || byte == carriageReturn }
}

extension DelimitedText {
    /// Where the text begins, behind a UTF-8 byte order mark if there is one.
    ///
    /// - Throws: a `Diagnostic` for UTF-16, a NUL byte or invalid UTF-8, with the place of the first such byte.
    /// - Complexity: O(bytes).
    static func checkEncoding(of bytes: [UInt8], file: String) throws -> Int {
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw Diagnostic(
                "the file is UTF-16 text", at: .init(file: file, line: 1, column: 1), hint: "save it as UTF-8")
        }
        let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        var offset = start
        while offset < bytes.count {
            let byte = bytes[offset]
            if byte == 0 {
                throw Diagnostic(
                    "the file contains a NUL byte", at: place(at: offset, from: start, in: bytes, file: file),
                    hint: "give a text file, saved as UTF-8")
            } else if byte < 0x80 {
                offset += 1
            } else if let length = scalarLength(in: bytes[offset..<min(offset + 4, bytes.count)]) {
                offset += length
            } else {
                throw Diagnostic(
                    "the byte 0x\(String(byte, radix: 16, uppercase: true)) is not UTF-8",
                    at: place(at: offset, from: start, in: bytes, file: file), hint: "save the file as UTF-8")
            }
        }
        return start
    }

    /// The number of bytes of the scalar at the start of the slice, nil if it is not UTF-8.
    private static func scalarLength(in slice: ArraySlice<UInt8>) -> Int? {
        var iterator = slice.makeIterator()
        var parser = Unicode.UTF8.ForwardParser()
        guard case .valid(let scalar) = parser.parseScalar(from: &iterator) else { return nil }
        return scalar.count
    }

    /// The place of the byte at `offset`, with the lines counted from `start`.
    private static func place(at offset: Int, from start: Int, in bytes: [UInt8], file: String) -> Diagnostic.Place {
        var (line, lineStart, position) = (1, start, start)
        while position < offset {
            if Byte.isLineEnd(bytes[position]) {
                position = afterLineEnd(at: position, in: bytes)
                line += 1
                lineStart = position
            } else {
                position += 1
            }
        }
        return place(at: offset, line: line, lineStart: lineStart, in: bytes, file: file)
    }

    /// The offset behind the line end at `offset`: CR LF is one.
    static func afterLineEnd(at offset: Int, in bytes: [UInt8]) -> Int {
        let isPair =
            bytes[offset] == Byte.carriageReturn && offset + 1 < bytes.count && bytes[offset + 1] == Byte.lineFeed
        return offset + (isPair ? 2 : 1)
    }

    /// The delimiter that occurs most often, outside quotes, in the line that `text` begins with; a comma if none does.
    ///
    /// - Complexity: O(bytes up to the end of that line).
    static func mostFrequentDelimiter(in text: ArraySlice<UInt8>) -> Delimiter {
        var counts = [Int](repeating: 0, count: 256)
        var isQuoted = false
        var isFieldStart = true
        for byte in text {
            if byte == Byte.quote, isQuoted || isFieldStart {
                // An escaped quote closes and opens again, which leaves the state as it was.
                isQuoted.toggle()
                isFieldStart = !isQuoted
            } else if !isQuoted {
                if Byte.isLineEnd(byte) { break }
                counts[Int(byte)] += 1
                isFieldStart = Delimiter(rawValue: byte) != nil
            }
        }
        let found = Delimiter.allCases.filter { counts[Int($0.rawValue)] > 0 }
        let most = found.map { counts[Int($0.rawValue)] }.max()
        return found.first { counts[Int($0.rawValue)] == most } ?? .comma
    }
}
