/// What every figure is made from, whatever it shows: written into the figure as JSON.
public protocol FigurePlan: Codable, Sendable {
    /// A short name of the figure, for ids.
    var name: String { get }
    var presentation: Presentation { get }
}

extension Plan: FigurePlan {}
