import Scenes

/// A surface as filled shapes from back to front.
///
/// Goals, in this order: what is nearer covers what is farther; no seams; smooth; few bytes.
///
/// Each sheet (``SurfaceSheets``) is drawn from its lowest colour to its highest, step by step the part of it that is at least
/// so high and not much higher. Each lies over the one before it, so that no two shapes of a sheet meet edge to edge,
/// where antialiasing would let the page shine through, and the steps follow the surface instead of its grid. Shade
/// comes as films of black over what is at least so dark.
struct SurfaceShapes {
    let grid: SurfaceGrid
    let scales: SpaceScales
    let projection: Projection
    let colors: HeightColors

    /// Colours from the lowest to the highest, and films of black at most.
    static let (colorSteps, filmSteps) = (64, 16)
    /// Of one film.
    static let film = Color(0x000000, opacity: 0.03)
    /// A surface with more points on the edges of its colours than this has fewer colours.
    private static let pointLimit = 26_000

    /// - Parameter sight: of the grid; what it does not see is not drawn.
    func shapes(_ sight: SurfaceSight) -> [Shape] {
        let slopes = SurfaceSlopes(grid)
        let shading = SurfaceShading(slopes, projection)
        let surface = SurfacePieces(grid, slopes: slopes, projection)
        let points = surface.vertices.map { projection($0) }
        let sheets = SurfaceSheets(surface, sight).sheets.map { sheet in
            SheetPolygons(
                sheet, of: surface, points: points, shades: shading.films(showsUpperSide: sheet.showsUpperSide))
        }
        for share in [1, 2, 3, 4] {
            let steps = SurfaceShapes.colorSteps / share
            let shapes = sheets.flatMap { self.shapes(of: $0, steps: steps) }
            let count = shapes.reduce(0) { $0 + $1.path.elements.count }
            if count <= SurfaceShapes.pointLimit || share == 4 { return shapes }
        }
        return []
    }

    private func shapes(of sheet: SheetPolygons, steps: Int) -> [Shape] {
        let most = Double(steps - 1)
        let heights = sheet.heights.map { height in
            // Half a step lower, so that a step has its middle's colour; what has no height is in no polygon.
            height.isFinite ? position(height) * most + 0.5 : 0
        }
        // Each goes on under the two above it.
        let colored = FieldRegions(sheet, field: heights, count: steps, width: 3).loops
        let films = FieldRegions(sheet, field: sheet.shades, count: SurfaceShapes.filmSteps + 1).loops
        return colored.enumerated().compactMap { step, loops in
            shape(loops, fill: colors.colormap(Double(step) / most))
        } + films.dropFirst().compactMap { shape($0, fill: SurfaceShapes.film) }
    }

    /// The place of a height of the box in the scale of colours.
    private func position(_ height: Double) -> Double {
        let (z, share) = (scales.z.domain, (height - scales.z.start) / (scales.z.end - scales.z.start))
        return colors.position(of: z.lowerBound * (1 - share) + z.upperBound * share)
    }

    private func shape(_ loops: [[Point]], fill: Color) -> Shape? {
        var path = Path()
        for loop in loops {
            let line = LineSimplification.closed(loop)
            guard line.count > 2 else { continue }
            path.move(to: line[0])
            for point in line.dropFirst() { path.line(to: point) }
            path.close()
        }
        return path.isEmpty ? nil : Shape(path, fill: fill)
    }
}
