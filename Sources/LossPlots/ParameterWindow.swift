import Losses

/// A window of (w, b) that shows the shape of a loss.
///
/// Of a regression: around the least-squares line, as far as the squared error rises by twice the variance of y. Of a
/// probability or a margin: logits of a typical sample from −6 to 6, widened where the minimum of a convex loss lies
/// farther out.
struct ParameterWindow {
    let w: ClosedRange<Double>
    let b: ClosedRange<Double>

    init(of loss: LinkedLoss, on data: Dataset) {
        if loss.labels == .any, let window = ParameterWindow.regression(data) {
            self = window
            return
        }
        var (w, b) = (DefaultWindow.ofTypicalLogits(data), -6.0...6.0)
        if loss.isConvex, let least = ParameterWindow.minimum(of: loss, on: data) {
            func widened(_ range: ClosedRange<Double>, to value: Double) -> ClosedRange<Double> {
                let half = ParameterWindow.rounded(min(1.5 * abs(value), 20 * range.upperBound))
                return half > range.upperBound ? -half...half : range
            }
            (w, b) = (widened(w, to: least.w), widened(b, to: least.b))
        }
        (self.w, self.b) = (w, b)
    }

    private init(w: ClosedRange<Double>, b: ClosedRange<Double>) { (self.w, self.b) = (w, b) }

    /// The box around the ellipse on which the mean squared error is its least value plus twice the variance of y.
    private static func regression(_ data: Dataset) -> ParameterWindow? {
        let count = Double(data.count)
        func mean(_ values: [Double]) -> Double { values.reduce(0, +) / count }
        let (x, y) = (mean(data.x), mean(data.y))
        let variance = mean(data.x.map { ($0 - x) * ($0 - x) })
        let rise = 2 * max(mean(data.y.map { ($0 - y) * ($0 - y) }), 1e-6 * mean(data.y.map { $0 * $0 }), 1e-9)
        guard variance > 1e-12 * x * x, variance > 0, rise.isFinite else { return nil }
        let slope = mean(zip(data.x, data.y).map { ($0 - x) * ($1 - y) }) / variance
        let halves = (
            w: (rise / variance).squareRoot(), b: (rise * (variance + x * x) / variance).squareRoot()
        )
        func window(_ centre: Double, _ half: Double) -> ClosedRange<Double>? {
            guard centre.isFinite, half.isFinite, half > 1e-9 * abs(centre), half > 1e-90, half < 1e90 else {
                return nil
            }
            let step = rounded(half) / 10
            return ((centre - half) / step).rounded(.down) * step...((centre + half) / step).rounded(.up) * step
        }
        guard let w = window(slope, halves.w), let b = window(y - slope * x, halves.b) else { return nil }
        return ParameterWindow(w: w, b: b)
    }

    /// By damped Newton steps from zero; nil where they do not settle, as where there is no minimum.
    private static func minimum(of loss: LinkedLoss, on data: Dataset) -> (w: Double, b: Double)? {
        func minimum<Loss: LogitLoss>(_ loss: Loss) -> (w: Double, b: Double)? {
            let objective = AffineObjective(loss, on: data)
            var here = (w: 0.0, b: 0.0)
            for _ in 0..<(data.count > 100_000 ? 8 : 40) {
                let at = objective.slopes(w: here.w, b: here.b)
                let h = objective.moments(order: 2, degree: 2, w: here.w, b: here.b, shift: 0)
                let determinant = h[2] * h[0] - h[1] * h[1]
                let step = (
                    w: (h[0] * at.dw - h[1] * at.db) / determinant, b: (h[2] * at.db - h[1] * at.dw) / determinant
                )
                guard step.w.isFinite, step.b.isFinite else { return nil }
                var share = 1.0
                while share > 1e-3,
                    !(objective.value(w: here.w - share * step.w, b: here.b - share * step.b) <= at.value)
                {
                    share /= 2
                }
                here = (here.w - share * step.w, here.b - share * step.b)
                if abs(step.w) <= 1e-6 * abs(here.w) + 1e-12, abs(step.b) <= 1e-6 * abs(here.b) + 1e-12 { return here }
            }
            return nil
        }
        return minimum(loss.ofLogit)
    }

    /// Up to 1, 2, 3, 4, 5, 6 or 8 times a power of ten.
    private static func rounded(_ value: Double) -> Double {
        var power = 1.0
        while power * 10 <= value { power *= 10 }
        while power > value, power > 1e-300 { power /= 10 }
        return power * ([1.0, 2, 3, 4, 5, 6, 8, 10].first { $0 * power >= value * (1 - 1e-9) } ?? 10)
    }
}
