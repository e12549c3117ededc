import Calculus

/// The quadtree: cells are dropped when an enclosure excludes the level, kept when the level crosses them in one arc at
/// most, and split otherwise.
///
/// Where ∂f/∂x ≠ 0 all over a cell, the level is a graph over y there, and meets the bottom and the top once at most.
/// If it meets the left and the right once at most as well, its domain as a graph, the y at which f is on one side of
/// the level at the left and on the other at the right, is an interval: one arc or none, and the signs of f at the
/// corners tell which (Plantinga and Vegter, Isotopic approximation of implicit curves and surfaces, 2004,
/// doi:10.1145/1057432.1057465, use the same idea for all cells at once).
struct LevelTree<Function: SurfaceFunction> {
    let levels: [Double]
    let budget: Int
    private(set) var probe: SurfaceProbe<Function>
    /// Of each level, and last those at the edge of the function's domain, where they are sought: its
    /// ``LevelCells/unresolved``.
    private(set) var cells: [LevelCells]
    private let seeksDomain: Bool
    private var domain: Int { levels.count }

    /// Where the function is not known to be continuous, cells this small, an eighth of a pixel at most, are given up.
    private static var leastBrokenSize: Int { 16 }
    /// Undecided cells this small, a pixel at most, wait until all else is decided: those where the function breaks, and
    /// others, since beside a removable pole, as of sin x / x, enclosures decide little at any size.
    private static var greatestDeferredSize: Int { 128 }

    /// Continuous cells this small, a 32nd of a pixel at most, are given up at first.
    private static var leastSizeAtFirst: Int { 4 }
    /// Specks of at most so many of them are split further when they are too large to be decided as a whole.
    private static var greatestSpeckCount: Int { 256 }
    private var leastSize = LevelTree.leastSizeAtFirst

    private var deferred: [Item] = []
    private var fine: [Item] = []
    private var mayDefer = true

    private struct Item {
        var cell: Cell
        var levels: [Int]
    }

    /// - Parameter seeksDomain: whether the edge of the function's domain is sought as well, to a pixel.
    init(levels: [Double], probe: SurfaceProbe<Function>, budget: Int, seeksDomain: Bool = false) {
        self.levels = levels
        self.probe = probe
        self.budget = budget
        self.seeksDomain = seeksDomain
        cells = Array(repeating: LevelCells(), count: levels.count + 1)
    }

    /// A pixel is fine enough until all else is decided; then come the cells
    /// that a line surely enters, and last the others, which no eye would miss. Each of these has its part of the budget.
    mutating func grow() {
        let sought = Array(levels.indices) + (seeksDomain ? [domain] : [])
        grow(
            from: probe.lattice.rootCells.map { Item(cell: $0, levels: sought) }, until: budget / 8 * 4, orElse: .budget
        )
        let (small, broken) = (fine, deferred)
        (fine, deferred, mayDefer) = ([], [], false)
        let (entered, others) = divided(small) { tree, cell, level in tree.changesAlong(cell, level) }
        grow(from: entered, until: min(budget / 8 * 5, probe.evaluations + 4 * allowance), orElse: .speck)
        grow(from: others, until: min(budget / 8 * 6, probe.evaluations + allowance), orElse: .speck)
        refineSpecks(until: budget / 8 * 6)
        let (surely, perhaps) = divided(broken) { tree, cell, level in tree.isSurelyEntered(cell, level) }
        grow(from: surely, until: budget / 8 * 7, orElse: .notContinuous)
        grow(from: perhaps, until: min(budget, probe.evaluations + allowance), orElse: .notContinuous)
        for k in levels.indices { cells[k].sort() }
    }

    /// What may be spent on cells of a pixel or less that no line surely enters.
    private var allowance: Int { max(budget / 32, 10_000) }

    /// The cells that a line enters of any of their levels, and the others.
    private mutating func divided(
        _ items: [Item], isEntered: (inout LevelTree, Cell, Double) -> Bool
    ) -> (entered: [Item], others: [Item]) {
        var (entered, others): ([Item], [Item]) = ([], [])
        for item in items {
            var isIn = false
            for k in item.levels where k != domain && !isIn && probe.evaluations < budget {
                let level = levels[k]
                isIn = isEntered(&self, item.cell, level)
            }
            if isIn { entered.append(item) } else { others.append(item) }
        }
        return (entered, others)
    }

    private mutating func refineSpecks(until limit: Int) {
        leastSize = 1
        for k in levels.indices {
            let specks = Cell.specks(of: cells[k].degenerate)
            let isFinal = specks.map { $0.count > LevelTree.greatestSpeckCount || probe.lattice.isSmall($0) }
            cells[k].degenerate = zip(specks, isFinal).filter(\.1).flatMap(\.0)
            let rest = zip(specks, isFinal).filter { !$1 }.flatMap(\.0)
            grow(from: rest.map { Item(cell: $0, levels: [k]) }, until: limit, orElse: .speck)
        }
        leastSize = LevelTree.leastSizeAtFirst
    }

    /// One generation after the other, so that a stretch that stays undecided does not starve the rest.
    private mutating func grow(from first: [Item], until limit: Int, orElse reason: UnresolvedBox.Reason) {
        var generation = first
        while !generation.isEmpty {
            var next: [Item] = []
            for item in generation {
                guard probe.evaluations < limit else {
                    for k in item.levels { cells[k].unresolved.append((item.cell, reason)) }
                    continue
                }
                let rest = judge(item)
                if rest.isEmpty { continue }
                if mayDefer, item.cell.size <= LevelTree.greatestDeferredSize {
                    fine.append(Item(cell: item.cell, levels: rest))
                    continue
                }
                for k in rest {
                    for side in item.cell.sides { if let middle = side.middle { cells[k].splits.insert(middle) } }
                }
                next += item.cell.children.map { Item(cell: $0, levels: rest) }
            }
            generation = next
        }
    }

