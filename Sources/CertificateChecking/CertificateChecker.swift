import Calculus
import Expressions
import Losses

/// Re-derives every claim of a certificate, with code that shares nothing with the prover but the arithmetic of intervals
/// and jets: formulas of its own, signs by bisection instead of interval Newton, and the verdict by these rules, of which
/// the first that applies decides.
///
/// 1. Every x is 0: J is constant, so convex on ℝ; structural.
/// 2. The loss is in the table of those that are convex in the logit: J is, on ℝ; structural.
/// 3. There is a witness, J″ < 0 at a point and around it: not convex; interval; on ℝ, of an expression on the window.
/// 4. The loss is bounded and J is not constant: not convex on ℝ; structural.
/// 5. J″ > 0 on all of the window: strictly convex there; J″ ≥ 0: convex there; interval.
/// 6. Else: undecided.
///
/// A claim must be true and must say as much as the prover would have said: an enclosure that is wider than one part in
/// 10⁹, a missing minimum, or something left open that can be told, is rejected too.
public struct CertificateChecker {
    let claims: CertificateClaims
    let function: CheckedFunction
    /// Nil for an expression.
    let loss: CheckedLoss?
    var signs: SignSearch
    /// Every x is 0.
    let isConstant: Bool
    let convexity: CheckedLoss.Convexity

    /// Checks a certificate against the samples that its ``CertificateClaims/source`` names.
    ///
    /// - Parameter data: nil where the source is none.
    /// - Parameter budget: the most work, in derivatives of single terms.
    /// - Returns: the first claim that fails, or nil where every claim is confirmed.
    /// - Throws: ``TooMuchWork`` where the budget is spent before either is known.
    /// - Complexity: O(N) for each of some dozen to some thousand evaluations.
    public static func rejection(
        of claims: CertificateClaims, data: Dataset?, budget: Int = WorkMeter.usual
    ) throws(TooMuchWork) -> Rejection? {
        let meter = WorkMeter(budget: budget)
        var rejection: Rejection?
        do throws(Rejection) {
            var checker = try CertificateChecker(claims, data, meter)
            try checker.run()
        } catch {
            rejection = error
        }
        // What was not evaluated neither confirms nor refutes.
        if meter.isExhausted { throw TooMuchWork(samples: data?.count ?? 1, budget: budget) }
        return rejection
    }

    private init(_ claims: CertificateClaims, _ data: Dataset?, _ meter: WorkMeter) throws(Rejection) {
        self.claims = claims
        switch claims.subject {
        case .loss(let linked):
            guard let data else { throw Rejection("data", "a loss needs samples") }
            do {
                try linked.check(data, file: nil)
            } catch {
                throw Rejection("data", "\(error)")
            }
            let loss = CheckedLoss(linked)
            self.loss = loss
            function = CheckedFunction(body: .mean(loss, x: data.x, y: data.y), meter: meter)
            isConstant = data.x.allSatisfy { $0 == 0 }
            convexity = loss.convexity
        case .expression(let expression):
            guard expression.needsSamples == (data != nil) else {
                throw Rejection("data", "the expression needs \(data == nil ? "samples" : "none")")
            }
            loss = nil
            function = CheckedFunction(
                body: .expression(expression, data.map { Samples(x: $0.x, y: $0.y) }), meter: meter)
            (isConstant, convexity) = (false, .none)
        }
        signs = SignSearch(function)
    }

    private mutating func run() throws(Rejection) {
        // What is quick comes first.
        try checkPlaces()
        try checkEnds()
        try checkVerdict()
        try checkWitness()
        try checkChord()
        try checkExtrema()
        var concave: [Interval] = []
        if isConstant {
            try checkEmpty([
                "minima": claims.minima.map(\.theta), "maxima": claims.maxima.map(\.theta),
                "unresolved_slope": claims.unresolvedSlopes,
            ])
        } else if isMonotoneBySeparation {
            try checkEmpty(["minima": claims.minima.map(\.theta), "unresolved_slope": claims.unresolvedSlopes])
        } else {
            _ = try chart(order: 1, slopeMarks)
        }
        if isConstant || convexity != .none {
            try checkEmpty(["inflections": claims.inflections, "unresolved_bend": claims.unresolvedBends])
        } else {
            concave = try chart(order: 2, bendMarks)
        }
        if concave != claims.concave {
            throw Rejection(
                "concave", "J″ < 0 is proved on \(concave.map(\.text).joined(separator: ", ")) and nowhere else")
        }
        try checkLeastValue()
        try checkZeros()
    }

    func checkEmpty(_ lists: KeyValuePairs<String, [Interval]>) throws(Rejection) {
        for (key, list) in lists where !list.isEmpty { throw Rejection(key, "there can be none") }
    }

    /// What lies in the window, and the union of what is unresolved.
    private func checkPlaces() throws(Rejection) {
        let lists: KeyValuePairs = [
            "inflections": claims.inflections, "concave": claims.concave, "minima": claims.minima.map(\.theta),
            "maxima": claims.maxima.map(\.theta), "unresolved_slope": claims.unresolvedSlopes,
            "unresolved_bend": claims.unresolvedBends, "zeros": claims.zeros.map(\.theta),
            "unresolved_value": claims.unresolvedValues,
        ]
        for (key, list) in lists {
            for (index, stretch) in list.enumerated() where !claims.window.contains(stretch) {
                throw Rejection("\(key)[\(index)]", "\(stretch.text) is not in the window \(claims.window.text)")
            }
        }
        var union: [Interval] = []
        for stretch in (claims.unresolvedSlopes + claims.unresolvedBends).sorted(by: { $0.lower < $1.lower }) {
            if let last = union.last, stretch.lower <= last.upper {
                union[union.count - 1] = last.hull(stretch)
            } else {
                union.append(stretch)
            }
        }
        guard union == claims.unresolved else {
            throw Rejection("unresolved", "it is not the union of unresolved_slope and unresolved_bend")
        }
    }

    private func checkEnds() throws(Rejection) {
        for (index, theta) in [claims.window.lower, claims.window.upper].enumerated() {
            let found = function.derivative(0, at: theta).flatMap { $0.isBounded ? $0 : nil }
            try confirm(claims.ends[index], found, "ends[\(index)]", "J(\(theta))")
        }
    }

    /// That `found` is inside the claim, which says as much as it should.
    func confirm(_ claimed: Interval?, _ found: Interval?, _ key: String, _ what: String) throws(Rejection) {
        guard let found else {
            if claimed != nil { throw Rejection(key, "\(what) could not be enclosed") }
            return
        }
        guard let claimed else { throw Rejection(key, "it is missing, and \(what) lies in \(found.text)") }
        guard claimed.contains(found) else {
            throw Rejection(key, "\(what) lies in \(found.text), and \(claimed.text) is claimed")
        }
        guard claimed.isTight || claimed.width <= 2 * found.width else {
            throw Rejection(key, "\(claimed.text) is wider than it must be, \(what) lies in \(found.text)")
        }
    }
}
