import Diagnostics
import LossPlots
import Losses
import Scenes

/// Writes the spec file of a figure that was read back.
///
/// Everything that would differ from a default is said, so that `lossplot render` draws the same figure, to the byte.
public enum SpecText {
    /// YAML with a newline at its end.
    ///
    /// - Parameter format: of the output.
    /// - Throws: `Diagnostic` for a figure that no spec can describe.
    public static func yaml(of figure: ResolvedFigure, format: FileFormat) throws -> [UInt8] {
        var writer = SpecLines()
        switch figure {
        case .curve(let resolved): try writer.add(resolved.plan)
        case .contour(let resolved): try writer.add(resolved.plan)
        case .bars(let plan): writer.add(plan)
        case .simplex(let plan): writer.add(plan)
        }
        writer.add(figure.plan)
        writer.add(.formats, "[\(format.rawValue)]")
        return Array(writer.text.utf8)
    }
}

/// The lines of a spec as they come.
private struct SpecLines {
    private(set) var text = ""

    mutating func add(_ key: SpecKey, _ value: String) { text += "\(key.rawValue): \(value)\n" }

    // MARK: Kinds

    mutating func add(_ plan: Plan) throws {
        try add(losses: plan.losses, plan.link, formulas: plan.formulas)
        add(plan.data)
        add(.range, SpecLines.list([plan.theta.lowerBound, plan.theta.upperBound]))
        if case .fixed(let range) = plan.yRange { add(.yRange, SpecLines.list([range.lowerBound, range.upperBound])) }
        if plan.derivatives != [0] {
            add(.derivative, "[\(plan.derivatives.map(String.init).joined(separator: ", "))]")
        }
        if plan.panels { add(.panels, "true") }
        add(marks: plan.marks.map(\.rawValue))
        if let descent = plan.descent { add(descent) }
    }

    mutating func add(_ plan: ContourPlan) throws {
        let kind: FigureSpec.Kind =
            switch plan.kind {
            case .contours: .contour
            case .surface: .surface
            case .both: .both
            }
        add(.kind, kind.rawValue)
        if let grid = plan.grid {
            add(grid)
        } else {
            try add(losses: plan.losses, plan.link, formulas: plan.formulas)
        }
        add(plan.data)
        add(.range, SpecLines.list([plan.x.lowerBound, plan.x.upperBound]))
        add(.yRange, SpecLines.list([plan.y.lowerBound, plan.y.upperBound]))
        add(levels: plan.levels, fill: plan.fill, plan.colors)
        add(marks: plan.marks.map(\.rawValue))
        if let descent = plan.descent { add(descent) }
        guard let space = plan.space else { return }
        add(.view, SpecLines.list([space.azimuth, space.elevation]))
        // A grid of as many points is drawn as it is.
        if plan.grid?.columns != space.resolution { add(.resolution, "\(space.resolution)") }
        add(.zRange, SpecLines.list([space.z.lowerBound, space.z.upperBound]))
        add(.zLabel, SpecLines.quoted(space.zLabel))
    }

    mutating func add(_ plan: BarsPlan) {
        add(.kind, FigureSpec.Kind.bars.rawValue)
        add(.losses, "[\(plan.losses.map { SpecLines.quoted($0.description) }.joined(separator: ", "))]")
        add(plan.truth, plan.predictions)
    }

    mutating func add(_ plan: SimplexPlan) {
        add(.kind, FigureSpec.Kind.simplex.rawValue)
        add(.losses, "[\(SpecLines.quoted(plan.loss.description))]")
        add(plan.truth, plan.predictions)
        if !plan.classes.isEmpty { add(.classes, "[\(plan.classes.map(SpecLines.quoted).joined(separator: ", "))]") }
        add(levels: plan.levels, fill: plan.fill, plan.colors)
    }

    // MARK: Parts

    private mutating func add(levels: [Double], fill: Bool, _ colors: ColormapName) {
        add(.levels, SpecLines.list(levels))
        if !fill { add(.fill, "false") }
        add(.colors, colors.rawValue)
    }

    private mutating func add(losses: [LossSpec], _ link: PlanLinks, formulas: [FormulaSpec]) throws {
        guard formulas.isEmpty else { return try add(formulas) }
        add(.losses, "[\(losses.map { SpecLines.quoted($0.description) }.joined(separator: ", "))]")
        // Where the links differ, each loss has its own.
        if case .common(let link) = link { add(.link, link.rawValue) }
    }

    private mutating func add(_ truth: ClassDistribution, _ predictions: [NamedDistribution]) {
        add(.truth, SpecLines.list(truth.probabilities))
        if predictions.isEmpty { return }
        text += "\(SpecKey.predictions.rawValue):\n"
        for prediction in predictions {
            let name = prediction.name.map { "\(SpecKey.Prediction.name.rawValue): \(SpecLines.quoted($0)), " } ?? ""
            let values = SpecLines.list(prediction.probabilities.probabilities)
            text += "  - {\(name)\(SpecKey.Prediction.probabilities.rawValue): \(values)}\n"
        }
    }

