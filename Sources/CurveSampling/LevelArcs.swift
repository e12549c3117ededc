import Calculus

/// The arcs of one level after the other, cell by cell, joined at the crossings that cells share.
struct LevelArcs<Function: SurfaceFunction> {
    var probe: SurfaceProbe<Function>
    let tolerance: Double
    private(set) var budget: Int
    var level = 0.0
    var splits: Set<LatticeNode> = []
    /// Where the level crosses edges, and the number of each edge's crossing.
    var crossings: [(x: Double, y: Double)] = []
    private var crossingOfEdge: [LatticeEdge: Int] = [:]
    private var indexOfNode: [LatticeNode: Int] = [:]
    var arcs: [LineStitching.Arc] = []
    /// Where lines cross.
    var meetings: [(x: Double, y: Double)] = []
    var bound = 0.0
    var unresolved: [UnresolvedBox] = []
    /// The cells of the unresolved boxes.
    private(set) var left: [Cell] = []

    /// How well crossings and points of arcs are found, in pixels.
    static var precision: Double { 1e-3 }
    /// By how much a line may be moved, in pixels, to have fewer points: what is proved of chords is more than they need.
    private static var thinning: Double { 0.04 }

    init(probe: SurfaceProbe<Function>, tolerance: Double, budget: Int) {
        self.probe = probe
        self.tolerance = tolerance
        self.budget = budget
    }

    /// - Parameter rim: the cells at the edge of the domain, whose corners the sides of others end at too.
    mutating func levelSet(at level: Double, cells: LevelCells, rim: LevelCells) -> LevelSet {
        self.level = level
        splits = cells.splits.union(rim.splits)
        (crossings, crossingOfEdge, indexOfNode, arcs, meetings) = ([], [:], [:], [], [])
        (bound, unresolved, left) = (0, [], [])
        for (cell, reason) in cells.unresolved { leave(cell, reason) }
        for (cell, slopes) in cells.regular {
            guard probe.evaluations < budget else {
                leave(cell, .budget)
                continue
            }
            let ends = cell.sides.flatMap { crossings(on: $0, isSingle: true, slopes) }
            if ends.count == 2 {
                trace(from: ends[0], to: ends[1], in: cell, slopes)
            } else if !ends.isEmpty {
                // Rounding contradicts the enclosures.
                traceSpeck([cell])
            }
        }
        traceSpecks(cells.degenerate)
        settleBoxesNearLines()
        thinOut()
        return LevelSet(
            level: level,
            lines: LineStitching(crossings: crossings, arcs: arcs).lines,
            boundInPixels: bound, unresolved: UnresolvedBox.merged(unresolved), evaluations: probe.evaluations)
    }

    /// Raises the budget.
    mutating func allow(_ evaluations: Int) { budget += evaluations }

    /// Arcs become whole lines with fewer points.
    private mutating func thinOut() {
        if arcs.isEmpty { return }
        let (viewport, meetings) = (probe.lattice.viewport, meetings)
        arcs = LineStitching(crossings: crossings, arcs: arcs).chains.map { chain in
            let line = [crossings[chain.start]] + chain.inner + [crossings[chain.end]]
            let rest = LineSimplification(line, tolerance: LevelArcs.thinning, in: viewport) { point in
                meetings.contains { $0 == point }
            }
            return (chain.start, chain.end, Array(rest.points.dropFirst().dropLast()))
        }
        bound += LevelArcs.thinning
    }

    mutating func leave(_ cell: Cell, _ reason: UnresolvedBox.Reason) {
        left.append(cell)
        unresolved.append(
            UnresolvedBox(x: probe.lattice.xRange(of: cell), y: probe.lattice.yRange(of: cell), reason: reason))
    }

    /// The crossings on a cell's side: on its shortest parts, as neighbours see them.
    ///
    /// - Parameter precision: in pixels, of those that are not known yet.
    mutating func crossings(
        on edge: LatticeEdge, isSingle: Bool, _ slopes: (dx: Interval, dy: Interval)? = nil,
        precision: Double = LevelArcs.precision
    ) -> [Int] {
        let startsAbove = probe.isAbove(level, edge.start)
        let crosses = startsAbove != probe.isAbove(level, edge.end)
        if isSingle && !crosses { return [] }
        if let middle = edge.middle, splits.contains(middle) {
            return [LatticeEdge(start: edge.start, end: middle), LatticeEdge(start: middle, end: edge.end)].flatMap {
                crossings(on: $0, isSingle: isSingle, slopes, precision: precision)
            }
        }
        if !crosses { return [] }
        if let known = crossingOfEdge[edge] { return [known] }
        let start = (x: probe.lattice.x(edge.start.i), y: probe.lattice.y(edge.start.j))
        let end = (x: probe.lattice.x(edge.end.i), y: probe.lattice.y(edge.end.j))
        let (from, to) = (probe.point(edge.start).value - level, probe.point(edge.end).value - level)
        let slope = edge.start.j == edge.end.j ? slopes?.dx : slopes?.dy
        let length = max(end.x - start.x, end.y - start.y)
        crossings.append(
            crossing(
                from: start, to: end, startsAbove: startsAbove, guess: from / (from - to),
                leastSlope: (slope?.mignitude ?? 0) * length, precision: precision))
        crossingOfEdge[edge] = crossings.count - 1
        return [crossings.count - 1]
    }

    mutating func crossing(
        from start: (x: Double, y: Double), to end: (x: Double, y: Double), startsAbove: Bool, guess: Double = 0.5,
        leastSlope: Double = 0, precision: Double = LevelArcs.precision
    ) -> (x: Double, y: Double) {
        let viewport = probe.lattice.viewport
        let length = max(abs(end.x - start.x) * viewport.pixelsPerX, abs(end.y - start.y) * viewport.pixelsPerY)
        return probe.crossing(
            of: level, from: start, to: end, startsAbove: startsAbove, guess: guess, leastSlope: leastSlope,
            tolerance: precision / max(length, precision))
    }

    /// The number of a corner among the crossings, for lines along the viewport's edge.
    mutating func index(of node: LatticeNode) -> Int {
        if let known = indexOfNode[node] { return known }
        crossings.append((probe.lattice.x(node.i), probe.lattice.y(node.j)))
        indexOfNode[node] = crossings.count - 1
        return crossings.count - 1
    }
}
