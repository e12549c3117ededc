import Calculus
import Figures
import Losses

/// The losses of predictions, each enclosed, and as a figure writes them.
///
/// All are written with the same count of decimals: four, fewer of large values, so many that the least has three
/// significant digits, and as many more as two values of one loss that are proved to differ need to read differently.
struct DistributionValues {
    let losses: [ClassLoss]
    let predictions: [ClassDistribution]
    /// By loss, then by prediction; nil where the value is infinite.
    let bounds: [[Interval?]]
    private let decimals: Int

    private static let mostDecimals = 12

    init(_ losses: [ClassLoss], of predictions: [ClassDistribution]) {
        self.losses = losses
        self.predictions = predictions
        let bounds = losses.map { loss in predictions.map { loss.bounds(of: $0) } }
        self.bounds = bounds
        let known = bounds.joined().compactMap { $0?.midpoint }
        let largest = known.reduce(0, max)
        var decimals = largest < 10 ? 4 : largest < 100 ? 3 : 2
        if let least = known.filter({ $0 > 1e-10 }).min() {
            var (unit, needed) = (1.0, 2)
            while unit > least { (unit, needed) = (unit / 10, needed + 1) }
            decimals = min(max(decimals, needed), DistributionValues.mostDecimals)
        }
        func readsDifferently(_ decimals: Int) -> Bool {
            bounds.allSatisfy { row in
                let known = row.compactMap { $0 }
                return known.enumerated().allSatisfy { index, a in
                    known[..<index].allSatisfy { b in
                        !DistributionValues.areDisjoint(a, b)
                            || DecimalLabel.text(a.midpoint, decimals: decimals)
                                != DecimalLabel.text(b.midpoint, decimals: decimals)
                    }
                }
            }
        }
        while decimals < DistributionValues.mostDecimals, !readsDifferently(decimals) { decimals += 1 }
        self.decimals = decimals
    }

    func text(loss: Int, prediction: Int) -> String {
        bounds[loss][prediction].map { text($0.midpoint) } ?? "∞"
    }

    /// As the values are written: one that would read as zero to three digits.
    func text(_ value: Double) -> String {
        let text = DecimalLabel.text(value, decimals: decimals)
        return value > 0 && Double(text) == 0 ? DecimalLabel.text(value, significant: 3) : text
    }

    /// What is proved of one loss of all the predictions.
    enum Relation: Equatable {
        /// They agree in all classes that the loss reads.
        case same(classes: [Int])
        /// The prediction with the least value, by at least `gap` less than any other.
        case least(Int, gap: Double)
        case unknown
    }

    func relation(loss: Int) -> Relation {
        guard let first = predictions.first, predictions.count > 1 else { return .unknown }
        let classes = losses[loss].classesThatCount
        if predictions.allSatisfy({ p in classes.allSatisfy { p[$0] == first[$0] } }) { return .same(classes: classes) }
        let row = bounds[loss].map { $0 ?? Interval(.greatestFiniteMagnitude, .infinity) }
        guard let best = row.indices.min(by: { row[$0].upper < row[$1].upper }) else { return .unknown }
        let next = row.indices.filter { $0 != best }.map { row[$0].lower }.min() ?? .infinity
        let gap = (Interval(next) - Interval(row[best].upper)).lower
        return gap > 0 ? .least(best, gap: gap) : .unknown
    }

    private static func areDisjoint(_ a: Interval, _ b: Interval) -> Bool { a.upper < b.lower || b.upper < a.lower }
}
