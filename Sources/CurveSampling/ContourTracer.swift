import Calculus

/// Traces level sets of a function of two variables to lines whose distance to the true set is bounded, in pixels, by
/// proof.
///
/// Goals, in this order: no false line; nothing lost; the bound holds; few evaluations.
///
/// A quadtree drops cells that an enclosure excludes and stops at cells that the level crosses in one arc at most
/// (``LevelTree``); arcs are refined by points on the level (``ArcRefinement``) and joined at crossings that
/// neighbouring cells share. What is left are specks around critical points, decided by the function there.
///
/// ```swift
/// let sets = ContourTracer().trace(Bowl(), levels: [1, 4], in: viewport)
/// sets[0].lines.count  // 1
/// ```
public struct ContourTracer: Sendable {
    /// The distance to stay below, in pixels.
    public var tolerance: Double
    /// Evaluations, of points and boxes together and for all levels, after which what is left is unresolved.
    public var budget: Int

    public init(tolerance: Double = 0.2, budget: Int = 60_000) {
        precondition(tolerance >= 0.05 && budget > 0, "a tracer needs a tolerance of 0.05 pixels or more and a budget")
        self.tolerance = tolerance
        self.budget = budget
    }

    /// What an arc may cost after the last look at the budget.
    private static var reserve: Int { 64 }

    /// The level sets, in the order of `levels`.
    ///
    /// - Parameters:
    ///   - levels: finite values.
    ///   - viewport: the rectangle that is shown; lines end exactly at its edge.
    public func trace(
        _ function: some SurfaceFunction, levels: [Double], in viewport: Viewport
    ) -> [LevelSet] {
        let lattice = CellLattice(viewport)
        let probe = SurfaceProbe(function: function, lattice: lattice)
        // The rest is kept for the crossings and arcs.
        var tree = LevelTree(levels: levels, probe: probe, budget: budget / 4 * 3)
        tree.grow()
        var arcs = LevelArcs(probe: tree.probe, tolerance: tolerance, budget: budget - ContourTracer.reserve)
        // The least first, so that one intricate level does not starve the others.
        let order = levels.indices.sorted { tree.cells[$0].regular.count < tree.cells[$1].regular.count }
        let sets = order.map { (index: $0, set: arcs.levelSet(at: levels[$0], cells: tree.cells[$0])) }
        return sets.sorted { $0.index < $1.index }.map { _, set in
            var set = set
            set.evaluations = arcs.probe.evaluations
            return set
        }
    }
}
