import Diagnostics
import Figures
import Scenes

// Plans back to what to ask for. Everything is said: what is resolved again is the same plan, and passes the same checks.

extension Plan: ReadablePlan {
    public static var kindName: String? { nil }
    public static var currentVersion: Int { 1 }

    public func request(data: PlotSpec.DataSource) throws -> FigureRequest {
        try PlanCheck.window(theta, "theta")
        if case .fixed(let range) = yRange { try PlanCheck.window(range, "yRange") }
        try PlanCheck.presentation(presentation)
        guard !derivatives.isEmpty, Set(derivatives).count == derivatives.count,
            derivatives.allSatisfy((0...2).contains)
        else {
            throw Diagnostic("the plan's derivatives are no different orders from 0 to 2", hint: PlanCheck.wayOut)
        }
        guard losses.isEmpty != formulas.isEmpty, losses.count + formulas.count <= 12 else {
            throw Diagnostic("the plan names no losses, too many, or formulas beside them", hint: PlanCheck.wayOut)
        }
        var spec = PlotSpec(losses: losses.map(\.description), data: data)
        spec.formulas = formulas
        spec.link = losses.isEmpty ? nil : link.common
        spec.theta = theta
        if case .fixed(let range) = yRange { spec.yRange = range }
        spec.derivatives = derivatives
        spec.panels = panels
        spec.marks = marks.map(\.rawValue)
        spec.presentation = PresentationSpec(presentation)
        return .curve(spec)
    }
}

extension ContourPlan: ReadablePlan {
    public static var kindName: String? { Kind.contours.rawValue }
    public static var currentVersion: Int { 1 }

    public func request(data: PlotSpec.DataSource) throws -> FigureRequest {
        try PlanCheck.window(x, "x")
        try PlanCheck.window(y, "y")
        try PlanCheck.presentation(presentation)
        guard (1...ContourMark.levelLimit).contains(levels.count), levels.allSatisfy({ abs($0) <= 1e100 }),
            zip(levels, levels.dropFirst()).allSatisfy(<)
        else {
            throw Diagnostic(
                "the plan's levels are no 1 to \(ContourMark.levelLimit) increasing numbers", hint: PlanCheck.wayOut)
        }
        guard losses.count + formulas.count == 1 else {
            throw Diagnostic("the plan's contours are not of one function", hint: PlanCheck.wayOut)
        }
        var figure = PlotSpec(losses: losses.map(\.description), data: data)
        figure.formulas = formulas
        figure.link = losses.isEmpty ? nil : link.common
        figure.theta = x
        figure.yRange = y
        figure.marks = marks.map(\.rawValue)
        figure.presentation = PresentationSpec(presentation)
        var spec = ContourSpec(figure)
        spec.levels = levels
        return .contour(spec)
    }
}

/// Values that are checked where they are typed, and so are checked again where they are read.
enum PlanCheck {
    static let wayOut = "draw the figure again"

    static func window(_ range: ClosedRange<Double>, _ key: String) throws {
        _ = try PlotSpec.window(
            from: range.lowerBound, to: range.upperBound,
            writtenAs: "the plan's \(key), [\(range.lowerBound), \(range.upperBound)],")
    }

    static func presentation(_ presentation: Presentation) throws {
        let size: Size =
            switch presentation.extent {
            case .figure(let size), .plotArea(let size): size
            }
        guard (1...32_767).contains(size.width), (1...32_767).contains(size.height) else {
            throw Diagnostic("the plan's size, \(size.width)×\(size.height) points, is out of range", hint: wayOut)
        }
        guard (0.1...100).contains(presentation.scale) else {
            throw Diagnostic("the plan's scale, \(presentation.scale), is not from 0.1 to 100", hint: wayOut)
        }
    }
}

extension PlanLinks {
    /// The link that all losses have; nil where they differ, which only their own links do.
    var common: String? {
        if case .common(let link) = self { link.rawValue } else { nil }
    }
}

extension PresentationSpec {
    /// Everything that a presentation says.
    init(_ presentation: Presentation) {
        self.init()
        title = presentation.title
        subtitle = presentation.subtitle
        xLabel = presentation.xLabel
        yLabel = presentation.yLabel
        caption = presentation.caption
        alternative = presentation.alternative
        language = presentation.language.rawValue
        theme = presentation.theme.rawValue
        extent = presentation.extent
        scale = presentation.scale
    }
}
