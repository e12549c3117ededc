import Certificates
import Diagnostics
import Expressions
import Figures
import Losses
import Scenes

/// A plan with its data and what is proved of its losses at hand, ready to be drawn.
public struct ResolvedPlan: Sendable {
    public var plan: Plan
    public var data: Dataset
    /// One a loss or formula, in their order, where the plan has marks or a descent that show them; else empty.
    public var certificates: [Certificate]
    /// For each loss or formula, in their order, the zeros of each of the plan's derivatives, where the plan marks them;
    /// else empty.
    public var zeros: [[ProvedZeros]]
    /// The paths of each loss or formula, in their order, from each start; empty where the plan has no descent.
    public var descents: [DescentRun]
    public var warnings: [Diagnostic]

    /// With the zeros and the paths that the plan shows.
    fileprivate init(
        _ plan: Plan, data: Dataset, certificates: [Certificate], warnings: [Diagnostic], memory: VariantMemory
    ) throws {
        let computed = ComputedParts(plan)
        self.plan = plan
        self.data = data
        self.certificates = certificates
        zeros = try memory.value(for: ZeroKey(plan: computed, data: data)) { try plan.provedZeros(on: data) }
        descents = try memory.value(for: DescentKey(plan: computed, data: data)) {
            try plan.descentRuns(on: data, certificates)
        }
        self.warnings = warnings
    }
}

extension PlotSpec {
    /// Looks at the names of losses alone.
    ///
    /// - Throws: `Diagnostic` for the first that is none, and when there are none.
    public func checkNames() throws { _ = try parsedLosses() }

    func parsedLosses() throws -> [LossSpec] {
        let losses = try self.losses.enumerated().map { index, text in
            try Diagnostic.about(.losses, index) { try LossSpec(text) }
        }
        guard !losses.isEmpty else {
            throw Diagnostic(
                "no loss is named", about: Setting(.losses), hint: "name one or more of \(LossSpec.allNames)")
        }
        for (index, loss) in losses.enumerated() where losses[..<index].contains(loss) {
            throw Diagnostic(
                "the loss \(loss) is named twice", about: Setting(.losses, index), hint: "name each loss once")
        }
        return losses
    }

    /// Fills in every default and checks every value.
    ///
    /// - Throws: `Diagnostic` with the first thing that is wrong. A thrower does not know how its value was asked for;
    ///   the caller names the option or the key.
    ///
    /// - Parameter memory: of the figure's other variants.
    public func resolved(memory: VariantMemory = VariantMemory()) throws -> ResolvedPlan {
        if !formulas.isEmpty { return try resolvedFormulas(memory: memory) }
        let losses = try parsedLosses()
        let linked = try PlotSpec.linked(losses, link: try PlotSpec.link(named: link))
        let (dataset, reference, warnings) = try readData(for: linked)
        let language = try presentation.resolvedLanguage()
        let wording = Wording(language: language)
        let theta =
            theta
            ?? memory.value(for: WindowKey(subjects: linked, data: dataset, parts: descent)) {
                descendedWindow(DefaultWindow.range(of: linked, on: dataset))
            }
        let marks = try parsedMarks(default: standardMarks)
        let isJudged = marks.contains(where: \.isCertified)
        let certificates =
            isJudged || descent != nil
            ? memory.value(for: ProofKey(subjects: linked, data: dataset, window: theta)) {
                linked.map { Certificate.prove($0, on: dataset, window: theta) }
            } : []
        let descent = try resolvedDescent(of: linked.map { .loss($0) }, on: dataset, over: theta)
        let plan = Plan(
            losses: losses, formulas: [], link: PlanLinks(linked.map(\.link)), data: reference, theta: theta,
            yRange: yRange.map { .fixed(range: $0) } ?? .automatic, derivatives: derivatives ?? [0],
            panels: panels ?? false, marks: marks, descent: descent,
            presentation: try presentation.resolved(
                title: wording.claim(isJudged ? certificates : [], of: linked) ?? wording.title(of: linked),
                subtitle: wording.subtitle(of: linked, width: (presentation.extent ?? .standard).size.width),
                xLabel: "$\\theta$", yLabel: "$J(\\theta)$"))
        return try ResolvedPlan(
            plan, data: dataset, certificates: certificates,
            warnings: warnings + certificates.flatMap { wording.warnings(of: $0) }, memory: memory)
    }

    /// Beside a descent no chord, which would run through its paths.
    private var standardMarks: [Plan.MarkName] { Plan.MarkName.standard.filter { $0 != .chord || descent == nil } }

    private func parsedMarks(default standard: [Plan.MarkName]) throws -> [Plan.MarkName] {
        guard let marks else { return standard }
        if marks.contains("none"), marks.count > 1 {
            throw Diagnostic(
                "'none' stands beside other marks", about: Setting(.marks),
                hint: "use --mark none alone, or leave it out")
        }
        let names = try marks.filter { $0 != "none" }.enumerated().map { index, mark in
            try Diagnostic.about(.marks, index) {
                try NamedChoice.value(mark, default: Plan.MarkName.evaluations, kind: "mark")
            }
        }
        return Plan.MarkName.allCases.filter(names.contains)
    }

