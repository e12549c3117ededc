import CertificateChecking
import Certificates
import Diagnostics
import Expressions
import Losses

/// Of what a user wants to see something proved, as far as they said it; nil means the default.
public struct CertificateSpec: Sendable {
    /// Names of losses, or expressions.
    public var subjects: [String]
    /// Values of names in expressions, as decimal numerals.
    public var parameters: [String: String] = [:]
    public var data: PlotSpec.DataSource = .builtIn(samples: 7)
    public var link: String?
    /// The window of θ, or of an expression's variable.
    public var window: ClosedRange<Double>?

    public init(subjects: [String]) { self.subjects = subjects }

    private enum Subject: Equatable {
        case loss(LossSpec)
        case expression(Expression)
    }

    /// Looks at the names of losses and at the expressions alone.
    ///
    /// - Throws: `Diagnostic` for the first that is neither.
    public func checkSubjects() throws { _ = try parsedSubjects() }

    private func parsedSubjects() throws -> [Subject] {
        guard !subjects.isEmpty else {
            throw Diagnostic(
                "no loss is named",
                hint: "name one or more of \(LossSpec.allNames), or give an expression of theta or x")
        }
        var parsed: [Subject] = []
        for text in subjects {
            let subject = try parsedSubject(text)
            guard !parsed.contains(subject) else {
                throw Diagnostic("'\(text)' is named twice", hint: "name each once")
            }
            parsed.append(subject)
        }
        if !parameters.isEmpty, parsed.allSatisfy({ if case .loss = $0 { true } else { false } }) {
            throw Diagnostic("--let is for expressions", hint: "give a loss its parameters as in 'focal(gamma=2)'")
        }
        return parsed
    }

    private func parsedSubject(_ text: String) throws -> Subject {
        let name = String(text.prefix { $0 != "(" })
        if LossName(named: name) != nil { return .loss(try LossSpec(text)) }
        do {
            let expression = try FormulaSpec(expression: text, parameters: parameters).parsedOfAnyVariables()
            guard expression.variables.count == 1 else {
                let names = expression.variables.map(\.rawValue).joined(separator: " and ")
                throw Diagnostic(
                    "'\(text)' is a function of \(names), and proofs are of one variable yet",
                    hint:
                        "fix one of them with --let, for example --let \(expression.variables.last?.rawValue ?? "b")=0")
            }
            return .expression(expression)
        } catch {
            // A lone word was meant to be a loss.
            let isWord = text.allSatisfy { $0.isLetter || $0.isNumber || "_-,".contains($0) }
            if isWord { _ = try LossSpec(text) }
            throw error
        }
    }

    /// Proves what can be proved of every subject.
    ///
    /// - Throws: `Diagnostic` with the first thing that is wrong with what was asked for.
    public func proved() throws -> Certification {
        let parsed = try parsedSubjects()
        let losses = parsed.compactMap { if case .loss(let loss) = $0 { loss } else { nil } }
        var spec = PlotSpec(losses: [], data: data)
        spec.link = link
        if link != nil, losses.isEmpty {
            throw Diagnostic("--link is for losses", hint: "write the link out: sigmoid(theta*x)")
        }
        let linked = try PlotSpec.linked(losses, link: try PlotSpec.link(named: link))
        if case .table(_, _, let x?, _, _) = data {
            let features = try CertificateSpec.features(in: x)
            if features.count > 1 { return try provedLinear(parsed.count, linked, features) }
            if let feature = features.first { spec.data = data.naming(x: feature) }
        }
        let needsSamples =
            !losses.isEmpty || parsed.contains { if case .expression(let e) = $0 { e.needsSamples } else { false } }
        let (dataset, reference, warnings) =
            needsSamples ? try spec.readData(for: linked) : (try Dataset.outlier(samples: 1), DataReference.none, [])
        var skipsMissing = false
        if case .table(_, _, _, _, let skips) = data { skipsMissing = skips }

        var nextLoss = linked.makeIterator()
        let curves = parsed.compactMap { subject -> CertifiedCurve? in
            switch subject {
            case .loss:
                guard let loss = nextLoss.next() else { return nil }
                let window = window ?? DefaultWindow.range(of: linked, on: dataset)
                let certificate = Certificate.prove(loss, on: dataset, window: window)
                return CertifiedCurve(
                    certificate: certificate,
                    zeros: .prove(loss, on: dataset, window: window, least: certificate.globalMinimum))
            case .expression(let expression):
                let samples = expression.needsSamples ? Samples(x: dataset.x, y: dataset.y) : nil
                let usual =
                    expression.needsSamples ? DefaultWindow.range(of: [LinkedLoss(LossSpec(.ce))], on: dataset) : -5...5
                let window = window ?? usual
                return CertifiedCurve(
                    certificate: .prove(expression, on: samples, window: window),
                    zeros: .prove(expression, on: samples, window: window))
            }
        }
        let certified = CertifiedData(dataset: dataset, reference: reference, skipsMissing: skipsMissing)
        return Certification(proved: .oneVariable(curves, certified), warnings: warnings)
    }
}
