import Diagnostics
import Losses
import Scenes

/// A plan with its data at hand, ready to be drawn.
public struct ResolvedPlan: Sendable {
    public var plan: Plan
    public var data: Dataset
    public var warnings: [Diagnostic]
}

extension PlotSpec {
    /// Looks at the names of losses alone.
    ///
    /// - Throws: `Diagnostic` for the first that is none, and when there are none.
    public func checkNames() throws { _ = try parsedLosses() }

    func parsedLosses() throws -> [LossSpec] {
        let losses = try self.losses.map { try LossSpec($0) }
        guard !losses.isEmpty else {
            throw Diagnostic("no loss is named", hint: "name one or more of \(LossSpec.allNames)")
        }
        for (index, loss) in losses.enumerated() where losses[..<index].contains(loss) {
            throw Diagnostic("the loss \(loss) is named twice", hint: "name each loss once")
        }
        return losses
    }

    /// Fills in every default and checks every value.
    ///
    /// - Throws: `Diagnostic` with the first thing that is wrong. A thrower does not know how its value was asked for;
    ///   the caller names the option or the key.
    public func resolved() throws -> ResolvedPlan {
        if !formulas.isEmpty { return try resolvedFormulas() }
        let losses = try parsedLosses()
        let linked = try PlotSpec.linked(losses, link: try link.map(PlotSpec.link(named:)))
        let (dataset, reference, warnings) = try readData(for: linked)
        let language = try value(self.language, default: Plan.Language.english, kind: "language")
        let wording = Wording(language: language)
        let plan = Plan(
            losses: losses, formulas: [], link: PlanLinks(linked.map(\.link)), data: reference,
            theta: theta ?? dataset.defaultWindow(for: linked),
            yRange: yRange.map { .fixed(range: $0) } ?? .automatic, derivatives: derivatives ?? [0],
            panels: panels ?? false,
            marks: try (marks ?? []).filter { $0 != "none" }.map {
                try value($0, default: .evaluations, kind: "mark")
            },
            title: title ?? wording.title(of: linked),
            subtitle: wording.formula(of: linked), xLabel: xLabel ?? "$\\theta$",
            yLabel: yLabel ?? "$J(\\theta)$", language: language,
            theme: try value(theme, default: Plan.ThemeName.graphpaper, kind: "theme"),
            extent: extent ?? .figure(size: Size(width: 800, height: 500)), scale: scale ?? 2)
        return ResolvedPlan(plan: plan, data: dataset, warnings: warnings)
    }

    /// Formulas of one kind: of x alone, or objectives of a parameter over the data.
    private func resolvedFormulas() throws -> ResolvedPlan {
        let expressions = try formulas.map { try $0.parsed() }
        for (index, formula) in formulas.enumerated() where formulas[..<index].contains(formula) {
            throw Diagnostic("the formula '\(formula.expression)' is given twice", hint: "give each once")
        }
        guard derivatives ?? [0] == [0] else {
            throw Diagnostic(
                "derivatives of formulas are not drawn yet", hint: "leave out --derivative, or write them out")
        }
        let variables = Set(expressions.flatMap(\.variables))
        guard variables.count == 1, let variable = variables.first else {
            throw Diagnostic(
                "the formulas have different variables, \(variables.map(\.rawValue).sorted().joined(separator: " and "))",
                hint: "draw them in figures of their own")
        }
        let needsSamples = expressions.contains(where: \.needsSamples)
        let (dataset, reference, warnings) =
            needsSamples ? try readData(for: []) : (try Dataset.outlier(samples: 1), DataReference.none, [])
        let language = try value(self.language, default: Plan.Language.english, kind: "language")
        let axis = variable == .theta ? "$\\theta$" : "$\(variable.rawValue)$"
        let isObjective = variable != .x
        let tex = expressions.map(\.tex)
        let left = isObjective ? "J(\(axis.dropFirst().dropLast()))" : "f(x)"
        let plan = Plan(
            losses: [], formulas: formulas, link: PlanLinks([.sigmoid]), data: reference,
            theta: theta ?? (needsSamples ? dataset.defaultWindow(for: []) : -5...5),
            yRange: yRange.map { .fixed(range: $0) } ?? .automatic, derivatives: [0], panels: panels ?? false,
            marks: try (marks ?? []).filter { $0 != "none" }.map {
                try value($0, default: .evaluations, kind: "mark")
            },
            title: title ?? (tex.count == 1 ? "$\(left) = \(tex[0])$" : ""), subtitle: "", xLabel: xLabel ?? axis,
            yLabel: yLabel ?? "$\(left)$", language: language,
            theme: try value(theme, default: Plan.ThemeName.graphpaper, kind: "theme"),
            extent: extent ?? .figure(size: Size(width: 800, height: 500)), scale: scale ?? 2)
        return ResolvedPlan(plan: plan, data: dataset, warnings: warnings)
    }

