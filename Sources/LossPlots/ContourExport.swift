import CurveSampling
import Figures

/// The lines that were drawn, for programs: each level's in data coordinates, with what is proved of them.
struct ContourExport: Encodable {
    var viewport: CurveExport.Window
    var levels: [Level]
    /// Of a surface.
    var grid: Grid?

    /// The heights that a surface was drawn from.
    struct Grid: Encodable {
        var x: [Double]
        var y: [Double]
        /// A row for each y; null where there is no finite value.
        var values: [[Double?]]
        /// The window of heights, at whose ends the surface is cut.
        var z: [Double]
        var azimuth: Double
        var elevation: Double

        init(_ mesh: SurfaceMesh, _ space: SpacePlan) {
            (x, y) = (mesh.xs, mesh.ys)
            values = mesh.ys.indices.map { j in
                mesh.values[j * mesh.xs.count..<(j + 1) * mesh.xs.count].map { $0.isFinite ? $0 : nil }
            }
            z = [space.z.lowerBound, space.z.upperBound]
            (azimuth, elevation) = (space.azimuth, space.elevation)
        }
    }
    /// Left out where there are none.
    var descents: [DescentEntry]?

    struct Level: Encodable {
        var level: Double
        /// Of all levels together, which are traced at once.
        var evaluations: Int
        /// Straight between the points; a closed line repeats its first.
        var lines: [[[Double]]]
        var boundInPixels: Double
        /// Boxes [x, x, y, y] in which the level could be neither drawn nor excluded.
        var unresolved: [[Double]]

        enum CodingKeys: String, CodingKey {
            case level, evaluations, lines, unresolved
            case boundInPixels = "bound_px"
        }

        init(_ set: LevelSet) {
            level = set.level
            evaluations = set.evaluations
            lines = set.lines.map { line in line.map { [$0.x, $0.y] } }
            boundInPixels = set.boundInPixels
            unresolved = set.unresolved.map { [$0.x.lowerBound, $0.x.upperBound, $0.y.lowerBound, $0.y.upperBound] }
        }
    }

    init(_ plot: ContourPlot) {
        viewport = CurveExport.Window(plot.viewport)
        if let mesh = plot.mesh, let space = plot.space { grid = Grid(mesh, space) }
        descents = DescentEntry.entries(plot.descents)
        levels = plot.levels.map(Level.init)
    }
}

extension ContourPlot {
    /// The lines as JSON, see ``ContourExport``.
    public func export() throws -> [UInt8] { try JSON.encode(ContourExport(self)) }
}