    /// Whether the corners lie on both sides of the level.
    private mutating func changesAlong(_ cell: Cell, _ level: Double) -> Bool {
        let first = probe.isAbove(level, cell.bottom.start)
        return cell.sides.contains { probe.isAbove(level, $0.end) != first || probe.isAbove(level, $0.start) != first }
    }

    /// Whether the level crosses a side along which the function is continuous.
    private mutating func isSurelyEntered(_ cell: Cell, _ level: Double) -> Bool {
        for side in cell.sides where probe.isAbove(level, side.start) != probe.isAbove(level, side.end) {
            if probe.enclosure(side).value.isContinuous { return true }
        }
        return false
    }

    /// The levels for which the cell has to be split.
    private mutating func judge(_ item: Item) -> [Int] {
        let cell = item.cell
        let (x, y) = (probe.lattice.xRange(of: cell), probe.lattice.yRange(of: cell))
        let known = probe.enclosure(x, y)
        guard let values = known.value.interval else { return [] }
        var active = item.levels.filter {
            $0 == domain ? known.value.decoration < .defined : values.contains(levels[$0])
        }
        if active.isEmpty { return [] }
        if active == [domain], cell.size <= LevelTree.greatestDeferredSize {
            cells[domain].unresolved.append((cell, .notContinuous))
            return []
        }
        guard let slopes = known.slopes else {
            let isContinuous = known.value.isContinuous
            if !isContinuous, mayDefer, cell.size <= LevelTree.greatestDeferredSize {
                deferred.append(Item(cell: cell, levels: active))
                return []
            }
            if cell.size > (isContinuous ? leastSize : LevelTree.leastBrokenSize) { return active }
            for k in active {
                if isContinuous {
                    cells[k].degenerate.append(cell)
                } else {
                    cells[k].unresolved.append((cell, .notContinuous))
                }
            }
            return []
        }
        if !(slopes.dx.contains(0) && slopes.dy.contains(0)) {
            active = active.filter { k in
                guard isRegular(cell, slopes, levels[k]) else { return true }
                cells[k].regular.append((cell, slopes))
                return false
            }
        }
        if active.isEmpty { return [] }
        // The mean value form is tight where the slopes are small.
        let middle = (x: Interval(x).midpoint, y: Interval(y).midpoint)
        var range = values
        if let center = probe.enclosure(middle.x...middle.x, middle.y...middle.y).value.interval {
            let form =
                center + slopes.dx * (Interval(x) - Interval(middle.x)) + slopes.dy * (Interval(y) - Interval(middle.y))
            range = Interval(max(form.lower, values.lower), min(form.upper, values.upper))
            active = active.filter { range.contains(levels[$0]) }
        }
        return active.filter { k in
            if isFlat(range, at: levels[k]) {
                cells[k].unresolved.append((cell, .flat))
            } else if cell.size <= leastSize {
                cells[k].degenerate.append(cell)
            } else {
                return true
            }
            return false
        }
    }

    /// Whether the level crosses the cell in one arc at most.
    private mutating func isRegular(_ cell: Cell, _ slopes: (dx: Interval, dy: Interval), _ level: Double) -> Bool {
        if !slopes.dx.contains(0) {
            if !slopes.dy.contains(0) { return true }
            return isSingle(cell.left, level, \.dy) && isSingle(cell.right, level, \.dy)
        }
        return isSingle(cell.bottom, level, \.dx) && isSingle(cell.top, level, \.dx)
    }

    /// Whether the side meets the level once at most.
    private mutating func isSingle(
        _ side: LatticeEdge, _ level: Double, _ slope: KeyPath<SurfaceEnclosure, Enclosure>
    ) -> Bool {
        let known = probe.enclosure(side)
        // A side along the level, at the viewport's edge, counts by its corners.
        if let values = known.value.interval, !values.contains(level) || isFlat(values, at: level) { return true }
        guard let rise = known[keyPath: slope].interval else { return false }
        return !rise.contains(0) || isProvedBeside(side, level, known, rise)
    }

    /// Whether the mean value form keeps the side off the level, where a loss's terms cancel all but for rounding, as of
    /// hinges one way and as many the other; their sum over the side, term by term, does not know that.
    private mutating func isProvedBeside(
        _ side: LatticeEdge, _ level: Double, _ known: SurfaceEnclosure, _ rise: Interval
    ) -> Bool {
        let x = Interval(probe.lattice.xRange(side.start.i, side.end.i))
        let y = Interval(probe.lattice.yRange(side.start.j, side.end.j))
        let way = side.start.j == side.end.j ? x : y
        guard known.slopes != nil, let values = known.value.interval,
            rise.magnitude * way.width < values.width / 4, let center = probe.middle(of: side).value.interval
        else { return false }
        return !(center + rise * (way - Interval(way.midpoint))).contains(level)
    }

    /// Whether the values are the level's but for rounding.
    private func isFlat(_ values: Interval, at level: Double) -> Bool {
        values.upper - values.lower <= max(64 * level.ulp, 0x1p-1000)
    }
}
