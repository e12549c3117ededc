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
        let left = lastPlace(from: window.lower, to: window.upper, where: -1)
        let right = lastPlace(from: window.upper, to: left, where: 1)
        let bracket = Interval(left, max(left, right))
        boundGlobalMinimum(over: bracket)
        let isBracketed = slopeSign(at: bracket.lower) == -1 && slopeSign(at: bracket.upper) == 1
        if isBracketed {
            certificate.proof.append(
                "J′(\(bracket.lower)) < 0 < J′(\(bracket.upper)), so every minimiser lies between, and there is one.")
        }
        // At the window's end a minimum of J on the window may be none of J.
        let isInside = window.lower < bracket.lower && bracket.upper < window.upper
        if isBracketed, isInside, bracket.width <= 1e-9 * max(1, bracket.mignitude),
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

    /// How far the slope has a sign, from one end of a stretch towards the other; the end itself where it has not even
    /// near it.
    private mutating func lastPlace(from start: Double, to end: Double, where sign: Int) -> Double {
        guard start != end else { return start }
        // A kink at the end has no slope, and what is close by tells as much.
        for share in [0, 1e-9, 1e-6, 1e-3, 0.01] {
            let place = start * (1 - share) + end * share
            if slopeSign(at: place) == sign { return bisect(from: place, to: end, where: sign) }
        }
        return start
    }

    /// Walks from a point where the slope has the sign as far towards another as it has.
    private mutating func bisect(from start: Double, to end: Double, where sign: Int) -> Double {
        var (inside, outside) = (start, end)
        // As many as a window has halves.
        for _ in 0..<2200 {
            let cut = inside * (1 - 0.4871) + outside * 0.4871
            if abs(outside - inside) <= 2e-10 * max(1, abs(inside)) || cut == inside || cut == outside { break }
            if slopeSign(at: cut) == sign {
                inside = cut
            } else {
                // A kink may lie just there.
                let next = cut + 0.01 * (outside - cut)
                if slopeSign(at: next) == sign { inside = next } else { outside = cut }
            }
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
        if lower <= upper, upper.isFinite, upper - lower <= 1e-9 * max(1, abs(upper)) {
            certificate.globalMinimum = Bounds(claiming: Interval(lower, upper))
        } else {
            function.refill()
            certificate.globalMinimum = LeastValue.enclosure(over: [stretch], of: &function, isConvex: true).flatMap {
                Bounds(claiming: $0)
            }
        }
    }
}
