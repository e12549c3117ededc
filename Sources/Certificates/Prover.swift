import Calculus

/// Fills in a certificate.
struct Prover<Function: EnclosedFunction> {
    var certificate: Certificate
    let facts: PriorFacts
    let window: Interval
    var function: Function
    /// Whether J″ > 0 is proved on all of the window; nil where only J″ ≥ 0 is.
    var isStrictlyConvexInWindow: Bool? = false

    static func prove(_ certificate: Certificate, _ facts: PriorFacts, _ function: Function) -> Certificate {
        var prover = Prover(
            certificate: certificate, facts: facts, window: Interval(certificate.window), function: function)
        prover.run()
        return prover.certificate
    }

    private mutating func run() {
        certificate.hasMinimiser = facts.hasMinimiser
        certificate.ends = [window.lower, window.upper].map { end in
            function.value(0, at: end).flatMap(Bounds.init(claiming:))
        }
        if facts.isConstant {
            proveConstant()
        } else if let rule = facts.rule {
            proveStructurally(rule)
            if facts.isSmooth { findStationaryPoints() } else { bracketMinimisers() }
        } else {
            findInflections()
            findStationaryPoints()
            decide()
        }
        let open = certificate.unresolved.count
        if open > 0 {
            let stretches = open == 1 ? "one stretch" : "\(open) stretches"
            certificate.proof.append("Left open: the signs of J′ or J″ on \(stretches) of the window.")
        }
    }

    private mutating func proveConstant() {
        (certificate.verdict, certificate.scope, certificate.basis) = (.convex, .real, .structural)
        certificate.reason = "Every input is zero, so J does not depend on θ."
        certificate.proof = [
            "Every x is 0, so every logit z = xθ is 0 for all θ.", "Hence J is constant.", "A constant is convex.",
        ]
        certificate.globalMinimum = function.value(0, at: 0).flatMap(Bounds.init(claiming:))
    }

    private mutating func proveStructurally(_ rule: ConvexityRule) {
        certificate.verdict = rule.isStrict ? .strictlyConvex : .convex
        (certificate.scope, certificate.basis) = (.real, .structural)
        let kinks = facts.isSmooth ? "" : "; stationary points are bracketed, not isolated"
        certificate.reason = "\(rule.text.prefix(1).uppercased() + rule.text.dropFirst())\(kinks)."
        certificate.proof = [
            "The loss of a sample in its logit z: \(rule.text).",
            "z = xθ is linear in θ, and a convex function of a linear one is convex.",
            "J is the mean of such functions, and so convex on ℝ for any data.",
        ]
        if rule.isStrict {
            certificate.proof.append("Some x is not 0, so at least one term is strictly convex in θ, and so is J.")
        }
        if certificate.hasMinimiser == false {
            certificate.proof.append(
                "Every term falls strictly in the same direction, towards an infimum that no θ attains: no minimiser.")
            certificate.warnings.append(
                "the samples are separable, so J falls for ever in one direction and has no finite minimiser")
        }
    }

    private mutating func findInflections() {
        function.refill()
        let isolation = ZeroIsolation(of: 2, in: window, of: &function)
        let bends = SignChart(isolation, of: 2, in: window, &function)
        certificate.inflections = bends.zeros.map { Bounds($0.theta) }
        certificate.concave = bends.negative.map(Bounds.init)
        certificate.unresolvedBends = bends.open.map(Bounds.init)
        if bends.zeros.isEmpty, bends.negative.isEmpty {
            if bends.open.isEmpty {
                isStrictlyConvexInWindow = true
            } else if bends.open.allSatisfy({ isNowhereConcave(over: $0) }) {
                isStrictlyConvexInWindow = nil
            }
        }
    }

    /// J″ ≥ 0 is enough for convexity, and all there is where it touches zero.
    private mutating func isNowhereConcave(over stretch: Interval) -> Bool {
        let bend = function.enclosure(2, over: stretch)
        guard bend.isContinuous, let range = bend.interval else { return false }
        return range.lower >= 0
    }

    private mutating func findStationaryPoints() {
        function.refill()
        var candidates = [Interval(window.lower), Interval(window.upper)]
        // A convex J without a minimiser is monotone.
        if certificate.hasMinimiser != false || facts.rule == nil {
            let isolation = ZeroIsolation(of: 1, in: window, of: &function)
            let stops = SignChart(isolation, of: 1, in: window, &function)
            candidates += stops.zeros.map(\.theta) + stops.open
            var open = stops.open
            for stop in stops.zeros {
                guard let value = function.meanValue(over: stop.theta).flatMap(Bounds.init(claiming:)) else {
                    // There J is too large for a number.
                    open.append(stop.theta)
                    continue
                }
                let extremum = Certificate.Extremum(theta: Bounds(stop.theta), value: value)
                if stop.slope > 0 { certificate.minima.append(extremum) } else { certificate.maxima.append(extremum) }
            }
            certificate.unresolvedSlopes = open.sorted { $0.lower < $1.lower }.map(Bounds.init)
        }
        // J is monotone everywhere else.
        function.refill()
        let scale = certificate.ends.compactMap { $0.map { max(abs($0.lower), abs($0.upper)) } }.max() ?? 0
        certificate.globalMinimum = LeastValue.enclosure(over: candidates, of: &function).flatMap {
            Bounds(claiming: $0, scale: scale)
        }
    }
}
