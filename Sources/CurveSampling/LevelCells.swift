import Calculus

/// The cells in which a level is taken, as the quadtree left them.
struct LevelCells {
    /// At most one arc each, which is a graph over an axis.
    var regular: [(cell: Cell, slopes: (dx: Interval, dy: Interval))] = []
    /// Of the least size, continuous, without a direction in which the function is known to rise.
    var degenerate: [Cell] = []
    var unresolved: [(cell: Cell, reason: UnresolvedBox.Reason)] = []
    /// Middles of the sides of cells that were split.
    var splits: Set<LatticeNode> = []

    /// In the order of the quadtree, whatever the order in which cells were decided.
    mutating func sort() {
        let ranked = regular.map { (rank: $0.cell.rank, element: $0) }
        regular = ranked.sorted { $0.rank < $1.rank }.map(\.element)
        degenerate.sort { $0.rank < $1.rank }
    }
}
