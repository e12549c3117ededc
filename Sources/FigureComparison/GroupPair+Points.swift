import LossPlots
import Scenes

extension GroupPair {
    /// The middles of the discs, on their own page, in their order.
    private static func middles(_ group: Group) -> [Point] {
        // The last shape is the disc; a rim of the page's colour lies under it.
        GroupPair.shapes(group).last.map { $0.path.polylines.compactMap { Bounds($0)?.middle } } ?? []
    }

    /// Points lost, added and moved: nearest pairs first.
    func pointChanges() -> [FigureChange] {
        let before = GroupPair.middles(old).map(moved)
        let after = GroupPair.middles(new)
        var pairs: [(i: Int, j: Int, distance: Double)] = []
        for (i, p) in before.enumerated() {
            for (j, q) in after.enumerated() {
                let distance = ((p.x - q.x) * (p.x - q.x) + (p.y - q.y) * (p.y - q.y)).squareRoot()
                if distance < GroupPair.pointReach { pairs.append((i, j, distance)) }
            }
        }
        var (usedOld, usedNew): (Set<Int>, Set<Int>) = ([], [])
        var moves: [(from: Point, to: Point, distance: Double)] = []
        for pair in pairs.sorted(by: { $0.distance < $1.distance })
        where !usedOld.contains(pair.i) && !usedNew.contains(pair.j) {
            usedOld.insert(pair.i)
            usedNew.insert(pair.j)
            if pair.distance > tolerances.point { moves.append((before[pair.i], after[pair.j], pair.distance)) }
        }
        let lost = before.indices.filter { !usedOld.contains($0) }.map { before[$0] }
        let added = after.indices.filter { !usedNew.contains($0) }.map { after[$0] }
        var changes: [FigureChange] = []
        for (points, verb) in [(lost, "lost"), (added, "added")] where !points.isEmpty {
            changes.append(
                FigureChange(
                    .point, role.name, "\(counted(points.count)) \(verb): \(list(points))", size: Double(points.count),
                    unit: points.count == 1 ? "point" : "points"))
        }
        if let worst = moves.max(by: { $0.distance < $1.distance }) {
            let way = "from \(list([worst.from])) to \(list([worst.to]))"
            let told =
                role.isOfZeros && moves.count == 1
                ? "moved \(way), \(Words.pixels(worst.distance))" : "\(Words.moved(worst.distance)), \(way)"
            changes.append(
                FigureChange(
                    .point, role.name, "\(counted(moves.count)) \(told)", size: worst.distance, unit: "px"))
        }
        return changes + styleChanges(GroupPair.shapes(old), GroupPair.shapes(new))
    }

    /// `points mse-minima: one point`, `zero of mse`, `3 zeros of mse`.
    private func counted(_ count: Int) -> String {
        guard role.isOfZeros else { return "\(role.name): \(count == 1 ? "one point" : "\(count) points")" }
        return count == 1 ? "zero" + role.name.dropFirst("zeros".count) : "\(count) \(role.name)"
    }

    /// A point that jumps farther is another one.
    private static let pointReach = 60.0

    private func list(_ points: [Point]) -> String {
        let shown = points.prefix(5).map { point in
            guard let window = newWindow else {
                return "(\(Words.rounded(point.x)), \(Words.rounded(point.y))) on the page"
            }
            let data = window.data(at: point)
            return role.isOfZeros ? Words.at(window, data.x, data.y) : Words.place(window, data.x, data.y)
        }
        return shown.joined(separator: ", ") + (points.count > 5 ? " and \(points.count - 5) more" : "")
    }

    /// Bands by the ranges they cover.
    func bandChanges() -> [FigureChange] {
        func ranges(_ group: Group, _ map: (Point) -> Point) -> [ClosedRange<Double>] {
            GroupPair.shapes(group).flatMap { $0.path.mapped(map).polylines }.compactMap { line in
                Bounds(line).map { $0.left...$0.right }
            }
        }
        let (a, b) = (ranges(old, moved), ranges(new) { $0 })
        let isSame =
            a.count == b.count
            && zip(a, b).allSatisfy {
                abs($0.lowerBound - $1.lowerBound) <= tolerances.point
                    && abs($0.upperBound - $1.upperBound) <= tolerances.point
            }
        let styles = styleChanges(GroupPair.shapes(old), GroupPair.shapes(new))
        if isSame { return styles }
        func words(_ ranges: [ClosedRange<Double>]) -> String {
            if ranges.isEmpty { return "none" }
            return ranges.map { range in
                guard let window = newWindow else {
                    return "[\(Words.rounded(range.lowerBound)), \(Words.rounded(range.upperBound))]"
                }
                func x(_ place: Double) -> Double { window.data(at: Point(x: place, y: window.area.top)).x }
                let width = window.x.upperBound - window.x.lowerBound
                return "[\(Words.data(x(range.lowerBound), of: width)), \(Words.data(x(range.upperBound), of: width))]"
            }.joined(separator: " ∪ ")
        }
        let largest = zip(a, b).map { max(abs($0.lowerBound - $1.lowerBound), abs($0.upperBound - $1.upperBound)) }
            .max()
        return [
            FigureChange(
                .band, role.name, "\(role.name): \(words(a)) → \(words(b))", size: a.count == b.count ? largest : nil,
                unit: a.count == b.count ? "px" : nil)
        ] + styles
    }
}
