/// Something that a user can set: by an option of the command, or by a key of a spec.
///
/// A library knows which of its inputs is wrong, and not where that was said: it names the setting, and who has read
/// the input adds the place.
///
/// ```swift
/// throw Diagnostic("the loss mse is named twice", about: Setting(.losses, 1), hint: "name each loss once")
/// ```
public struct Setting: Hashable, Sendable {
    public var name: Name
    /// Of a setting with several values, which of them, from 0.
    public var element: Int?

    public init(_ name: Name, _ element: Int? = nil) {
        self.name = name
        self.element = element
    }

    public enum Name: String, CaseIterable, Sendable {
        /// What is drawn, and of what.
        case kind, losses, formulas, grid, link, data, samples, truth, predictions, classes
        /// How far, and in how much detail.
        case horizontal, vertical, levels, fill, colors, view, resolution, zRange, derivatives, panels
        case marks, descent, step, starts
        case title, subtitle, xLabel, yLabel, zLabel, caption, alternative
        case language, theme, size, scale
    }
}

extension Diagnostic {
    /// Gives an error that names no setting this one.
    public static func about<Value>(
        _ name: Setting.Name, _ element: Int? = nil, _ body: () throws -> Value
    ) throws -> Value {
        do {
            return try body()
        } catch var diagnostic as Diagnostic {
            diagnostic.setting = diagnostic.setting ?? Setting(name, element)
            throw diagnostic
        }
    }
}
