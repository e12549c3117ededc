/// From where a space is seen, in parallel projection.
public struct ViewAngles: Equatable, Sendable {
    /// Of the viewer around the vertical axis, in degrees, from the direction of x towards that of y: at −90 x runs to
    /// the right and y away.
    public var azimuth: Double
    /// Of the viewer above the floor, in degrees.
    public var elevation: Double

    public init(azimuth: Double, elevation: Double) {
        precondition(
            ViewAngles.azimuths.contains(azimuth) && ViewAngles.elevations.contains(elevation),
            "a viewer stands above the floor")
        self.azimuth = azimuth
        self.elevation = elevation
    }

    public static let azimuths = -180.0...180.0
    /// Lower, the floor is a line; higher, heights are.
    public static let elevations = 5.0...85.0

    /// Default: x to the right, y away and to the right, from above.
    public static let standard = ViewAngles(azimuth: -60, elevation: 30)

    /// The usual view first, then those that turn the same box by quarters and mirror it.
    static let candidates = [-60.0, -120, -30, -150, 30, 150, 60, 120].map {
        ViewAngles(azimuth: $0, elevation: standard.elevation)
    }

    /// The view in which the surface hides least of itself, and none of the given points if that can be; the usual one
    /// unless another shows clearly more.
    ///
    /// - Complexity: O(candidates · points · √points) of a mesh of at most 25 × 25 points; finer ones are thinned first.
    public static func best(
        for mesh: SurfaceMesh, z: ClosedRange<Double>, showing points: [DataPoint] = []
    ) -> ViewAngles {
        let thinned = mesh.thinned(to: 25)
        var best = (view: standard, shown: -1.0)
        for view in candidates {
            let scales = SpaceScales(mesh: thinned, z: z)
            let sight = SurfaceSight(grid: SurfaceGrid(thinned, scales: scales), projection: Projection(view))
            let hidden = points.count { point in
                guard let place = sight.grid.point(atX: scales.x(point.x), y: scales.y(point.y)) else { return false }
                return !sight.sees(place, on: .upper)
            }
            let shown = sight.shareOfUpperSideSeen - 0.25 * Double(hidden) / Double(max(1, points.count))
            if shown > best.shown + (best.shown < 0 ? 0 : 0.06) { best = (view, shown) }
        }
        return best.view
    }
}