    private mutating func add(_ grid: GridReference) {
        var parts = ["\(SpecKey.Grid.file.rawValue): \(SpecLines.quoted(grid.path))"]
        // A table says where its points lie; an array is told.
        if grid.path.lowercased().hasSuffix(".npy") {
            parts.append("\(SpecKey.Grid.x.rawValue): \(SpecLines.list([grid.x.lowerBound, grid.x.upperBound]))")
            parts.append("\(SpecKey.Grid.y.rawValue): \(SpecLines.list([grid.y.lowerBound, grid.y.upperBound]))")
        }
        add(.grid, "{\(parts.joined(separator: ", "))}")
    }

    private mutating func add(_ descent: DescentPlan) {
        var parts = ["\(SpecKey.Descent.method.rawValue): \(descent.settings.method.name.rawValue)"]
        switch descent.settings.method {
        case .gradient(let step, let momentum):
            if !descent.isStepChosen { parts.append("\(SpecKey.Descent.step.rawValue): \(SpecLines.number(step))") }
            parts.append("\(SpecKey.Descent.momentum.rawValue): \(SpecLines.number(momentum))")
        case .newton(let damping): parts.append("\(SpecKey.Descent.damping.rawValue): \(SpecLines.number(damping))")
        }
        parts.append("\(SpecKey.Descent.steps.rawValue): \(descent.settings.steps)")
        parts.append("\(SpecKey.Descent.tolerance.rawValue): \(SpecLines.number(descent.settings.tolerance))")
        let starts = descent.starts.map { $0.count == 1 ? SpecLines.number($0[0]) : SpecLines.list($0) }
        parts.append("\(SpecKey.Descent.from.rawValue): [\(starts.joined(separator: ", "))]")
        add(.descent, "{\(parts.joined(separator: ", "))}")
    }

    private mutating func add(_ formulas: [FormulaSpec]) throws {
        var parameters: [String: String] = [:]
        for formula in formulas {
            for (name, value) in formula.parameters {
                guard parameters.updateValue(value, forKey: name) ?? value == value else {
                    throw Diagnostic(
                        "the formulas give '\(name)' two values, and a spec has one for all",
                        hint: "draw them in figures of their own")
                }
            }
        }
        text += "\(SpecKey.formulas.rawValue):\n"
        for formula in formulas {
            let name = formula.name.map { ", \(SpecKey.Formula.name.rawValue): \(SpecLines.quoted($0))" } ?? ""
            text += "  - {\(SpecKey.Formula.formula.rawValue): \(SpecLines.quoted(formula.expression))\(name)}\n"
        }
        if !parameters.isEmpty {
            let pairs = parameters.sorted { $0.key < $1.key }.map { "\(SpecLines.quoted($0.key)): \($0.value)" }
            add(.parameters, "{\(pairs.joined(separator: ", "))}")
        }
    }

    private mutating func add(_ data: DataReference) {
        switch data {
        case .none: break
        case .outlier(let samples): add(.data, "{\(SpecKey.Data.samples.rawValue): \(samples)}")
        case .inline(_, let source), .external(_, _, let source):
            var path = source.path
            if path == "-" {
                text += "# The samples came from standard input: lossplot inspect --samples FIGURE > data.csv\n"
                path = "data.csv"
            }
            var parts = ["\(SpecKey.Data.file.rawValue): \(SpecLines.quoted(path))"]
            if !source.x.isEmpty { parts.append("\(SpecKey.Data.x.rawValue): \(SpecLines.quoted(source.x))") }
            if !source.y.isEmpty { parts.append("\(SpecKey.Data.y.rawValue): \(SpecLines.quoted(source.y))") }
            add(.data, "{\(parts.joined(separator: ", "))}")
        }
    }

    private mutating func add(marks: [String]) {
        add(.marks, marks.isEmpty ? "none" : "[\(marks.joined(separator: ", "))]")
    }

    mutating func add(_ plan: any FigurePlan) {
        let presentation = plan.presentation
        add(.title, SpecLines.quoted(presentation.title))
        add(.subtitle, SpecLines.quoted(presentation.subtitle))
        // Bars and the triangle have no axes to name.
        if !(plan is BarsPlan), !(plan is SimplexPlan) {
            add(.xLabel, SpecLines.quoted(presentation.xLabel))
            add(.yLabel, SpecLines.quoted(presentation.yLabel))
        }
        if !presentation.caption.isEmpty { add(.caption, SpecLines.quoted(presentation.caption)) }
        if let alternative = presentation.alternative { add(.alt, SpecLines.quoted(alternative)) }
        add(.languages, "[\(presentation.language.rawValue)]")
        add(.themes, "[\(presentation.theme.rawValue)]")
        switch presentation.extent {
        case .figure(let size): add(.size, SpecLines.list([size.width, size.height]))
        case .plotArea(let size): add(.plotSize, SpecLines.list([size.width, size.height]))
        }
        if presentation.scale != 2 { add(.scale, SpecLines.number(presentation.scale)) }
    }

    // MARK: Values

    private static func list(_ values: [Double]) -> String { "[\(values.map(number).joined(separator: ", "))]" }

    /// The shortest digits that read back.
    private static func number(_ value: Double) -> String {
        let text = "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    /// A double-quoted scalar of YAML 1.1, on one line. What YAML takes for a line's end, or does not print, is escaped.
    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x22: result += "\\\""
            case 0x5C: result += "\\\\"
            case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0xFEFF, 0xFFFE, 0xFFFF:
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
