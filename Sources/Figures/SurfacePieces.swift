/// The triangles of a surface, each cut in two where the surface turns over from the one side to the other.
///
/// Where it does is taken from slopes at the points of the grid, linear between them. The triangles themselves would turn
/// over along jagged lines, which a straight way to the viewer crosses again and again.
struct SurfacePieces {
    /// By the number of a vertex: the grid's points first, then those on the line along which the surface turns over.
    private(set) var vertices: [SpacePoint]
    /// For vertices beyond the grid's points: those between which each lies, and its share of the way.
    private(set) var origins: [(a: Int, b: Int, share: Double)] = []
    private(set) var pieces: [Piece] = []
    /// The first piece of each triangle, and the end of the last one.
    private(set) var starts: [Int] = [0]
    let grid: SurfaceGrid

    struct Piece {
        var triangle: Int
        var showsUpperSide: Bool
        /// Vertices, anticlockwise over the floor.
        var corners: [Int]
        /// On which side of the triangle the side lies that starts at each corner; 3 for the cut.
        var sides: [Int]
    }

    init(_ grid: SurfaceGrid, slopes: SurfaceSlopes, _ projection: Projection) {
        self.grid = grid
        vertices = (0...grid.rows).flatMap { j in (0...grid.columns).map { grid.node($0, j) } }
        // The upper side is seen where the way to the viewer rises faster than the surface.
        let turns = zip(slopes.x, slopes.y).map { x, y in
            projection.rise - x * projection.towards.x - y * projection.towards.y
        }
        var cuts: [UInt64: Int] = [:]
        pieces.reserveCapacity(grid.triangleCount)
        starts.reserveCapacity(grid.triangleCount + 1)
        for triangle in 0..<grid.triangleCount {
            let (i, j) = grid.cell(of: triangle)
            if grid.state(i, j) != .absent {
                let corners = grid.corners(triangle)
                let isUpper = corners.map { turns[$0] >= 0 }
                if isUpper[0] == isUpper[1], isUpper[1] == isUpper[2] {
                    pieces.append(
                        Piece(triangle: triangle, showsUpperSide: isUpper[0], corners: corners, sides: [0, 1, 2]))
                } else {
                    var parts = [
                        Piece(triangle: triangle, showsUpperSide: true, corners: [], sides: []),
                        Piece(triangle: triangle, showsUpperSide: false, corners: [], sides: []),
                    ]
                    for side in 0..<3 {
                        let (a, b) = (corners[side], corners[(side + 1) % 3])
                        let (here, there) = isUpper[side] ? (0, 1) : (1, 0)
                        parts[here].corners.append(a)
                        parts[here].sides.append(side)
                        if isUpper[side] != isUpper[(side + 1) % 3] {
                            let cut = cut(a, b, turns, &cuts)
                            parts[here].corners.append(cut)
                            parts[here].sides.append(3)
                            parts[there].corners.append(cut)
                            parts[there].sides.append(side)
                        }
                    }
                    pieces += parts
                }
            }
            starts.append(pieces.count)
        }
    }

    /// The vertex where the surface turns over on the side between two others; the same from both sides.
    private mutating func cut(_ a: Int, _ b: Int, _ turns: [Double], _ cuts: inout [UInt64: Int]) -> Int {
        let (first, second) = (min(a, b), max(a, b))
        let key = UInt64(first) << 32 | UInt64(second)
        if let known = cuts[key] { return known }
        let share = turns[first] / (turns[first] - turns[second])
        vertices.append(vertices[first].along(share, to: vertices[second]))
        origins.append((first, second, share))
        cuts[key] = vertices.count - 1
        return vertices.count - 1
    }

    /// The piece beyond the side that starts at a piece's corner; nil at the surface's edge.
    func beyond(_ piece: Int, corner: Int) -> Int? {
        let here = pieces[piece]
        let (a, b) = (here.corners[corner], here.corners[(corner + 1) % here.corners.count])
        let triangle = here.sides[corner] == 3 ? here.triangle : grid.neighbours(here.triangle)[here.sides[corner]]
        guard let triangle else { return nil }
        return (starts[triangle]..<starts[triangle + 1]).first { other in
            guard other != piece else { return false }
            let corners = pieces[other].corners
            return corners.indices.contains { corners[$0] == b && corners[($0 + 1) % corners.count] == a }
        }
    }

    /// Whether ways to the viewer enter a piece through the side that starts at its corner.
    func isEntered(_ piece: Int, corner: Int, towards: (x: Double, y: Double)) -> Bool {
        let corners = pieces[piece].corners
        let (a, b) = (vertices[corners[corner]], vertices[corners[(corner + 1) % corners.count]])
        return (b.y - a.y) * towards.x - (b.x - a.x) * towards.y < 0
    }

    /// Every triangle after those from which a way to the viewer enters it.
    func visitTriangles(towards: (x: Double, y: Double), _ body: (Int) -> Void) {
        for row in 0..<grid.rows {
            let j = towards.y < 0 ? grid.rows - 1 - row : row
            for column in 0..<grid.columns {
                let i = towards.x < 0 ? grid.columns - 1 - column : column
                let under = 2 * (j * grid.columns + i)
                let (width, depth) = (grid.xs[i + 1] - grid.xs[i], grid.ys[j + 1] - grid.ys[j])
                let underIsFarther = width * towards.y - depth * towards.x > 0
                body(underIsFarther ? under : under + 1)
                body(underIsFarther ? under + 1 : under)
            }
        }
    }
}
