/// Arcs that share their ends, joined to lines as long as can be.
struct LineStitching {
    typealias Arc = (start: Int, end: Int, inner: [(x: Double, y: Double)])

    /// Where arcs end.
    let crossings: [(x: Double, y: Double)]
    let arcs: [Arc]

    /// Open lines first, then closed ones, each in the order of its first arc; a crossing ends two arcs at most.
    ///
    /// - Complexity: O(points).
    var lines: [[(x: Double, y: Double)]] {
        var arcsAt = Array(repeating: [Int](), count: crossings.count)
        for (k, arc) in arcs.enumerated() {
            arcsAt[arc.start].append(k)
            arcsAt[arc.end].append(k)
        }
        var isUsed = Array(repeating: false, count: arcs.count)

        func line(from first: Int, startingAt end: Int) -> [(x: Double, y: Double)] {
            var points = [crossings[end]]
            var (arc, here) = (first, end)
            while true {
                isUsed[arc] = true
                let isForward = arcs[arc].start == here
                points += isForward ? arcs[arc].inner : arcs[arc].inner.reversed()
                here = isForward ? arcs[arc].end : arcs[arc].start
                points.append(crossings[here])
                guard let next = arcsAt[here].first(where: { !isUsed[$0] }) else { break }
                arc = next
            }
            return points.enumerated().filter { k, point in k == 0 || point != points[k - 1] }.map(\.element)
        }

        var lines: [[(x: Double, y: Double)]] = []
        for (k, arc) in arcs.enumerated() where !isUsed[k] {
            if arcsAt[arc.start].count == 1 {
                lines.append(line(from: k, startingAt: arc.start))
            } else if arcsAt[arc.end].count == 1 {
                lines.append(line(from: k, startingAt: arc.end))
            }
        }
        for (k, arc) in arcs.enumerated() where !isUsed[k] { lines.append(line(from: k, startingAt: arc.start)) }
        return lines
    }
}
