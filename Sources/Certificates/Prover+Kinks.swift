import Calculus
import Losses

extension Prover {
    /// For a convex J with kinks: a negative slope, of either side, puts every minimiser to the right of a point, and a
    /// positive one to the left.
    mutating func bracketMinimisers() {
        guard let start = slopeSign(at: window.lower), let end = slopeSign(at: window.upper), start < 0, end > 0 else {
            // One end, or a flat stretch that reaches it, is as low as any.
            boundGlobalMinimum(over: monotoneEnd ?? window)
            return
        }
        let middle = bisect(from: window.lower, to: window.upper, while: { $0 == -1 })
        let other = bisect(from: window.upper, to: middle.inside, while: { $0 == 1 })
        let bracket = Interval(middle.inside, max(middle.inside, other.inside))
        boundGlobalMinimum(over: bracket)
        if bracket.width <= 1e-9, let value = certificate.globalMinimum {
            certificate.minima.append(Certificate.Extremum(theta: Bounds(bracket), value: value))
        } else {
            certificate.unresolved.append(Bounds(bracket))
        }
        certificate.proof.append(
            "J′(\(bracket.lower)) < 0 < J′(\(bracket.upper)), so every minimiser lies between, and there is one.")
    }

    /// The window's end that is the lowest, where the sign of the slope tells.
    private var monotoneEnd: Interval? {
        mutating get {
            if slopeSign(at: window.lower) == 1 { return Interval(window.lower) }
            return slopeSign(at: window.upper) == -1 ? Interval(window.upper) : nil
        }
    }

    private mutating func slopeSign(at theta: Double) -> Int? {
        mean.value(1, at: theta)?.sign
    }

    /// Walks from a point where the condition on the slope's sign holds as far towards the other as it holds.
    private mutating func bisect(
        from start: Double, to end: Double, while holds: (Int?) -> Bool
    ) -> (inside: Double, outside: Double) {
        var (inside, outside) = (start, end)
        for _ in 0..<200 {
            let cut = inside * (1 - 0.4871) + outside * 0.4871
            if abs(outside - inside) <= 2e-10 || cut == inside || cut == outside { break }
            if holds(slopeSign(at: cut)) { inside = cut } else { outside = cut }
        }
        return (inside, outside)
    }

    /// By a line that supports J from below, and by what J encloses over the stretch.
    private mutating func boundGlobalMinimum(over stretch: Interval) {
        let middle = stretch.midpoint
        guard let natural = mean.enclosure(0, over: stretch).interval, let value = mean.value(0, at: middle) else {
            return
        }
        var lower = natural.lower
        if let slope = mean.value(1, at: middle) {
            lower = max(lower, (value + slope * (stretch - Interval(middle))).lower)
        }
        if lower <= value.upper { certificate.globalMinimum = Bounds(Interval(lower, value.upper)) }
    }
}
