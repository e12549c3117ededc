import Scenes

/// Of all ways to write a closed line in lines, quadratics and its own cubics between places of the grid, the one of the
/// fewest bytes that stays as near to it as its samples demand.
///
/// The pieces meet at nodes of the line; which of them is decided by dynamic programming over the nodes and the last
/// command, since a command that repeats need not be written. As in Plass and Stone, "Curve-fitting with piecewise
/// parametric cubics" (SIGGRAPH 1983, DOI 10.1145/800059.801153), with bytes for their penalty.
struct ContourFit {
    /// The pieces from the first node to the first node.
    private(set) var pieces: [GridContour.Piece] = []
    let contour: SVGContour
    /// Of its nodes.
    let places: [GridPoint]

    /// A node and a command: where the pieces so far end, and with what.
    private struct State {
        var cost = Double.infinity
        var last: (node: Int, command: Int, piece: GridContour.Piece?) = (0, 0, nil)
    }

    /// What may stand between two nodes, nothing where they are one place of the grid, and how many bytes its blemishes
    /// count.
    struct Candidate {
        var piece: GridContour.Piece?
        var blemish: Double
    }

    private enum Command: Int, CaseIterable {
        case none, line, horizontal, vertical, quadratic, cubic
    }

    init(_ contour: SVGContour) {
        self.contour = contour
        places = contour.nodes.map { GridPoint(rounding: contour.samples[$0.sample].place) }
        contour.samples.withUnsafeBufferPointer { fit($0) }
    }

    /// The most nodes that a piece passes by.
    private static let reach = 16
    /// How many ends of pieces in a row have to be out of reach until no farther one is tried.
    private static let patience = 2

    private mutating func fit(_ samples: UnsafeBufferPointer<SVGContour.Sample>) {
        let commands = Command.allCases.count
        var states = Array(repeating: State(), count: places.count * commands)
        states[Command.none.rawValue].cost = 0
        var candidates: [Candidate] = []
        for from in places.indices.dropLast() {
            var failures = 0
            for to in from + 1..<min(from + 1 + ContourFit.reach, places.count) {
                candidates.removeAll(keepingCapacity: true)
                let isOpen = collect(from, to, of: samples, into: &candidates)
                if candidates.isEmpty {
                    failures += 1
                    if !isOpen || failures >= ContourFit.patience { break }
                    continue
                }
                failures = 0
                for command in 0..<commands {
                    let before = states[from * commands + command]
                    if before.cost == .infinity { continue }
                    for candidate in candidates {
                        var (next, cost) = (command, before.cost + candidate.blemish)
                        if let piece = candidate.piece {
                            next = ContourFit.command(of: piece, from: places[from]).rawValue
                            cost += Double(
                                ContourFit.length(
                                    of: piece, from: places[from], repeats: next == command, behind: before.last.piece))
                        }
                        if cost < states[to * commands + next].cost {
                            states[to * commands + next] = State(cost: cost, last: (from, command, candidate.piece))
                        }
                    }
                }
            }
        }
        var node = places.count - 1
        var command = (0..<commands).min { states[node * commands + $0].cost < states[node * commands + $1].cost } ?? 0
        while node > 0 {
            let last = states[node * commands + command].last
            if let piece = last.piece { pieces.append(piece) }
            (node, command) = (last.node, last.command)
        }
        pieces.reverse()
    }

    // MARK: Bytes

    private static func command(of piece: GridContour.Piece, from place: GridPoint) -> Command {
        switch piece {
        case .line(let p): p.y == place.y ? .horizontal : p.x == place.x ? .vertical : .line
        case .quadratic: .quadratic
        case .cubic: .cubic
        }
    }

    /// As ``SVGPen`` writes it, but for a curve's letter that repeats and a quadratic that mirrors the last, which are shorter.
    private static func length(
        of piece: GridContour.Piece, from place: GridPoint, repeats: Bool, behind last: GridContour.Piece?
    ) -> Int {
        switch piece {
        case .line(let p): return GridContour.length(of: p - place, repeats: repeats)
        case .quadratic(let middle, let p):
            return GridContour.length(ofPairs: [middle - place, p - place], repeats: repeats)
        case .cubic(let a, let b, let p):
            if case .cubic(_, let c, let q) = last, q == place, SVGPen.isSmooth(a, behind: c, place) {
                return GridContour.length(ofPairs: [b - place, p - place], repeats: false)
            }
            return GridContour.length(ofPairs: [a - place, b - place, p - place], repeats: false)
        }
    }
}
