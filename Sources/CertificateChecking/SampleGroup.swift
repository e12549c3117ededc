import Calculus

/// Samples with one label whose inputs are close together, as if each could be anywhere among them.
struct SampleGroup {
    /// Holds every input.
    var x: Interval
    var y: Double
    var count: Int

    /// Of each label 2,048 cells of one width at most, and fewer for few samples.
    ///
    /// - Returns: nil for more than eight labels.
    static func groups(x: [Double], y: [Double]) -> [SampleGroup]? {
        var labels: [Double] = []
        for label in y where !labels.contains(label) {
            labels.append(label)
            if labels.count > 8 { return nil }
        }
        guard let low = x.min(), let high = x.max(), (high - low).isFinite, high > low else { return nil }
        let cells = min(2048, max(1, x.count / 8))
        var groups: [SampleGroup?] = Array(repeating: nil, count: cells * labels.count)
        for (x, y) in zip(x, y) {
            // Which cell it is matters for the width alone.
            let cell = min(cells - 1, Int((x - low) / (high - low) * Double(cells)))
            let index = (labels.firstIndex(of: y) ?? 0) * cells + cell
            if let group = groups[index] {
                groups[index] = SampleGroup(x: group.x.hull(Interval(x)), y: y, count: group.count + 1)
            } else {
                groups[index] = SampleGroup(x: Interval(x), y: y, count: 1)
            }
        }
        return groups.compactMap { $0 }
    }
}
