/// Arcs that share their ends, joined to lines as long as can be.
struct LineStitching {
    typealias Arc = (start: Int, end: Int, inner: [(x: Double, y: Double)])

    /// Where arcs end.
    let crossings: [(x: Double, y: Double)]
    let arcs: [Arc]

    /// Open lines first, then closed ones, each in the order of its first arc; where more than two arcs end, any two of
    /// them are joined.
    ///
    /// - Complexity: O(points).
    var lines: [[(x: Double, y: Double)]] {
        chains.map { chain in
            let points = [crossings[chain.start]] + chain.inner + [crossings[chain.end]]
            return points.enumerated().filter { k, point in k == 0 || point != points[k - 1] }.map(\.element)
        }
    }

    /// The lines as arcs between their ends.
    var chains: [Arc] {
        var arcsAt = Array(repeating: [Int](), count: crossings.count)
        for (k, arc) in arcs.enumerated() {
            arcsAt[arc.start].append(k)
            arcsAt[arc.end].append(k)
        }
        var isUsed = Array(repeating: false, count: arcs.count)

        func chain(from first: Int, startingAt end: Int) -> Arc {
            var inner: [(x: Double, y: Double)] = []
            var (arc, here) = (first, end)
            while true {
                isUsed[arc] = true
                let isForward = arcs[arc].start == here
                inner += isForward ? arcs[arc].inner : arcs[arc].inner.reversed()
                here = isForward ? arcs[arc].end : arcs[arc].start
                guard let next = arcsAt[here].first(where: { !isUsed[$0] }) else { break }
                inner.append(crossings[here])
                arc = next
            }
            return (end, here, inner)
        }

        var chains: [Arc] = []
        for (k, arc) in arcs.enumerated() where !isUsed[k] {
            if arcsAt[arc.start].count == 1 {
                chains.append(chain(from: k, startingAt: arc.start))
            } else if arcsAt[arc.end].count == 1 {
                chains.append(chain(from: k, startingAt: arc.end))
            }
        }
        for (k, arc) in arcs.enumerated() where !isUsed[k] { chains.append(chain(from: k, startingAt: arc.start)) }
        return chains
    }
}