    func readData(
        for losses: [LinkedLoss]
    ) throws -> (dataset: Dataset, reference: DataReference, warnings: [Diagnostic]) {
        switch data {
        case .builtIn(let samples):
            let dataset = try Dataset.outlier(samples: samples)
            try losses.forEach { try $0.check(dataset, file: nil) }
            return (dataset, .outlier(samples: samples), [])
        case .table(let bytes, let path, let x, let y, let skipMissing):
            let (dataset, warnings) = try Dataset.read(
                bytes, name: PlotSpec.lastComponent(of: path), file: path, x: x, y: y, skipMissing: skipMissing)
            try losses.forEach { try $0.check(dataset, file: path) }
            let source = DataReference.TableSource(path: path, x: x ?? "", y: y ?? "")
            let reference: DataReference =
                dataset.count <= DataReference.inlineLimit
                ? .inline(dataset: dataset, source: source)
                : .external(samples: dataset.count, sha256: Checksum.sha256(bytes), source: source)
            return (dataset, reference, warnings)
        }
    }

    private static func lastComponent(of path: String) -> String {
        path == "-" ? "stdin" : path.split(separator: "/").last.map(String.init) ?? path
    }

    static func link(named name: String) throws -> Link {
        if name == "softmax" {
            throw Diagnostic(
                "the softmax link is not available yet: it needs samples of several classes",
                hint: "for two classes it is --link sigmoid")
        }
        return try value(name, default: .sigmoid, kind: "link")
    }

    /// Each loss with the link asked for, or with its own.
    static func linked(_ losses: [LossSpec], link: Link?) throws -> [LinkedLoss] {
        try losses.map { loss in
            let links = loss.name.links
            if let link, !links.contains(link) {
                let what = links.contains(.identity) ? "the logit itself" : "a probability"
                throw Diagnostic(
                    "\(loss) needs \(what), which the \(link.rawValue) link does not give",
                    hint: "use --link \(links.map(\.rawValue).joined(separator: " or "))")
            }
            return LinkedLoss(loss, link: link)
        }
    }

    func value<Name: RawRepresentable<String> & CaseIterable>(
        _ text: String?, default fallback: Name, kind: String
    ) throws -> Name {
        try PlotSpec.value(text, default: fallback, kind: kind)
    }

    private static func value<Name: RawRepresentable<String> & CaseIterable>(
        _ text: String?, default fallback: Name, kind: String
    ) throws -> Name {
        guard let text else { return fallback }
        if let known = Name(rawValue: text) { return known }
        let names = Name.allCases.map(\.rawValue)
        let meant = Suggestion.nearest(to: text, among: names).map { "did you mean '\($0)'?" }
        throw Diagnostic("unknown \(kind) '\(text)'", hint: meant ?? "use \(names.joined(separator: ", "))")
    }
}

extension Dataset {
    /// A window of θ in which the logits of a typical sample run from −6 to 6, rounded up to 1, 2, 3, 4, 5, 6 or 8
    /// times a power of ten; for regression wide enough to show the least-squares solution.
    func defaultWindow(for losses: [LinkedLoss]) -> ClosedRange<Double> {
        let sizes = x.map { abs($0) }.filter { $0 > 0 }.sorted()
        guard !sizes.isEmpty else { return -4...4 }
        var half = 6 / sizes[sizes.count / 2]
        if losses.contains(where: { $0.labels == .any }) {
            let squares = x.reduce(0) { $0 + $1 * $1 }
            let solution = zip(x, y).reduce(0) { $0 + $1.0 * $1.1 } / squares
            if solution.isFinite { half = max(half, 1.5 * abs(solution)) }
        }
        half = half.isFinite ? min(max(half, 1e-9), 1e9) : 1e9
        var power = 1.0
        while power * 10 <= half { power *= 10 }
        while power > half { power /= 10 }
        let round = [1.0, 2, 3, 4, 5, 6, 8, 10].first { $0 * power >= half * (1 - 1e-9) } ?? 10
        return -(round * power)...(round * power)
    }
}
