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
        let data = DataComparison(old: old.data, new: new.data).changes()
        return data
            + keys.flatMap { key -> [FigureChange] in
                let (a, b) = (before.first { $0.key == key }?.value, after.first { $0.key == key }?.value)
                if a == b || !isOneKind && key != "kind" && (a == nil || b == nil) { return [] }
                return PlanComparison.changes(of: key, from: a, to: b)
            }.sorted { PlanComparison.rank($0.kind) < PlanComparison.rank($1.kind) }
    }

    /// What a reader wants to know first.
    private static func rank(_ kind: FigureChange.Kind) -> Int {
        [.kind, .subject, .window, .levels, .marks, .text].firstIndex(of: kind) ?? 6
    }

    private typealias Value = PlanEntry.Value

    private static func changes(of key: String, from old: Value?, to new: Value?) -> [FigureChange] {
        switch key {
        case "kind": return [change(.kind, "figure", "kind of figure", old ?? .text("curves"), new ?? .text("curves"))]
        case "version": return []
        case "losses": return members(.subject, "loss", old, new)
        case "formulas": return members(.subject, "formula", old, new)
        case "levels": return members(.levels, "level", old, new)
        case "marks": return members(.marks, "mark", old, new)
        case "link": return [change(.subject, "link", "link", old, new)]
        case "theta", "x": return [change(.window, "horizontal window", "horizontal window", old, new)]
        case "y": return [change(.window, "vertical window", "vertical window", old, new)]
        case "yRange": return [change(.window, "y axis", "range of the y axis", old, new)]
        case "derivatives": return members(.option, "derivative", old, new)
        default: break
        }
        let name = key.split(separator: ".").last.map(String.init) ?? key
        switch name {
        case "title", "subtitle", "caption": return [text(name, old, new)]
        case "xLabel": return [text("label of the x axis", old, new)]
        case "yLabel": return [text("label of the y axis", old, new)]
        case "alternative": return [text("alternative text", old, new)]
        case "theme": return [change(.theme, "theme", "theme", old, new)]
        case "language": return [change(.option, "language", "language", old, new)]
        case "scale": return [change(.size, "image", "pixels a point", old, new)]
        case "figure": return [size("figure", old, new)]
        case "plotArea": return [size("plotting area", old, new)]
        default: return [change(.option, key, "'\(key)'", old, new)]
        }
    }

    private static func change(
        _ kind: FigureChange.Kind, _ location: String, _ noun: String, _ old: Value?, _ new: Value?
    ) -> FigureChange {
        FigureChange(kind, location, "\(noun) changed from \(shown(old)) to \(shown(new))")
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
    private static func members(
        _ kind: FigureChange.Kind, _ noun: String, _ old: Value?, _ new: Value?
    ) -> [FigureChange] {
        let (a, b) = (list(old), list(new))
        let (lost, added) = (a.filter { !b.contains($0) }, b.filter { !a.contains($0) })
        if lost.isEmpty, added.isEmpty {
            return [
                FigureChange(
                    kind, Words.plural(noun),
                    "order of the \(Words.plural(noun)) changed from \(a.joined(separator: ", ")) to \(b.joined(separator: ", "))"
                )
            ]
        }
        if lost.count == 1, added.count == 1 {
            return [FigureChange(kind, Words.plural(noun), "\(noun) changed from \(lost[0]) to \(added[0])")]
        }
        func change(_ names: [String], _ verb: String) -> [FigureChange] {
            if names.isEmpty { return [] }
            let plural = names.count == 1 ? noun : Words.plural(noun)
            return [
                FigureChange(
                    kind, Words.plural(noun), "\(plural) \(names.joined(separator: ", ")) \(verb)",
                    size: Double(names.count),
                    unit: plural)
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
