import CurveSampling
import Diagnostics
import Figures
import Losses

/// What one panel shows: which losses, which derivative, and their sampled curves.
struct PanelContent {
    var losses: [LinkedLoss]
    var order: Int
    var functions: [any CurveFunction]
    /// First evaluations, evenly spaced over the window: they tell the range, and the sampler starts from them.
    var seeds: [[CurvePoint]]
    var yRange: ClosedRange<Double>
    /// Whether the y axis is chosen for the curves, not given.
    private let followsCurves: Bool
    /// Points below a zero at the bottom, for the numbers of an axis there.
    private let roomBelowZero: Double
    var curves: [Curve] = []

    /// More would be wasted on the smoothest curves, fewer would misjudge the range of the others.
    private static let seedCount = 17

    init(losses: [LinkedLoss], order: Int, plan: Plan, data: Dataset) {
        self.losses = losses
        self.order = order
        functions = losses.map { $0.curve(order: order, data: data) }
        let theta = plan.theta
        seeds = functions.map { function in
            (0..<PanelContent.seedCount).map { i in
                let fraction = Double(i) / Double(PanelContent.seedCount - 1)
                let x =
                    i == PanelContent.seedCount - 1
                    ? theta.upperBound : theta.lowerBound + (theta.upperBound - theta.lowerBound) * fraction
                return function.evaluate(at: x)
            }
        }
        switch plan.yRange {
        case .fixed(let range): (yRange, followsCurves) = (range, false)
        case .automatic: (yRange, followsCurves) = (0...1, true)
        }
        switch plan.theme.theme.axes {
        case .throughOrigin: roomBelowZero = 26
        case .frame: roomBelowZero = 10
        }
    }

    /// Fits the y axis to the curves, as far as they are known, unless it is given.
    ///
    /// - Parameter height: of the plotting area in points.
    mutating func fitAxis(height: Double) {
        guard followsCurves else { return }
        yRange = PanelContent.padded(sampledRange ?? seedRange, height: height, roomBelowZero: roomBelowZero)
    }

    /// The range of the first evaluations, before there are curves.
    private var seedRange: ClosedRange<Double> {
        let values = seeds.flatMap { $0 }.map(\.value).filter(\.isFinite)
        guard let low = values.min(), let high = values.max() else { return 0...1 }
        return low...high
    }

    /// Samples every curve for a plotting area of the given size in pixels.
    mutating func sample(theta: ClosedRange<Double>, width: Double, height: Double) {
        let viewport = Viewport(x: theta, y: yRange, width: width, height: height)
        // While the curves are to set the axis, nothing of them may count as outside of it.
        let sampler = followsCurves ? CurveSampler(margin: .infinity) : CurveSampler()
        curves = zip(functions, seeds).map { $0.sampled(by: sampler, in: viewport, from: $1) }
    }

    /// The range of the sampled curves themselves.
    private var sampledRange: ClosedRange<Double>? {
        let ranges = curves.map(\.range).compactMap { $0 }
        guard let low = ranges.map(\.lowerBound).min(), let high = ranges.map(\.upperBound).max() else { return nil }
        return low...high
    }

    /// The range of an axis: from zero when the values come near it, with room for the curve's own width, and below
    /// zero for the numbers of the x axis.
    static func padded(
        _ range: ClosedRange<Double>, height: Double, roomBelowZero: Double
    ) -> ClosedRange<Double> {
        var (low, high) = (range.lowerBound, range.upperBound)
        if low > 0, low < 0.6 * high { low = 0 }
        if high < 0, high > 0.6 * low { high = 0 }
        // A constant is shown in the middle of a window of its own size.
        if high - low <= 1e-9 * max(abs(low), abs(high)) || high == low {
            let around = max(abs(low), abs(high), 1e-3) / 2
            return (low - around)...(high + around)
        }
        let span = 1.06 * (high - low)
        let below = low == 0 ? roomBelowZero / max(height - roomBelowZero, roomBelowZero) : 0.06
        return (low - below * span)...(low + span)
    }
}

extension Curve {
    /// The least and the greatest ordinate drawn, nil for an empty curve.
    var range: ClosedRange<Double>? {
        let ranges = runs.joined().map(\.range)
        guard let low = ranges.map(\.lowerBound).min(), let high = ranges.map(\.upperBound).max() else { return nil }
        return low...high
    }

    /// The lowest point drawn, the leftmost of several.
    var lowest: (x: Double, value: Double)? {
        runs.joined().flatMap(\.extremes).min { ($0.value, $0.x) < ($1.value, $1.x) }
    }
}

extension CurveFunction {
    /// A method, so that it can be called on a function whose type is known at run time only.
    fileprivate func sampled(by sampler: CurveSampler, in viewport: Viewport, from seeds: [CurvePoint]) -> Curve {
        sampler.sample(self, in: viewport, from: seeds)
    }
}
