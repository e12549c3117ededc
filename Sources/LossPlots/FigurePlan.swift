/// What every figure is made from, whatever it shows: written into the figure as JSON.
public protocol FigurePlan: Codable, Sendable {
    /// A short name of the figure, for ids.
    var name: String { get }
    var presentation: Presentation { get set }
    /// The same without words within it that differ by language.
    var withoutNames: Self { get }
}

extension FigurePlan {
    public var withoutNames: Self { self }
}

extension Plan: FigurePlan {
    public var withoutNames: Plan {
        var plan = self
        for index in plan.formulas.indices { plan.formulas[index].name = nil }
        return plan
    }
}