    /// Formulas of one kind: of x alone, or objectives of a parameter over the data.
    private func resolvedFormulas(memory: VariantMemory) throws -> ResolvedPlan {
        let expressions = try formulas.enumerated().map { index, formula in
            try Diagnostic.about(.formulas, index) { try formula.parsed() }
        }
        for (index, formula) in formulas.enumerated() where formulas[..<index].contains(formula) {
            throw Diagnostic(
                "the formula '\(formula.expression)' is given twice", about: Setting(.formulas, index),
                hint: "give each once")
        }
        guard derivatives ?? [0] == [0] else {
            throw Diagnostic(
                "derivatives of formulas are not drawn yet", about: Setting(.derivatives),
                hint: "leave out --derivative, or write them out")
        }
        let variables = Set(expressions.flatMap(\.variables))
        guard variables.count == 1, let variable = variables.first else {
            throw Diagnostic(
                "the formulas have different variables, \(variables.map(\.rawValue).sorted().joined(separator: " and "))",
                about: Setting(.formulas), hint: "draw them in figures of their own")
        }
        let needsSamples = expressions.contains(where: \.needsSamples)
        let (dataset, reference, warnings) =
            needsSamples ? try readData(for: []) : (try Dataset.outlier(samples: 1), DataReference.none, [])
        let axis = variable == .theta ? "$\\theta$" : "$\(variable.rawValue)$"
        let isObjective = variable != .x
        let tex = expressions.map(\.tex)
        let left = isObjective ? "J(\(axis.dropFirst().dropLast()))" : "f(x)"
        let theta =
            theta
            ?? memory.value(for: WindowKey(subjects: expressions, data: dataset, parts: descent)) {
                descendedWindow(isObjective ? DefaultWindow.range(of: expressions, on: dataset) : -5...5)
            }
        // A loss wants to be judged; any other function does when it is asked for.
        let marks = try parsedMarks(default: isObjective ? standardMarks : [])
        let samples = needsSamples ? Samples(x: dataset.x, y: dataset.y) : nil
        let certificates =
            marks.contains(where: \.isCertified) || descent != nil
            ? memory.value(for: ProofKey(subjects: expressions, data: dataset, window: theta)) {
                expressions.map { Certificate.prove($0, on: samples, window: theta) }
            } : []
        let descent = try resolvedDescent(of: expressions.map { .formula($0) }, on: dataset, over: theta)
        let plan = Plan(
            losses: [], formulas: formulas, link: PlanLinks([.sigmoid]), data: reference, theta: theta,
            yRange: yRange.map { .fixed(range: $0) } ?? .automatic, derivatives: [0], panels: panels ?? false,
            marks: marks, descent: descent,
            presentation: try presentation.resolved(
                title: tex.count == 1 ? "$\(left) = \(tex[0])$" : "", subtitle: "", xLabel: axis, yLabel: "$\(left)$"))
        let wording = try Wording(of: plan)
        return try ResolvedPlan(
            plan, data: dataset, certificates: certificates,
            warnings: warnings + certificates.flatMap { wording.warnings(of: $0) }, memory: memory)
    }

    func readData(
        for losses: [LinkedLoss]
    ) throws -> (dataset: Dataset, reference: DataReference, warnings: [Diagnostic]) {
        switch data {
        case .builtIn(let samples):
            let dataset = try Diagnostic.about(.samples) { try Dataset.outlier(samples: samples) }
            try losses.forEach { try $0.check(dataset, file: nil) }
            return (dataset, .outlier(samples: samples), [])
        case .known(let dataset, let reference):
            try losses.forEach { try $0.check(dataset, file: nil) }
            return (dataset, reference, [])
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

    static func lastComponent(of path: String) -> String {
        path == "-" ? "stdin" : path.split(separator: "/").last.map(String.init) ?? path
    }

    /// Nil for none.
    static func link(named name: String?) throws -> Link? {
        try name.map { name in
            try Diagnostic.about(.link) { try NamedChoice.value(name, default: .sigmoid, kind: "link") }
        }
    }

    /// Each loss with the link asked for, or with its own.
    static func linked(_ losses: [LossSpec], link: Link?) throws -> [LinkedLoss] {
        try losses.map { loss in
            let links = loss.name.links
            if let link, !links.contains(link) {
                let what = links.contains(.identity) ? "the logit itself" : "a probability"
                throw Diagnostic(
                    "\(loss) needs \(what), which the \(link.rawValue) link does not give",
                    about: Setting(.link),
                    hint: "use --link \(links.map(\.rawValue).joined(separator: " or "))")
            }
            return LinkedLoss(loss, link: link)
        }
    }
}

private struct WindowKey<Subject: Equatable>: Equatable {
    var subjects: [Subject]
    var data: Dataset
    var parts: DescentSpec?
}

private struct ProofKey<Subject: Equatable>: Equatable {
    var subjects: [Subject]
    var data: Dataset
    var window: ClosedRange<Double>
}

private struct ZeroKey: Equatable {
    var plan: ComputedParts<Plan>
    var data: Dataset
}

private struct DescentKey: Equatable {
    var plan: ComputedParts<Plan>
    var data: Dataset
}
