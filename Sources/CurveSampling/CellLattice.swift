/// The points at which cells may have their corners: whole coordinates, so that neighbours of any size agree exactly.
///
/// The lattice is bent a little: round numbers, at which functions like to have their zeros and saddles, are then not
/// corners. The viewport's own edges are met exactly.
struct CellLattice: Sendable {
    let viewport: Viewport
    let columns: Int
    let rows: Int

    /// Steps along the side of a root cell.
    static let rootSize = 16384
    /// The side of a root cell, in pixels, at most.
    static let rootPixels = 128.0
    private static let bend = 0.0371928

    init(_ viewport: Viewport) {
        self.viewport = viewport
        columns = max(1, Int(min(viewport.width / CellLattice.rootPixels, 256).rounded(.up)))
        rows = max(1, Int(min(viewport.height / CellLattice.rootPixels, 256).rounded(.up)))
    }

    private static func coordinate(_ k: Int, of count: Int, in range: ClosedRange<Double>) -> Double {
        if k <= 0 { return range.lowerBound }
        if k >= count { return range.upperBound }
        let t = Double(k) / Double(count)
        let bent = t + bend * t * (1 - t)
        return min(max(range.lowerBound * (1 - bent) + range.upperBound * bent, range.lowerBound), range.upperBound)
    }

    func x(_ i: Int) -> Double { CellLattice.coordinate(i, of: columns * CellLattice.rootSize, in: viewport.x) }
    func y(_ j: Int) -> Double { CellLattice.coordinate(j, of: rows * CellLattice.rootSize, in: viewport.y) }

    var rootCells: [Cell] {
        (0..<rows).flatMap { row in
            (0..<columns).map {
                Cell(i: $0 * CellLattice.rootSize, j: row * CellLattice.rootSize, size: CellLattice.rootSize)
            }
        }
    }

    func xRange(of cell: Cell) -> ClosedRange<Double> { xRange(cell.i, cell.i + cell.size) }
    func yRange(of cell: Cell) -> ClosedRange<Double> { yRange(cell.j, cell.j + cell.size) }

    // In viewports a few units in the last place wide, rounding may exchange neighbours.
    func xRange(_ i: Int, _ k: Int) -> ClosedRange<Double> { min(x(i), x(k))...max(x(i), x(k)) }
    func yRange(_ j: Int, _ k: Int) -> ClosedRange<Double> { min(y(j), y(k))...max(y(j), y(k)) }

    /// The diagonal of a box, in pixels.
    func diagonal(_ x: ClosedRange<Double>, _ y: ClosedRange<Double>) -> Double {
        let width = (x.upperBound - x.lowerBound) * viewport.pixelsPerX
        let height = (y.upperBound - y.lowerBound) * viewport.pixelsPerY
        return (width * width + height * height).squareRoot()
    }

    /// Which way out of the viewport the node looks, (0, 0) inside.
    func outward(_ node: LatticeNode) -> (x: Double, y: Double) {
        let right = columns * CellLattice.rootSize
        let top = rows * CellLattice.rootSize
        return (node.i == 0 ? -1 : node.i == right ? 1 : 0, node.j == 0 ? -1 : node.j == top ? 1 : 0)
    }
}

/// A corner of cells.
struct LatticeNode: Hashable, Sendable {
    var i: Int
    var j: Int
}

/// Two corners, the lower or left one first.
struct LatticeEdge: Hashable, Sendable {
    var start: LatticeNode
    var end: LatticeNode

    /// The node halfway; nil for the shortest edges.
    var middle: LatticeNode? {
        let (di, dj) = (end.i - start.i, end.j - start.j)
        return di + dj > 1 ? LatticeNode(i: start.i + di / 2, j: start.j + dj / 2) : nil
    }
}

/// A square of the lattice.
struct Cell: Hashable, Sendable {
    var i: Int
    var j: Int
    var size: Int

    var children: [Cell] {
        let half = size / 2
        return [(0, 0), (half, 0), (0, half), (half, half)].map { Cell(i: i + $0.0, j: j + $0.1, size: half) }
    }

    /// The rank in the quadtree's growth: greater cells first, each generation in the order of its parents, of the root
    /// cells row by row.
    var rank: Int {
        var rank = (CellLattice.rootSize / size).trailingZeroBitCount
        func add(_ value: Int, bits: Int) { rank = rank << bits | value }
        add(j / CellLattice.rootSize, bits: 8)
        add(i / CellLattice.rootSize, bits: 8)
        var half = CellLattice.rootSize / 2
        while half > 0 {
            add(j / half & 1, bits: 1)
            add(i / half & 1, bits: 1)
            half /= 2
        }
        return rank
    }

    var bottom: LatticeEdge { edge(0, 0, size, 0) }
    var top: LatticeEdge { edge(0, size, size, size) }
    var left: LatticeEdge { edge(0, 0, 0, size) }
    var right: LatticeEdge { edge(size, 0, size, size) }
    var sides: [LatticeEdge] { [bottom, right, top, left] }

    private func edge(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> LatticeEdge {
        LatticeEdge(start: LatticeNode(i: i + a, j: j + b), end: LatticeNode(i: i + c, j: j + d))
    }
}
