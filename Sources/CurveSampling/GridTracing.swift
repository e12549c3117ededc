/// One level of a grid's surface on the way to its lines.
struct GridTracing {
    private let contours: GridContours
    private let level: Double
    private var points: [(x: Double, y: Double)] = []
    /// By the number of the side: twice that of its first point, and one more for an upright one.
    private var crossingOfSide: [Int: Int] = [:]
    private var arcs: [LineStitching.Arc] = []
    private var bound = 0.0

    init(_ contours: GridContours, level: Double) {
        self.contours = contours
        self.level = level * contours.scale
    }

    private var columns: Int { contours.grid.xs.count }
    private func value(_ k: Int) -> Double { contours.grid.values[k] * contours.scale }
    private func place(_ k: Int) -> (x: Double, y: Double) {
        let (j, i) = k.quotientAndRemainder(dividingBy: columns)
        return (contours.grid.xs[i], contours.grid.ys[j])
    }

    /// Adds the lines in a cell without holes.
    mutating func trace(_ cell: Int) {
        let corners = [cell, cell + 1, cell + columns + 1, cell + columns]
        let isAbove = corners.map { value($0) >= level }
        // Anticlockwise from the bottom.
        let ends = (0..<4).filter { isAbove[$0] != isAbove[($0 + 1) % 4] }.map {
            crossing(corners[$0], corners[($0 + 1) % 4])
        }
        if ends.isEmpty { return }
        let cell = BilinearCell(
            a: value(corners[0]), b: value(corners[1]), c: value(corners[3]), d: value(corners[2]),
            start: place(corners[0]), end: place(corners[2]), in: contours.viewport)
        guard ends.count == 4 else { return join(ends[0], ends[1], cell) }
        let saddle = cell.saddle
        if saddle.value == level {
            // Both lines run through it, straight.
            let centre = cell.point(saddle.s, saddle.t)
            arcs.append((ends[0], ends[2], [centre]))
            arcs.append((ends[1], ends[3], [centre]))
        } else if (saddle.value > level) == isAbove[0] {
            // The saddle is on the side of the first corner: the lines go round the two others.
            join(ends[0], ends[1], cell)
            join(ends[2], ends[3], cell)
        } else {
            join(ends[3], ends[0], cell)
            join(ends[1], ends[2], cell)
        }
    }

    private mutating func join(_ start: Int, _ end: Int, _ cell: BilinearCell) {
        let (inner, deviation) = cell.branch(at: level, from: points[start], to: points[end])
        bound = max(bound, deviation)
        arcs.append((start, end, inner))
    }

    /// The number of the crossing on the side between two points.
    private mutating func crossing(_ first: Int, _ second: Int) -> Int {
        let (low, high) = (min(first, second), max(first, second))
        let side = 2 * low + (high - low == 1 ? 0 : 1)
        if let known = crossingOfSide[side] { return known }
        let (from, to) = (value(low), value(high))
        let t = min(max((level - from) / (to - from), 0), 1)
        let (p, q) = (place(low), place(high))
        // Along a level or upright side the other coordinate stays exactly what it is.
        points.append(
            (
                x: p.x == q.x ? p.x : p.x * (1 - t) + q.x * t, y: p.y == q.y ? p.y : p.y * (1 - t) + q.y * t
            ))
        crossingOfSide[side] = points.count - 1
        return points.count - 1
    }

    /// The lines, how far off they are at most in pixels, and the region above, bounded by the same lines.
    mutating func finished(
        rim: GridRim
    ) -> (lines: [[(x: Double, y: Double)]], bound: Double, region: ParityRegion?) {
        let chains = LineStitching(crossings: points, arcs: arcs).chains.map { chain in
            let line = [points[chain.start]] + chain.inner + [points[chain.end]]
            let rest = LineSimplification(line, tolerance: GridContours.tolerance, in: contours.viewport).points
            return (start: chain.start, end: chain.end, inner: Array(rest.dropFirst().dropLast()))
        }
        var indexOfPoint: [Int: Int] = [:]
        func index(_ k: Int) -> Int {
            if let known = indexOfPoint[k] { return known }
            points.append(place(k))
            indexOfPoint[k] = points.count - 1
            return points.count - 1
        }
        var edge: [LineStitching.Arc] = []
        for side in rim.sides {
            switch (value(side.start) >= level, value(side.end) >= level) {
            case (true, true): edge.append((index(side.start), index(side.end), []))
            case (false, false): break
            case (let startsAbove, _):
                let end = index(startsAbove ? side.start : side.end)
                edge.append((end, crossing(side.start, side.end), []))
            }
        }
        let stitching = LineStitching(crossings: points, arcs: chains + edge)
        let isClosed = stitching.chains.allSatisfy { $0.start == $0.end }
        let outlines = stitching.lines.map(LineSimplification.withoutStopovers).filter { $0.count > 3 }
        return (
            LineStitching(crossings: points, arcs: chains).lines.filter { $0.count > 1 },
            arcs.isEmpty ? 0 : bound + GridContours.tolerance, isClosed ? ParityRegion(outlines: outlines) : nil
        )
    }
}
