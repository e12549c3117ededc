import Testing

/// A spec in which something is wrong, and where and how that is to be told.
struct MisplacedValue: Sendable, CustomTestStringConvertible {
    var text: String
    var line: Int
    var column: Int
    var error: String
    var testDescription: String { text }

    init(_ text: String, _ line: Int, _ column: Int, _ error: String) {
        (self.text, self.line, self.column, self.error) = (text, line, column, error)
    }
}
