import Calculus

/// The arcs of one level after the other, cell by cell, joined at the crossings that cells share.
struct LevelArcs<Function: SurfaceFunction> {
    var probe: SurfaceProbe<Function>
    let tolerance: Double
    /// Evaluations, all from the beginning, after which nothing is traced.
    var budget: Int
    /// The same for the level at hand.
    private(set) var limit = 0
    /// Evaluations that are left to close regions, and where they end while one is closed.
    var closingBudget: Int
    var closingLimit = 0
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
    /// The cells of the unresolved boxes that no line is drawn through.
    private(set) var left: [(cell: Cell, reason: UnresolvedBox.Reason)] = []
    /// Where sides were found to jump past the last levels: kept, since a pole is one for many levels.
    var jumps: [LatticeEdge: SurfaceCrossing] = [:]

    /// How well crossings and points of arcs are found, in pixels.
    static var precision: Double { 1e-3 }
    /// By how much a line may be moved, in pixels, to have fewer points: what is proved of chords is more than they need.
    private static var thinning: Double { 0.04 }

    init(probe: SurfaceProbe<Function>, tolerance: Double, budget: Int, closingBudget: Int) {
        self.probe = probe
        self.tolerance = tolerance
        self.budget = budget
        self.closingBudget = closingBudget
    }

    /// - Parameters:
    ///   - rim: the cells at the edge of the domain, whose corners the sides of others end at too.
    ///   - count: of the levels that share what is left of the budget, this one among them.
    mutating func levelSet(at level: Double, cells: LevelCells, rim: LevelCells, sharing count: Int = 1) -> LevelSet {
        self.level = level
        limit = probe.evaluations + max(0, budget - probe.evaluations) / count
        splits = cells.splits.union(rim.splits)
        (crossings, crossingOfEdge, indexOfNode, arcs, meetings) = ([], [:], [:], [], [])
        (bound, unresolved, left) = (0, [], [])
        for (cell, reason) in cells.unresolved where reason != .speck { leave(cell, reason) }
        for (cell, slopes) in cells.regular {
            guard probe.evaluations < limit else {
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
        for (cell, reason) in cells.unresolved where reason == .speck { drawThrough(cell) }
        settleBoxesNearLines()
        thinOut()
        return LevelSet(
            level: level,
            lines: LineStitching(crossings: crossings, arcs: arcs).lines,
            boundInPixels: bound, unresolved: UnresolvedBox.merged(unresolved), evaluations: probe.evaluations)
    }

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
        left.append((cell, reason))
        unresolved.append(
            UnresolvedBox(x: probe.lattice.xRange(of: cell), y: probe.lattice.yRange(of: cell), reason: reason))
    }

    /// The crossings on a cell's side: on its shortest parts, as neighbours see them.
    ///
    /// - Parameter closing: how those are sought that are not known yet and only close a region.
    mutating func crossings(
        on edge: LatticeEdge, isSingle: Bool, _ slopes: (dx: Interval, dy: Interval)? = nil, closing: Closing? = nil
    ) -> [Int] {
        let startsAbove = probe.isAbove(level, edge.start)
        let crosses = startsAbove != probe.isAbove(level, edge.end)
        if isSingle && !crosses { return [] }
        if let middle = edge.middle, splits.contains(middle) {
            return [LatticeEdge(start: edge.start, end: middle), LatticeEdge(start: middle, end: edge.end)].flatMap {
                crossings(on: $0, isSingle: isSingle, slopes, closing: closing)
            }
        }
        if !crosses { return [] }
        if let known = crossingOfEdge[edge] { return [known] }
        let start = (x: probe.lattice.x(edge.start.i), y: probe.lattice.y(edge.start.j))
        let end = (x: probe.lattice.x(edge.end.i), y: probe.lattice.y(edge.end.j))
        let (from, to) = (probe.point(edge.start).value - level, probe.point(edge.end).value - level)
        let slope = edge.start.j == edge.end.j ? slopes?.dx : slopes?.dy
        let length = max(end.x - start.x, end.y - start.y)
        let place =
            if let closing {
                closingPlace(on: edge, from: start, to: end, guess: from / (from - to), startsAbove, closing)
            } else {
                crossing(
                    from: start, to: end, startsAbove: startsAbove, guess: from / (from - to),
                    leastSlope: (slope?.mignitude ?? 0) * length
                ).place
            }
        crossings.append(place)
        crossingOfEdge[edge] = crossings.count - 1
        return [crossings.count - 1]
    }

    mutating func crossing(
        from start: (x: Double, y: Double), to end: (x: Double, y: Double), startsAbove: Bool, guess: Double = 0.5,
        leastSlope: Double = 0, precision: Double = LevelArcs.precision
    ) -> SurfaceCrossing {
        probe.crossing(
            of: level, from: start, to: end, startsAbove: startsAbove, guess: guess, leastSlope: leastSlope,
            tolerance: share(of: precision, from: start, to: end))
    }

    /// A length in pixels as a share of the way between two points.
    func share(of length: Double, from start: (x: Double, y: Double), to end: (x: Double, y: Double)) -> Double {
        let viewport = probe.lattice.viewport
        let way = max(abs(end.x - start.x) * viewport.pixelsPerX, abs(end.y - start.y) * viewport.pixelsPerY)
        return length / max(way, length)
    }

    /// The number of a corner among the crossings, for lines along the viewport's edge.
    mutating func index(of node: LatticeNode) -> Int {
        if let known = indexOfNode[node] { return known }
        crossings.append((probe.lattice.x(node.i), probe.lattice.y(node.j)))
        indexOfNode[node] = crossings.count - 1
        return crossings.count - 1
    }
}
