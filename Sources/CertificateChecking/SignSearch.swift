import Calculus

/// Proves that a derivative has one sign over a stretch, by bisection.
struct SignSearch {
    let function: CheckedFunction
    private let rough: CheckedFunction?
    private var left: Int

    init(_ function: CheckedFunction) {
        self.function = function
        rough = function.roughly
        left = min(200_000, max(5_000, 100_000_000 / function.cost))
    }

    /// Over all of the stretch at once: from one enclosure, the mean-value form, or monotony; nil where none tells.
    mutating func signAtOnce(_ order: Int, over stretch: Interval) -> Int? {
        left -= 1
        if let rough, order < 3 {
            if let sign = rough.derivative(order, over: stretch)?.provedSign { return sign }
            if rough.derivative(order + 1, over: stretch)?.provedSign != nil { return signAtEnds(order, of: stretch) }
            // As long as a division helps, no sum over all samples is needed.
            if rough.derivative(order, at: stretch.midpoint)?.provedSign != nil { return nil }
        }
        guard let range = function.derivative(order, over: stretch) else { return nil }
        if let sign = range.provedSign { return sign }
        guard order < 3, let slope = function.derivative(order + 1, over: stretch),
            let centre = function.derivative(order, at: stretch.midpoint)
        else { return nil }
        left -= 2
        if let sign = (centre + slope * (stretch - Interval(stretch.midpoint))).provedSign { return sign }
        return slope.provedSign == nil ? nil : signAtEnds(order, of: stretch)
    }

    /// The sign of a monotone derivative.
    private mutating func signAtEnds(_ order: Int, of stretch: Interval) -> Int? {
        let ends = [stretch.lower, stretch.upper].map { function.derivative(order, at: $0)?.provedSign }
        left -= 2
        return ends[0] == ends[1] ? ends[0] : nil
    }

    /// Where in the stretch J may have a zero, as far as a division finds none; nil where it has none.
    mutating func possibleZero(in stretch: Interval) -> Interval? {
        var tiles = [stretch]
        while let tile = tiles.popLast() {
            if function.excludesZero(over: tile) || signAtOnce(0, over: tile) != nil { continue }
            let cut = tile.lower + 0.4683 * (tile.upper - tile.lower)
            guard !tile.isTiny, tile.lower < cut, cut < tile.upper, left > 0 else { return tile }
            tiles.append(Interval(cut, tile.upper))
            tiles.append(Interval(tile.lower, cut))
        }
        return nil
    }

    enum Outcome: Equatable {
        case sign(Int)
        /// Where no sign, or not the same as elsewhere, could be proved.
        case open(Interval)
    }

    /// Divides the stretch until the sign of each part is known.
    mutating func sign(_ order: Int, over stretch: Interval) -> Outcome {
        var tiles = [stretch]
        var common: Int?
        while let tile = tiles.popLast() {
            if let sign = signAtOnce(order, over: tile) {
                guard common ?? sign == sign else { return .open(tile) }
                common = sign
                continue
            }
            // Not in the middle: where a formula is symmetric, a kink or a zero is likely there.
            let cut = tile.lower + 0.4683 * (tile.upper - tile.lower)
            guard !tile.isTiny, tile.lower < cut, cut < tile.upper, left > 0 else { return .open(tile) }
            tiles.append(Interval(cut, tile.upper))
            tiles.append(Interval(tile.lower, cut))
        }
        return common.map(Outcome.sign) ?? .open(stretch)
    }
}

extension Interval {
    /// 1 or −1 where every number in it has that sign.
    var provedSign: Int? { lower > 0 ? 1 : upper < 0 ? -1 : nil }

    /// Whether it says something: one part in 10⁹ of its size, or of 1.
    var isTight: Bool { width <= 1e-9 * max(1, abs(midpoint)) }

    /// Too narrow to be divided with any gain. Its own size counts, not that of the window: of a wide one the part near
    /// zero may matter as much.
    fileprivate var isTiny: Bool { width <= 1e-13 * magnitude }

    var text: String { "[\(lower), \(upper)]" }
}
