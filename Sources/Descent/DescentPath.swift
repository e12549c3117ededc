/// Where a descent went, and why it ended.
///
/// ```swift
/// let path = bowl.descent(from: [4, -1], DescentSettings(method: .newton(), steps: 20), within: [-5...5, -5...5])
/// path.ending  // .converged
/// path.end.position  // [0, 0]
/// ```
public struct DescentPath: Equatable, Sendable {
    public struct Point: Equatable, Sendable {
        public var position: [Double]
        public var value: Double

        public init(position: [Double], value: Double) {
            self.position = position
            self.value = value
        }
    }

    public enum Ending: String, CaseIterable, Sendable {
        /// The gradient is no longer than the tolerance, and the ball has no more momentum than such a gradient gives.
        case converged
        /// All steps are taken.
        case stepLimit = "step limit"
        /// The last point lies outside of the region given: the descent runs away.
        case leftRegion = "left the region"
        /// The function has no finite value or slope where the next step leads.
        case notFinite = "not finite"
        /// The Hessian at the last point is not positive definite, and Newton's direction need not lead down.
        case notConvex = "not convex"
    }

    public let settings: DescentSettings
    /// The start first; at least that one, and each with a finite value unless it is the start.
    public let points: [Point]
    public let ending: Ending

    public var start: Point { points[0] }
    public var end: Point { points[points.count - 1] }
    /// How many steps were taken.
    public var steps: Int { points.count - 1 }
}

extension DescentFunction {
    /// Descends from a point.
    ///
    /// Only additions, multiplications, divisions and square roots are done here, so that the path is the same wherever
    /// the function's derivatives are.
    ///
    /// - Parameters:
    ///   - start: ``dimension`` finite coordinates.
    ///   - region: a range for each parameter; a descent that has left it has run away.
    /// - Complexity: O(steps) evaluations.
    public func descent(
        from start: [Double], _ settings: DescentSettings, within region: [ClosedRange<Double>]
    ) -> DescentPath {
        precondition(start.count == dimension && region.count == dimension, "a coordinate for each parameter")
        var walk = DescentWalk(function: self, settings: settings, region: region)
        return walk.path(from: start)
    }
}

/// A descent on its way.
private struct DescentWalk<Function: DescentFunction> {
    let function: Function
    let settings: DescentSettings
    let region: [ClosedRange<Double>]
    /// The step that was taken last.
    var velocity: [Double] = []

    mutating func path(from start: [Double]) -> DescentPath {
        velocity = Array(repeating: 0, count: start.count)
        var position = start
        var slopes = function.slopes(at: position)
        var points = [DescentPath.Point(position: position, value: slopes.value)]
        func ended(_ ending: DescentPath.Ending) -> DescentPath {
            DescentPath(settings: settings, points: points, ending: ending)
        }
        guard slopes.isFinite else { return ended(.notFinite) }
        while true {
            if slopes.steepness <= settings.tolerance, isAtRest { return ended(.converged) }
            if points.count > settings.steps { return ended(.stepLimit) }
            guard let step = step(at: position, slopes) else { return ended(.notConvex) }
            velocity = step
            position = zip(position, step).map { $0 + $1 }
            slopes = function.slopes(at: position)
            guard position.allSatisfy(\.isFinite), slopes.isFinite else { return ended(.notFinite) }
            points.append(DescentPath.Point(position: position, value: slopes.value))
            if zip(position, region).contains(where: { !$1.contains($0) }) { return ended(.leftRegion) }
        }
    }

    /// Whether the momentum alone carries the ball no farther than a slope of the tolerance's size does in the end: a
    /// faster ball rolls on.
    private var isAtRest: Bool {
        switch settings.method {
        case .gradient(let step, let momentum):
            momentum * velocity.length <= step * settings.tolerance / (1 - momentum)
        case .newton: true
        }
    }

    /// Nil where the method has none.
    private func step(at position: [Double], _ slopes: DescentSlopes) -> [Double]? {
        switch settings.method {
        case .gradient(let step, let momentum):
            zip(velocity, slopes.gradient).map { momentum * $0 - step * $1 }
        case .newton(let damping):
            PositiveDefinite(function.hessian(at: position))?.solve(slopes.gradient).map { -damping * $0 }
        }
    }
}
