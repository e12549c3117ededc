import Calculus
import Losses

/// A stationary point of J(w, b), alone in its box, where the Hessian is positive definite: a strict minimum.
public struct PlaneMinimum: Hashable, Sendable {
    public let w: Bounds
    public let b: Bounds
    /// Encloses J there.
    public let value: Bounds
}

extension PlaneHessian {
    /// Proves a minimum near a point, after Newton steps towards it.
    ///
    /// Krawczyk's operator K = m − Y∇J(m) + (I − Y·H(X))(X − m), for an approximate inverse Y of the Hessian, maps X into
    /// its own inside only if there is exactly one stationary point in X (Krawczyk 1969, doi:10.1007/BF02234767; Moore
    /// 1977, doi:10.1137/0714040).
    func minimum(near start: (w: Double, b: Double), scale: (w: Double, b: Double)) -> PlaneMinimum? {
        guard let here = settled(from: start, scale: scale) else { return nil }
        for size in [1e-12, 1e-10, 1e-8, 1e-6, 1e-4] {
            let (w, b) = (
                Interval(here.w - size * scale.w, here.w + size * scale.w),
                Interval(here.b - size * scale.b, here.b + size * scale.b)
            )
            if let box = contracted(w, b), let value = value(over: box) {
                return PlaneMinimum(w: Bounds(box.w), b: Bounds(box.b), value: Bounds(value))
            }
        }
        return nil
    }

    /// J's second derivatives at a point, nearly.
    private func second(_ w: Double, _ b: Double) -> (ww: Double, wb: Double, bb: Double) {
        let m = objective.moments(order: 2, degree: 2, w: w, b: b, shift: 0)
        return (m[2], m[1], m[0])
    }

    private func settled(from start: (w: Double, b: Double), scale: (w: Double, b: Double)) -> (w: Double, b: Double)? {
        var here = start
        for _ in 0..<50 {
            let (slopes, h) = (objective.slopes(w: here.w, b: here.b), second(here.w, here.b))
            let determinant = h.ww * h.bb - h.wb * h.wb
            guard determinant > 0, h.ww > 0 else { return nil }
            let step = (
                w: (h.bb * slopes.dw - h.wb * slopes.db) / determinant,
                b: (h.ww * slopes.db - h.wb * slopes.dw) / determinant
            )
            // Far away a whole step may lead anywhere.
            let largest = max(abs(step.w) / scale.w, abs(step.b) / scale.b)
            guard largest.isFinite else { return nil }
            let share = min(1, 0.1 / largest)
            here = (here.w - share * step.w, here.b - share * step.b)
            if largest < 1e-14 { break }
        }
        return here.w.isFinite && here.b.isFinite ? here : nil
    }

    private func contracted(_ w: Interval, _ b: Interval) -> (w: Interval, b: Interval)? {
        let (mw, mb) = (w.midpoint, b.midpoint)
        let h = second(mw, mb)
        let determinant = h.ww * h.bb - h.wb * h.wb
        let y = (ww: h.bb / determinant, wb: -h.wb / determinant, bb: h.ww / determinant)
        guard y.ww.isFinite, y.wb.isFinite, y.bb.isFinite else { return nil }
        let slopes = objective.slopes(overW: Interval(mw), b: Interval(mb))
        let m = objective.moments(order: 2, degree: 2, overW: w, b: b, shift: 0)
        guard slopes.dw.isContinuous, slopes.db.isContinuous, m.allSatisfy(\.isContinuous),
            let gw = slopes.dw.interval, let gb = slopes.db.interval, let hbb = m[0].interval, let hwb = m[1].interval,
            let hww = m[2].interval, hbb.lower > 0, hww.lower > 0,
            let certain = self.determinant(w: w, b: b), certain.lower > 0
        else { return nil }
        let (dw, db) = (w - Interval(mw), b - Interval(mb))
        func image(_ p: Double, _ q: Double, _ m: Double, _ isW: Bool) -> Interval {
            let (p, q) = (Interval(p), Interval(q))
            let (one, zero) = (Interval(1), Interval(0))
            let alongW = (isW ? one : zero) - (p * hww + q * hwb)
            let alongB = (isW ? zero : one) - (p * hwb + q * hbb)
            return Interval(m) - (p * gw + q * gb) + alongW * dw + alongB * db
        }
        let (kw, kb) = (image(y.ww, y.wb, mw, true), image(y.wb, y.bb, mb, false))
        guard w.lower < kw.lower, kw.upper < w.upper, b.lower < kb.lower, kb.upper < b.upper else { return nil }
        return (kw, kb)
    }

    /// J over a small box, by the mean value form.
    private func value(over box: (w: Interval, b: Interval)) -> Interval? {
        let (mw, mb) = (Interval(box.w.midpoint), Interval(box.b.midpoint))
        let slopes = objective.slopes(overW: box.w, b: box.b)
        guard let dw = slopes.dw.interval, let db = slopes.db.interval, let natural = slopes.value.interval,
            let centre = objective.slopes(overW: mw, b: mb).value.interval
        else { return nil }
        return natural.intersection(centre + dw * (box.w - mw) + db * (box.b - mb))
    }
}
