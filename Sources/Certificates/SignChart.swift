import Calculus

/// The zeros and signs of a derivative over a window, ready to be claimed: enclosures of zeros with a margin, stretches
/// where the sign is not known, and between any two of those one sign.
///
/// The margin is what lets a checker confirm an enclosure with arithmetic that rounds a little worse than the prover's:
/// eight times the width, one part in 10¹², and twice what a checker divides the window into at the finest.
struct SignChart {
    private(set) var zeros: [ZeroIsolation.Zero] = []
    private(set) var open: [Interval] = []
    private(set) var negative: [Interval] = []
    private(set) var positive: [Interval] = []

    /// A wider enclosure of a zero says too little.
    static let widest = 1e-9

    /// Whether an enclosure says enough, in a checker's arithmetic, too.
    static func isNarrow(_ enclosure: Interval) -> Bool {
        enclosure.width <= 0.9 * widest * max(1, abs(enclosure.midpoint))
    }

    /// An enclosure of a zero with its margin, which may reach beyond the window.
    static func widened(_ theta: Interval, in window: Interval) -> Interval {
        let margin = 8 * theta.width + 1e-12 * abs(theta.midpoint) + min(2e-13 * window.width, 1e-10)
        return Interval((theta.lower - margin).nextDown, (theta.upper + margin).nextUp)
    }

    struct Mark {
        var stretch: Interval
        /// Nil where the sign is not known.
        var slope: Int?
    }

    init(_ isolation: ZeroIsolation, of order: Int, in window: Interval, _ function: inout some EnclosedFunction) {
        var signs = ProvedSigns(positive: isolation.positive, negative: isolation.negative)
        var marks = isolation.unresolved.compactMap { signs.trim($0, of: order, &function) }.map { Mark(stretch: $0) }
        marks = SignChart.joined(marks + isolation.zeros.compactMap { Mark($0, in: window) })
        marks = SignChart.complete(marks, signs, in: window)
        marks = SignChart.cleared(marks, in: window, &function) {
            $0.sign(order, over: $1) != nil && $0.isClear(order, at: $1.midpoint)
        }
        // Joined or moved, a stretch may have ends again that can be told.
        marks = marks.compactMap { mark in
            mark.slope != nil ? mark : signs.trim(mark.stretch, of: order, &function).map { Mark(stretch: $0) }
        }
        marks = SignChart.complete(marks, signs, in: window)
        for i in marks.indices {
            marks[i].slope = SignChart.slope(of: order, marks[i], &function)
            guard marks[i].slope == nil, !function.isDear,
                let zero = SignChart.crossing(of: order, in: marks[i].stretch, window, &function)
            else { continue }
            signs.add(marks[i].stretch, around: zero)
            marks[i] = zero
        }
        marks = SignChart.complete(marks, signs, in: window)
        for gap in SignChart.gaps(marks, in: window) {
            if signs.sign(of: gap) == 1 { positive.append(gap) } else { negative.append(gap) }
        }
        for mark in marks {
            let before = negative.contains { $0.upper == mark.stretch.lower } ? -1 : 1
            let after = negative.contains { $0.lower == mark.stretch.upper } ? -1 : 1
            if let slope = mark.slope, before == -slope, after == slope {
                zeros.append(ZeroIsolation.Zero(theta: mark.stretch, slope: slope))
            } else {
                open.append(mark.stretch)
            }
        }
    }

    /// With marks where a sign is missing nonetheless: nothing is claimed there.
    private static func complete(_ marks: [Mark], _ signs: ProvedSigns, in window: Interval) -> [Mark] {
        joined(marks + gaps(marks, in: window).filter { signs.sign(of: $0) == nil }.map { Mark(stretch: $0) })
    }

    /// The slope at a zero if one enclosure still tells it over all of the mark, which is to say enough.
    static func slope(of order: Int, _ mark: Mark, _ function: inout some EnclosedFunction) -> Int? {
        guard let slope = mark.slope, isNarrow(mark.stretch) else { return nil }
        if function.isDear { return slope }
        let next = function.enclosure(order + 1, over: mark.stretch)
        return next.isContinuous && next.interval?.sign == slope ? slope : nil
    }

    /// In ascending order; those that touch as one of which nothing is known.
    static func joined(_ marks: [Mark]) -> [Mark] {
        marks.sorted { $0.stretch.lower < $1.stretch.lower }.reduce(into: []) { joined, next in
            if let last = joined.last, next.stretch.lower <= last.stretch.upper {
                joined[joined.count - 1] = Mark(stretch: last.stretch.hull(next.stretch))
            } else {
                joined.append(next)
            }
        }
    }

    static func gaps(_ marks: [Mark], in window: Interval) -> [Interval] {
        let ends = [window.lower] + marks.flatMap { [$0.stretch.lower, $0.stretch.upper] } + [window.upper]
        return stride(from: 0, to: ends.count, by: 2).compactMap { i in
            ends[i] < ends[i + 1] ? Interval(ends[i], ends[i + 1]) : nil
        }
    }
}

extension SignChart.Mark {
    /// A zero with its margin; one of which nothing is known where that reaches the window's end, or is too wide.
    init?(_ zero: ZeroIsolation.Zero, in window: Interval) {
        let wide = SignChart.widened(zero.theta, in: window)
        if window.lower < wide.lower, wide.upper < window.upper, SignChart.isNarrow(wide) {
            self.init(stretch: wide, slope: zero.slope)
        } else if let inside = wide.intersection(window) {
            self.init(stretch: inside)
        } else {
            return nil
        }
    }
}
