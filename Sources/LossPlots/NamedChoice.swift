import Diagnostics

/// One of a few names, as a user typed it.
enum NamedChoice {
    /// - Parameters:
    ///   - text: nil for the default.
    ///   - kind: what it is a name of, for the error.
    /// - Throws: `Diagnostic` with the nearest name when it is none of them.
    static func value<Name: RawRepresentable<String> & CaseIterable>(
        _ text: String?, default fallback: Name, kind: String
    ) throws -> Name {
        guard let text else { return fallback }
        if let known = Name(rawValue: text) { return known }
        throw Diagnostic("unknown \(kind) '\(text)'", hint: Suggestion.hint(for: text, of: Name.self))
    }
}
