import Figures

/// Round levels for values of a function, about ten of them.
///
/// Where the values fill their range fairly evenly, the levels are multiples of 1, 2, 4 or 5 times a power of ten. Where a
/// pole or a steep wall takes most of the range, they grow by factors, on both sides of zero alike.
///
/// ```swift
/// LevelChoice(values: [0.2, 0.5, 0.85]).levels  // 0.2, 0.25, … 0.85
/// ```
struct LevelChoice {
    /// Increasing; empty where the values are all the same or there are none.
    let levels: [Double]

    private static let wanted = 10.0

    /// - Parameter values: finite, from places spread evenly over the window.
    init(values: [Double]) {
        let sorted = values.sorted()
        guard let low = sorted.first, let high = sorted.last, low < high, (high - low).isFinite else {
            levels = []
            return
        }
        func quantile(_ share: Double) -> Double { sorted[Int(share * Double(sorted.count - 1))] }
        let span = high - low
        let middle = (quantile(0.5) - low) / span
        let isEven = (0.12...0.88).contains(middle) && quantile(0.95) - quantile(0.05) > 0.3 * span
        levels =
            isEven || span <= 1e-3 * max(abs(low), abs(high))
            ? LevelChoice.even(from: low, to: high)
            : LevelChoice.growing(sorted).filter { low < $0 && $0 < high }
    }

    /// Levels, and how round their step is: 1, or more where it is less.
    private typealias Candidate = (levels: [Double], awkwardness: Double)

    /// The count nearest to the wanted one, by ratio.
    private static func best(_ candidates: [Candidate]) -> [Double] {
        func cost(_ candidate: Candidate) -> Double {
            let count = Double(candidate.levels.count)
            return max(count / wanted, wanted / count) * candidate.awkwardness
        }
        return candidates.filter { !$0.levels.isEmpty }.min { cost($0) < cost($1) }?.levels ?? []
    }

    private static func even(from low: Double, to high: Double) -> [Double] {
        let exponent = Ticks.decimalExponent(of: high - low)
        let candidates = (exponent - 2...exponent).flatMap { exponent in
            [1, 2, 4, 5].map { mantissa -> Candidate in
                let step = Ticks.value(mantissa, exponent)
                let (first, last) = ((low / step).rounded(.down) + 1, (high / step).rounded(.up) - 1)
                guard step > 0, first <= last, last - first < 100, abs(first) < 1e15, abs(last) < 1e15 else {
                    return ([], 1)
                }
                return ((Int(first)...Int(last)).map { Ticks.value($0 * mantissa, exponent) }, mantissa == 4 ? 1.25 : 1)
            }
        }
        return best(candidates)
    }

    private static func growing(_ sorted: [Double]) -> [Double] {
        let magnitudes = sorted.map { abs($0) }.filter { $0 > 0 }.sorted()
        guard !magnitudes.isEmpty else { return [] }
        let isSigned = (sorted.first ?? 0) < 0 && (sorted.last ?? 0) > 0
        // The outermost hundredth is a pole's.
        let greatest = magnitudes[magnitudes.count - 1 - magnitudes.count / 100]
        let least = max(magnitudes[magnitudes.count / (isSigned ? 8 : 40)], greatest * 1e-12)
        let signs: [Int] = isSigned ? [-1, 1] : (sorted.last ?? 0) > 0 ? [1] : [-1]
        let (first, last) = (Ticks.decimalExponent(of: least), Ticks.decimalExponent(of: greatest))
        var candidates: [Candidate] = []
        for (digits, stride) in [
            ([10, 15, 20, 30, 50, 70], 1), ([10, 20, 50], 1), ([10, 30], 1), ([10], 1), ([10], 2), ([10], 3),
        ] {
            var levels: [Double] = []
            for exponent in Swift.stride(from: first, through: last, by: stride) {
                for digit in digits {
                    let magnitude = Ticks.value(digit, exponent - 1)
                    if magnitude < least || magnitude > greatest { continue }
                    levels += signs.map { Double($0) * magnitude }
                }
            }
            if isSigned, let nearest = magnitudes.first, nearest < least / 4 { levels.append(0) }
            candidates.append((levels.sorted(), 1))
        }
        return best(candidates)
    }
}
