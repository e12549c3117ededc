import Calculus

/// Cells of the least size that no enclosure decides, around critical points and corners of the level: joined to
/// specks, and each speck decided as a whole by the function at its critical point.
///
/// The level enters a speck at n crossings of its border. Two are joined. With more, the speck holds a saddle: with its
/// value on the level all lines run through it, each to the opposite crossing; with its value above, the parts above
/// the level are joined there, and lines go round the parts below; and the other way round.
extension LevelArcs {
    mutating func traceSpecks(_ cells: [Cell]) {
        for speck in Cell.specks(of: cells) {
            guard probe.evaluations < limit else {
                for cell in speck { leave(cell, .budget) }
                continue
            }
            if speck.count == 1 || probe.lattice.isSmall(speck) {
                traceSpeck(speck)
            } else {
                traceCells(of: speck)
            }
        }
    }

    /// Draws what enters an undecided cell, which proves nothing of it.
    mutating func drawThrough(_ cell: Cell) {
        guard probe.evaluations < limit else { return leave(cell, .budget) }
        let proved = bound
        if cell.sides.contains(where: { !crossings(on: $0, isSingle: false).isEmpty }) { traceSpeck([cell]) }
        bound = proved
        unresolved.append(
            UnresolvedBox(x: probe.lattice.xRange(of: cell), y: probe.lattice.yRange(of: cell), reason: .speck))
    }

    /// Each cell of a speck by itself; those without a crossing are done when one is near.
    private mutating func traceCells(of speck: [Cell]) {
        var crossed: Set<Cell> = []
        for cell in speck {
            if cell.sides.contains(where: { !crossings(on: $0, isSingle: false).isEmpty }) {
                crossed.insert(cell)
                traceSpeck([cell])
            }
        }
        for cell in speck where !crossed.contains(cell) {
            let near = cell.neighbours(within: LevelArcs.reach).filter { crossed.contains($0) }
            let distances = near.map { neighbour -> Double in
                let (x, y) = probe.lattice.extent(of: [cell, neighbour])
                return probe.lattice.diagonal(x, y)
            }
            if let least = distances.min() {
                bound = max(bound, least + LevelArcs.precision)
            } else {
                leave(cell, .tangential)
            }
        }
    }

    /// Forgets the few boxes, as next to saddles, that lie near a drawn crossing all over: what may be in them is drawn
    /// within the bound.
    mutating func settleBoxesNearLines() {
        let viewport = probe.lattice.viewport
        guard (1...64).contains(unresolved.count(where: { $0.reason == .tangential })), !arcs.isEmpty else { return }
        let drawn = Set(arcs.flatMap { [$0.start, $0.end] }).map { crossings[$0] }
        var rest: [UnresolvedBox] = []
        for box in unresolved {
            guard box.reason == .tangential else {
                rest.append(box)
                continue
            }
            let distances = drawn.map { point -> Double in
                let x = max(point.x - box.x.lowerBound, box.x.upperBound - point.x) * viewport.pixelsPerX
                let y = max(point.y - box.y.lowerBound, box.y.upperBound - point.y) * viewport.pixelsPerY
                return (x * x + y * y).squareRoot() + LevelArcs.precision
            }
            if let least = distances.min(), least <= tolerance {
                bound = max(bound, least)
            } else {
                rest.append(box)
            }
        }
        unresolved = rest
    }

    /// How many cells away a crossing is near.
    private static var reach: Int { 3 }

    /// Decides what the level does within cells that hang together.
    mutating func traceSpeck(_ speck: [Cell]) {
        var count: [Int: Int] = [:]
        var ends: [Int] = []
        for cell in speck {
            for end in cell.sides.flatMap({ crossings(on: $0, isSingle: false) }) {
                if count[end] == nil { ends.append(end) }
                count[end, default: 0] += 1
            }
        }
        let border = ends.filter { count[$0] == 1 }
        let (x, y) = probe.lattice.extent(of: speck)
        if border.isEmpty, !ends.isEmpty { return traceCells(of: speck) }
        if border.isEmpty {
            unresolved.append(UnresolvedBox(x: x, y: y, reason: .tangential))
            return
        }
        bound = max(bound, probe.lattice.diagonal(x, y) + LevelArcs.precision)
        if border.count == 2 {
            arcs.append((start: border[0], end: border[1], inner: []))
            return
        }
        join(border, around: criticalPoint(in: x, y))
    }

