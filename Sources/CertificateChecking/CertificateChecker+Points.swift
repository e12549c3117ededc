import Calculus

extension CertificateChecker {
    /// The values at minima and maxima.
    mutating func checkExtrema() throws(Rejection) {
        for (name, extrema) in [("minima", claims.minima), ("maxima", claims.maxima)] {
            for (index, extremum) in extrema.enumerated() {
                let key = "\(name)[\(index)].value"
                if convexity != .none, loss?.smoothness ?? 0 < 2 {
                    // The least value over the bracket of all minimisers, which is that over the window.
                    guard extremum.value == claims.globalMinimum else {
                        throw Rejection(key, "it is not the global minimum")
                    }
                    continue
                }
                try confirm(extremum.value, values(around: extremum.theta), key, "J(\(extremum.theta.text))")
            }
        }
    }

    /// J over a narrow stretch: what both the formula and the mean-value form allow.
    func values(around theta: Interval) -> Interval? {
        guard let slope = function.derivative(1, over: theta), let value = function.derivative(0, at: theta.midpoint),
            let natural = function.values(over: theta)
        else { return nil }
        let mean = value + slope * (theta - Interval(theta.midpoint))
        return Interval(max(mean.lower, natural.lower), min(mean.upper, natural.upper))
    }

    /// Of the minima and the window's ends; nil where one has no narrow value.
    private var leastKnownValue: Interval? {
        var values = [claims.window.lower, claims.window.upper].map { function.derivative(0, at: $0) }
        if !isConstant { values += claims.minima.map { self.values(around: $0.theta) } }
        let known = values.compactMap { $0 }
        guard known.count == values.count, known.allSatisfy(\.isTight), let lower = known.map(\.lower).min(),
            let upper = known.map(\.upper).min()
        else { return nil }
        return Interval(lower, upper)
    }

    /// J is monotone between its extrema, so they, the window's ends and what is unresolved are all that can be lowest.
    mutating func checkLeastValue() throws(Rejection) {
        // Mostly it is that of a minimum or an end, and no search is needed.
        if let claimed = claims.globalMinimum, claims.unresolvedSlopes.isEmpty, let known = leastKnownValue,
            claimed.contains(known) || claimed.upper < known.lower || known.upper < claimed.lower
        {
            return try confirm(claimed, known, "global_minimum", "the least value in the window")
        }
        let ends = [Interval(claims.window.lower), Interval(claims.window.upper)]
        var places = isConstant ? [ends[0]] : ends + claims.minima.map(\.theta) + claims.unresolvedSlopes
        if !isConstant { places += claims.maxima.map(\.theta) }
        var search = LeastValueSearch(function, isConvex: convexity != .none)
        let found = search.least(over: places, goal: claims.globalMinimum)
        guard claims.globalMinimum == nil || !(claims.globalMinimum?.isTight ?? true) else {
            return try confirm(claims.globalMinimum, found, "global_minimum", "the least value in the window")
        }
        // Not confirmed as it stands, so what is known without it counts.
        search = LeastValueSearch(function, isConvex: convexity != .none)
        let own = search.least(over: places, goal: nil)
        // A search that ran dry proves neither that there is more to say nor that there is less.
        if search.isExhausted, own.map({ claims.globalMinimum?.contains($0) ?? true }) ?? true { return }
        try confirm(claims.globalMinimum, own, "global_minimum", "the least value in the window")
    }

    /// J″ < 0 at the point, and around it, lest it be that of a branch which is taken nowhere else.
    mutating func checkWitness() throws(Rejection) {
        guard let witness = claims.witness else {
            if let stretch = claims.concave.first(where: hasWitness) {
                throw Rejection("witness", "it is missing, and J″ < 0 on \(stretch.text)")
            }
            return
        }
        let theta = witness.theta
        guard !isConstant, convexity == .none else { throw Rejection("witness", "J is convex") }
        guard loss != nil || claims.window.contains(theta) else {
            throw Rejection("witness.theta", "\(theta) is not in the window")
        }
        guard witness.bend.upper < 0 else { throw Rejection("witness.second_derivative", "it is not below zero") }
        try confirm(witness.bend, function.derivative(2, at: theta), "witness.second_derivative", "J″(\(theta))")
        guard claims.concave.isEmpty else {
            // That J″ < 0 on all of the stretch is proved by itself.
            guard claims.concave.contains(where: { $0.contains(theta) }) else {
                throw Rejection("witness.theta", "\(theta) lies in no concave stretch, and there are some")
            }
            return
        }
        let reach = 1e-10 * max(abs(theta), 1e-3 * claims.window.width)
        let around = Interval(theta - reach, theta + reach)
        guard function.derivative(2, over: around)?.provedSign == -1 else {
            throw Rejection("witness.theta", "J″ < 0 is not proved around \(theta)")
        }
    }

    /// Whether J″ < 0 comes out clearly, and finite, somewhere in a stretch: where it overflows all along, nothing can be claimed.
    private func hasWitness(in stretch: Interval) -> Bool {
        [stretch.lower, stretch.midpoint, stretch.upper].contains { theta in
            guard let bend = function.derivative(2, at: theta) else { return false }
            return bend.isBounded && bend.provedSign == -1 && bend.width <= 0.01 * bend.mignitude
        }
    }

    /// How far J is above the chord from `from` to `to`, and the size of the values.
    private func gap(_ from: Double, _ to: Double, at: Double) -> (gap: Interval, size: Double)? {
        guard from < at, at < to else { return nil }
        if loss == nil {
            guard claims.window.contains(Interval(from, to)), function.derivative(0, over: Interval(from, to)) != nil
            else {
                return nil
            }
        }
        let values = [from, at, to].compactMap { function.derivative(0, at: $0) }
        guard values.count == 3 else { return nil }
        let share = (Interval(at) - Interval(from)) / (Interval(to) - Interval(from))
        let chord = values[0] + share * (values[2] - values[0])
        return (values[1] - chord, values.map(\.magnitude).max() ?? 0)
    }

    mutating func checkChord() throws(Rejection) {
        guard let chord = claims.chord else {
            guard let witness = claims.witness,
                let stretch = claims.concave.first(where: { $0.contains(witness.theta) }),
                let found = gap(stretch.lower, stretch.upper, at: stretch.midpoint)
            else { return }
            if found.gap.lower > 1e-9 * found.size { throw Rejection("chord", "it is missing, and there are some") }
            return
        }
        guard !isConstant, convexity == .none else { throw Rejection("chord", "J is convex") }
        guard claims.witness != nil || loss?.isBounded == true else {
            throw Rejection("chord", "there is one only where J is not convex")
        }
        guard let found = gap(chord.from, chord.to, at: chord.at) else {
            throw Rejection("chord", "it does not go from left to right, or leaves the window or J's domain")
        }
        guard chord.gap > 0, chord.gap <= found.gap.lower else {
            throw Rejection("chord.gap", "the gap is in \(found.gap.text), and at least \(chord.gap) is claimed")
        }
        guard found.gap.lower - chord.gap <= 1e-11 * found.size else {
            throw Rejection("chord.gap", "the gap is in \(found.gap.text), and only \(chord.gap) is claimed")
        }
    }
}
