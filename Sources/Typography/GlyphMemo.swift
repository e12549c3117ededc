import Synchronization

/// What has been made of single glyphs so far, kept as long as the fonts: figures of one set say much the same in the
/// same sizes.
///
/// ```swift
/// let outlines = fonts.memo(of: Outline.self, by: Key.self)
/// let outline = outlines.value(for: key) { Outline(face.outline(of: key.glyph)) }
/// ```
public final class GlyphMemo<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    /// When more are made, all are forgotten.
    private let limit: Int
    private let values = Mutex<[Key: Value]>([:])

    init(limit: Int = 20_000) { self.limit = limit }

    /// - Parameter make: has to make the same of the same key; it may run for one key in several threads at once.
    public func value(for key: Key, made make: () throws -> Value) rethrows -> Value {
        if let known = values.withLock({ $0[key] }) { return known }
        let value = try make()
        values.withLock { values in
            if values.count >= limit { values.removeAll() }
            values[key] = value
        }
        return value
    }
}
