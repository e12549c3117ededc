import CurveSampling

/// What was found of one level, as JSON: without the lines' points.
struct LevelSummary: Encodable {
    var level: Double
    var lines: Int
    var evaluations: Int
    var boundInPixels: Double
    var unresolved: Int

    enum CodingKeys: String, CodingKey {
        case level, lines, evaluations, unresolved
        case boundInPixels = "bound_px"
    }

    init(_ set: LevelSet) {
        level = set.level
        lines = set.lines.count
        evaluations = set.evaluations
        boundInPixels = set.boundInPixels
        unresolved = set.unresolved.count
    }
}
