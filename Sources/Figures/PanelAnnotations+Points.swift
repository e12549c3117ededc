import Scenes
import Typography

/// The search for a place beside a point.
extension PanelAnnotations {
    /// In order of preference: below, beside, above, then between these; mirrored for a point close left of the y axis.
    private static let directions = [
        (0.0, 1.0), (1, 0), (-1, 0), (0, -1), (0.7, 0.7), (-0.7, 0.7), (0.7, -0.7), (-0.7, -0.7), (0.4, -0.9),
        (-0.4, -0.9), (0.4, 0.9), (-0.4, 0.9), (0.15, -1), (-0.15, -1),
    ]

    /// Where little room is between a curve and an axis: not for points on the axis, among whose numbers a text would stand.
    private static let flatDirections = [(0.9, 0.45), (-0.9, 0.45)]
    /// As flat as a leader may be above the lowest point of a bowl.
    private static let leaderDirections = [(0.9, -0.45), (-0.9, -0.45)]

    /// The first free place around the point, near ones first, below before above.
    ///
    /// - Parameter own: the ids of the curves that the point lies on.
    func place(
        _ label: RichText, at point: DataPoint, styleIndex: Int, onto own: [String], taken: Taken
    ) -> Annotation? {
        guard frame.panel.x.contains(point.x), frame.panel.y.contains(point.y) else { return nil }
        // Beside a triangle nothing disturbs; across its edge a text would be hard to read.
        let parts: [Part] = frame.ternary == nil ? [.anywhere] : [.outside, .inside, .anywhere]
        // A loop: the first of a lazy sequence is computed twice, to find where it begins and to read it.
        for part in parts {
            if let found = place(label, at: point, styleIndex: styleIndex, onto: own, taken: taken, part: part) {
                return found
            }
        }
        return nil
    }

    /// Of a triangle.
    private enum Part { case outside, inside, anywhere }

    private func isIn(_ part: Part, _ ink: Rect) -> Bool {
        switch part {
        case .outside: !frame.meetsTriangle(ink)
        case .inside: frame.triangleHolds(ink)
        case .anywhere: true
        }
    }

    /// What is asked of a place.
    private struct Wish {
        /// Not on the grid's strong lines.
        var offGrid: Bool
        /// Above the point, too.
        var above: Bool
        /// On one side of every band's edge.
        var offEdges: Bool
        /// A leader well clear of all curves.
        var strict: Bool
    }

    private func place(
        _ label: RichText, at point: DataPoint, styleIndex: Int, onto own: [String], taken: Taken, part: Part
    ) -> Annotation? {
        let shaped = shaper.shape(label, style: figure.style(figure.theme.sizes.label))
        let center = frame.scales(point)
        let (width, height) = (shaped.width, shaped.ascent + shaped.descent)
        let radius = figure.theme.pointDiameter / 2
        let (lines, edges) = (frame.gridLineBoxes, frame.bandEdgeBoxes)
        let ownLines = obstacles.curves.filter { own.contains($0.id) }.flatMap(\.lines)
        let hasAxis = frame.showsXAxis && frame.panel.axes == .cartesian
        // On the point's own side of the y axis a text need not be looked for across it.
        let left = frame.axisLineBoxes.contains {
            $0.left > center.x && $0.left < center.x + PanelAnnotations.axisReach
        }
        let side: Double = left ? -1 : 1
        // What lies on the axis has no side.
        let isOnAxis = point.y == 0
        /// At one distance.
        func place(gap: Double, _ wish: Wish) -> Annotation? {
            let reach = radius + gap
            let hasLeader = gap > PanelAnnotations.leastLeader
            let directions =
                PanelAnnotations.directions + (isOnAxis ? [] : PanelAnnotations.flatDirections)
                + (hasLeader ? PanelAnnotations.leaderDirections : [])
            for (right, dy) in directions where wish.above || dy >= 0 {
                let dx = side * right
                // The middle of the text; its edge or corner is `reach` away from the point.
                let middle = Point(
                    x: center.x + dx * reach + (dx == 0 ? 0 : dx > 0 ? width / 2 : -width / 2),
                    y: center.y + dy * reach + (dy == 0 ? 0 : dy > 0 ? height / 2 : -height / 2))
                let ink = Rect(x: middle.x - width / 2, y: middle.y - height / 2, width: width, height: height)
                // Across the axis it would be read as one of its numbers.
                let staysOnItsSide =
                    !hasAxis || isOnAxis || (ink.bottom < frame.xAxis) == (center.y < frame.xAxis)
                guard staysOnItsSide, isFree(ink, clearance: 3.5, taken), isIn(part, ink),
                    !(wish.offGrid && lines.contains { $0.intersects(ink.insetBy(-figure.theme.haloWidth)) }),
                    !(wish.offEdges && edges.contains { $0.intersects(ink) })
                else { continue }
                let leader = hasLeader ? Leader(from: ink, to: center, radius: radius + 2) : nil
                if let leader,
                    !leader.isClear(of: obstacles, onto: own, clearance: wish.strict ? 5 : 1)
                        || !leader.leaves(ownLines, at: center) || taken.boxes.contains(where: leader.meets)
                {
                    continue
                }
                return Annotation(
                    shaped: shaped, origin: Point(x: ink.left, y: ink.top + shaped.ascent), color: color(styleIndex),
                    leader: leader)
            }
            return nil
        }
        let gaps = PanelAnnotations.gaps
        /// The best place at one distance, or off the grid's lines below or beside a little farther, but not above.
        func place(at index: Int, offEdges: Bool, strict: Bool) -> Annotation? {
            func wish(offGrid: Bool, above: Bool) -> Wish {
                Wish(offGrid: offGrid, above: above, offEdges: offEdges, strict: strict)
            }
            if !lines.isEmpty {
                for farther in gaps[index...].prefix(3) {
                    if let found = place(gap: farther, wish(offGrid: true, above: false)) { return found }
                }
                if let found = place(gap: gaps[index], wish(offGrid: false, above: false))
                    ?? place(gap: gaps[index], wish(offGrid: true, above: true))
                {
                    return found
                }
            }
            return place(gap: gaps[index], wish(offGrid: false, above: true))
        }
        // A leader near a curve is the last resort.
        for strict in [true, false] {
            for index in gaps.indices {
                // On one side of a band's edge it may stand as far as it needs no leader.
                for farther in gaps.indices[index...]
                where farther == index || gaps[farther] <= PanelAnnotations.leastLeader {
                    if let found = place(at: farther, offEdges: true, strict: strict) { return found }
                }
                if let found = place(at: index, offEdges: false, strict: strict) { return found }
            }
        }
        return nil
    }

    /// How far from the y axis a point may lie, in points, for its text to stand on the same side.
    private static let axisReach = 20.0

    /// From this distance on a text has a leader to its point, in points.
    private static let leastLeader = 15.0

    /// From a point to its label, in points.
    private static let gaps = [5.0, 9, 14, 20, 28, 38, 50, 64, 80, 100, 125]

    func curves(inStyle styleIndex: Int) -> [String] {
        frame.panel.marks.compactMap { mark in
            if case .curve(let curve) = mark, curve.styleIndex == styleIndex { curve.id } else { nil }
        }
    }

    func curves(through point: DataPoint) -> [String] {
        let center = frame.scales(point)
        let box = Rect(x: center.x - 1, y: center.y - 1, width: 2, height: 2)
        return obstacles.curves.filter { PanelObstacles.meets($0.lines, box) }.map(\.id)
    }
}
