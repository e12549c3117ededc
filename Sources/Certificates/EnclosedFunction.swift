import Calculus

/// A function J of one variable of which, over any stretch, the values and the first three derivatives can be enclosed:
/// all that a proof needs to know of it. Each enclosure is counted against a budget.
protocol EnclosedFunction {
    /// Encloses J's derivative of the given order, 0 to 3, over `theta`; the decoration says whether it exists and is
    /// continuous there.
    mutating func enclosure(_ order: Int, over theta: Interval) -> Enclosure

    /// J's derivative of the given order, 0 to 3, at a rational point, where the formula gives it exactly; nil where it
    /// does not, and where it has no derivative there.
    func exact(_ order: Int, at theta: Rational) -> Rational?

    /// Whether a search should give up, leaving some enclosures for what follows it.
    var isExhausted: Bool { get }

    /// Starts a new search.
    mutating func refill()

    /// Smaller values drown where another formula for the same function underflows a little earlier.
    var leastClear: Double { get }

    /// Whether an enclosure is so dear that a search must do with few.
    var isDear: Bool { get }
}

extension EnclosedFunction {
    func exact(_: Int, at _: Rational) -> Rational? { nil }

    var leastClear: Double { 0 }

    /// At one point, if J's derivative exists and is continuous there.
    mutating func value(_ order: Int, at theta: Double) -> Interval? {
        let enclosure = enclosure(order, over: Interval(theta))
        return enclosure.isContinuous ? enclosure.interval : nil
    }

    /// J over a narrow interval, by the mean-value form where J′ is continuous.
    mutating func meanValue(over theta: Interval) -> Interval? {
        let natural = enclosure(0, over: theta)
        guard natural.decoration >= .defined, let interval = natural.interval else { return nil }
        let slope = enclosure(1, over: theta)
        guard slope.isContinuous, let slope = slope.interval, let centre = value(0, at: theta.midpoint) else {
            return interval
        }
        return interval.intersection(centre + slope * (theta - Interval(theta.midpoint))) ?? interval
    }

    /// The sign of J's derivative all over a stretch, if one enclosure, the mean-value form or monotony tells.
    mutating func sign(_ order: Int, over theta: Interval) -> Int? {
        let natural = enclosure(order, over: theta)
        guard natural.isContinuous, let range = natural.interval else { return nil }
        if let sign = range.sign { return sign }
        let next = enclosure(order + 1, over: theta)
        guard next.isContinuous, let slope = next.interval, let centre = value(order, at: theta.midpoint) else {
            return nil
        }
        if let sign = (centre + slope * (theta - Interval(theta.midpoint))).sign { return sign }
        guard slope.sign != nil, let left = value(order, at: theta.lower)?.sign else { return nil }
        return left == value(order, at: theta.upper)?.sign ? left : nil
    }
}

extension EnclosedFunction {
    /// Whether the sign of J's derivative at a point stands out from rounding, so that a checker sees it too: where it
    /// drowns, at one point a sign can be told and at the next it cannot.
    mutating func isClear(_ order: Int, at theta: Double) -> Bool {
        guard let value = value(order, at: theta), value.sign != nil else { return false }
        return value.mignitude >= max(leastClear, min(4 * value.width, 1e290))
    }

    /// Whether J's derivative has no zero over a stretch, or no value there at all.
    mutating func excludesZero(_ order: Int, over theta: Interval) -> Bool {
        let range = enclosure(order, over: theta).interval
        return range.map { $0.sign != nil } ?? true || sign(order, over: theta) != nil
    }
}

extension Interval {
    /// What both hold; nil where they are apart.
    func intersection(_ other: Interval) -> Interval? {
        let (low, high) = (max(lower, other.lower), min(upper, other.upper))
        return low <= high ? Interval(low, high) : nil
    }

    /// 1 or −1 where every number in it has that sign.
    var sign: Int? { lower > 0 ? 1 : upper < 0 ? -1 : nil }
}
