import Diagnostics
import Typography

/// Labels of plans as rich text.
enum LabelText {
    /// Nil for an empty source.
    ///
    /// - Parameters:
    ///   - what: names the label in an error.
    ///   - setting: what it was set by.
    /// - Throws: `Diagnostic` when it cannot be set.
    static func parsed(_ source: String, _ what: String, about setting: Setting) throws -> RichText? {
        do {
            return source.isEmpty ? nil : try RichText(source)
        } catch let error as Diagnostic {
            throw Diagnostic("\(what): \(error.message)", about: setting, hint: error.hint)
        }
    }
}
