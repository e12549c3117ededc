import Diagnostics

/// Reads rows of comma-, tab- or semicolon-separated values from UTF-8 bytes, and remembers where each field stands.
///
/// ```swift
/// var text = try DelimitedText(Array("x,y\n1,\"2\"\n".utf8), file: "data.csv")
/// while try text.readRow() { text.fields.map(text.text) }  // ["x", "y"], then ["1", "2"]
/// ```
///
/// The goals, in this order: no byte is misread silently, every error says where, a million rows take a fraction of a
/// second. So the rules are those of RFC 4180 (https://doi.org/10.17487/RFC4180), with what files in use add to them:
/// - Lines end with LF, CR LF or CR; the last one may lack its end. Lines of nothing but blanks are skipped.
/// - A field that opens with `"` runs to the next lone `"`, across line ends; `""` inside it stands for one `"`.
/// - A `"` later in an unquoted field is an ordinary character, as in `5" pipe`.
/// - A row has as many fields as the first row.
/// - A UTF-8 byte order mark is skipped; UTF-16, NUL bytes and invalid UTF-8 are refused.
public struct DelimitedText: Sendable {
    /// What separates the fields of a row.
    public enum Delimiter: UInt8, CaseIterable, Sendable {
        // Ties in the detection go to the earlier case: a tab hardly ever occurs in a name, a comma often does.
        case tab = 0x09
        case semicolon = 0x3B
        case comma = 0x2C
    }

    /// A field as a range of the bytes; ``DelimitedText/text(of:)`` and ``DelimitedText/place(of:)`` interpret it.
    public struct Field: Equatable, Sendable {
        /// The bytes between the quotes, or between the delimiters where there are no quotes.
        public let content: Range<Int>
        /// The line in which the field opens, counted from 1.
        public let line: Int
        /// Where that line begins.
        let lineStart: Int
        let isQuoted: Bool
        /// Whether `""` occurs in it.
        let hasEscapes: Bool
    }

    /// The longest field, in bytes: 64 KiB.
    public static let fieldLimit = 65_536
    /// The most fields of a row.
    public static let columnLimit = 10_000

    public let file: String
    public private(set) var delimiter: Delimiter
    /// The fields of the row last read, in order; empty before the first row and after the last one.
    public private(set) var fields: [Field] = []

    package let bytes: [UInt8]
    private var position: Int
    private var line = 1
    private var lineStart: Int
    /// The number of fields of the first row, nil before it is read.
    private var width: Int?

    /// Checks the encoding and finds the delimiter.
    ///
    /// - Parameters:
    ///   - bytes: the whole file.
    ///   - file: its name, for errors.
    ///   - delimiter: nil for the one that occurs most often in the first row, outside quotes; a comma if none does.
    /// - Throws: a `Diagnostic` for UTF-16, a NUL byte or invalid UTF-8, with the place.
    /// - Complexity: O(bytes).
    public init(_ bytes: [UInt8], file: String, delimiter: Delimiter? = nil) throws {
        let start = try DelimitedText.checkEncoding(of: bytes, file: file)
        self.bytes = bytes
        self.file = file
        position = start
        lineStart = start
        // Above the header, where no delimiter is known yet, a line of tabs is as blank as one of spaces.
        self.delimiter = .comma
        skipBlankLines()
        self.delimiter = delimiter ?? DelimitedText.mostFrequentDelimiter(in: bytes[position...])
    }

    /// Reads the next row that is not blank into ``fields``; false after the last row.
    ///
    /// - Throws: a `Diagnostic` with the place of a quote left open, of text after a closing quote, of a field or row
    ///   that is too long, or of a row with another number of fields than the first row.
    /// - Complexity: O(bytes of the row).
    public mutating func readRow() throws -> Bool {
        fields.removeAll(keepingCapacity: true)
        skipBlankLines()
        guard position < bytes.count else { return false }
        while true {
            let field =
                position < bytes.count && bytes[position] == Byte.quote ? try readQuotedField() : readPlainField()
            guard field.content.count <= DelimitedText.fieldLimit else { throw tooLong(field) }
            guard fields.count < DelimitedText.columnLimit else {
                throw Diagnostic(
                    "the row has more than \(DelimitedText.columnLimit) fields", at: place(of: field),
                    hint: "keep only the columns that are needed")
            }
            fields.append(field)
            guard position < bytes.count else { break }
            guard bytes[position] == delimiter.rawValue else {
                endLine()
                break
            }
            position += 1
        }
        let expected = width ?? fields.count
        guard fields.count == expected else { throw ragged(expected: expected) }
        width = expected
        return true
    }

    /// Moves behind the lines that hold only spaces, or tabs where tabs do not delimit.
    private mutating func skipBlankLines() {
        while true {
            var next = position
            while next < bytes.count, Byte.isBlank(bytes[next]), bytes[next] != delimiter.rawValue { next += 1 }
            guard next == bytes.count || Byte.isLineEnd(bytes[next]) else { return }
            position = next
            guard next < bytes.count else { return }
            endLine()
        }
    }

    private mutating func readPlainField() -> Field {
        let start = position
        let delimiter = delimiter.rawValue
        var end = start
        while end < bytes.count, bytes[end] != delimiter, !Byte.isLineEnd(bytes[end]) { end += 1 }
        position = end
        return Field(content: start..<end, line: line, lineStart: lineStart, isQuoted: false, hasEscapes: false)
    }

    private mutating func readQuotedField() throws -> Field {
        let start = position + 1
        let (openingLine, openingLineStart) = (line, lineStart)
        var hasEscapes = false
        position = start
        while position < bytes.count {
            let byte = bytes[position]
            if byte == Byte.quote {
                guard position + 1 < bytes.count, bytes[position + 1] == Byte.quote else { break }
                hasEscapes = true
                position += 2
            } else if Byte.isLineEnd(byte) {
                endLine()
            } else {
                position += 1
            }
        }
        let field = Field(
            content: start..<position, line: openingLine, lineStart: openingLineStart, isQuoted: true,
            hasEscapes: hasEscapes)
        guard position < bytes.count else {
            throw Diagnostic(
                "the quote that opens here is never closed", at: place(of: field),
                hint: "add the closing \" of the field")
        }
        position += 1
        if position < bytes.count, bytes[position] != delimiter.rawValue, !Byte.isLineEnd(bytes[position]) {
            throw Diagnostic(
                "there is text after the closing quote of the field that opens in line \(openingLine)",
                at: DelimitedText.place(at: position, line: line, lineStart: lineStart, in: bytes, file: file),
                hint: "double every \" inside a quoted field")
        }
        return field
    }

    /// Moves behind the line end at `position`.
    private mutating func endLine() {
        position = DelimitedText.afterLineEnd(at: position, in: bytes)
        line += 1
        lineStart = position
    }
}
