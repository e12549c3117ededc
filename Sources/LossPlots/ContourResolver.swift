import Calculus
import Certificates
import CurveSampling
import Diagnostics
import Expressions
import Figures
import Losses
import Scenes

extension ContourSpec {
    /// Fills in every default and checks every value.
    ///
    /// - Throws: `Diagnostic` with the first thing that is wrong.
    ///
    /// - Parameter memory: of the figure's other variants.
    public func resolved(memory: VariantMemory = VariantMemory()) throws -> ResolvedContourPlan {
        try refuseWhatCurvesHave()
        let presentation = figure.presentation
        let language = try presentation.resolvedLanguage()
        let wording = Wording(language: language)
        let gridSubject = try grid.map { try $0.read() }
        let subject = try gridSubject.map { .grid($0) } ?? subject()
        let (data, reference, warnings) = try readData(of: subject)
        let isObjective = subject.isObjective
        try checkWindows(isObjective: isObjective)
        let (x, y) = subject.window(
            on: data, x: isObjective ? w ?? figure.theta : figure.theta,
            y: isObjective ? b ?? figure.yRange : figure.yRange, descent: figure.descent)
        try subject.checkCells(x: x, y: y)
        let names = subject.variables
        var (losses, links, formulas): ([LossSpec], [Link], [FormulaSpec]) = ([], [.sigmoid], [])
        var (title, subtitle) = ("", "")
        switch subject {
        case .loss(let loss):
            (losses, links) = ([loss.loss], [loss.link])
            (title, subtitle) = (wording.title(of: [loss]), wording.formulaOfTwo(loss))
        case .formula(let expression):
            formulas = figure.formulas
            title = "$\(isObjective ? "J" : "f")(\(names.0), \(names.1)) = \(expression.tex)$"
        case .grid(let subject): title = ContourSpec.plain(subject.name)
        }
        let marks = try marks(of: subject)
        var certificate: PlaneCertificate?
        if case .loss(let loss) = subject, !marks.isEmpty || figure.descent != nil {
            certificate = memory.value(for: PlaneProofKey(loss: loss, data: data, w: x, b: y)) {
                PlaneCertificate.prove(loss, on: data, w: x, b: y)
            }
            if marks.contains(.verdict) { title = certificate.flatMap { wording.claim($0, of: loss) } ?? title }
        }
        let minima = marks.contains(.minima) ? certificate?.minima ?? [] : []
        let shown = minima.map { DataPoint(x: $0.w.middle, y: $0.b.middle) }
        let window = PlaneKey(subject: subject, data: data, x: x, y: y)
        let (mesh, space) = memory.value(for: SpaceKey(window: window, spec: self.space, kind: kind, points: shown)) {
            self.space(of: subject, on: data, x: x, y: y, label: valueName(of: subject), showing: shown)
        }
        let descent = try figure.descent.map {
            try $0.resolved(for: [subject.descentFunction(on: data)], over: [x, y])
        }
        let chosen = try levels ?? memory.value(for: window) { try subject.levels(on: data, x: x, y: y) }
        let plan = ContourPlan(
            kind: kind, losses: losses, link: PlanLinks(links), formulas: formulas, grid: gridSubject?.reference,
            data: reference,
            x: x, y: y, levels: chosen, fill: fill ?? true,
            colors: try NamedChoice.value(colors, default: .viridis, kind: "colour map"), marks: marks,
            descent: descent, space: space,
            presentation: try presentation.resolved(
                title: title, subtitle: presentation.title == "" ? "" : subtitle, xLabel: ContourSpec.axisName(names.0),
                yLabel: ContourSpec.axisName(names.1)))
        return ResolvedContourPlan(
            plan: plan, data: data, certificate: certificate, mesh: mesh,
            descents: try plan.descentRuns(of: subject, on: data, certificate),
            warnings: warnings + (gridSubject?.warnings ?? []), grid: gridSubject)
    }

    /// The heights and how they are shown, where a surface was asked for.
    private func space(
        of subject: SurfaceSubject, on data: Dataset, x: ClosedRange<Double>, y: ClosedRange<Double>, label: String,
        showing points: [DataPoint]
    ) -> (mesh: SurfaceMesh?, plan: SpacePlan?) {
        guard kind != .contours else { return (nil, nil) }
        let most = SpacePlan.resolutions.upperBound
        let mesh: SurfaceMesh
        if case .grid(let subject) = subject, space.resolution == nil, let part = subject.grid.cropped(x: x, y: y),
            part.xs.count <= most, part.ys.count <= most
        {
            // As it is: what lies between its points is the figure's own.
            mesh = SurfaceMesh(xs: part.xs, ys: part.ys, values: part.values)
        } else {
            mesh = subject.surface(on: data).mesh(
                x: x, y: y, resolution: space.resolution(samples: subject.needsSamples ? data.count : 1))
        }
        return (mesh, space.resolved(mesh, zLabel: label, showing: points))
    }

