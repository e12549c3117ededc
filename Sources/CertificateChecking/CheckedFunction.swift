import Calculus
import Expressions
import Losses

/// J and its derivatives as the checker sees them: the mean of a formula over the samples, or an expression, through
/// generic jets of enclosures.
struct CheckedFunction {
    enum Body {
        case mean(CheckedLoss, x: [Double], y: [Double])
        /// Of as many samples, none of them known closer than to its group.
        case grouped(CheckedLoss, [SampleGroup], count: Int)
        case expression(Expression, Samples?)
    }

    let body: Body
    let meter: WorkMeter

    init(body: Body, meter: WorkMeter = WorkMeter()) { (self.body, self.meter) = (body, meter) }

    /// How many terms an evaluation adds up.
    var cost: Int {
        switch body {
        case .mean(_, let x, _): x.count
        case .grouped(_, let groups, _): groups.count
        case .expression(let expression, let samples): expression.needsSamples ? samples?.x.count ?? 1 : 1
        }
    }

    /// Encloses the same derivatives, wider, at a fraction of the cost; nil where that would not be so.
    var roughly: CheckedFunction? {
        // Of a formula with branches a group's samples may be on different ones.
        guard case .mean(let loss, let x, let y) = body, x.count >= 500, loss.smoothness == .max,
            let groups = SampleGroup.groups(x: x, y: y), groups.count <= x.count / 4
        else { return nil }
        return CheckedFunction(body: .grouped(loss, groups, count: x.count), meter: meter)
    }

    /// Of order 0 to 3, over a stretch; nil where it is not known to exist and to be continuous everywhere there.
    func derivative(_ order: Int, over theta: Interval) -> Interval? {
        let (range, decoration) = enclosure(order, over: theta)
        return decoration >= .continuous ? range : nil
    }

    func derivative(_ order: Int, at theta: Double) -> Interval? { derivative(order, over: Interval(theta)) }

    /// All values over a stretch; nil where there may be a point without one.
    func values(over theta: Interval) -> Interval? {
        let (range, decoration) = enclosure(0, over: theta)
        return decoration >= .defined ? range : nil
    }

    /// Whether no value over a stretch is zero, where there are any.
    func excludesZero(over theta: Interval) -> Bool {
        let (range, decoration) = enclosure(0, over: theta)
        guard let range else { return decoration == .illFormed && !meter.isExhausted }
        return range.provedSign != nil
    }

    /// The first four coefficients of the Taylor series at a rational point, nil where they are not known to be rational;
    /// of an expression without samples.
    func exactTaylor(at theta: Rational) -> [Rational?] {
        guard case .expression(let expression, let samples) = body, samples == nil else { return [nil] }
        let jet = expression.evaluate(Jet<4, ExactScalar>(variable: ExactScalar(theta)))
        return (0..<4).map { jet.coefficients[$0].value }
    }

    private func enclosure(_ order: Int, over theta: Interval) -> (Interval?, Decoration) {
        guard meter.spend(cost * (order + 1)) else { return (nil, .illFormed) }
        return switch order {
        case 0: Self.result(term(Jet<1, Enclosure>.self, over: theta), order)
        case 1: Self.result(term(Jet<2, Enclosure>.self, over: theta), order)
        case 2: Self.result(term(Jet<3, Enclosure>.self, over: theta), order)
        default: Self.result(term(Jet<4, Enclosure>.self, over: theta), order)
        }
    }

    private static func result<let n: Int>(_ jet: Jet<n, Enclosure>, _ order: Int) -> (Interval?, Decoration) {
        let proved = jet.provedDerivative(order)
        return (proved.interval, proved.decoration)
    }

    private func term<let n: Int>(_: Jet<n, Enclosure>.Type, over theta: Interval) -> Jet<n, Enclosure> {
        typealias Series = Jet<n, Enclosure>
        let variable = Series(variable: Enclosure(over: theta))
        switch body {
        case .expression(let expression, let samples): return expression.evaluate(variable, samples: samples)
        case .grouped(let loss, let groups, let count):
            let sum = groups.reduce(Series(0)) { sum, group in
                let logit = variable * Series(constant: Enclosure(group.x))
                return sum + Series(Double(group.count)) * loss(logit, label: group.y)
            }
            return sum / Series(Double(count))
        case .mean(let loss, let x, let y):
            // By halves, so that rounding outwards does not widen the sum of very many.
            func sum(_ range: Range<Int>) -> Series {
                guard range.count <= 16 else {
                    let middle = range.lowerBound + range.count / 2
                    return sum(range.lowerBound..<middle) + sum(middle..<range.upperBound)
                }
                return range.reduce(Series(0)) { $0 + self.term(loss, variable, x: x[$1], label: y[$1]) }
            }
            return sum(x.indices) / Series(Double(x.count))
        }
    }

    private func term<let n: Int>(
        _ loss: CheckedLoss, _ variable: Jet<n, Enclosure>, x: Double, label y: Double
    ) -> Jet<n, Enclosure> {
        if x == 0 {
            // Its logit is 0 whatever θ: a constant, though the loss may jump there.
            return Jet(constant: Enclosure(loss(Enclosure(0), label: y).interval))
        }
        var term = loss(variable * Jet(x), label: y)
        for k in 0..<n where k <= loss.smoothness && term.coefficients[k].decoration >= .defined {
            // The branches meet.
            term.coefficients[k] = Enclosure(term.coefficients[k].interval)
        }
        return term
    }
}
