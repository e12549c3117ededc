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
    /// Fills in every default and checks every value.
    ///
    /// - Throws: `Diagnostic` with the first thing that is wrong. A thrower does not know how its value was asked for;
    ///   the caller names the option or the key.
    public func resolved() throws -> ResolvedPlan {
        let losses = try self.losses.map(PlotSpec.loss(named:))
        guard !losses.isEmpty else {
            throw Diagnostic("no loss is named", hint: "name one or more of \(PlotSpec.lossNames)")
        }
        for (index, loss) in losses.enumerated() where losses[..<index].contains(loss) {
            throw Diagnostic("the loss \(loss.rawValue) is named twice", hint: "name each loss once")
        }
        let link = try self.link.map(PlotSpec.link(named:)) ?? .sigmoid
        for loss in losses where !loss.links.contains(link) {
            throw Diagnostic(
                "\(loss.rawValue) needs a probability, which the \(link.rawValue) link does not give",
                hint: "use --link \(loss.links.map(\.rawValue).joined(separator: " or "))")
        }
        let (dataset, reference, warnings) = try readData(labelsAreProbabilities: link == .sigmoid)
        let language = try value(self.language, default: Plan.Language.english, kind: "language")
        let wording = Wording(language: language)
        let plan = Plan(
            losses: losses, link: link, data: reference, theta: theta ?? dataset.defaultWindow(link: link),
            yRange: yRange.map { .fixed(range: $0) } ?? .automatic, derivatives: derivatives ?? [0],
            panels: panels ?? false,
            marks: try (marks ?? []).filter { $0 != "none" }.map {
                try value($0, default: .evaluations, kind: "mark")
            },
            title: title ?? wording.title(of: losses, link: link),
            subtitle: wording.formula(of: losses, link: link), xLabel: xLabel ?? "$\\theta$",
            yLabel: yLabel ?? "$J(\\theta)$", language: language,
            theme: try value(theme, default: Plan.ThemeName.graphpaper, kind: "theme"),
            extent: extent ?? .figure(size: Size(width: 800, height: 500)), scale: scale ?? 2)
        return ResolvedPlan(plan: plan, data: dataset, warnings: warnings)
    }

    private func readData(
        labelsAreProbabilities: Bool
    ) throws -> (dataset: Dataset, reference: DataReference, warnings: [Diagnostic]) {
        switch data {
        case .builtIn(let samples):
            return (try .outlier(samples: samples), .outlier(samples: samples), [])
        case .table(let bytes, let path, let x, let y, let skipMissing):
            let (dataset, warnings) = try Dataset.read(
                bytes, name: PlotSpec.lastComponent(of: path), file: path, x: x, y: y, skipMissing: skipMissing)
            if labelsAreProbabilities, let index = dataset.y.firstIndex(where: { !(0...1).contains($0) }) {
                throw Diagnostic(
                    "sample \(index + 1) has the label \(dataset.y[index]), which is no probability",
                    at: .init(file: path), hint: "label samples from 0 to 1, or use --link identity")
            }
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

    private static var lossNames: String { LossName.allCases.map(\.rawValue).joined(separator: ", ") }

    static func loss(named name: String) throws -> LossName {
        if let loss = LossName(named: name) { return loss }
        if let bracket = name.firstIndex(of: "("), let loss = LossName(named: String(name[..<bracket])) {
            throw Diagnostic(
                "\(loss.rawValue) takes no parameters, '\(name)' gives some", hint: "write \(loss.rawValue)")
        }
        let meant = Suggestion.nearest(to: name, among: LossName.allNames)
        throw Diagnostic(
            "unknown loss '\(name)'", hint: meant.map { "did you mean '\($0)'?" } ?? "the losses are \(lossNames)")
    }

    private static func link(named name: String) throws -> Link {
        try value(name, default: .sigmoid, kind: "link")
    }

    private func value<Name: RawRepresentable<String> & CaseIterable>(
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
    func defaultWindow(link: Link) -> ClosedRange<Double> {
        let sizes = x.map { abs($0) }.filter { $0 > 0 }.sorted()
        guard !sizes.isEmpty else { return -4...4 }
        var half = 6 / sizes[sizes.count / 2]
        if link == .identity {
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
