import CurveSampling
import Diagnostics
import Figures
import Losses
import Scenes
import Typography

/// A drawn figure of curves: the scene, and what was found while drawing it.
public struct CurvePlot: Sendable {
    public var scene: Scene
    public var warnings: [Diagnostic]
    public var curves: [DrawnCurve]
    public var windows: [PanelWindow]
    public var descents: [DescentRun]

    /// One curve with the window it was drawn in.
    public struct DrawnCurve: Sendable {
        public var name: String
        public var order: Int
        /// In points, the pixels of a figure at scale 1.
        public var viewport: Viewport
        /// Its bound refers to this viewport.
        public var curve: Curve

        fileprivate var warningIfInvisible: Diagnostic? {
            if let range = curve.range, range.overlaps(viewport.y) { return nil }
            if !curve.envelopes.isEmpty { return nil }
            return Diagnostic(
                "\(name) has no point in the window shown", about: Setting(.horizontal),
                hint: "choose another --range or --y-range")
        }

        fileprivate var warningIfUnresolved: Diagnostic? {
            let stretches = curve.envelopes.map(\.x) + curve.unresolved
            guard let low = stretches.map(\.lowerBound).min(), let high = stretches.map(\.upperBound).max() else {
                return nil
            }
            return Diagnostic(
                "\(name) turns too fast to be drawn as a line between \(DecimalLabel.text(low, significant: 4)) and "
                    + DecimalLabel.text(high, significant: 4),
                about: Setting(.horizontal), hint: "look closer with --range; boxes show where it may run")
        }
    }

    /// Samples and lays out a plan's curves.
    ///
    /// - Throws: `Diagnostic` when a label cannot be set, the figure is too small, or a curve cannot be drawn to the
    ///   bound.
    public init(
        _ resolved: ResolvedPlan, fonts: any TextShaping, memory: VariantMemory = VariantMemory()
    ) throws {
        let plan = resolved.plan
        let computed = ComputedParts(plan)
        let sampler = SharedSampler(plan: computed, data: resolved.data, memory: memory)
        var contents = try memory.value(for: ContentsKey(plan: computed, data: resolved.data)) {
            try CurvePlot.contents(of: plan, data: resolved.data)
        }
        var composer = try FigureComposer(resolved)

        // The plotting areas depend on the axes' numbers alone, and on those by a few points only: the curves are sampled
        // for the areas of a first layout. What the samples say of the range then sets the axes for good; where that
        // magnifies the curve beyond the bound, it is sampled once more.
        try sampler.sample(&contents, composer: composer, fonts: fonts, fitsAxes: true)
        var (scene, areas, warnings) = try composer.drawing(of: contents, fonts, memory)
        var drawn = CurvePlot.drawn(contents, areas: areas, plan: plan)
        if drawn.contains(where: { $0.curve.boundInPixels > CurvePlot.boundLimit }) {
            try sampler.sample(&contents, composer: composer, fonts: fonts, fitsAxes: false)
            (scene, areas, warnings) = try composer.drawing(of: contents, fonts, memory)
            drawn = CurvePlot.drawn(contents, areas: areas, plan: plan)
        }
        try CurvePlot.refuseUnresolved(drawn, plan: plan)
        if plan.yRange == .automatic, drawn.allSatisfy({ $0.curve.runs.isEmpty && $0.curve.envelopes.isEmpty }) {
            let (low, high) = (plan.theta.lowerBound, plan.theta.upperBound)
            throw Diagnostic(
                "\(drawn.map(\.name).joined(separator: ", ")) has no finite value between \(low) and \(high)",
                about: Setting(.horizontal), hint: "choose another --range, or rescale the data")
        }
        self.scene = scene
        self.curves = drawn
        windows = zip(contents, areas).enumerated().map { index, panel in
            PanelWindow(
                id: "panel\(index)", area: panel.1, x: plan.theta, y: panel.0.yRange, xName: plan.variable,
                yName: composer.letter(panel.0.order))
        }
        descents = resolved.descents
        self.warnings =
            resolved.warnings + warnings + drawn.compactMap(\.warningIfInvisible)
            + drawn.compactMap(\.warningIfUnresolved)
            + composer.flatCurves(contents).map(\.warning)
    }

    /// A quarter of a pixel.
    public static let boundLimit = 0.25

    private static func contents(of plan: Plan, data: Dataset) throws -> [PanelContent] {
        let placed = try plan.subjects().enumerated().map { (place: $0, subject: $1) }
        let groups = plan.panels ? placed.map { [$0] } : [placed]
        return groups.flatMap { placed in
            plan.derivatives.map { PanelContent(placed, order: $0, plan: plan, data: data) }
        }
    }

    private struct ContentsKey: Equatable {
        var plan: ComputedParts<Plan>
        var data: Dataset
    }

    /// Samples curves as for the figure's other variants.
    private struct SharedSampler {
        let plan: ComputedParts<Plan>
        let data: Dataset
        let memory: VariantMemory

        private struct Key: Equatable {
            var plan: ComputedParts<Plan>
            var data: Dataset
            /// Of the panel.
            var index: Int
            var yRange: ClosedRange<Double>
            var area: Size
        }

        /// Samples every panel's curves for its plotting area, and gives it the y axis that they need.
        func sample(
            _ contents: inout [PanelContent], composer: FigureComposer, fonts: any TextShaping, fitsAxes: Bool
        ) throws {
            let areas = try composer.figure(contents).layout(fonts, memory).plotAreas
            for (index, area) in areas.enumerated() {
                if fitsAxes { try contents[index].fitAxis(height: area.height) }
                let content = contents[index]
                let key = Key(
                    plan: plan, data: data, index: index, yRange: content.yRange,
                    area: Size(width: area.width, height: area.height))
                contents[index].curves = memory.value(for: key) {
                    content.sampled(theta: composer.plan.theta, width: area.width, height: area.height)
                }
                if fitsAxes { try contents[index].fitAxis(height: area.height) }
            }
        }
    }

    /// The curves with the bounds restated for the viewports they were drawn in.
    private static func drawn(_ contents: [PanelContent], areas: [Rect], plan: Plan) -> [DrawnCurve] {
        zip(contents, areas).flatMap { content, area in
            let viewport = Viewport(x: plan.theta, y: content.yRange, width: area.width, height: area.height)
            return zip(content.subjects, content.curves).map { subject, curve in
                var restated = curve
                restated.boundInPixels *= curve.magnification(to: viewport)
                let primes = String(repeating: "′", count: content.order)
                return DrawnCurve(
                    name: subject.name + primes, order: content.order, viewport: viewport, curve: restated
                )
            }
        }
    }

    /// Of a loss every part must be drawn. Of a formula, what no line can follow is named and drawn as a box.
    private static func refuseUnresolved(_ drawn: [DrawnCurve], plan: Plan) throws {
        guard plan.formulas.isEmpty else { return }
        for drawn in drawn {
            if let gap = drawn.curve.unresolved.first ?? drawn.curve.envelopes.first?.x {
                throw Diagnostic(
                    "\(drawn.name) cannot be drawn within \(boundLimit) px from θ = \(gap.lowerBound) to \(gap.upperBound)",
                    about: Setting(.horizontal), hint: "choose a window in which the loss stays finite, with --theta")
            }
        }
    }
}

extension Figure {
    func layout(_ fonts: any TextShaping, _ memory: VariantMemory = VariantMemory()) throws -> FigureLayout {
        try FigureLayout(self, shaper: fonts, memory: memory)
    }
}
