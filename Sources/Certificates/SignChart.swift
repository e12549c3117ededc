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
    private static let widest = 1e-9

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
        let trimmed = isolation.unresolved.map { SignChart.trimmed($0, order, &function) }
        let (positive, negative) = (
            ZeroIsolation.merged(isolation.positive + trimmed.flatMap(\.positive)),
            ZeroIsolation.merged(isolation.negative + trimmed.flatMap(\.negative))
        )
        var marks = trimmed.compactMap(\.rest).map { Mark(stretch: $0) }
        marks += isolation.zeros.compactMap { Mark($0, in: window) }
        marks = SignChart.joined(marks)
        func sign(of stretch: Interval) -> Int? {
            positive.contains { $0.contains(stretch) } ? 1 : negative.contains { $0.contains(stretch) } ? -1 : nil
        }
        // Where a sign is missing nonetheless, nothing is claimed.
        for gap in SignChart.gaps(marks, in: window) where sign(of: gap) == nil { marks.append(Mark(stretch: gap)) }
        marks = SignChart.joined(marks)
        for gap in SignChart.gaps(marks, in: window) {
            if sign(of: gap) ?? 1 > 0 { self.positive.append(gap) } else { self.negative.append(gap) }
        }
        for mark in marks {
            let before = self.negative.contains { $0.upper == mark.stretch.lower } ? -1 : 1
            let after = self.negative.contains { $0.lower == mark.stretch.upper } ? -1 : 1
            if let slope = mark.slope, before == -slope, after == slope {
                zeros.append(ZeroIsolation.Zero(theta: mark.stretch, slope: slope))
            } else {
                open.append(mark.stretch)
            }
        }
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

    /// An unresolved stretch without the ends where the sign can be told after all: a search that ran dry, or that gave
    /// up on a tile for a part of it, leaves more open than it must.
    static func trimmed(
        _ stretch: Interval, _ order: Int, _ function: inout some EnclosedFunction
    ) -> (rest: Interval?, positive: [Interval], negative: [Interval]) {
        var (rest, positive, negative) = (stretch, [Interval](), [Interval]())
        let isWide = stretch.width > SignChart.widest * max(1, stretch.mignitude)
        guard isWide, !function.isDear else { return (rest, [], []) }
        for fromLeft in [true, false] {
            var share = 1e-3
            for _ in 0..<200 {
                let reach = share * rest.width
                let cut = fromLeft ? rest.lower + reach : rest.upper - reach
                guard rest.lower < cut, cut < rest.upper else { break }
                let tile = fromLeft ? Interval(rest.lower, cut) : Interval(cut, rest.upper)
                guard let sign = function.sign(order, over: tile) else {
                    if share <= 1e-3 { break }
                    share = 1e-3
                    continue
                }
                if sign > 0 { positive.append(tile) } else { negative.append(tile) }
                rest = fromLeft ? Interval(cut, rest.upper) : Interval(rest.lower, cut)
                share = min(0.5, share * 2)
            }
        }
        if let sign = function.sign(order, over: rest) {
            if sign > 0 { positive.append(rest) } else { negative.append(rest) }
            return (nil, positive, negative)
        }
        return (rest, positive, negative)
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
