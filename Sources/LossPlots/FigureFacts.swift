import Calculus
import Certificates
import CurveSampling
import Diagnostics
import Expressions
import Figures
import Losses

/// Looks up the numbers that a figure is about, each proved.
///
/// ```swift
/// let facts = FigureFacts(try FigureRequest.curve(PlotSpec(losses: ["mse"])).resolved())
/// try facts.fact(Quantity(subject: .loss("mse"), feature: .verdict))  // not convex
/// ```
public struct FigureFacts {
    private let figure: ResolvedFigure
    /// Proofs are dear, and assertions of a figure mostly about the same loss.
    private var curves: [Int: Certificate] = [:]
    private var plane: PlaneCertificate?

    public init(_ figure: ResolvedFigure) { self.figure = figure }

    /// - Throws: `Diagnostic` when the figure has no such quantity, or nothing is proved of it.
    public mutating func fact(_ quantity: Quantity) throws -> Fact {
        switch figure {
        case .curve(let resolved):
            let subjects = try resolved.plan.subjects()
            let names = resolved.plan.losses.map(\.description)
            let index = try index(of: quantity.subject, losses: names, formulas: resolved.plan.formulas.count)
            return try fact(quantity.feature, of: subjects[index], at: index, in: resolved)
        case .contour(let resolved):
            let names = resolved.plan.losses.map(\.description)
            _ = try index(of: quantity.subject, losses: names, formulas: resolved.plan.formulas.count)
            return try fact(quantity.feature, in: resolved)
        case .bars(let plan): return try fact(quantity, losses: plan.classLosses(), predictions: plan.predictions)
        case .simplex(let plan): return try fact(quantity, losses: [plan.classLoss()], predictions: plan.predictions)
        }
    }

    private func index(of subject: Quantity.Subject, losses: [String], formulas: Int) throws -> Int {
        switch subject {
        case .loss(let name):
            let wanted = try LossSpec(name).description
            guard let index = losses.firstIndex(of: wanted) else {
                throw Diagnostic(
                    "the figure has no loss \(wanted)",
                    hint: losses.isEmpty ? "a formula is f[0]" : "it has \(losses.joined(separator: ", "))")
            }
            return index
        case .formula(let index):
            guard index < formulas else {
                throw Diagnostic(
                    "the figure has no formula f[\(index)]",
                    hint: formulas == 0 ? "name a loss" : "the last is f[\(formulas - 1)]")
            }
            return losses.count + index
        }
    }

    // MARK: Curves

    private mutating func fact(
        _ feature: Quantity.Feature, of subject: CurveSubject, at index: Int, in resolved: ResolvedPlan
    ) throws -> Fact {
        if case .value(let place) = feature {
            guard place.count == 1 else {
                throw Diagnostic("\(subject.name) is a function of one variable", hint: "give one number")
            }
            let enclosure = subject.curve(order: 0, data: resolved.data).enclosure(order: 0, over: Interval(place[0]))
            return try FigureFacts.fact(enclosure, of: subject.name)
        }
        if case .descent(let start, let what) = feature {
            return try FigureFacts.fact(
                what, of: try FigureFacts.run(start, of: index, among: resolved.descents), named: subject.name,
                axes: [FigureFacts.variable(of: subject)])
        }
        let certificate = curves[index] ?? FigureFacts.certificate(of: subject, at: index, in: resolved)
        curves[index] = certificate
        switch feature {
        case .value, .descent: preconditionFailure("values and descents are looked up above")
        case .prediction: throw FigureFacts.noPredictions
        case .verdict: return .word(certificate.verdict.rawValue)
        case .minimumCount:
            return .count(certificate.minima.count, isComplete: certificate.unresolvedSlopes.isEmpty)
        case .maximumCount:
            return .count(certificate.maxima.count, isComplete: certificate.unresolvedSlopes.isEmpty)
        case .inflectionCount:
            return .count(certificate.inflections.count, isComplete: certificate.unresolvedBends.isEmpty)
        case .inflection(let k):
            return .enclosed(try FigureFacts.element(k, of: certificate.inflections, "inflection").range)
        case .minimum(let k, let coordinate):
            return try FigureFacts.fact(
                FigureFacts.element(k, of: certificate.minima, "minimum"), coordinate, of: subject)
        case .maximum(let k, let coordinate):
            return try FigureFacts.fact(
                FigureFacts.element(k, of: certificate.maxima, "maximum"), coordinate, of: subject)
        }
    }

    private static func certificate(of subject: CurveSubject, at index: Int, in resolved: ResolvedPlan) -> Certificate {
        // One a subject, or none.
        if resolved.certificates.indices.contains(index) { return resolved.certificates[index] }
        switch subject {
        case .loss(let loss): return .prove(loss, on: resolved.data, window: resolved.plan.theta)
        case .formula(let expression):
            let samples = expression.needsSamples ? Samples(x: resolved.data.x, y: resolved.data.y) : nil
            return .prove(expression, on: samples, window: resolved.plan.theta)
        }
    }

