import Scenes

/// What of a surface, and of lines on it, the viewer sees.
///
/// A point of the surface is seen if the straight way from it to the viewer crosses the surface nowhere. Along that way
/// the surface is piecewise linear, so that it is enough to look at its corners.
struct SurfaceSight {
    let grid: SurfaceGrid
    let projection: Projection
    /// Whether no part can lie behind another: the surface has no hole and shows its upper side alone.
    let hidesNothing: Bool

    init(grid: SurfaceGrid, projection: Projection) {
        self.grid = grid
        self.projection = projection
        hidesNothing = (0..<grid.triangleCount).allSatisfy { grid.facing($0, projection) == .upper }
    }

    /// Heights closer than this are the same: far below a pixel.
    private static let tolerance = 1e-7

    /// Which side of the surface a line lies on.
    enum Side {
        case upper
        /// Drawn through the sheet, as its own lines are.
        case both
    }

    /// - Parameter point: on the surface.
    func sees(_ point: SpacePoint, on side: Side) -> Bool {
        if hidesNothing { return true }
        /// Whether the way is above the surface; nil where that is not known yet or no longer.
        var isAbove: Bool?
        var isSeen = true
        var isFirst = true
        var walk = GridWalk(
            grid, from: (point.x, point.y), direction: projection.towards,
            end: (grid.top - point.z) / projection.rise + SurfaceSight.tolerance)
        let shares = walk.shares
        walk.run { step in
            guard grid.state(step.i, step.j) != .absent else {
                // Through a hole the way may come out on either side.
                isAbove = nil
                isFirst = false
                return true
            }
            let (p, q) = shares(step.i, step.j, step.to)
            let room = point.z + step.to * projection.rise - grid.height(inCell: step.i, step.j, at: p, q)
            if abs(room) <= SurfaceSight.tolerance { return true }
            if let before = isAbove, before != (room > 0) { isSeen = false }
            if isFirst, side == .upper, room < 0 { isSeen = false }
            isAbove = room > 0
            isFirst = false
            return isSeen
        }
        return isSeen
    }

    /// The seen parts of a line on the surface.
    ///
    /// - Parameter line: straight between its points, each piece within one triangle of the surface.
    func seenParts(of line: [SpacePoint], on side: Side) -> [[SpacePoint]] {
        var parts: [[SpacePoint]] = []
        var part: [SpacePoint] = []
        func close() {
            if part.count > 1 { parts.append(part) }
            part = []
        }
        guard let first = line.first else { return [] }
        var wasSeen = sees(first, on: side)
        if wasSeen { part = [first] }
        for (a, b) in zip(line, line.dropFirst()) {
            let isSeen = sees(b, on: side)
            if wasSeen != isSeen {
                part.append(edge(from: a, to: b, startsSeen: wasSeen, on: side))
                if !isSeen { close() }
            }
            if isSeen { part.append(b) }
            wasSeen = isSeen
        }
        close()
        return parts
    }

    /// Where a line goes out of sight or comes into it, to a two hundred and fifty-sixth of the way.
    private func edge(from a: SpacePoint, to b: SpacePoint, startsSeen: Bool, on side: Side) -> SpacePoint {
        var (low, high) = (0.0, 1.0)
        for _ in 0..<8 {
            let middle = (low + high) / 2
            if sees(a.along(middle, to: b), on: side) == startsSeen { low = middle } else { high = middle }
        }
        return a.along((low + high) / 2, to: b)
    }

    /// How much of the drawn surface is seen from above, by the middles of its cells: 0 to 1.
    var shareOfUpperSideSeen: Double {
        var (seen, all) = (0, 0)
        for j in 0..<grid.rows {
            for i in 0..<grid.columns where grid.state(i, j) != .absent {
                // Off the diagonal, within a triangle.
                let height = grid.height(inCell: i, j, at: 0.6, 0.4)
                guard grid.isInWindow(height) else { continue }
                let (x, y) = (
                    grid.xs[i] + 0.6 * (grid.xs[i + 1] - grid.xs[i]), grid.ys[j] + 0.4 * (grid.ys[j + 1] - grid.ys[j])
                )
                all += 1
                if sees(SpacePoint(x, y, height), on: .upper) { seen += 1 }
            }
        }
        return all == 0 ? 0 : Double(seen) / Double(all)
    }

    /// The parts of a line over the floor that lie on the drawn surface, cut at the borders of its triangles.
    func lifted(_ line: [(x: Double, y: Double)]) -> [[SpacePoint]] {
        var parts: [[SpacePoint]] = []
        var part: [SpacePoint] = []
        func close() {
            if part.count > 1 { parts.append(part) }
            part = []
        }
        for (a, b) in zip(line, line.dropFirst()) {
            guard let span = inside(from: a, to: b) else {
                close()
                continue
            }
            let direction = (x: span.b.x - span.a.x, y: span.b.y - span.a.y)
            if span.a != a { close() }
            var walk = GridWalk(grid, from: span.a, direction: direction, end: 1)
            let shares = walk.shares
            walk.run { step in
                guard grid.state(step.i, step.j) != .absent else {
                    close()
                    return true
                }
                func point(_ t: Double) -> SpacePoint {
                    let (p, q) = shares(step.i, step.j, t)
                    return SpacePoint(
                        span.a.x + t * direction.x, span.a.y + t * direction.y,
                        grid.height(inCell: step.i, step.j, at: p, q))
                }
                let (a, b) = (point(step.from), point(step.to))
                guard let shown = inWindow(a, b) else {
                    close()
                    return true
                }
                if shown.lowerBound > 0 { close() }
                if part.isEmpty { part = [a.along(shown.lowerBound, to: b)] }
                part.append(shown.upperBound < 1 ? a.along(shown.upperBound, to: b) : b)
                if shown.upperBound < 1 { close() }
                return true
            }
            if span.b != b { close() }
        }
        close()
        return parts
    }

    /// The part of a straight line over the floor that lies within the grid.
    func inside(
        from a: (x: Double, y: Double), to b: (x: Double, y: Double)
    ) -> (a: (x: Double, y: Double), b: (x: Double, y: Double))? {
        var (enter, leave) = (0.0, 1.0)
        for (start, end, lines) in [(a.x, b.x, grid.xs), (a.y, b.y, grid.ys)] {
            let (low, high) = (lines[0], lines[lines.count - 1])
            guard start != end else {
                if start < low || start > high { return nil }
                continue
            }
            let (t, u) = ((low - start) / (end - start), (high - start) / (end - start))
            enter = max(enter, min(t, u))
            leave = min(leave, max(t, u))
        }
        guard enter < leave else { return nil }
        func place(_ t: Double) -> (x: Double, y: Double) { (a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t) }
        return (enter == 0 ? a : place(enter), leave == 1 ? b : place(leave))
    }

    /// The part of a piece of line between the heights at which the surface is cut, in shares of its length.
    func inWindow(_ a: SpacePoint, _ b: SpacePoint) -> ClosedRange<Double>? {
        if grid.isInWindow(a.z), grid.isInWindow(b.z) { return 0...1 }
        guard a.z != b.z else { return nil }
        let (t, u) = ((grid.bottom - a.z) / (b.z - a.z), (grid.top - a.z) / (b.z - a.z))
        let (enter, leave) = (max(0, min(t, u)), min(1, max(t, u)))
        return enter < leave ? enter...leave : nil
    }
}
