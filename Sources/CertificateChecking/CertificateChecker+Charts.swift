import Calculus

extension CertificateChecker {
    /// A stretch around which the sign of a derivative changes, or where it is said to be unknown.
    struct Mark {
        var key: String
        var stretch: Interval
        /// The sign of the next derivative; nil where either will do.
        var slope: Int?
        var isOpen = false
    }

    var slopeMarks: [Mark] {
        marks("minima", claims.minima.map(\.theta), slope: 1) + marks("maxima", claims.maxima.map(\.theta), slope: -1)
            + marks("unresolved_slope", claims.unresolvedSlopes, isOpen: true)
    }

    var bendMarks: [Mark] {
        marks("inflections", claims.inflections) + marks("unresolved_bend", claims.unresolvedBends, isOpen: true)
    }

    private func marks(_ key: String, _ stretches: [Interval], slope: Int? = nil, isOpen: Bool = false) -> [Mark] {
        stretches.enumerated().map { Mark(key: "\(key)[\($0)]", stretch: $1, slope: slope, isOpen: isOpen) }
    }

    /// Every zero is one and is listed, and between the marks the derivative has one sign.
    ///
    /// - Returns: where it is negative.
    mutating func chart(order: Int, _ marks: [Mark]) throws(Rejection) -> [Interval] {
        let window = claims.window
        let marks = marks.sorted { $0.stretch.lower < $1.stretch.lower }
        for i in marks.indices.dropFirst() where marks[i - 1].stretch.upper >= marks[i].stretch.lower {
            throw Rejection(marks[i].key, "it meets \(marks[i - 1].key)")
        }
        let ends = [window.lower] + marks.flatMap { [$0.stretch.lower, $0.stretch.upper] } + [window.upper]
        /// The sign before the k-th mark; nil where the mark begins the window.
        var signsBetween: [Int?] = []
        var negative: [Interval] = []
        for k in 0...marks.count {
            guard ends[2 * k] < ends[2 * k + 1] else {
                signsBetween.append(nil)
                continue
            }
            let gap = Interval(ends[2 * k], ends[2 * k + 1])
            let sign = try sign(order, over: gap)
            if sign < 0 { negative.append(gap) }
            signsBetween.append(sign)
        }
        for (k, mark) in marks.enumerated() {
            if mark.isOpen {
                try checkIgnorance(of: order, mark)
            } else {
                try checkZero(of: order, mark, before: signsBetween[k], after: signsBetween[k + 1])
            }
        }
        return negative
    }

    private mutating func sign(_ order: Int, over gap: Interval) throws(Rejection) -> Int {
        if order == 1, convexity != .none {
            // The slope of a convex function never falls.
            if function.derivative(1, at: gap.upper)?.provedSign == -1 { return -1 }
            if function.derivative(1, at: gap.lower)?.provedSign == 1 { return 1 }
            throw Rejection("minima", "a minimum may lie in \(gap.text)")
        }
        switch signs.sign(order, over: gap) {
        case .sign(let sign): return sign
        case .open(let place):
            let (primes, list) = order == 1 ? ("′", "minima, maxima") : ("″", "inflections")
            throw Rejection(
                list,
                "none is listed in \(gap.text), and the sign of J\(primes) is not known or changes in \(place.text)")
        }
    }

    private mutating func checkZero(of order: Int, _ mark: Mark, before: Int?, after: Int?) throws(Rejection) {
        guard mark.stretch.isTight else { throw Rejection(mark.key, "\(mark.stretch.text) is too wide") }
        guard let before, let after, before == -after, mark.slope ?? after == after else {
            throw Rejection(mark.key, "the sign around \(mark.stretch.text) does not change so")
        }
        // Of a convex function all minimisers are together, and of a strictly convex one there is one.
        if order == 1, convexity != .none { return }
        guard function.derivative(order + 1, over: mark.stretch)?.provedSign == after else {
            throw Rejection(mark.key, "\(mark.stretch.text) could hold more than one")
        }
    }

    /// What can be told must not be left open.
    mutating func checkIgnorance(of order: Int, _ mark: Mark) throws(Rejection) {
        let stretch = mark.stretch
        let known = Rejection(mark.key, "the sign on a part of \(stretch.text) can be told")
        if order == 1, convexity != .none {
            if function.derivative(1, at: stretch.upper)?.provedSign == -1
                || function.derivative(1, at: stretch.lower)?.provedSign == 1
            {
                throw known
            }
            // Bracketed by bisection to 2 parts in 10¹⁰.
            let reach = max(0.01 * stretch.width, 1e-9 * max(1, stretch.magnitude))
            let (left, right) = (stretch.lower + reach, stretch.upper - reach)
            if right <= left {
                let sides = [stretch.lower, stretch.upper].map { function.derivative(1, at: $0)?.provedSign }
                // Narrow, and with a minimiser: then it is a minimum and must be claimed as one. Not at the window's end:
                // where a kink is there, the slope of one of its branches is none of J's.
                if isInside(stretch), stretch.isTight, sides == [-1, 1] { throw known }
            } else if function.derivative(1, at: left)?.provedSign == -1
                || function.derivative(1, at: right)?.provedSign == 1
            {
                throw known
            }
            return
        }
        if signs.signAtOnce(order, over: stretch) != nil { throw known }
        if stretch.width <= 1e-9 * max(1, stretch.mignitude) {
            let sides = [stretch.lower, stretch.upper].map { function.derivative(order, at: $0)?.provedSign }
            let slope = function.derivative(order + 1, over: stretch)?.provedSign
            // An extremum where J is too large for a number cannot be claimed as one.
            let isClaimable = order != 1 || values(around: stretch)?.isBounded == true
            if isInside(stretch), isClaimable, let slope, sides == [-slope, slope] { throw known }
            return
        }
        // For very many samples the prover stops early.
        guard function.cost <= 1000 else { return }
        let reach = 0.01 * stretch.width
        for end in [
            Interval(stretch.lower, stretch.lower + reach), Interval(stretch.upper - reach, stretch.upper),
        ]
        where signs.signAtOnce(order, over: end) != nil && isClear(order, at: end.lower)
            && isClear(order, at: end.upper)
        {
            throw known
        }
    }

    /// Whether a derivative's sign at a point stands out from rounding and, of a loss, from what underflows, where the
    /// prover's formula may drown a little earlier.
    private func isClear(_ order: Int, at theta: Double) -> Bool {
        guard let value = function.derivative(order, at: theta), value.provedSign != nil else { return false }
        return value.mignitude >= max(loss == nil ? 0 : 1e-295, min(16 * value.width, 1e300))
    }

    private func isInside(_ stretch: Interval) -> Bool {
        claims.window.lower < stretch.lower && stretch.upper < claims.window.upper
    }

    /// All samples can be told apart by one threshold at 0, and the loss falls for ever: J is strictly monotone.
    var isMonotoneBySeparation: Bool {
        guard convexity != .none, let loss, loss.fallsForEver, case .mean(_, let x, let y) = function.body else {
            return false
        }
        let moving = zip(x, y).filter { $0.0 != 0 }
        guard moving.allSatisfy({ $0.1 == 0 || $0.1 == 1 }) else { return false }
        let sides = moving.map { ($0.1 == 1) == ($0.0 > 0) }
        return sides.allSatisfy { $0 == sides[0] }
    }
}
