import Scenes

/// What is seen of a surface from where its viewer stands, on the page: the same in every theme.
struct SeenSurface {
    /// From back to front.
    let shapes: [Shape]
    /// The lines of its grid that are drawn on it; empty where none is seen.
    let lines: Path

    /// All that it depends on.
    struct Key: Equatable {
        var mesh: SurfaceMesh
        /// The window of heights.
        var z: ClosedRange<Double>
        var projection: Projection
        var colors: HeightColors
    }

    init(_ sight: SurfaceSight, scales: SpaceScales, colors: HeightColors) {
        let surface = SurfaceShapes(grid: sight.grid, scales: scales, projection: sight.projection, colors: colors)
        shapes = surface.shapes(sight)
        lines = sight.projection.path(SurfaceLines(sight).parts).simplified()
    }
}
