import Scenes

/// Where the paths of a panel end: marks that would hide each other there, or peep out from under each other.
struct PathEnds {
    private var ends: [(id: String, at: Point)] = []
    private let scales: PanelScales
    /// Of a point, in points.
    private let radius: Double

    init(_ marks: [Mark], scales: PanelScales, theme: Theme) {
        self.scales = scales
        radius = theme.pointDiameter / 2
        for case .path(let path) in marks {
            if let end = PathRoute(path, scales: scales).end { ends.append((path.id, end)) }
        }
    }

    private func isNear(_ a: Point, _ b: Point) -> Bool {
        let (dx, dy) = (a.x - b.x, a.y - b.y)
        return dx * dx + dy * dy <= radius * radius
    }

    /// The radius in points of the disc that a path ends in. Where several end in one place those drawn later are smaller, so
    /// that each shows as a ring around the next.
    func radius(ofEndOf path: PathMark) -> Double {
        guard let index = ends.firstIndex(where: { $0.id == path.id }) else { return PathMark.endShare * radius }
        let near = ends.indices.filter { isNear(ends[$0].at, ends[index].at) }
        if near.count == 1 { return PathMark.endShare * radius }
        return PathEnds.ringShare * radius * Double(near.count { $0 >= index })
    }

    /// The width of a ring, its rim and the least disc's radius, relative to a point's radius.
    private static let ringShare = 0.6

    /// Of some points those on which no path ends, to be drawn: there the path's end marks the place.
    func uncovered(_ points: PointsMark) -> PointsMark {
        var left = points
        left.labels = []
        left.points.removeAll { point in ends.contains { isNear($0.at, scales(point)) } }
        return left
    }
}
