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
/// Most evaluations go into arcs: a pixel of line costs one or two. So the budget grows with the number of levels and the
/// size of the picture.
///
/// ```swift
/// let sets = ContourTracer().trace(Bowl(), levels: [1, 4], in: viewport)
/// sets[0].lines.count  // 1
/// ```
public struct ContourTracer: Sendable {
    /// The distance to stay below, in pixels.
    public var tolerance: Double
    /// Evaluations, of points and boxes together and for all levels, after which what is left is unresolved; nil for
    /// ``budget(levels:in:)``. To close the regions above the levels may cost half as many again.
    public var budget: Int?

    public init(tolerance: Double = 0.2, budget: Int? = nil) {
        precondition(
            tolerance >= 0.05 && budget ?? 1 > 0, "a tracer needs a tolerance of 0.05 pixels or more and a budget")
        self.tolerance = tolerance
        self.budget = budget
    }

    /// 60,000 for each level and two more, in pictures of 250,000 pixels or less; more in proportion in greater ones, up to
    /// eight times. Enough for a hundred bumps.
    public static func budget(levels: Int, in viewport: Viewport) -> Int {
        let size = min(max(viewport.width * viewport.height / 250_000, 1), 8)
        return Int(60_000 * Double(min(levels, 50) + 2) * size)
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
        search(function, levels: levels, in: viewport, regions: false).map(\.set)
    }

    /// The level sets, in the order of `levels`, and the regions above them.
    ///
    /// - Parameters:
    ///   - levels: finite values.
    ///   - viewport: the rectangle that is shown.
    public func bands(
        of function: some SurfaceFunction, levels: [Double], in viewport: Viewport
    ) -> LevelBands {
        let found = search(function, levels: levels, in: viewport, regions: true)
        return LevelBands(
            sets: found.dropLast().map(\.set), domain: found.last?.region, regions: found.dropLast().map(\.region))
    }

    /// With regions, last the domain, as what lies above −∞.
    private func search(
        _ function: some SurfaceFunction, levels: [Double], in viewport: Viewport, regions: Bool
    ) -> [(set: LevelSet, region: ParityRegion?)] {
        let lattice = CellLattice(viewport)
        let probe = SurfaceProbe(function: function, lattice: lattice)
        let budget = budget ?? ContourTracer.budget(levels: levels.count, in: viewport)
        // The rest is kept for the crossings and arcs.
        var tree = LevelTree(levels: levels, probe: probe, budget: budget / 4 * 3, seeksDomain: regions)
        tree.grow()
        var arcs = LevelArcs(
            probe: tree.probe, tolerance: tolerance, budget: budget - ContourTracer.reserve, closingBudget: budget / 2)
        let rim = tree.cells[levels.count]
        // The least first, so that one intricate level does not starve the others.
        let order = levels.indices.sorted { tree.cells[$0].regular.count < tree.cells[$1].regular.count }
        var found: [(index: Int, set: LevelSet, region: ParityRegion?)] = []
        for (place, k) in order.enumerated() {
            let set = arcs.levelSet(at: levels[k], cells: tree.cells[k], rim: rim, sharing: order.count - place)
            found.append((k, set, regions ? arcs.region(rim: rim) : nil))
        }
        if regions {
            let set = arcs.levelSet(at: -.infinity, cells: LevelCells(), rim: rim)
            found.append((levels.count, set, arcs.region(rim: rim)))
        }
        return found.sorted { $0.index < $1.index }.map { _, set, region in
            var set = set
            set.evaluations = arcs.probe.evaluations
            return (set, region)
        }
    }
}