    private static func fact(
        _ extremum: Certificate.Extremum, _ coordinate: Quantity.Coordinate, of subject: CurveSubject
    ) throws -> Fact {
        let variable = variable(of: subject)
        switch coordinate {
        case .value: return .enclosed(extremum.value.range)
        case variable: return .enclosed(extremum.theta.range)
        default:
            throw Diagnostic(
                "\(subject.name) has no \(coordinate.rawValue)", hint: "use .\(variable.rawValue) or .value")
        }
    }

    private static func variable(of subject: CurveSubject) -> Quantity.Coordinate {
        switch subject {
        case .loss: .theta
        case .formula(let expression): Quantity.Coordinate(rawValue: expression.variables[0].rawValue) ?? .theta
        }
    }

    // MARK: Contours

    private mutating func fact(_ feature: Quantity.Feature, in resolved: ResolvedContourPlan) throws -> Fact {
        let subject = try resolved.subject()
        if case .value(let place) = feature {
            guard place.count == 2 else {
                throw Diagnostic("\(subject.name) is a function of two variables", hint: "give two numbers")
            }
            let enclosure = subject.surface(on: resolved.data)
                .enclosure(overX: Interval(place[0]), y: Interval(place[1]))
            return try FigureFacts.fact(enclosure.value, of: subject.name)
        }
        if case .descent(let start, let what) = feature {
            return try FigureFacts.fact(
                what, of: try FigureFacts.run(start, of: 0, among: resolved.descents), named: subject.name,
                axes: subject.isObjective ? [.w, .b] : [.x, .y])
        }
        guard let loss = resolved.plan.linkedLoss else {
            throw Diagnostic(
                "of formulas of two variables and of grids only values are known",
                hint: "assert a value, as in J(f[0], 1, 2)")
        }
        let certificate =
            plane ?? resolved.certificate ?? .prove(loss, on: resolved.data, w: resolved.plan.x, b: resolved.plan.y)
        plane = certificate
        switch feature {
        case .verdict: return .word(certificate.verdict.rawValue)
        case .minimumCount:
            let isConvex = [.convex, .strictlyConvex].contains(certificate.verdict)
            return .count(certificate.minima.count, isComplete: isConvex)
        case .minimum(let k, let coordinate):
            let minimum = try FigureFacts.element(k, of: certificate.minima, "minimum")
            switch coordinate {
            case .w: return .enclosed(minimum.w.range)
            case .b: return .enclosed(minimum.b.range)
            case .value: return .enclosed(minimum.value.range)
            case .theta, .x, .y:
                throw Diagnostic("\(subject.name) has no \(coordinate.rawValue)", hint: "use .w, .b or .value")
            }
        case .prediction: throw FigureFacts.noPredictions
        case .value, .descent, .maximumCount, .maximum, .inflectionCount, .inflection:
            throw Diagnostic(
                "maxima and inflections are not looked for over (w, b)", hint: "assert minima, the verdict or values")
        }
    }

    // MARK: Distributions

    private func fact(
        _ quantity: Quantity, losses: [ClassLoss], predictions: [NamedDistribution]
    ) throws -> Fact {
        let loss = losses[try index(of: quantity.subject, losses: losses.map(\.spec.description), formulas: 0)]
        switch quantity.feature {
        // Structural, of every loss that has a form for distributions.
        case .verdict: return .word(Certificate.Verdict.convex.rawValue)
        case .prediction(let k):
            guard predictions.indices.contains(k) else {
                throw Diagnostic(
                    "there is no prediction \(k)",
                    hint: predictions.isEmpty ? "give predictions" : "the last is \(predictions.count - 1)")
            }
            let prediction = predictions[k].probabilities
            guard let bounds = loss.bounds(of: prediction) else {
                throw Diagnostic(
                    "\(loss.spec) of prediction \(k) \(prediction) is infinite", hint: "assert another one")
            }
            return .enclosed(bounds.lower...bounds.upper)
        default:
            throw Diagnostic(
                "of losses of predictions the values and the verdict are known",
                hint: "for example \(loss.spec)[0] or \(loss.spec).verdict")
        }
    }

    private static var noPredictions: Diagnostic {
        Diagnostic("the figure has no predictions", hint: "assert a value as J(mse, 1.5), or set kind: bars")
    }

    // MARK: All

    private static func element<Element>(_ index: Int, of list: [Element], _ kind: String) throws -> Element {
        guard list.indices.contains(index) else {
            throw Diagnostic(
                "no \(kind) \(index) is proved", hint: list.isEmpty ? "there is none" : "the last is \(list.count - 1)")
        }
        return list[index]
    }

    private static func fact(_ enclosure: Enclosure, of name: String) throws -> Fact {
        guard enclosure.decoration >= .defined, let interval = enclosure.interval, interval.isBounded else {
            throw Diagnostic("\(name) has no finite value there", hint: "assert another one")
        }
        return .enclosed(interval.lower...interval.upper)
    }
}

extension Bounds {
    fileprivate var range: ClosedRange<Double> { lower...upper }
}

extension FigureFacts {
    /// The words of a verdict.
    public static let verdicts = [
        Certificate.Verdict.convex, .strictlyConvex, .notConvex, .undecided,
    ].map(\.rawValue)

    /// A number as a message shows it.
    public static func text(_ value: Double, significant: Int = 8) -> String {
        DecimalLabel.text(value, significant: significant)
    }
}
