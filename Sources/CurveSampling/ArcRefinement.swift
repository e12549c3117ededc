import Calculus

/// An arc that is a graph v = g(u) over one axis, u being x or y, refined until its chords are near.
///
/// By the implicit function theorem g′ = −f_u / f_v, in pixels within some [a, b] over a box around the arc. A curve
/// and its chord of slope m over a length h in u then differ by (b − m)(m − a)/(b − a) · h at most: the two lines of
/// slope b and a through the ends meet that far from the chord. Enclosures over smaller boxes around parts of the arc
/// make [a, b] shorter, so that the bound falls with h².
extension LevelArcs {
    /// One end of a part of an arc.
    private struct Knot {
        var u: Double
        var v: Double
    }

    /// How the arc lies: what u and v are.
    private struct Frame {
        /// u is y, and v is x.
        let isUpright: Bool
        let pixelsPerU: Double
        let pixelsPerV: Double
        /// The cell's extent across.
        let across: ClosedRange<Double>
        /// Whether the function is above the level at the lower end of `across`.
        let startsAbove: Bool
        /// Of the function, across.
        let leastSlope: Double

        func point(_ knot: Knot) -> (x: Double, y: Double) { isUpright ? (knot.v, knot.u) : (knot.u, knot.v) }
        func knot(_ point: (x: Double, y: Double)) -> Knot {
            isUpright ? Knot(u: point.y, v: point.x) : Knot(u: point.x, v: point.y)
        }

        /// The graph's slope in pixels, from those of the function; nil where unknown.
        func slope(_ slopes: (dx: Interval, dy: Interval)) -> Interval? {
            let (along, across) = isUpright ? (slopes.dy, slopes.dx) : (slopes.dx, slopes.dy)
            if across.contains(0) { return nil }
            let slope = -(along / across) * Interval(pixelsPerV) / Interval(pixelsPerU)
            return slope.isBounded ? slope : nil
        }
    }

    /// Adds the only arc of the cell, between two crossings.
    mutating func trace(from start: Int, to end: Int, in cell: Cell, _ slopes: (dx: Interval, dy: Interval)) {
        let viewport = probe.lattice.viewport
        let (x, y) = (probe.lattice.xRange(of: cell), probe.lattice.yRange(of: cell))
        let frames = [
            Frame(
                isUpright: false, pixelsPerU: viewport.pixelsPerX, pixelsPerV: viewport.pixelsPerY, across: y,
                startsAbove: slopes.dy.upper < 0, leastSlope: slopes.dy.mignitude),
            Frame(
                isUpright: true, pixelsPerU: viewport.pixelsPerY, pixelsPerV: viewport.pixelsPerX, across: x,
                startsAbove: slopes.dx.upper < 0, leastSlope: slopes.dx.mignitude),
        ]
        // Over the axis along which the arc is less steep.
        let choices = frames.compactMap { frame in frame.slope(slopes).map { (frame: frame, slope: $0) } }
        guard let best = choices.min(by: { $0.slope.magnitude < $1.slope.magnitude }) else {
            return traceSpeck([cell])
        }
        var ends = [start, end]
        if best.frame.knot(crossings[start]).u > best.frame.knot(crossings[end]).u { ends.reverse() }
        var knots = [best.frame.knot(crossings[ends[0]])]
        guard
            refine(
                from: knots[0], to: best.frame.knot(crossings[ends[1]]), best.slope, best.frame, into: &knots, depth: 0)
        else { return leave(cell, .budget) }
        arcs.append((start: ends[0], end: ends[1], inner: knots.dropFirst().dropLast().map { best.frame.point($0) }))
    }

