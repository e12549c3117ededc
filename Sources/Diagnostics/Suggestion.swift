/// The nearest of some valid names to a misspelt one, for "did you mean".
public enum Suggestion {
    /// The candidate with the least edit distance to `name`, if it is near enough to be meant: at most a third of the
    /// longer name's length, or one slip of two letters, compared without regard to case. Of equals the one wins that
    /// begins with more of the name's letters, then the one whose case is nearer, then the earlier.
    ///
    /// - Complexity: O(candidates · length²); names longer than 64 characters get no suggestion.
    public static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        guard name.unicodeScalars.count <= 64 else { return nil }
        let typed = Array(name.unicodeScalars)
        let wanted = Array(name.lowercased().unicodeScalars)
        var best: (distance: (Int, Int, Int), name: String)?
        for candidate in candidates {
            let scalars = Array(candidate.lowercased().unicodeScalars)
            let distance = editDistance(wanted, scalars)
            let longer = max(wanted.count, scalars.count)
            // A single letter that differs has nothing in common with the name.
            guard distance <= max(1, longer / 3), distance == 0 || distance < longer else { continue }
            let common = zip(wanted, scalars).prefix { $0 == $1 }.count
            let ranked = (distance, -common, editDistance(typed, Array(candidate.unicodeScalars)))
            if let best, best.distance <= ranked { continue }
            best = (ranked, candidate)
        }
        return best?.name
    }

    /// The way out for a text that is none of a kind's names: the nearest, or all of them.
    public static func hint<Name: RawRepresentable<String> & CaseIterable>(for text: String, of _: Name.Type) -> String
    {
        hint(for: text, among: Name.allCases.map(\.rawValue), meaning: (Name.self as? any CalledOtherwise.Type)?.meant)
    }

    /// The same of any names.
    ///
    /// - Parameter meaning: the name that a text means, where that is not simply the nearest. Default: the nearest.
    public static func hint(for text: String, among names: [String], meaning: ((String) -> String?)? = nil) -> String {
        let meant = meaning.map { $0(text) } ?? nearest(to: text, among: names)
        return meant.map { "did you mean '\($0)'?" } ?? "use \(names.joined(separator: ", "))"
    }

    /// Insertions, deletions, substitutions and transpositions of neighbours (optimal string alignment).
    static func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
        var beforePrevious: [Int] = []
        var previous = Array(0...b.count)
        for i in 0..<a.count {
            var row = [i + 1]
            for j in 0..<b.count {
                var cost = min(previous[j] + (a[i] == b[j] ? 0 : 1), previous[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, beforePrevious[j - 1] + 1) }
                row.append(cost)
            }
            (beforePrevious, previous) = (previous, row)
        }
        return previous[b.count]
    }
}

/// Names that the world has others for, as `cn` for `zh`, so that the nearest by its letters is another one.
public protocol CalledOtherwise {
    /// The name that is meant by a text which is none; nil when there is nothing like it.
    static func meant(by text: String) -> String?
}
