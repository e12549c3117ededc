import Descent

/// A descent for programs: every point with its value, and why it ended.
struct DescentEntry: Encodable {
    /// Of the loss or formula.
    var name: String
    var method: String
    /// The start's coordinates.
    var from: [Double]
    /// Coordinates and value of each point, the start first.
    var points: [[Double]]
    var steps: Int
    /// As ``DescentPath/Ending`` calls it.
    var ended: String
    /// The proved minimum in whose valley the last point lies; left out where none is proved.
    var minimum: Minimum?

    struct Minimum: Encodable {
        var position: [Double]
        var value: Double
        var reached: Bool
    }

    init(_ run: DescentRun) {
        name = run.name
        method = run.path.settings.method.name.rawValue
        from = run.path.start.position
        // A start without a value has none in JSON either.
        points = run.path.points.map { $0.position + ($0.value.isFinite ? [$0.value] : []) }
        steps = run.path.steps
        ended = run.path.ending.rawValue
        minimum = run.arrival.map { Minimum(position: $0.position, value: $0.value, reached: $0.isReached) }
    }

    /// Nil for none.
    static func entries(_ runs: [DescentRun]) -> [DescentEntry]? {
        runs.isEmpty ? nil : runs.map { DescentEntry($0) }
    }
}
