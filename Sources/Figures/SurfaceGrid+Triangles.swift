/// The triangles of a grid, two to a cell: 2k under and 2k + 1 over the diagonal of cell k, in the plane of the floor.
extension SurfaceGrid {
    var triangleCount: Int { 2 * columns * rows }

    /// Which side of a triangle is seen, were nothing in front of it.
    enum Facing {
        /// There is none.
        case absent
        case upper
        case lower
    }

    func cell(of triangle: Int) -> (i: Int, j: Int) {
        let (j, i) = (triangle / 2).quotientAndRemainder(dividingBy: columns)
        return (i, j)
    }

    /// A triangle's upper side is seen where the way to the viewer rises faster than the triangle.
    func facing(_ triangle: Int, _ projection: Projection) -> Facing {
        let (i, j) = cell(of: triangle)
        guard state(i, j) != .absent else { return .absent }
        let (a, c) = (height(i, j), height(i + 1, j + 1))
        let other = triangle.isMultiple(of: 2) ? height(i + 1, j) : height(i, j + 1)
        let slopes =
            triangle.isMultiple(of: 2)
            ? (x: (other - a) / (xs[i + 1] - xs[i]), y: (c - other) / (ys[j + 1] - ys[j]))
            : (x: (c - other) / (xs[i + 1] - xs[i]), y: (other - a) / (ys[j + 1] - ys[j]))
        let slope = slopes.x * projection.towards.x + slopes.y * projection.towards.y
        return projection.rise > slope ? .upper : .lower
    }

    /// The numbers of a triangle's corners, anticlockwise over the floor.
    func corners(_ triangle: Int) -> [Int] {
        let (i, j) = cell(of: triangle)
        let k = j * (columns + 1) + i
        return triangle.isMultiple(of: 2) ? [k, k + 1, k + columns + 2] : [k, k + columns + 2, k + columns + 1]
    }

    /// The triangles beyond the sides that start at the corners, in their order; nil at the grid's edge.
    func neighbours(_ triangle: Int) -> [Int?] {
        let (i, j) = cell(of: triangle)
        let below = j > 0 ? triangle - 2 * columns + 1 : nil
        let above = j + 1 < rows ? triangle + 2 * columns - 1 : nil
        return triangle.isMultiple(of: 2)
            ? [below, i + 1 < columns ? triangle + 3 : nil, triangle + 1]
            : [triangle - 1, above, i > 0 ? triangle - 3 : nil]
    }
}