    /// Joins four or more crossings around a critical point.
    private mutating func join(_ border: [Int], around center: (x: Double, y: Double)) {
        let viewport = probe.lattice.viewport
        func polar(_ k: Int) -> (angle: Double, radius: Double) {
            let x = (crossings[k].x - center.x) * viewport.pixelsPerX
            let y = (crossings[k].y - center.y) * viewport.pixelsPerY
            return (pseudoAngle(x, y), (x * x + y * y).squareRoot())
        }
        let ring = border.map { (end: $0, place: polar($0)) }.sorted { $0.place.angle < $1.place.angle }
        let count = ring.count - ring.count % 2
        // Midway between two crossings the function is well away from the level.
        let sectors = (0..<count).map { k -> Double in
            let (a, b) = (crossings[ring[k].end], crossings[ring[(k + 1) % count].end])
            return probe.point(a.x / 2 + b.x / 2, a.y / 2 + b.y / 2).value - level
        }
        let rest = probe.point(center.x, center.y).value - level
        let noise = 1e-6 * (sectors.map(abs).max() ?? 0)
        let exact = probe.enclosure(center.x...center.x, center.y...center.y).value.interval
        if abs(rest) <= noise || exact?.contains(level) ?? true {
            meetings.append(center)
            for k in 0..<count / 2 {
                arcs.append((start: ring[k].end, end: ring[k + count / 2].end, inner: [center]))
            }
            return
        }
        // The sectors on the other side of the level than the critical point are cut off; they alternate.
        let others = stride(from: 0, to: count, by: 2).map { sectors[$0] }.reduce(0, +)
        let first = (others > 0) == (rest > 0) ? 1 : 0
        for k in stride(from: first, to: count + first, by: 2) {
            arcs.append((start: ring[k % count].end, end: ring[(k + 1) % count].end, inner: []))
        }
    }

    /// A number that grows with the angle of (x, y), from 0 to 4.
    private func pseudoAngle(_ x: Double, _ y: Double) -> Double {
        let sum = abs(x) + abs(y)
        if sum == 0 { return 0 }
        let p = y / sum
        return x < 0 ? 2 - p : y < 0 ? 4 + p : p
    }

    /// Where the gradient vanishes within the box or next to it, by Newton's method with differences of gradients;
    /// the box's middle when that leads elsewhere.
    private mutating func criticalPoint(in x: ClosedRange<Double>, _ y: ClosedRange<Double>) -> (x: Double, y: Double) {
        let middle = (x: x.lowerBound / 2 + x.upperBound / 2, y: y.lowerBound / 2 + y.upperBound / 2)
        let width = x.upperBound - x.lowerBound
        let height = y.upperBound - y.lowerBound
        var here = middle
        for _ in 0..<8 {
            let at = probe.point(here.x, here.y)
            let right = probe.point(here.x + width / 2, here.y)
            let left = probe.point(here.x - width / 2, here.y)
            let up = probe.point(here.x, here.y + height / 2)
            let down = probe.point(here.x, here.y - height / 2)
            // The Hessian times the box's width and height.
            let (a, b) = (right.dx - left.dx, up.dx - down.dx)
            let (c, d) = (right.dy - left.dy, up.dy - down.dy)
            let determinant = a * d - b * c
            let s = -(d * at.dx - b * at.dy) / determinant
            let t = -(a * at.dy - c * at.dx) / determinant
            guard s.isFinite, t.isFinite else { return middle }
            here = (here.x + s * width, here.y + t * height)
            guard abs(here.x - middle.x) <= width, abs(here.y - middle.y) <= height else { return middle }
            if abs(s) + abs(t) < 1e-12 { break }
        }
        return here
    }
}