    /// The upright axis' name: what a grid calls its values, or the function.
    private func valueName(of subject: SurfaceSubject) -> String {
        if case .grid(let subject) = subject, let name = subject.names?.value { return ContourSpec.axisName(name) }
        let names = subject.variables
        guard names.0.count == 1, names.1.count == 1 else { return "" }
        return "$\(subject.isObjective ? "J" : "f")(\(names.0), \(names.1))$"
    }

    /// A letter is mathematics, a longer name a word.
    private static func axisName(_ name: String) -> String { name.count == 1 ? "$\(name)$" : plain(name) }

    /// A text as a label that says just that.
    private static func plain(_ text: String) -> String { text.replacing("$", with: "") }

    private func refuseWhatCurvesHave() throws {
        guard figure.derivatives ?? [0] == [0] else {
            throw Diagnostic(
                "derivatives have no \(kind.noun) yet", about: Setting(.derivatives), hint: "leave out --derivative")
        }
        if figure.panels == true {
            throw Diagnostic(
                "a figure of \(kind.noun) has one panel", about: Setting(.panels), hint: "leave out --panels")
        }
    }

    private func subject() throws -> SurfaceSubject {
        guard figure.losses.count + figure.formulas.count < 2 else {
            throw Diagnostic(
                "\(kind.noun) of \(figure.losses.count + figure.formulas.count) functions would cross in one figure",
                about: Setting(figure.losses.isEmpty ? .formulas : .losses, 1),
                hint: "draw one figure each")
        }
        guard let formula = figure.formulas.first else {
            let losses = try figure.parsedLosses()
            let linked = try PlotSpec.linked(losses, link: try PlotSpec.link(named: figure.link))
            return .loss(linked[0])
        }
        let expression = try Diagnostic.about(.formulas, 0) { try formula.parsedOfAnyVariables() }
        guard expression.variables.count == 2 else {
            let other = expression.kind == .curve ? "x and y" : "w and b"
            throw Diagnostic(
                "'\(formula.expression)' is a function of \(expression.variables[0].rawValue) alone, and \(kind.noun) need two variables",
                about: Setting(.formulas, 0),
                hint: "use \(other) in it, or leave out --as \(kind.option)")
        }
        return .formula(expression)
    }

    private func readData(
        of subject: SurfaceSubject
    ) throws -> (dataset: Dataset, reference: DataReference, warnings: [Diagnostic]) {
        switch subject {
        case .loss(let loss): return try figure.readData(for: [loss])
        case .formula(let expression):
            return expression.needsSamples
                ? try figure.readData(for: []) : (try Dataset.outlier(samples: 1), DataReference.none, [])
        case .grid: return (try Dataset.outlier(samples: 1), DataReference.none, [])
        }
    }

    private func checkWindows(isObjective: Bool) throws {
        if !isObjective, w != nil || b != nil {
            throw Diagnostic(
                "\(w != nil ? "--w" : "--b") is a window of a parameter, and this is a function of x and y",
                about: Setting(w != nil ? .horizontal : .vertical),
                hint: "use \(w != nil ? "--range" : "--y-range")")
        }
        for (name, own, other, option) in [("--w", w, figure.theta, "--range"), ("--b", b, figure.yRange, "--y-range")]
        where own != nil && other != nil {
            throw Diagnostic(
                "\(name) and \(option) are the same window", about: Setting(name == "--w" ? .horizontal : .vertical),
                hint: "use one of them")
        }
    }

    private func marks(of subject: SurfaceSubject) throws -> [ContourPlan.MarkName] {
        guard let marks = figure.marks else {
            if case .loss = subject { return ContourPlan.MarkName.allCases }
            return []
        }
        let names = try marks.filter { $0 != "none" }.enumerated().map { index, mark in
            try Diagnostic.about(.marks, index) {
                try NamedChoice.value(mark, default: ContourPlan.MarkName.concave, kind: "mark")
            }
        }
        if let first = names.first {
            if case .loss = subject { return names }
            throw Diagnostic(
                "the mark '\(first.rawValue)' needs a loss by name", about: Setting(.marks, 0),
                hint: "leave out --mark, or use lossplot surface")
        }
        return names
    }
}

private struct PlaneProofKey: Equatable {
    var loss: LinkedLoss
    var data: Dataset
    var w: ClosedRange<Double>
    var b: ClosedRange<Double>
}

/// What levels are chosen from.
private struct PlaneKey: Equatable {
    var subject: SurfaceSubject
    var data: Dataset
    var x: ClosedRange<Double>
    var y: ClosedRange<Double>
}

private struct SpaceKey: Equatable {
    var window: PlaneKey
    var spec: SpaceSpec
    var kind: ContourPlan.Kind
    var points: [DataPoint]
}
