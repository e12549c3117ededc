/// What was computed for a figure and holds in every language and theme: kept while its variants are drawn, one after the
/// other on one thread, since proofs, traced lines and surfaces cost more than words and colours.
///
/// Everything is found by what it was computed from, compared as a value; a memory that serves an unrelated figure finds
/// nothing and does no harm.
public final class VariantMemory {
    private var entries: [(key: Any, value: Any)] = []

    public init() {}

    /// The value computed before from an equal key, else a new one.
    ///
    /// - Parameter key: all that the value depends on, of a type that serves this purpose alone.
    /// - Complexity: O(entries), of which a figure has some tens.
    public func value<Key: Equatable, Value>(for key: Key, _ compute: () throws -> Value) rethrows -> Value {
        for entry in entries {
            if let known = entry.key as? Key, known == key, let value = entry.value as? Value { return value }
        }
        let value = try compute()
        entries.append((key, value))
        return value
    }
}
