/// What is wrong, where, with which value, and the way out: the one form in which every part of lossplot
/// reports to its user, thrown as an error or returned as a warning.
///
/// ```swift
/// throw Diagnostic("--samples 0 is too few", hint: "give a whole number from 1 to 10000000")
/// ```
///
/// Only the command prints diagnostics and chooses the exit code; libraries throw or return them.
public struct Diagnostic: Error, Equatable, Sendable {
    /// Where in the user's input the fact was found.
    public var place: Place?
    /// What is to be set otherwise, where one setting is.
    public var setting: Setting?
    /// One sentence without a full stop that names the offending value.
    public var message: String
    /// The way out, as an instruction.
    public var hint: String?

    public init(_ message: String, at place: Place? = nil, about setting: Setting? = nil, hint: String? = nil) {
        self.place = place
        self.setting = setting
        self.message = message
        self.hint = hint
    }

    /// A file, and a position in it where there is one.
    public struct Place: Equatable, Sendable {
        public var file: String
        /// Counted from 1.
        public var line: Int?
        /// Counted from 1, in characters.
        public var column: Int?

        public init(file: String, line: Int? = nil, column: Int? = nil) {
            self.file = file
            self.line = line
            self.column = column
        }
    }
}

extension Diagnostic: CustomStringConvertible {
    /// `FILE:LINE:COLUMN: message; hint`, control characters made visible, so that it is always one line.
    public var description: String {
        var text = ""
        if let place {
            text += place.file + ":"
            if let line = place.line { text += "\(line):" }
            if let column = place.column { text += "\(column):" }
            text += " "
        }
        text += message
        if let hint { text += "; " + hint }
        return Diagnostic.visible(text)
    }

    /// `text` with control characters escaped and at most 600 characters: hostile input must not drive the terminal
    /// nor bury the message.
    public static func visible(_ text: String) -> String {
        var result = ""
        for (count, scalar) in text.unicodeScalars.enumerated() {
            if count == 600 { return result + "…" }
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse:
                result += "\\u{" + String(scalar.value, radix: 16) + "}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}
