import Calculus
import CurveSampling
import Diagnostics
import Figures
import Losses

/// What one panel shows: the curves of what, which derivative, and their sampled curves.
struct PanelContent {
    var subjects: [CurveSubject]
    /// Of each subject among the plan's, from 0: by it formulas of one expression are told apart.
    var places: [Int]
    var order: Int
    var functions: [any CurveFunction]
    /// First evaluations, evenly spaced over the window: they tell the range, and the sampler starts from them.
    var seeds: [[CurvePoint]]
    var yRange: ClosedRange<Double>
    private let isAutomatic: Bool
    /// Whether the y axis is chosen so that it holds all of the curves: not when it is given, nor when a formula has a pole
    /// or a spike, which would flatten all else.
    private let followsCurves: Bool
    /// The range of most values, where the y axis follows those.
    private let typicalRange: ClosedRange<Double>?
    /// Points below a zero at the bottom, for the numbers of an axis there.
    private let roomBelowZero: Double
    var curves: [Curve] = []

    /// More would be wasted on the smoothest curves, fewer would misjudge the range of the others.
    private static let seedCount = 17

    /// - Parameter placed: the subjects with their places among the plan's.
    init(_ placed: [(place: Int, subject: CurveSubject)], order: Int, plan: Plan, data: Dataset) {
        subjects = placed.map(\.subject)
        places = placed.map(\.place)
        self.order = order
        functions = subjects.map { $0.curve(order: order, data: data) }
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
        case .automatic:
            (yRange, followsCurves) = (0...1, plan.formulas.isEmpty || functions.allSatisfy { $0.isTame(over: theta) })
        }
        isAutomatic = plan.yRange == .automatic
        typicalRange =
            isAutomatic && !followsCurves ? PanelContent.typicalRange(of: functions, over: theta) : nil
        switch plan.presentation.theme.theme.axes {
        case .throughOrigin: roomBelowZero = 26
        case .frame: roomBelowZero = 10
        }
    }

    /// Fits the y axis to the curves, as far as they are known, unless it is given.
    ///
    /// - Parameter height: of the plotting area in points.
    /// - Throws: `Diagnostic` when the curves reach too far for an axis.
    mutating func fitAxis(height: Double) throws {
        guard isAutomatic else { return }
        // The samples change nothing of the range of most values.
        if typicalRange != nil, !curves.isEmpty { return }
        yRange = PanelContent.padded(
            typicalRange ?? sampledRange ?? seedRange, height: height, roomBelowZero: roomBelowZero)
        let reach = max(abs(yRange.lowerBound), abs(yRange.upperBound))
        guard reach <= PanelContent.reachLimit else {
            throw Diagnostic(
                "the axis would reach \(DecimalLabel.text(min(reach, .greatestFiniteMagnitude), significant: 3))",
                about: Setting(.formulas), hint: "divide what is drawn by a power of ten, or give a --y-range")
        }
    }

    /// Beyond it, differences of values and of ticks overflow.
    private static let reachLimit = 1e300

    /// The range of the first evaluations, before there are curves.
    private var seedRange: ClosedRange<Double> {
        let values = seeds.flatMap { $0 }.map(\.value).filter(\.isFinite)
        guard let low = values.min(), let high = values.max() else { return 0...1 }
        return low...high
    }

    /// The range of most values: the middle nine tenths, and half as much again on both sides.
    private static func typicalRange(
        of functions: [any CurveFunction], over window: ClosedRange<Double>
    ) -> ClosedRange<Double> {
        let (first, last) = (window.lowerBound, window.upperBound)
        let values = functions.flatMap { function in
            (0...400).map { function.evaluate(at: first + (last - first) * Double($0) / 400).value }
        }.filter(\.isFinite).sorted()
        guard let low = values.first, let high = values.last else { return 0...1 }
        let (lower, upper) = (values[values.count / 20], values[values.count - 1 - values.count / 20])
        let span = upper - lower
        return max(low, lower - span / 2)...min(high, upper + span / 2)
    }

    /// Samples every curve for a plotting area of the given size in pixels.
    func sampled(theta: ClosedRange<Double>, width: Double, height: Double) -> [Curve] {
        let viewport = Viewport(x: theta, y: yRange, width: width, height: height)
        // While the curves are to set the axis, nothing of them may count as outside of it.
        let sampler = followsCurves ? CurveSampler(margin: .infinity) : CurveSampler()
        return zip(functions, seeds).map { $0.sampled(by: sampler, in: viewport, from: $1) }
    }

    /// The range of the sampled curves themselves.
    private var sampledRange: ClosedRange<Double>? {
        let ranges = curves.map(\.range).compactMap { $0 }
        guard let low = ranges.map(\.lowerBound).min(), let high = ranges.map(\.upperBound).max() else { return nil }
        return low...high
    }

    /// Below zero, relative to the height above it.
    private static let seenDip = 1e-3

    /// The range of an axis: from zero where that leaves at most two fifths of it without a curve, with room for the curve's
    /// own width, and below zero for the numbers of the x axis.
    static func padded(
        _ range: ClosedRange<Double>, height: Double, roomBelowZero: Double
    ) -> ClosedRange<Double> {
        var (low, high) = (range.lowerBound, range.upperBound)
        // A dip that nobody sees, as rounding makes one, is none.
        if low > -PanelContent.seenDip * high, low < 0.4 * high { low = 0 }
        if high < 0, high > 0.4 * low { high = 0 }
        // A constant is shown in the middle of a window of about its own size, whose ends are no round numbers: there an
        // axis has no room for them, and in the middle the line lies over one.
        if high - low <= 1e-9 * max(abs(low), abs(high)) || high == low {
            let around = 0.7 * max(abs(low), abs(high), 1e-3)
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

    /// Where it is drawn lowest; nil where it is about as low over a good part of the window, or in several places.
    func placeOfLowest(in window: ClosedRange<Double>) -> Double? {
        let points = runs.joined().flatMap(\.extremes)
        guard let range, let lowest = points.min(by: { $0.value < $1.value }) else { return nil }
        let low = range.lowerBound + 0.002 * (range.upperBound - range.lowerBound)
        let span = 0.05 * (window.upperBound - window.lowerBound)
        return points.allSatisfy { $0.value > low || abs($0.x - lowest.x) < span } ? lowest.x : nil
    }
}

extension CurveFunction {
    /// Whether the function is bounded over the window, and its bounds are not far beyond most of its values.
    fileprivate func isTame(over window: ClosedRange<Double>) -> Bool {
        let parts = 64
        let width = window.upperBound - window.lowerBound
        var hull: Interval?
        for i in 0..<parts {
            let low = window.lowerBound + width * Double(i) / Double(parts)
            let high = i == parts - 1 ? window.upperBound : window.lowerBound + width * Double(i + 1) / Double(parts)
            guard let range = enclosure(order: 0, over: Interval(low, high)).interval else { continue }
            guard range.isBounded else { return false }
            hull = hull?.hull(range) ?? range
        }
        guard let hull else { return true }
        let values = (0...parts).map { evaluate(at: window.lowerBound + width * Double($0) / Double(parts)).value }
            .filter(\.isFinite).sorted()
        guard values.count > parts / 2 else { return true }
        let span = values[values.count - 1 - values.count / 20] - values[values.count / 20]
        return span == 0 || hull.width <= 20 * span
    }

    /// A method, so that it can be called on a function whose type is known at run time only.
    fileprivate func sampled(by sampler: CurveSampler, in viewport: Viewport, from seeds: [CurvePoint]) -> Curve {
        sampler.sample(self, in: viewport, from: seeds)
    }
}
