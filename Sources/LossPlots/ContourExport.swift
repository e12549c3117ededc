import CurveSampling

/// The lines that were drawn, for programs: each level's in data coordinates, with what is proved of them.
struct ContourExport: Encodable {
    var viewport: CurveExport.Window
    var levels: [Level]
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
    }

    init(_ plot: ContourPlot) {
        viewport = CurveExport.Window(plot.viewport)
        descents = DescentEntry.entries(plot.descents)
        levels = plot.levels.map { set in
            Level(
                level: set.level, evaluations: set.evaluations,
                lines: set.lines.map { line in line.map { [$0.x, $0.y] } }, boundInPixels: set.boundInPixels,
                unresolved: set.unresolved.map {
                    [$0.x.lowerBound, $0.x.upperBound, $0.y.lowerBound, $0.y.upperBound]
                })
        }
    }
}

extension ContourPlot {
    /// The lines as JSON, see ``ContourExport``.
    public func export() throws -> [UInt8] { try JSON.encode(ContourExport(self)) }
}
