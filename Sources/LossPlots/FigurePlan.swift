/// What every figure is made from, whatever it shows: written into the figure as JSON.
public protocol FigurePlan: Codable, Sendable {
    /// A short name of the figure, for ids.
    var name: String { get }
    /// Pixels a point in a PNG.
    var scale: Double { get }
}

extension Plan: FigurePlan {}
