/// How dark a surface is, by a light that stands over the viewer's left shoulder.
struct SurfaceShading {
    /// The cosine between the upper side's normal and the light, at each point of the grid.
    private let cosines: [Double]

    /// The lower side is darker, by so many films.
    private static let underside = 4.0

    init(_ slopes: SurfaceSlopes, _ projection: Projection) {
        let (dx, dy) = projection.towards
        // Half from the viewer, half from the left, and from above.
        let light = SpacePoint(0.45 * dx + 0.6 * dy, 0.45 * dy - 0.6 * dx, 0.9)
        let length = (light.x * light.x + light.y * light.y + light.z * light.z).squareRoot()
        cosines = zip(slopes.x, slopes.y).map { x, y in
            (light.z - x * light.x - y * light.y) / length / (x * x + y * y + 1).squareRoot()
        }
    }

    /// How many films of black lie over each point of the grid.
    func films(showsUpperSide: Bool) -> [Double] {
        let most = Double(SurfaceShapes.filmSteps)
        return cosines.map { cosine in
            let dark = 0.5 - 0.5 * (showsUpperSide ? cosine : -cosine)
            return min(max(0, dark * 1.4 * most - 2 + (showsUpperSide ? 0 : SurfaceShading.underside)), most)
        }
    }
}
