import Diagnostics

/// A header line with names, and numbers under it.
extension DelimitedText {
    /// Reads the first row and makes sure that it holds names.
    package mutating func readHeader() throws -> ColumnNames {
        let example = "x" + String(Unicode.Scalar(delimiter.rawValue)) + "y"
        guard try readRow() else {
            throw Diagnostic(
                "the file is empty", at: .init(file: file, line: 1, column: 1),
                hint: "begin it with a header line such as \(example)")
        }
        let numerals = fields.map { DecimalNumeral(bytes, in: trimmed($0)) }
        let holdsNumbers = zip(fields, numerals).allSatisfy { $1 != .malformed || isMissing($0) }
        guard !holdsNumbers || numerals.allSatisfy({ $0 == .malformed }) else {
            throw Diagnostic(
                "the first row holds numbers instead of column names", at: place(of: fields[0]),
                hint: "put a header line such as \(example) above it")
        }
        return ColumnNames(headerOf: self)
    }

    /// The number in a column of the row last read, nil if it is missing.
    ///
    /// - Throws: a `Diagnostic` that names the column and quotes the text if it is not a finite decimal number.
    package func number(in column: Int, of header: ColumnNames) throws -> Double? {
        let field = fields[column]
        switch DecimalNumeral(bytes, in: trimmed(field)) {
        case .value(let value): return value
        case .overflow:
            throw Diagnostic(
                "\(subject(field, column, of: header)) is too large for a double", at: place(of: field),
                hint: "give a magnitude below 1.8e308")
        case .malformed:
            guard !isMissing(field) else { return nil }
            throw Diagnostic(
                "\(subject(field, column, of: header)) is not a decimal number", at: place(of: field),
                hint: hint(for: field))
        }
    }

    /// The error for a missing value in a column of the row last read.
    package func missing(in column: Int, of header: ColumnNames) -> Diagnostic {
        let field = fields[column]
        let fact =
            trimmed(field).isEmpty
            ? "the value in column \(DelimitedText.quoted(header.names[column])) is missing"
            : "\(subject(field, column, of: header)) stands for a missing value"
        return Diagnostic(
            fact, at: place(of: field), hint: "fill it in, or leave such rows out with --skip-missing")
    }

    /// Whether the field is empty or one of the usual words for "no value", in any case.
    package func isMissing(_ field: Field) -> Bool {
        let range = trimmed(field)
        guard range.count <= 4 else { return false }
        return ["", "na", "n/a", "nan", "null", "?", "-"].contains(
            String(decoding: bytes[range], as: UTF8.self).lowercased())
    }

    private func subject(_ field: Field, _ column: Int, of header: ColumnNames) -> String {
        let name = DelimitedText.quoted(header.names[column])
        return "\(DelimitedText.quoted(trimmedText(of: field))) in column \(name)"
    }

    /// The way out for text that is not a decimal number, after the likeliest cause.
    private func hint(for field: Field) -> String {
        let text = trimmedText(of: field)
        if text.unicodeScalars.contains("\u{2212}") { return "write the minus sign as the ASCII character '-'" }
        let digitsAndMarks = text.unicodeScalars.allSatisfy { "+-0123456789.,eE".unicodeScalars.contains($0) }
        if digitsAndMarks, text.contains(",") {
            return "write it with a decimal point and without thousands separators, as 1234.5"
        }
        return "give a finite decimal number such as -1.5 or 2e-3"
    }

    private func trimmedText(of field: Field) -> String {
        // An escaped quote is never a blank, so the blanks at the ends can go first.
        text(
            of: Field(
                content: trimmed(field), line: field.line, lineStart: field.lineStart, isQuoted: field.isQuoted,
                hasEscapes: field.hasEscapes))
    }
}
