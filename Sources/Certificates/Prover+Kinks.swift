import Calculus

extension Prover {
    /// For a convex J with kinks: a negative slope, of either side, puts every minimiser to the right of a point, and a
    /// positive one to the left.
    mutating func bracketMinimisers() {
        let (start, end) = (slopeSign(at: window.lower), slopeSign(at: window.upper))
        if start == 1 || end == -1 {
            // Monotone: one end is the lowest.
            function.refill()
            let lowest = Interval(start == 1 ? window.lower : window.upper)
            certificate.globalMinimum = function.meanValue(over: lowest).flatMap(Bounds.init(claiming:))
            return
        }
        // An end without a slope's sign may be as low as any point.
        let left = start == -1 ? bisect(from: window.lower, to: window.upper) { $0 == -1 } : window.lower
        let right = end == 1 ? bisect(from: window.upper, to: left) { $0 == 1 } : window.upper
        let bracket = Interval(left, max(left, right))
        boundGlobalMinimum(over: bracket)
        if start == -1, end == 1 {
            certificate.proof.append(
                "J′(\(bracket.lower)) < 0 < J′(\(bracket.upper)), so every minimiser lies between, and there is one.")
        }
        if start == -1, end == 1, bracket.width <= 1e-9 * max(1, bracket.mignitude),
            let value = certificate.globalMinimum
        {
            certificate.minima.append(Certificate.Extremum(theta: Bounds(bracket), value: value))
        } else {
            certificate.unresolvedSlopes.append(Bounds(bracket))
        }
    }

    private mutating func slopeSign(at theta: Double) -> Int? {
        function.value(1, at: theta)?.sign
    }

    /// Walks from a point where the condition on the slope's sign holds as far towards the other as it holds.
    private mutating func bisect(from start: Double, to end: Double, while holds: (Int?) -> Bool) -> Double {
        var (inside, outside) = (start, end)
        for _ in 0..<200 {
            let cut = inside * (1 - 0.4871) + outside * 0.4871
            if abs(outside - inside) <= 2e-10 * max(1, abs(inside)) || cut == inside || cut == outside { break }
            if holds(slopeSign(at: cut)) { inside = cut } else { outside = cut }
        }
        return inside
    }

    /// By lines that support J from below, and by what J encloses over the stretch.
    private mutating func boundGlobalMinimum(over stretch: Interval) {
        guard let natural = function.enclosure(0, over: stretch).interval else { return }
        var (lower, upper) = (natural.lower, Double.infinity)
        for share in [0.5, 0.3717, 0.6283] {
            let theta = min(max(stretch.lower + share * stretch.width, stretch.lower), stretch.upper)
            guard let value = function.value(0, at: theta) else { continue }
            upper = min(upper, value.upper)
            if let slope = function.value(1, at: theta) {
                lower = max(lower, (value + slope * (stretch - Interval(theta))).lower)
            }
        }
        guard lower <= upper, upper.isFinite, upper - lower <= 1e-9 * max(1, abs(upper)) else { return }
        certificate.globalMinimum = Bounds(claiming: Interval(lower, upper))
    }
}
