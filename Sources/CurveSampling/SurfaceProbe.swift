import Calculus

/// Evaluations of a function of two variables, counted, those at the lattice's corners and sides kept.
struct SurfaceProbe<Function: SurfaceFunction> {
    let function: Function
    let lattice: CellLattice
    private(set) var evaluations = 0
    private var corners: [LatticeNode: SurfacePoint] = [:]
    private var sides: [LatticeEdge: SurfaceEnclosure] = [:]
    private var middles: [LatticeEdge: SurfaceEnclosure] = [:]

    init(function: Function, lattice: CellLattice) {
        self.function = function
        self.lattice = lattice
    }

    mutating func point(_ x: Double, _ y: Double) -> SurfacePoint {
        evaluations += 1
        return function.evaluate(atX: x, y: y)
    }

    mutating func point(_ node: LatticeNode) -> SurfacePoint {
        if let known = corners[node] { return known }
        let value = point(lattice.x(node.i), lattice.y(node.j))
        corners[node] = value
        return value
    }

    mutating func enclosure(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>) -> SurfaceEnclosure {
        evaluations += 1
        return function.enclosure(overX: Interval(x), y: Interval(y))
    }

    mutating func enclosure(_ side: LatticeEdge) -> SurfaceEnclosure {
        if let known = sides[side] { return known }
        let value = enclosure(
            lattice.xRange(side.start.i, side.end.i), lattice.yRange(side.start.j, side.end.j))
        sides[side] = value
        return value
    }

    /// At the point halfway along the side, in numbers.
    mutating func middle(of side: LatticeEdge) -> SurfaceEnclosure {
        if let known = middles[side] { return known }
        let x = Interval(lattice.xRange(side.start.i, side.end.i)).midpoint
        let y = Interval(lattice.yRange(side.start.j, side.end.j)).midpoint
        let value = enclosure(x...x, y...y)
        middles[side] = value
        return value
    }

    /// Whether the corner counts as at or above the level.
    ///
    /// A corner exactly on the level counts as above; on the viewport's edge as what lies just outside, so that a line
    /// along the edge is drawn.
    mutating func isAbove(_ level: Double, _ node: LatticeNode) -> Bool {
        let point = point(node)
        if point.value != level { return point.value > level }
        let outward = lattice.outward(node)
        let rise = outward.x * point.dx + outward.y * point.dy
        return !(rise < 0)
    }

    /// Where the function meets `level` between two points at which it lies on either side, to `tolerance` of the way.
    ///
    /// It is first sought at `guess`, as a share of the way. A difference that the least slope along the way, where it is
    /// known, makes up for within the tolerance ends the search. Else:
    ///
    /// Newton's method inside a shrinking bracket; a step that would end beside the bracket's end goes half the
    /// tolerance beyond the root, so that both ends close in, and a bracket that did not halve is halved.
    mutating func crossing(
        of level: Double, from start: (x: Double, y: Double), to end: (x: Double, y: Double), startsAbove: Bool,
        guess: Double = 0.5, leastSlope: Double = 0, tolerance: Double
    ) -> SurfaceCrossing {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        func place(_ t: Double) -> (x: Double, y: Double) {
            t <= 0 ? start : t >= 1 ? end : (start.x + dx * t, start.y + dy * t)
        }
        var (low, high) = (0.0, 1.0)
        var (before, after): (Double?, Double?)
        func found(_ place: (x: Double, y: Double)) -> SurfaceCrossing {
            SurfaceCrossing(place: place, width: high - low, before: before, after: after)
        }
        var candidate = guess > 0 && guess < 1 ? guess : 0.5
        var width = 1.0
        for _ in 0..<60 where high - low > tolerance {
            let here = place(candidate)
            let point = point(here.x, here.y)
            let rest = point.value - level
            if abs(rest) <= leastSlope * tolerance { return found(here) }
            if (rest > 0) == startsAbove {
                (low, before) = (candidate, point.value)
            } else {
                (high, after) = (candidate, point.value)
            }
            let slope = point.dx * dx + point.dy * dy
            let root = candidate - rest / slope
            let halved = high - low <= width / 2
            width = high - low
            guard halved || width > 0.999, root > low, root < high else {
                candidate = low / 2 + high / 2
                continue
            }
            if abs(root - candidate) < tolerance / 2 {
                // Just beyond the root as seen from here.
                candidate += root > candidate ? tolerance / 2 + (root - candidate) : root - candidate - tolerance / 2
                candidate = min(max(candidate, low), high)
                if candidate == low || candidate == high { return found(place(root)) }
            } else {
                candidate = root
            }
        }
        return found(place(low / 2 + high / 2))
    }
}

/// Where a function passes a level between two points.
struct SurfaceCrossing {
    var place: (x: Double, y: Double)
    /// Of the bracket that is left around it, as a share of the way.
    var width: Double
    /// The function at the bracket's ends; nil where they are the points themselves.
    var before: Double?
    var after: Double?
}
