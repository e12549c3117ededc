import Calculus

extension Prover {
    /// The verdict on a loss that is not convex in the logit.
    mutating func decide() {
        warnOfConvexCore()
        findMinimiser()
        if let (witness, stretch) = findWitness() {
            certificate.witness = witness
            certificate.chord = findChord(around: witness.theta, in: stretch)
            (certificate.verdict, certificate.scope, certificate.basis) = (.notConvex, facts.scope, .interval)
            let place = window.contains(witness.theta) ? "" : ", outside the window"
            let scope = facts.scope == .real ? "ℝ" : "the window"
            certificate.reason = "J″ is negative at θ = \(witness.theta)\(place), so J is not convex on \(scope)."
            certificate.proof = [
                "Where a convex function has a second derivative, J″ ≥ 0.",
                "But J″(\(witness.theta)) lies in [\(witness.secondDerivative.lower), \(witness.secondDerivative.upper)].",
            ]
        } else if facts.isBounded, let (a, b) = findUnequalValues() {
            (certificate.verdict, certificate.scope, certificate.basis) = (.notConvex, .real, .structural)
            certificate.reason = "J is bounded and not constant, so it is not convex on ℝ."
            certificate.proof = [
                "A convex function on ℝ that is bounded above is constant.",
                "The loss of a sample is bounded, so J is.", "J(\(a)) ≠ J(\(b)), so J is not constant.",
            ]
            certificate.chord = findChord(around: (a + b) / 2, in: Interval(min(a, b), max(a, b)))
        } else if isStrictlyConvexInWindow != false {
            let isStrict = isStrictlyConvexInWindow == true
            let sign = isStrict ? "> 0" : "≥ 0"
            certificate.verdict = isStrict ? .strictlyConvex : .convex
            (certificate.scope, certificate.basis) = (.window, .interval)
            certificate.reason = "J″ \(sign) on tiles that cover the window."
            certificate.proof = [
                "Tiles that cover the window were enclosed one by one, rounded outwards.",
                "J″ \(sign) on every tile, so J is \(certificate.verdict.rawValue) on the window.",
            ]
        } else {
            decideNothing()
        }
        if let chord = certificate.chord {
            certificate.proof.append(
                "The chord from θ = \(chord.from) to \(chord.to) lies at least \(chord.gap) below J(\(chord.at)).")
        }
        certificate.proof.append(
            "In the window, each proved by interval Newton: zeros of J″ \(certificate.inflections.count), minima "
                + "\(certificate.minima.count), maxima \(certificate.maxima.count).")
    }

    /// Only evidence is left.
    private mutating func decideNothing() {
        let bends = (0...64).compactMap { k in
            function.value(2, at: window.lower + window.width * (Double(k) / 64))?.midpoint
        }
        let below = bends.count { $0 < 0 }
        certificate.basis = .sampled
        if let stretch = certificate.concave.first {
            certificate.reason =
                "J″ < 0 is proved from θ = \(stretch.lower) to \(stretch.upper), but J″ is too large for a number at "
                + "every point that was tried."
            certificate.proof = ["No proof: \(certificate.reason)"]
            return
        }
        certificate.reason =
            "J″ could be proved neither negative anywhere nor positive on the whole window; "
            + "of \(bends.count) samples of it \(below) came out negative."
        certificate.proof = ["No proof: \(certificate.reason)"]
    }

    private mutating func warnOfConvexCore() {
        guard let core = facts.convexCore, max(-window.lower, window.upper) <= core else { return }
        certificate.warnings.append(
            "the window lies inside the convex core |θ| ≤ ln 2/max|x| = \(core), where J is convex for any 0/1 labels; "
                + "a wider window shows where it bends down")
    }

    /// J attains its infimum if it falls below both of its limits.
    private mutating func findMinimiser() {
        guard certificate.hasMinimiser == nil, !facts.limits.isEmpty, let least = certificate.globalMinimum else {
            return
        }
        if facts.limits.allSatisfy({ least.upper < $0.lower }) { certificate.hasMinimiser = true }
    }

    /// The lowest J″ that a short search finds, proved, and the stretch where J″ < 0 around it.
    private mutating func findWitness() -> (Certificate.Witness, Interval)? {
        var best: (witness: Certificate.Witness, stretch: Interval)?
        func consider(_ theta: Double, _ stretch: Interval, isConcave: Bool = true) {
            guard let witness = witness(at: theta, in: stretch, isConcave: isConcave) else { return }
            let lowest = best?.witness.secondDerivative.upper ?? 0
            if witness.secondDerivative.upper < lowest { best = (witness, stretch) }
        }
        let tiles = certificate.concave.map(Interval.init)
        for tile in tiles.sorted(by: { $0.width > $1.width }).prefix(12) {
            for k in 0...10 { consider(tile.lower + tile.width * (Double(k) / 10), tile) }
        }
        for tile in tiles where best == nil {
            // Where J″ overflows over most of a tile, or its ends are too far apart for shares of it.
            consider(tile.midpoint, tile)
            var step = tile.width / 20
            while best == nil, step > 1e-20 * tile.width {
                consider(tile.lower + step, tile)
                consider(tile.upper - step, tile)
                step /= 3
            }
        }
        guard let found = best else {
            for theta in facts.probes { consider(theta, Interval(-abs(theta), abs(theta)), isConcave: false) }
            return best
        }
        var reach = found.stretch.width / 10
        while reach > 1e-4 * found.stretch.width {
            let centre = best?.witness.theta ?? found.witness.theta
            for k in [-2.0, -1, 1, 2] { consider(centre + reach * k / 3, found.stretch) }
            reach /= 3
        }
        guard let refined = best else { return nil }
        // Rounded where that is as good, and without the sign of a zero.
        let theta = (refined.witness.theta * 1000).rounded() / 1000 + 0
        if let round = witness(at: theta, in: found.stretch, isConcave: !tiles.isEmpty),
            round.secondDerivative.upper < 0.9999 * refined.witness.secondDerivative.upper
        {
            return (round, found.stretch)
        }
        return refined
    }

