/// A surface taken apart into sheets, of which each can be drawn in one go, from back to front.
///
/// A way over the floor towards the viewer enters each piece of the surface through some of its sides and leaves it through
/// the others. Along it the surface's picture goes steadily down while it shows the upper side, and up while it shows the
/// lower one, so that two pieces can lie one behind the other only if on the way between them the surface turns over or has a
/// hole. A piece's depth is how often that happens at most on the ways that come to it. Then of two pieces that overlap
/// the nearer one has the greater depth, and pieces of one depth and side, a sheet, do not overlap.
struct SurfaceSheets {
    struct Sheet {
        var showsUpperSide: Bool
        /// Numbers of pieces, ascending.
        var pieces: [Int]
    }

    /// From back to front.
    let sheets: [Sheet]

    /// - Complexity: O(pieces).
    /// - Parameter sight: pieces that it does not see are in no sheet.
    init(_ surface: SurfacePieces, _ sight: SurfaceSight) {
        let towards = sight.projection.towards
        var depths = [Int](repeating: 0, count: surface.pieces.count)
        // Of a way that has come to a triangle without surface.
        var gaps = [Int](repeating: 0, count: surface.grid.triangleCount)
        surface.visitTriangles(towards: towards) { triangle in
            let range = surface.starts[triangle]..<surface.starts[triangle + 1]
            guard !range.isEmpty else {
                for case let neighbour? in surface.grid.neighbours(triangle) {
                    let beyond = surface.starts[neighbour]..<surface.starts[neighbour + 1]
                    gaps[triangle] = max(gaps[triangle], gaps[neighbour], (beyond.map { depths[$0] + 1 }.max() ?? 0))
                }
                return
            }
            // The piece that the way enters first, first.
            let order = range.count == 2 && surface.comesFirst(range.lowerBound, towards: towards) ? [0, 1] : [1, 0]
            for piece in range.count == 1 ? [range.lowerBound] : order.map({ range.lowerBound + $0 }) {
                let here = surface.pieces[piece]
                for corner in here.corners.indices
                where surface.isEntered(piece, corner: corner, towards: towards) {
                    if let other = surface.beyond(piece, corner: corner) {
                        let turns = surface.pieces[other].showsUpperSide == here.showsUpperSide ? 0 : 1
                        depths[piece] = max(depths[piece], depths[other] + turns)
                    } else if here.sides[corner] < 3,
                        let gap = surface.grid.neighbours(triangle)[here.sides[corner]]
                    {
                        depths[piece] = max(depths[piece], gaps[gap] + 1)
                    }
                }
            }
        }
        sheets = SurfaceSheets.gathered(surface, depths, isSeen: SurfaceSheets.seen(surface, sight))
    }

    /// Pieces of which a corner is seen, and those around them: smaller parts that come into sight belong to these.
    private static func seen(_ surface: SurfacePieces, _ sight: SurfaceSight) -> [Bool] {
        if sight.hidesNothing { return surface.pieces.map { _ in true } }
        let isSeen = surface.vertices.map { $0.z.isFinite && sight.sees($0, on: .both) }
        var isNear = isSeen
        for piece in surface.pieces where piece.corners.contains(where: { isSeen[$0] }) {
            for corner in piece.corners { isNear[corner] = true }
        }
        return surface.pieces.map { $0.corners.contains { isNear[$0] } }
    }

    private static func gathered(_ surface: SurfacePieces, _ depths: [Int], isSeen: [Bool]) -> [Sheet] {
        // Lower sides at even places, upper ones at odd ones.
        var members = [[Int]](repeating: [], count: 2 * ((depths.max() ?? 0) + 1))
        for (number, piece) in surface.pieces.enumerated() where isSeen[number] {
            func add(at depth: Int) {
                let place = 2 * depth + (piece.showsUpperSide ? 1 : 0)
                if members[place].last != number { members[place].append(number) }
            }
            add(at: depths[number])
            // Once more with a sheet that it continues, under itself: where the two only touched, the page would shine
            // through both their soft edges. It covers nothing there that it does not cover later.
            for corner in piece.corners.indices {
                guard let other = surface.beyond(number, corner: corner), depths[other] < depths[number],
                    surface.pieces[other].showsUpperSide == piece.showsUpperSide
                else { continue }
                add(at: depths[other])
            }
        }
        return members.enumerated().compactMap { place, pieces in
            pieces.isEmpty ? nil : Sheet(showsUpperSide: place % 2 == 1, pieces: pieces)
        }
    }
}

extension SurfacePieces {
    /// Whether of a triangle's two pieces ways to the viewer come to the first one first.
    fileprivate func comesFirst(_ piece: Int, towards: (x: Double, y: Double)) -> Bool {
        guard let cut = pieces[piece].sides.firstIndex(of: 3) else { return true }
        return !isEntered(piece, corner: cut, towards: towards)
    }
}
