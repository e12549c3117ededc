import Diagnostics
import LossPlots

/// What two plans say otherwise, key by key, in words.
struct PlanComparison {
    let old: any ReadablePlan
    let new: any ReadablePlan

    func changes() throws -> [FigureChange] {
        let (before, after) = (try PlanEntry.entries(of: old), try PlanEntry.entries(of: new))
        let keys = before.map(\.key) + after.map(\.key).filter { key in !before.contains { $0.key == key } }
        // Plans of two kinds have keys of their own, and that they do is said by the kind.
        let isOneKind = type(of: old).kindNames == type(of: new).kindNames
        // What is told as a whole is not told key by key.
        let descent = descentChange()
        let predictions = predictionChanges()
        return DataComparison(old: old.data, new: new.data).changes()
            + (keys.flatMap { key -> [FigureChange] in
                let (a, b) = (before.first { $0.key == key }?.value, after.first { $0.key == key }?.value)
                let isOfKind = !isOneKind || key.hasPrefix("space.")
                if a == b || isOfKind && key != "kind" && (a == nil || b == nil) { return [] }
                if key == "version" || key == "predictions" || descent != nil && key.hasPrefix("descent.") {
                    return []
                }
                return PlanComparison.changes(of: key, from: a, to: b)
            } + predictions + (descent.map { [$0] } ?? [])).sorted {
                PlanComparison.rank($0.kind) < PlanComparison.rank($1.kind)
            }
    }

    /// What a reader wants to know first.
    private static func rank(_ kind: FigureChange.Kind) -> Int {
        [.kind, .subject, .window, .levels, .marks, .text].firstIndex(of: kind) ?? 6
    }

    // MARK: Keys

    private typealias Value = PlanEntry.Value

    private static func changes(of name: String, from old: Value?, to new: Value?) -> [FigureChange] {
        let key = PlanKey(name)
        let changes: [FigureChange]
        switch key.form {
        case .value:
            // A plan of curves does not say that it is one.
            let fallback: Value? = name == "kind" ? .text("curves") : nil
            changes = [
                FigureChange(
                    key.kind, key.location,
                    "\(key.noun) changed from \(shown(old ?? fallback)) to \(shown(new ?? fallback))")
            ]
        case .members: changes = members(key, old, new)
        case .text: changes = [text(key.noun, old, new)]
        case .size: changes = [size(key.noun, old, new)]
        case .choice(let yes, let no):
            func words(_ value: Value?) -> String { value == .other("true") ? yes : no }
            changes = [FigureChange(key.kind, key.location, "\(key.noun): \(words(old)) → \(words(new))")]
        }
        return changes.map { change in
            var change = change
            change.setting = key.setting
            return change
        }
    }

    private static func text(_ noun: String, _ old: Value?, _ new: Value?) -> FigureChange {
        func isEmpty(_ value: Value?) -> Bool { value == nil || value == .text("") }
        let what =
            if isEmpty(old) {
                "\(noun) '\(shown(new))' added"
            } else if isEmpty(new) {
                "\(noun) '\(shown(old))' removed"
            } else {
                "\(noun) changed from '\(shown(old))' to '\(shown(new))'"
            }
        return FigureChange(.text, noun, what)
    }

    private static func size(_ noun: String, _ old: Value?, _ new: Value?) -> FigureChange {
        func words(_ value: Value?) -> String {
            if case .list(let sides)? = value { sides.joined(separator: "×") + " points" } else { "what fits" }
        }
        return FigureChange(.size, noun, "size of the \(noun) changed from \(words(old)) to \(words(new))")
    }

    /// What a list has gained and lost, or the order of it.
    private static func members(_ key: PlanKey, _ old: Value?, _ new: Value?) -> [FigureChange] {
        let (a, b) = (list(old), list(new))
        let (lost, added) = (a.filter { !b.contains($0) }, b.filter { !a.contains($0) })
        let plural = Words.plural(key.noun)
        if lost.isEmpty, added.isEmpty {
            return [
                FigureChange(
                    key.kind, plural,
                    "order of the \(plural) changed from \(a.joined(separator: ", ")) to \(b.joined(separator: ", "))"
                )
            ]
        }
        if lost.count == 1, added.count == 1 {
            return [FigureChange(key.kind, plural, "\(key.noun) changed from \(lost[0]) to \(added[0])")]
        }
        func change(_ names: [String], _ verb: String) -> [FigureChange] {
            if names.isEmpty { return [] }
            let noun = names.count == 1 ? key.noun : plural
            return [
                FigureChange(
                    key.kind, plural, "\(noun) \(names.joined(separator: ", ")) \(verb)", size: Double(names.count),
                    unit: noun)
            ]
        }
        return change(lost, "removed") + change(added, "added")
    }

    private static func list(_ value: Value?) -> [String] {
        switch value {
        case .list(let words)?: words
        case .text(let text)?, .other(let text)?: [text]
        case nil: []
        }
    }

    private static func shown(_ value: Value?) -> String {
        switch value {
        case .list(let words)?: "[\(words.joined(separator: ", "))]"
        case .text(let text)?, .other(let text)?: text
        case nil: "none"
        }
    }
}
