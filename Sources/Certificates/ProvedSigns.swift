import Calculus

/// The stretches over which a function, or one of its derivatives, is proved to have one sign.
struct ProvedSigns {
    private var positive: [Interval]
    private var negative: [Interval]

    init(positive: [Interval], negative: [Interval]) {
        (self.positive, self.negative) = (ZeroIsolation.merged(positive), ZeroIsolation.merged(negative))
    }

    /// 1 or −1 where all of the stretch has that sign.
    func sign(of stretch: Interval) -> Int? {
        positive.contains { $0.contains(stretch) } ? 1 : negative.contains { $0.contains(stretch) } ? -1 : nil
    }

    mutating func add(positive more: [Interval], negative less: [Interval]) {
        if !more.isEmpty { positive = ZeroIsolation.merged(positive + more) }
        if !less.isEmpty { negative = ZeroIsolation.merged(negative + less) }
    }

    /// What a zero in a stretch over which the function is monotone leaves of it.
    mutating func add(_ stretch: Interval, around zero: SignChart.Mark) {
        let before = Interval(stretch.lower, zero.stretch.lower)
        let after = Interval(zero.stretch.upper, stretch.upper)
        let isRising = zero.slope == 1
        add(positive: [isRising ? after : before], negative: [isRising ? before : after])
    }

    /// What is left of a stretch without the ends that can be told after all; nil where all of it can.
    mutating func trim(_ stretch: Interval, of order: Int, _ function: inout some EnclosedFunction) -> Interval? {
        let trimmed = SignChart.trimmed(stretch, order, &function)
        add(positive: trimmed.positive, negative: trimmed.negative)
        return trimmed.rest
    }
}
