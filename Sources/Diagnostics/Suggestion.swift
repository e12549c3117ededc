/// The nearest of some valid names to a misspelt one, for "did you mean".
public enum Suggestion {
    /// The candidate with the least edit distance to `name`, if it is near enough to be meant: at most a third of the
    /// longer name's length, or one slip of two letters, compared without regard to case. Of equals the one whose case
    /// is nearer wins, then the earlier.
    ///
    /// - Complexity: O(candidates · length²); names longer than 64 characters get no suggestion.
    public static func nearest(to name: String, among candidates: some Sequence<String>) -> String? {
        guard name.unicodeScalars.count <= 64 else { return nil }
        let typed = Array(name.unicodeScalars)
        let wanted = Array(name.lowercased().unicodeScalars)
        var best: (distance: (Int, Int), name: String)?
        for candidate in candidates {
            let scalars = Array(candidate.lowercased().unicodeScalars)
            let distance = editDistance(wanted, scalars)
            let longer = max(wanted.count, scalars.count)
            // A single letter that differs has nothing in common with the name.
            guard distance <= max(1, longer / 3), distance == 0 || distance < longer else { continue }
            let ranked = (distance, editDistance(typed, Array(candidate.unicodeScalars)))
            if let best, best.distance <= ranked { continue }
            best = (ranked, candidate)
        }
        return best?.name
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
