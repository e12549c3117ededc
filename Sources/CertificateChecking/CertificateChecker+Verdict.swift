import Calculus

extension CertificateChecker {
    /// The verdict that follows from the facts claimed, each of which is confirmed by itself.
    mutating func checkVerdict() throws(Rejection) {
        let expected = try verdict()
        for (key, claimed, wanted) in [
            ("verdict", claims.verdict, expected.verdict), ("basis", claims.basis, expected.basis),
            ("scope", claims.scope, expected.scope),
        ] where claimed != wanted {
            throw Rejection(key, "'\(claimed)' is claimed, and '\(wanted)' follows from the facts")
        }
    }

    private func verdict() throws(Rejection) -> (verdict: String, basis: String, scope: String) {
        if isConstant { return ("convex", "structural", "ℝ") }
        switch convexity {
        case .plain: return ("convex", "structural", "ℝ")
        case .strict: return ("strictly convex", "structural", "ℝ")
        case .none: break
        }
        if claims.witness != nil { return ("not convex", "interval", loss == nil ? "window" : "ℝ") }
        if loss?.isBounded == true, isNotConstant { return ("not convex", "structural", "ℝ") }
        if claims.inflections.isEmpty, claims.concave.isEmpty {
            if claims.unresolvedBends.isEmpty { return ("strictly convex", "interval", "window") }
            let isNowhereNegative = claims.unresolvedBends.allSatisfy { stretch in
                (function.derivative(2, over: stretch)?.lower ?? -1) >= 0
            }
            if isNowhereNegative { return ("convex", "interval", "window") }
        }
        return ("undecided", "sampled", "window")
    }

    /// Two values of J are proved to differ.
    private var isNotConstant: Bool {
        guard case .mean(_, let x, _) = function.body else { return false }
        let sizes = x.map(abs).filter { $0 > 0 }
        let step = max(1, sizes.count / 32)
        let scales = stride(from: 0, to: sizes.count, by: step).flatMap { [0.3 / sizes[$0], 2 / sizes[$0]] }
        let points = [claims.window.lower, claims.window.upper, 0] + scales + scales.map { -$0 }
        let values = points.filter { abs($0) < 1e150 }.compactMap { function.derivative(0, at: $0) }
        guard let highest = values.map(\.lower).max(), let lowest = values.map(\.upper).min() else { return false }
        return lowest < highest
    }
}
