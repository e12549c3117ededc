import Calculus

/// The region in which the function is at or above a level, right after the level's arcs.
///
/// Its boundary is made of the arcs; of the parts of the viewport's edge that lie above; and, in the cells that no arc was
/// found for, as around poles, jumps and edges of the domain, of chords between the places where their sides change
/// over. What has no value lies below every level. Each change on a side is then the end of two lines, one in each cell
/// beside it, so that the boundary closes.
extension LevelArcs {
    /// How well such places are found, in pixels.
    private static var closingPrecision: Double { 0.05 }
    /// How far a line through such places may be moved to have fewer points, in pixels.
    private static var closingTolerance: Double { 0.1 }

    /// How a place that only closes a region is found.
    enum Closing {
        /// To ``closingPrecision``.
        case sought
        /// From the corners' values alone, around boxes that stay unpainted.
        case guessed
    }

    /// Nil where rounding contradicts the enclosures, so that the boundary does not close.
    mutating func region(rim: LevelCells) -> ParityRegion? {
        let before = probe.evaluations
        closingLimit = before + closingBudget
        // What it costs to close one region is not taken from the next level's lines.
        defer {
            closingBudget -= probe.evaluations - before
            budget += probe.evaluations - before
        }
        let known = Set(left.map(\.cell))
        let cells = left + rim.unresolved.filter { !known.contains($0.cell) }
        // Sought first: what two cells share is found as well as either needs it.
        let closing =
            cells.filter { $0.reason != .budget }.flatMap { chords(in: $0.cell, .sought) }
            + cells.filter { $0.reason == .budget }.flatMap { chords(in: $0.cell, .guessed) }
        let edge = viewportEdge.flatMap { above(on: $0) }
        let viewport = probe.lattice.viewport
        let simplified = LineStitching(crossings: crossings, arcs: closing).chains.map { chain in
            let points = [crossings[chain.start]] + chain.inner + [crossings[chain.end]]
            let rest = LineSimplification(points, tolerance: LevelArcs.closingTolerance, in: viewport).points
            return (start: chain.start, end: chain.end, inner: Array(rest.dropFirst().dropLast()))
        }
        let stitching = LineStitching(crossings: crossings, arcs: arcs + simplified + edge)
        guard stitching.chains.allSatisfy({ $0.start == $0.end }) else { return nil }
        return ParityRegion(outlines: stitching.lines.map(LineSimplification.withoutStopovers).filter { $0.count > 3 })
    }

    /// Lines between the places where the cell's sides change over, in turn around the cell.
    private mutating func chords(in cell: Cell, _ closing: Closing) -> [LineStitching.Arc] {
        let ring =
            [cell.bottom, cell.right].flatMap { crossings(on: $0, isSingle: false, closing: closing) }
            + [cell.top, cell.left].flatMap { crossings(on: $0, isSingle: false, closing: closing).reversed() }
        return stride(from: 0, to: ring.count - 1, by: 2).map { (ring[$0], ring[$0 + 1], []) }
    }

    /// Where a side of a cell that no line is drawn through changes over.
    ///
    /// - Parameter guess: as a share of the way.
    mutating func closingPlace(
        on edge: LatticeEdge, from start: (x: Double, y: Double), to end: (x: Double, y: Double),
        guess: Double, _ startsAbove: Bool, _ closing: Closing
    ) -> (x: Double, y: Double) {
        if let jump = jumps[edge], jump.before.map({ ($0 > level) == startsAbove }) ?? true,
            jump.after.map({ ($0 > level) != startsAbove }) ?? true
        {
            return jump.place
        }
        guard closing == .sought, probe.evaluations < closingLimit else {
            let t = guess > 0 && guess < 1 ? guess : 0.5
            return (start.x + (end.x - start.x) * t, start.y + (end.y - start.y) * t)
        }
        let found = crossing(
            from: start, to: end, startsAbove: startsAbove, guess: guess, precision: LevelArcs.closingPrecision)
        if found.width <= share(of: LevelArcs.closingPrecision, from: start, to: end) { jumps[edge] = found }
        return found.place
    }

    /// The root cells' sides that lie on it.
    private var viewportEdge: [LatticeEdge] {
        let (right, top) = (probe.lattice.columns * CellLattice.rootSize, probe.lattice.rows * CellLattice.rootSize)
        return probe.lattice.rootCells.flatMap { cell -> [LatticeEdge] in
            var sides: [LatticeEdge] = []
            if cell.j == 0 { sides.append(cell.bottom) }
            if cell.i + cell.size == right { sides.append(cell.right) }
            if cell.j + cell.size == top { sides.append(cell.top) }
            if cell.i == 0 { sides.append(cell.left) }
            return sides
        }
    }

    /// The parts of a side that lie above the level.
    private mutating func above(on edge: LatticeEdge) -> [LineStitching.Arc] {
        if let middle = edge.middle, splits.contains(middle) {
            return above(on: LatticeEdge(start: edge.start, end: middle))
                + above(on: LatticeEdge(start: middle, end: edge.end))
        }
        switch (probe.isAbove(level, edge.start), probe.isAbove(level, edge.end)) {
        case (true, true): return [(index(of: edge.start), index(of: edge.end), [])]
        case (false, false): return []
        case (let startsAbove, _):
            let end = index(of: startsAbove ? edge.start : edge.end)
            return crossings(on: edge, isSingle: false, closing: .sought).map { (end, $0, []) }
        }
    }
}
