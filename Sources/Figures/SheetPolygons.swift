import Scenes

/// The pieces of a sheet, cut at the window of heights, on the page; with two fields over them, linear on each.
struct SheetPolygons {
    /// By the number of a vertex: those of the surface's pieces first.
    private(set) var points: [Point]
    private(set) var heights: [Double]
    private(set) var shades: [Double]
    /// The vertices of all polygons, one polygon after the other.
    private(set) var corners: [Int] = []
    /// Whether beyond the side that starts at the corner the sheet goes on.
    private(set) var goesOn: [Bool] = []
    /// Where each polygon starts, and the end of the last one.
    private(set) var starts: [Int] = [0]
    private let bottom: Double
    private let top: Double
    private var cuts: [Cut: Int] = [:]

    private struct Cut: Hashable {
        var first: Int
        var second: Int
        var isTop: Bool
    }

    /// - Parameters:
    ///   - points: of the vertices on the page.
    ///   - shades: at the grid's points.
    init(_ sheet: SurfaceSheets.Sheet, of surface: SurfacePieces, points: [Point], shades: [Double]) {
        (bottom, top) = (surface.grid.bottom, surface.grid.top)
        self.points = points
        self.shades = shades
        for (a, b, share) in surface.origins { self.shades.append(shades[a] + (shades[b] - shades[a]) * share) }
        heights = surface.vertices.map(\.z)
        var isMember = [Bool](repeating: false, count: surface.pieces.count)
        for piece in sheet.pieces { isMember[piece] = true }
        corners.reserveCapacity(3 * sheet.pieces.count)
        goesOn.reserveCapacity(3 * sheet.pieces.count)
        for number in sheet.pieces {
            let piece = surface.pieces[number]
            let (i, j) = surface.grid.cell(of: piece.triangle)
            let state = surface.grid.state(i, j)
            guard state == .whole || state == .cut else { continue }
            var polygon = piece.corners.indices.map { corner in
                (
                    vertex: piece.corners[corner],
                    goesOn: surface.beyond(number, corner: corner).map { isMember[$0] } ?? false
                )
            }
            if state == .cut {
                clip(&polygon, isTop: false)
                clip(&polygon, isTop: true)
                guard polygon.count > 2 else { continue }
            }
            for corner in polygon {
                corners.append(corner.vertex)
                goesOn.append(corner.goesOn)
            }
            starts.append(corners.count)
        }
    }

    /// After I. E. Sutherland and G. W. Hodgman, "Reentrant polygon clipping", Communications of the ACM 17 (1974),
    /// doi:10.1145/360767.360802.
    private mutating func clip(_ polygon: inout [(vertex: Int, goesOn: Bool)], isTop: Bool) {
        func isKept(_ vertex: Int) -> Bool { isTop ? heights[vertex] <= top : heights[vertex] >= bottom }
        var kept: [(vertex: Int, goesOn: Bool)] = []
        for (k, corner) in polygon.enumerated() {
            let next = polygon[(k + 1) % polygon.count].vertex
            switch (isKept(corner.vertex), isKept(next)) {
            case (true, true): kept.append(corner)
            case (true, false):
                kept.append(corner)
                kept.append((cut(corner.vertex, next, isTop: isTop), false))
            case (false, true): kept.append((cut(corner.vertex, next, isTop: isTop), corner.goesOn))
            case (false, false): break
            }
        }
        polygon = kept
    }

    /// The vertex at which the side between two others meets an end of the window; the same from both sides.
    private mutating func cut(_ a: Int, _ b: Int, isTop: Bool) -> Int {
        let key = Cut(first: min(a, b), second: max(a, b), isTop: isTop)
        if let known = cuts[key] { return known }
        let height = isTop ? top : bottom
        let share = (height - heights[key.first]) / (heights[key.second] - heights[key.first])
        points.append(points[key.first].along(share, to: points[key.second]))
        heights.append(height)
        shades.append(shades[key.first] + (shades[key.second] - shades[key.first]) * share)
        cuts[key] = points.count - 1
        return points.count - 1
    }
}

extension Point {
    func along(_ share: Double, to end: Point) -> Point {
        Point(x: x + (end.x - x) * share, y: y + (end.y - y) * share)
    }
}
