import Calculus
import CurveSampling
import Diagnostics
import Expressions
import Losses

/// What a curve is of: a loss on the data, or a formula the user wrote.
enum CurveSubject: Sendable {
    case loss(LinkedLoss)
    case formula(Expression)

    /// By which a warning or an export names it.
    var name: String {
        switch self {
        case .loss(let loss): "\(loss.loss)"
        case .formula(let expression): expression.source
        }
    }

    /// For ids: letters, digits and hyphens.
    func identifier(at index: Int) -> String {
        switch self {
        case .loss(let loss): loss.loss.identifier
        case .formula: "formula\(index)"
        }
    }

    /// The curve of its derivative of the given order.
    func curve(order: Int, data: Dataset) -> any CurveFunction {
        switch self {
        case .loss(let loss): return loss.curve(order: order, data: data)
        case .formula(let expression):
            precondition(order == 0, "a formula is drawn itself")
            let samples = expression.needsSamples ? Samples(x: data.x, y: data.y) : nil
            return FormulaCurve(ExpressionFormula(expression: expression, samples: samples))
        }
    }
}

/// An expression of one variable as a formula over any scalar.
private struct ExpressionFormula: ScalarFormula {
    let expression: Expression
    let samples: Samples?

    func callAsFunction<S: Scalar>(_ x: S) -> S { expression.evaluate(x, samples: samples) }
}

/// A formula as it was written, with the values of its names.
public struct FormulaSpec: Equatable, Sendable, Codable {
    public var expression: String
    /// Decimal numerals by name.
    public var parameters: [String: String]
    /// What the figure calls it, text with mathematics in $…$; nil for the expression itself.
    public var name: String?

    public init(expression: String, parameters: [String: String] = [:], name: String? = nil) {
        self.expression = expression
        self.parameters = parameters
        self.name = name
    }

    /// The expression of a curve.
    ///
    /// - Throws: `Diagnostic` with the column in the expression, and for one of two variables.
    func parsed() throws -> Expression {
        let expression = try parsedOfAnyVariables()
        guard expression.variables.count == 1 else {
            let names = expression.variables.map(\.rawValue).joined(separator: " and ")
            let other = expression.variables.last?.rawValue ?? "b"
            throw Diagnostic(
                "'\(self.expression)' is a function of \(names), and a curve has one variable",
                hint: "draw its contours with --as contour, or fix one with --let, for example --let \(other)=0")
        }
        return expression
    }

    /// Looks at the expression alone.
    ///
    /// - Parameter isOfTwo: whether two variables are wanted, for contours, and not one.
    /// - Throws: `Diagnostic` with the column in the expression, and for another number of variables.
    public func check(isOfTwo: Bool) throws {
        guard isOfTwo else {
            _ = try parsed()
            return
        }
        let expression = try parsedOfAnyVariables()
        guard expression.variables.count == 2 else {
            let names = expression.variables.map(\.rawValue).joined(separator: " and ")
            throw Diagnostic(
                "'\(self.expression)' is a function of \(names), and contours need two variables",
                hint: "use x and y, or w and b over the samples")
        }
    }

    /// Whether it is of x and y without samples.
    public var isOfCoordinates: Bool { get throws { try parsedOfAnyVariables().kind == .plane } }

    /// - Throws: `Diagnostic` with the column in the expression.
    func parsedOfAnyVariables() throws -> Expression {
        var numerals: [String: Numeral] = [:]
        for (name, text) in parameters {
            guard let numeral = Numeral(text) else {
                throw Diagnostic("'\(text)' for \(name) is not a decimal number", hint: "for example \(name)=1.5")
            }
            numerals[name] = numeral
        }
        do {
            return try Expression(self.expression, parameters: numerals)
        } catch {
            throw error.diagnostic
        }
    }
}