    /// - Parameter isConcave: whether J″ < 0 is proved all over the stretch.
    private mutating func witness(
        at theta: Double, in stretch: Interval, isConcave: Bool
    ) -> Certificate.Witness? {
        guard stretch.contains(theta), let bend = function.value(2, at: theta).flatMap(Bounds.init(claiming:)),
            bend.upper < 0, isConcave || facts.isSmooth || self.isConcave(around: theta)
        else { return nil }
        return Certificate.Witness(theta: theta, secondDerivative: bend)
    }

    /// Where J has kinks, a point's own second derivative may be that of a branch which is taken nowhere else.
    private mutating func isConcave(around theta: Double) -> Bool {
        let reach = 1e-9 * max(abs(theta), 1e-3 * window.width)
        let bend = function.enclosure(2, over: Interval(theta - reach, theta + reach))
        guard bend.isContinuous, let range = bend.interval else { return false }
        return range.upper < 0
    }

    /// Two points where J is proved to differ.
    private mutating func findUnequalValues() -> (Double, Double)? {
        var first: (point: Double, value: Interval)?
        for point in [window.lower, window.upper, 0] + facts.probes {
            guard let value = function.value(0, at: point) else { continue }
            if let first, value.intersection(first.value) == nil { return (first.point, point) }
            first = first ?? (point, value)
        }
        return nil
    }

    /// A chord between the two minima beside the highest maximum, which lies above both; where there is none, the one
    /// with the largest proved gap of a short search.
    private mutating func findChord(around theta: Double, in stretch: Interval) -> Certificate.Chord? {
        if let hump = findHump() { return hump }
        var best: Certificate.Chord?
        let reach = max(stretch.width, 1e-6 * max(1, abs(theta)))
        let shares = function.isDear ? [0.3, 1] : [0.01, 0.1, 0.3, 0.6, 1, 1.6]
        for left in shares {
            for right in shares {
                let (from, to) = (theta - left * reach, theta + right * reach)
                for at in [theta, from + 0.45 * (to - from)] {
                    if let chord = chord(from, to, over: at), chord.gap > best?.gap ?? 0 { best = chord }
                }
            }
        }
        return best ?? chord(stretch.lower, stretch.upper, over: stretch.midpoint)
    }

    private mutating func findHump() -> Certificate.Chord? {
        let minima = certificate.minima.map(\.theta).sorted { $0.lower < $1.lower }
        var best: Certificate.Chord?
        for maximum in certificate.maxima.map(\.theta) {
            guard let before = minima.last(where: { $0.upper < maximum.lower }),
                let after = minima.first(where: { maximum.upper < $0.lower }),
                let chord = chord(
                    Interval(before).midpoint, Interval(after).midpoint, over: Interval(maximum).midpoint)
            else { continue }
            if chord.gap > best?.gap ?? 0 { best = chord }
        }
        return best
    }

    /// The chord between two points, if J is proved to lie above it at a third.
    private mutating func chord(_ from: Double, _ to: Double, over at: Double) -> Certificate.Chord? {
        guard from < at, at < to, let (start, end) = ends(from, to), let value = function.value(0, at: at) else {
            return nil
        }
        let share = (Interval(at) - Interval(from)) / (Interval(to) - Interval(from))
        let gap = (value - (start + share * (end - start))).lower
        // With a margin, so that a checker which rounds a little worse can confirm it.
        let margin = 1e-13 * max(value.magnitude, start.magnitude, end.magnitude)
        return gap - margin > 100 * margin ? Certificate.Chord(from: from, to: to, at: at, gap: gap - margin) : nil
    }

    /// J at both ends of a chord, if it may stretch there: of an expression only inside the window, and where there is no
    /// gap between.
    private mutating func ends(_ from: Double, _ to: Double) -> (Interval, Interval)? {
        guard from < to, from.isFinite, to.isFinite else { return nil }
        if facts.scope == .window {
            let whole = Interval(from, to)
            guard window.contains(whole), function.enclosure(0, over: whole).isContinuous else { return nil }
        }
        guard let start = function.value(0, at: from), let end = function.value(0, at: to) else { return nil }
        return (start, end)
    }
}
