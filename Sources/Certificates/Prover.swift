import Calculus
import Losses

/// Fills in a certificate.
struct Prover<Loss: LogitLoss> {
    var certificate: Certificate
    let linked: LinkedLoss
    let data: Dataset
    let window: Interval
    var mean: MeanLoss<Loss>
    /// Whether J″ > 0 is proved on all of the window.
    var isConvexInWindow = false

    static func prove(_ certificate: Certificate, _ linked: LinkedLoss, _ loss: Loss, _ data: Dataset) -> Certificate {
        let window = Interval(certificate.window.lower, certificate.window.upper)
        var prover = Prover(
            certificate: certificate, linked: linked, data: data, window: window, mean: MeanLoss(loss, on: data))
        prover.run()
        return prover.certificate
    }

    private mutating func run() {
        certificate.hasMinimiser = linked.hasMinimiser(on: data)
        if data.x.allSatisfy({ $0 == 0 }) {
            proveConstant()
        } else if let rule = ConvexityRule(linked) {
            proveStructurally(rule)
            if linked.isSmooth { findStationaryPoints() } else { bracketMinimisers() }
        } else {
            findInflections()
            findStationaryPoints()
            decide()
        }
        certificate.unresolved = ZeroIsolation.merged(certificate.unresolved.map { Interval($0.lower, $0.upper) })
            .map(Bounds.init)
        if !certificate.unresolved.isEmpty {
            certificate.proof.append(
                "Left open: the signs on \(certificate.unresolved.count) stretches of the window, see unresolved.")
        }
    }

    private mutating func proveConstant() {
        (certificate.verdict, certificate.scope, certificate.basis) = (.convex, .real, .structural)
        certificate.reason = "Every input is zero, so J does not depend on θ."
        certificate.proof = [
            "Every x is 0, so every logit z = xθ is 0 for all θ.", "Hence J is constant.", "A constant is convex.",
        ]
        certificate.globalMinimum = mean.value(0, at: 0).map(Bounds.init)
    }

    private mutating func proveStructurally(_ rule: ConvexityRule) {
        certificate.verdict = rule.isStrict ? .strictlyConvex : .convex
        (certificate.scope, certificate.basis) = (.real, .structural)
        let kinks = linked.isSmooth ? "" : "; stationary points are bracketed, not isolated"
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
        }
    }

    private mutating func findInflections() {
        mean.refill()
        let bends = ZeroIsolation(of: 2, in: window, of: &mean)
        certificate.inflections = bends.zeros.map { Bounds($0.theta) }
        certificate.concave = bends.negative.map(Bounds.init)
        certificate.unresolved += bends.unresolved.map(Bounds.init)
        isConvexInWindow = bends.zeros.isEmpty && bends.negative.isEmpty && bends.unresolved.isEmpty
    }

    private mutating func findStationaryPoints() {
        mean.refill()
        var candidates = [Interval(window.lower), Interval(window.upper)]
        if certificate.hasMinimiser != false || ConvexityRule(linked) == nil {
            let stops = ZeroIsolation(of: 1, in: window, of: &mean)
            candidates += stops.zeros.map(\.theta) + stops.unresolved
            certificate.unresolved += stops.unresolved.map(Bounds.init)
            for stop in stops.zeros {
                guard let value = mean.meanValue(over: stop.theta) else { continue }
                let extremum = Certificate.Extremum(theta: Bounds(stop.theta), value: Bounds(value))
                if stop.slope > 0 { certificate.minima.append(extremum) } else { certificate.maxima.append(extremum) }
            }
        }
        // J is monotone everywhere else.
        var (lower, upper) = (Double.infinity, Double.infinity)
        for candidate in candidates {
            guard let value = mean.meanValue(over: candidate) else { return }
            (lower, upper) = (min(lower, value.lower), min(upper, value.upper))
        }
        if lower <= upper { certificate.globalMinimum = Bounds(Interval(lower, upper)) }
    }
}
