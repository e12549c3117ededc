/// What was computed for a figure and holds in every language and theme: kept while its variants are drawn, one after the
/// other on one thread, since proofs and traced lines cost more than words and colours.
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
    func value<Key: Equatable, Value>(for key: Key, _ compute: () throws -> Value) rethrows -> Value {
        for entry in entries {
            if let known = entry.key as? Key, known == key, let value = entry.value as? Value { return value }
        }
        let value = try compute()
        entries.append((key, value))
        return value
    }
}

/// The parts of a plan that decide what is computed, apart from how it is said and coloured.
struct ComputedParts<Plan: FigurePlan & Equatable>: Equatable {
    private let plan: Plan

    init(_ plan: Plan) {
        var plan = plan.withoutNames
        plan.presentation = Presentation(
            title: "", subtitle: "", xLabel: "", yLabel: "", caption: "", language: .english,
            theme: plan.presentation.theme == .paper ? .paper : .graphpaper, extent: .standard, scale: 1)
        self.plan = plan
    }
}
