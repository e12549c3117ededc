import Diagnostics

extension DelimitedText {
    /// The field's text without its quotes, blanks kept, `""` read as `"`.
    ///
    /// - Complexity: O(bytes of the field).
    public func text(of field: Field) -> String {
        guard field.hasEscapes else { return String(decoding: bytes[field.content], as: UTF8.self) }
        var unescaped: [UInt8] = []
        var position = field.content.lowerBound
        while position < field.content.upperBound {
            unescaped.append(bytes[position])
            position += bytes[position] == Byte.quote ? 2 : 1
        }
        return String(decoding: unescaped, as: UTF8.self)
    }

    /// The content of the field without the spaces and tabs at its ends, as a range of the bytes.
    package func trimmed(_ field: Field) -> Range<Int> {
        var (start, end) = (field.content.lowerBound, field.content.upperBound)
        while start < end, Byte.isBlank(bytes[start]) { start += 1 }
        while start < end, Byte.isBlank(bytes[end - 1]) { end -= 1 }
        return start..<end
    }

    /// The line and column, each counted from 1, of the field's first character or opening quote.
    ///
    /// - Complexity: O(bytes of the line before the field); computed only on demand, because most fields are right.
    public func place(of field: Field) -> Diagnostic.Place {
        let start = field.content.lowerBound - (field.isQuoted ? 1 : 0)
        return DelimitedText.place(at: start, line: field.line, lineStart: field.lineStart, in: bytes, file: file)
    }

    /// The place of the byte at `offset` in the line that begins at `lineStart`; the bytes between must be UTF-8.
    static func place(
        at offset: Int, line: Int, lineStart: Int, in bytes: [UInt8], file: String
    ) -> Diagnostic.Place {
        let before = String(decoding: bytes[lineStart..<offset], as: UTF8.self)
        return Diagnostic.Place(file: file, line: line, column: before.count + 1)
    }

    /// `text` as a field that is read back as it is, whatever the delimiter: in double quotes where it needs them.
    ///
    /// Blanks at the ends of a column's name are dropped on reading, quoted or not.
    package static func field(_ text: String) -> String {
        // In scalars: CR LF is one character, and so is a quote with an accent on it.
        let isPlain = text.unicodeScalars.allSatisfy { scalar in
            // A byte order mark at the beginning of a file would be taken for one.
            !"\t;,\"\n\r\u{FEFF}".unicodeScalars.contains(scalar)
        }
        if isPlain { return text }
        let doubled = text.unicodeScalars.flatMap { $0 == "\"" ? [$0, $0] : [$0] }
        return "\"" + String(String.UnicodeScalarView(doubled)) + "\""
    }

    /// `text` in double quotes for a message, at most 40 characters of it.
    package static func quoted(_ text: String) -> String {
        // Counted in scalars: one grapheme cluster can be as long as a field.
        let scalars = text.unicodeScalars
        guard let end = scalars.index(scalars.startIndex, offsetBy: 40, limitedBy: scalars.endIndex),
            end < scalars.endIndex
        else { return "'\(text)'" }
        return "'\(String(scalars[..<end]))…'"
    }

    func tooLong(_ field: Field) -> Diagnostic {
        Diagnostic(
            "the field that opens here has \(field.content.count) bytes, the limit is \(DelimitedText.fieldLimit)",
            at: place(of: field),
            hint: field.isQuoted ? "look for a missing closing \"" : "look for missing line ends or delimiters")
    }

    /// The error for a row whose number of fields is not `expected`, at the first field too many or at the last one.
    func ragged(expected: Int) -> Diagnostic {
        let found = fields.count
        let culprit = fields[found > expected ? expected : found - 1]
        return Diagnostic(
            "this row has \(found) \(found == 1 ? "field" : "fields"), the header has \(expected)",
            at: place(of: culprit),
            hint: found > expected
                ? "put a field that contains a \(delimiter) in double quotes"
                : "keep the \(delimiter) before and after an empty field")
    }
}
