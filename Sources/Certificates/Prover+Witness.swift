import Calculus
import Losses

extension Prover {
    /// The verdict on a loss that is not convex in the logit.
    mutating func decide() {
        warnOfConvexCore()
        findMinimiser()
        if let (witness, stretch) = findWitness() {
            certificate.witness = witness
            certificate.chord = findChord(around: witness.theta, in: stretch)
            (certificate.verdict, certificate.scope, certificate.basis) = (.notConvex, .real, .interval)
            let place = window.contains(witness.theta) ? "" : ", outside the window"
            certificate.reason = "J″ is negative at θ = \(witness.theta)\(place), so J is not convex on ℝ."
            certificate.proof = [
                "A convex function with a second derivative has J″ ≥ 0 everywhere.",
                "But J″(\(witness.theta)) lies in [\(witness.secondDerivative.lower), \(witness.secondDerivative.upper)].",
            ]
        } else if linked.isBounded, let (a, b) = findUnequalValues() {
            (certificate.verdict, certificate.scope, certificate.basis) = (.notConvex, .real, .structural)
            certificate.reason = "J is bounded and not constant, so it is not convex on ℝ."
            certificate.proof = [
                "A convex function on ℝ that is bounded above is constant.",
                "The loss of a sample is bounded, so J is.", "J(\(a)) ≠ J(\(b)), so J is not constant.",
            ]
            certificate.chord = findChord(around: (a + b) / 2, in: Interval(min(a, b), max(a, b)))
        } else if isConvexInWindow {
            (certificate.verdict, certificate.scope, certificate.basis) = (.strictlyConvex, .window, .interval)
            certificate.reason = "J″ is positive on tiles that cover the window."
            certificate.proof = [
                "Tiles that cover the window were enclosed one by one, rounded outwards.",
                "J″ > 0 on every tile, so J is strictly convex on the window.",
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
            mean.value(2, at: window.lower + window.width * (Double(k) / 64))?.midpoint
        }
        let below = bends.count { $0 < 0 }
        certificate.basis = .sampled
        certificate.reason =
            "J″ could be proved neither negative anywhere nor positive on the whole window; "
            + "of \(bends.count) samples of it \(below) came out negative."
        certificate.proof = ["No proof: \(certificate.reason)"]
    }

    private mutating func warnOfConvexCore() {
        guard let core = linked.convexCore(of: data), max(-window.lower, window.upper) <= core else { return }
        certificate.warnings.append(
            "the window lies inside the convex core |θ| ≤ ln 2/max|x| = \(core), where J is convex for any 0/1 labels; "
                + "a wider window shows where it bends down")
    }

    /// For a squared error of a sigmoid: J attains its infimum if it falls below both limits.
    private mutating func findMinimiser() {
        guard certificate.hasMinimiser == nil, linked.loss.name == .brier || linked.loss.name == .mse,
            linked.link == .sigmoid, let least = certificate.globalMinimum
        else { return }
        let limits = [1.0, -1].map { direction in
            zip(data.x, data.y).reduce(Interval(0)) { sum, sample in
                let target = sample.0 == 0 ? 0.5 : sample.0 * direction > 0 ? 1.0 : 0
                return sum + (Interval(sample.1) - Interval(target)).power(2)
            } / Interval(Double(data.count))
        }
        if limits.allSatisfy({ least.upper < $0.lower }) { certificate.hasMinimiser = true }
    }

    /// Points where a sample bends down.
    private var probes: [Double] {
        let inputs = data.x.filter { $0 != 0 }
        // Each costs O(N).
        let step = max(1, inputs.count / (inputs.count > 100_000 ? 2 : 32))
        return stride(from: 0, to: inputs.count, by: step).flatMap { i in
            [0.5, 1.5, 2, 4].flatMap { k in
                let theta = 0.6931471805599453 * k / abs(inputs[i])
                return [theta, -theta]
            }
        }
        .filter { $0.isFinite && abs($0) < 1e150 }
    }

    /// The lowest J″ that a short search finds, proved, and the stretch where J″ < 0 around it.
    private mutating func findWitness() -> (Certificate.Witness, Interval)? {
        var best: (theta: Double, bend: Interval, stretch: Interval)?
        func consider(_ theta: Double, _ stretch: Interval) {
            guard stretch.contains(theta), let bend = mean.value(2, at: theta), bend.upper < 0 else { return }
            if bend.upper < best?.bend.upper ?? 0 { best = (theta, bend, stretch) }
        }
        let tiles = certificate.concave.map { Interval($0.lower, $0.upper) }
        for tile in tiles.sorted(by: { $0.width > $1.width }).prefix(12) {
            for k in 0...24 { consider(tile.lower + tile.width * (Double(k) / 24), tile) }
        }
        guard let found = best else {
            for theta in probes { consider(theta, Interval(-abs(theta), abs(theta))) }
            return best.map { (Certificate.Witness(theta: $0.theta, secondDerivative: Bounds($0.bend)), $0.stretch) }
        }
        var reach = found.stretch.width / 24
        while reach > 1e-4 * found.stretch.width {
            let centre = best?.theta ?? found.theta
            for k in -4...4 where k != 0 { consider(centre + reach * (Double(k) / 4), found.stretch) }
            reach /= 4
        }
        guard let refined = best else { return nil }
        let theta = (refined.theta * 1000).rounded() / 1000
        if found.stretch.contains(theta), let bend = mean.value(2, at: theta), bend.upper < 0.9999 * refined.bend.upper
        {
            return (Certificate.Witness(theta: theta, secondDerivative: Bounds(bend)), found.stretch)
        }
        return (Certificate.Witness(theta: refined.theta, secondDerivative: Bounds(refined.bend)), found.stretch)
    }

    /// Two points where J is proved to differ.
    private mutating func findUnequalValues() -> (Double, Double)? {
        let points = [window.lower, window.upper, 0] + probes
        guard let first = points.first, let start = mean.value(0, at: first) else { return nil }
        for point in points.dropFirst() {
            if let value = mean.value(0, at: point), value.intersection(start) == nil { return (first, point) }
        }
        return nil
    }

    /// The chord with the largest proved gap of a short search.
    private mutating func findChord(around theta: Double, in stretch: Interval) -> Certificate.Chord? {
        var best: Certificate.Chord?
        let reach = max(stretch.width, 1e-6 * max(1, abs(theta)))
        let shares = data.count > 100_000 ? [0.3, 1] : [0.01, 0.1, 0.3, 0.6, 1, 1.6]
        for left in shares {
            for right in shares {
                let (from, to) = (theta - left * reach, theta + right * reach)
                guard from < to, from.isFinite, to.isFinite, let start = mean.value(0, at: from),
                    let end = mean.value(0, at: to)
                else { continue }
                for at in [theta, from + 0.3 * (to - from), from + 0.6 * (to - from)] where from < at && at < to {
                    guard let value = mean.value(0, at: at) else { continue }
                    let share = (Interval(at) - Interval(from)) / (Interval(to) - Interval(from))
                    let gap = (value - (start + share * (end - start))).lower
                    if gap > best?.gap ?? 0 { best = Certificate.Chord(from: from, to: to, at: at, gap: gap) }
                }
            }
        }
        return best
    }
}