    /// Appends the knots after `p` up to `q`; false when the budget does not suffice.
    private mutating func refine(
        from p: Knot, to q: Knot, _ slope: Interval, _ frame: Frame, into knots: inout [Knot], depth: Int
    ) -> Bool {
        let deviation = deviation(from: p, to: q, slope, frame)
        if deviation <= tolerance {
            bound = max(bound, deviation)
            knots.append(q)
            return true
        }
        guard depth < 24, probe.evaluations < limit else { return false }
        // Across steep slopes a deviation may be beyond all whole numbers.
        let wanted = min((deviation / tolerance).squareRoot().rounded(.up), 8)
        let parts = depth == 0 ? max(2, Int(wanted)) : 2
        var inner: [Knot] = []
        for k in 1..<parts {
            inner.append(
                knot(at: p.u + (q.u - p.u) * Double(k) / Double(parts), from: inner.last ?? p, to: q, slope, frame))
        }
        var last = p
        for next in inner + [q] {
            var narrower = slope
            if self.deviation(from: last, to: next, slope, frame) > tolerance {
                let (u, v) = box(around: last, next, slope, frame)
                let known = frame.isUpright ? probe.enclosure(v, u) : probe.enclosure(u, v)
                if let there = known.slopes.flatMap({ frame.slope($0) }) {
                    let (low, high) = (max(there.lower, slope.lower), min(there.upper, slope.upper))
                    if low <= high { narrower = Interval(low, high) }
                }
            }
            guard refine(from: last, to: next, narrower, frame, into: &knots, depth: depth + 1) else { return false }
            last = next
        }
        return true
    }

    /// How far the arc and its chord may be apart, the inaccuracy of their ends included.
    private func deviation(from p: Knot, to q: Knot, _ slope: Interval, _ frame: Frame) -> Double {
        // Neither can be farther off than the wedge of slopes around both is large.
        let h = max(q.u - p.u, 0) * frame.pixelsPerU
        let wedge = h * (1 + slope.magnitude * slope.magnitude).squareRoot()
        return min(offset(from: p, to: q, slope, frame), wedge) + 2 * LevelArcs.precision
    }

    /// The same, in v only.
    private func offset(from p: Knot, to q: Knot, _ slope: Interval, _ frame: Frame) -> Double {
        let h = max(q.u - p.u, 0) * frame.pixelsPerU
        let (a, b) = (slope.lower, slope.upper)
        guard h > 0, b > a else { return 0 }
        let m = min(max((q.v - p.v) * frame.pixelsPerV / h, a), b)
        // The chord's own slope is known as well as its ends.
        return min((b - a) / 4 * h, (b - m) * (m - a) / (b - a) * h + 2 * LevelArcs.precision * (1 + slope.magnitude))
    }

    /// A box that holds the arc between two knots.
    private func box(
        around p: Knot, _ q: Knot, _ slope: Interval, _ frame: Frame
    ) -> (u: ClosedRange<Double>, v: ClosedRange<Double>) {
        let offset = offset(from: p, to: q, slope, frame)
        let extra = (offset + 2 * LevelArcs.precision * (1 + slope.magnitude)) / frame.pixelsPerV
        // A monotone arc stays between its ends.
        let (down, up) = (slope.lower >= 0 || slope.upper <= 0) ? (0, 0) : (extra, extra)
        let inaccuracy = 2 * LevelArcs.precision * (1 + slope.mignitude) / frame.pixelsPerV
        let low = max(min(p.v, q.v) - down - inaccuracy, frame.across.lowerBound)
        let high = min(max(p.v, q.v) + up + inaccuracy, frame.across.upperBound)
        return (min(p.u, q.u)...max(p.u, q.u), min(low, high)...max(low, high))
    }

    /// The point of the arc at `u`, sought where its slopes let it be.
    private mutating func knot(at u: Double, from p: Knot, to q: Knot, _ slope: Interval, _ frame: Frame) -> Knot {
        let ratio = frame.pixelsPerU / frame.pixelsPerV
        let extra = 2 * LevelArcs.precision * (1 + slope.magnitude) / frame.pixelsPerV
        let (before, after) = ((u - p.u) * ratio, (q.u - u) * ratio)
        let range = frame.across
        var low = max(p.v + slope.lower * before, q.v - slope.upper * after) - extra
        var high = min(p.v + slope.upper * before, q.v - slope.lower * after) + extra
        low = min(max(low, range.lowerBound), range.upperBound)
        high = min(max(high, low), range.upperBound)
        let chord = p.v + (q.v - p.v) * (u - p.u) / (q.u - p.u)
        let point = crossing(
            from: frame.point(Knot(u: u, v: low)), to: frame.point(Knot(u: u, v: high)),
            startsAbove: frame.startsAbove, guess: (chord - low) / (high - low),
            leastSlope: frame.leastSlope * (high - low)
        ).place
        return frame.knot(point)
    }
}
