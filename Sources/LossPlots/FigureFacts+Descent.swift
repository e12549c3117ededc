import Descent
import Diagnostics

extension FigureFacts {
    /// The run from a start on one of the figure's losses or formulas.
    static func run(_ start: Int, of subject: Int, among runs: [DescentRun]) throws -> DescentRun {
        let own = runs.filter { $0.subject == subject }
        guard own.indices.contains(start) else {
            throw Diagnostic(
                own.isEmpty ? "the figure has no descent" : "there is no descent \(start)",
                hint: own.isEmpty ? "add --descend" : "the last is \(own.count - 1)")
        }
        return own[start]
    }

    /// What came of a descent: computed, as it is drawn.
    ///
    /// - Parameter axes: what the coordinates are called.
    static func fact(
        _ what: Quantity.Descended, of run: DescentRun, named name: String, axes: [Quantity.Coordinate]
    ) throws -> Fact {
        switch what {
        case .steps: return .count(run.path.steps, isComplete: true)
        case .ended: return .word(run.path.ending.rawValue)
        case .end(let coordinate):
            let end = run.path.end
            let number: Double
            if coordinate == .value {
                number = end.value
            } else if let axis = axes.firstIndex(of: coordinate) {
                number = end.position[axis]
            } else {
                throw Diagnostic(
                    "\(name) has no \(coordinate.rawValue)",
                    hint: "use \(axes.map { "." + $0.rawValue }.joined(separator: ", ")), .value, .steps or .ended")
            }
            guard number.isFinite else {
                throw Diagnostic("\(name) has no finite value there", hint: "assert another one")
            }
            return .enclosed(number...number)
        }
    }

    /// The words for why a descent ended.
    public static let endings = DescentPath.Ending.allCases.map(\.rawValue)
}
