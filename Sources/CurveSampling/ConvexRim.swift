/// The sides of a convex polygon, along which lines that end there are closed.
struct ConvexRim {
    /// Anticlockwise, in data coordinates.
    let corners: [(x: Double, y: Double)]
    /// How far from a side, in pixels, a point still belongs to it.
    let reach: Double
    private let viewport: Viewport

    /// Where a point belongs to the rim: from 0 at the first corner over 1 at the second to the number of corners.
    struct Place {
        var turn: Double
        /// The point of the rim; nil for the point itself, which lies on it.
        var foot: (x: Double, y: Double)?
    }

    init(corners: [(x: Double, y: Double)], reach: Double, in viewport: Viewport) {
        (self.corners, self.reach, self.viewport) = (corners, reach, viewport)
    }

    /// The edge of a viewport, at which lines end exactly.
    init(of viewport: Viewport) {
        let (x, y) = (viewport.x, viewport.y)
        self.init(
            corners: [
                (x.lowerBound, y.lowerBound), (x.upperBound, y.lowerBound), (x.upperBound, y.upperBound),
                (x.lowerBound, y.upperBound),
            ], reach: 0, in: viewport)
    }

    /// On the nearest side; nil for a point farther than `reach` from all.
    func place(of point: (x: Double, y: Double)) -> Place? {
        var best: (distance: Double, place: Place)?
        for (k, a) in corners.enumerated() {
            let b = corners[(k + 1) % corners.count]
            // In pixels from the side's start.
            let side = (x: (b.x - a.x) * viewport.pixelsPerX, y: (b.y - a.y) * viewport.pixelsPerY)
            let way = (x: (point.x - a.x) * viewport.pixelsPerX, y: (point.y - a.y) * viewport.pixelsPerY)
            let square = side.x * side.x + side.y * side.y
            let along = (side.x * way.x + side.y * way.y) / square
            let t = min(1, max(0, along))
            let (dx, dy) = (way.x - t * side.x, way.y - t * side.y)
            // Across the side it is exactly 0 for the points of a side along x or y.
            let distance =
                (0...1).contains(along)
                ? abs(side.x * way.y - side.y * way.x) / square.squareRoot() : (dx * dx + dy * dy).squareRoot()
            guard distance <= reach, distance < best?.distance ?? .infinity else { continue }
            let foot = (x: a.x + t * (b.x - a.x), y: a.y + t * (b.y - a.y))
            best = (distance, Place(turn: Double(k) + t, foot: distance == 0 ? nil : foot))
        }
        return best?.place
    }

    /// The points of the rim on the way from one place to another, anticlockwise.
    func path(from start: Place, to end: Place) -> [(x: Double, y: Double)] {
        let count = corners.count
        let last = end.turn < start.turn ? end.turn + Double(count) : end.turn
        let passed = (1...2 * count).filter { start.turn < Double($0) && Double($0) < last }
        return [start.foot].compactMap { $0 } + passed.map { corners[$0 % count] } + [end.foot].compactMap { $0 }
    }

    /// Whether the box lies within.
    func holds(x: ClosedRange<Double>, y: ClosedRange<Double>) -> Bool {
        let points = [x.lowerBound, x.upperBound].flatMap { x in [y.lowerBound, y.upperBound].map { (x: x, y: $0) } }
        return corners.indices.allSatisfy { k in
            let (a, b) = (corners[k], corners[(k + 1) % corners.count])
            return points.allSatisfy { (b.x - a.x) * ($0.y - a.y) >= (b.y - a.y) * ($0.x - a.x) }
        }
    }
}
