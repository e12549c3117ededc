import Descent

/// A path of a figure: of which of its losses or formulas, where it went, and what is proved of its end.
public struct DescentRun: Equatable, Sendable {
    /// Of the loss or formula, as an export names it.
    public var name: String
    /// The place of the loss or formula in the figure.
    public var subject: Int
    /// The place of the start among the starts.
    public var index: Int
    public var path: DescentPath
    /// Nil where nothing is proved.
    public var arrival: DescentArrival?

    /// The path over a plane of two parameters, as (x, y), in the order they were visited.
    public var vertices: [(x: Double, y: Double)] {
        path.points.filter { $0.position.count == 2 }.map { ($0.position[0], $0.position[1]) }
    }
}

/// A proved minimum in whose valley a descent ended: the function is proved strictly convex on a box that holds both, so
/// that nothing lies between them.
public struct DescentArrival: Equatable, Sendable {
    /// The middle of the minimum's enclosure.
    public var position: [Double]
    public var value: Double
    /// Whether the end is the minimum as far as a figure shows: within a thousandth of the window.
    public var isReached: Bool
    public var rank: Rank

    public enum Rank: Equatable, Sendable {
        /// No value anywhere is lower.
        case global
        /// None in the window is lower.
        case leastInWindow
        /// The function is proved to be lower elsewhere: how low, and at which minimum, where one is proved to be.
        case local(least: Double, at: [Double]?)
        /// Whether it is the least is not proved.
        case unknown
    }

    static let nearness = 1e-3
}
