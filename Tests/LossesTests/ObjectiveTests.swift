import Calculus
import TestSupport
import Testing

@testable import Losses

@Suite struct ObjectiveTests {
    private static func root(of objective: Objective<some LogitLoss>, from low: Double, to high: Double) -> Double {
        var (low, high) = (low, high)
        while high - low > 1e-12 {
            let middle = (low + high) / 2
            if objective.derivative(1, at: middle) < 0 { low = middle } else { high = middle }
        }
        return low
    }

    @Test("On the built-in data the squared error has two minima, the outlier's trap and the better one")
    func twoMinima() throws {
        let objective = Objective(SigmoidSquaredError(), on: try .outlier(samples: 7))
        let trap = ObjectiveTests.root(of: objective, from: -0.5, to: 0.3)
        let best = ObjectiveTests.root(of: objective, from: 0.6, to: 4)
        #expect(abs(trap - -0.05) < 0.005)
        #expect(abs(objective.derivative(0, at: trap) - 0.2474) < 5e-5)
        #expect(abs(best - 1.56) < 0.005)
        #expect(abs(objective.derivative(0, at: best) - 0.2299) < 5e-5)
        #expect(objective.derivative(2, at: trap) > 0)
        #expect(objective.derivative(2, at: best) > 0)
        let grid = stride(from: -10.0, through: 10, by: 0.01).map { objective.derivative(1, at: $0) }
        let risingZeros = zip(grid, grid.dropFirst()).count { $0 < 0 && $1 >= 0 }
        #expect(risingZeros == 2)
    }

    @Test("On the built-in data cross-entropy is convex, with one minimum close to zero")
    func oneMinimum() throws {
        let objective = Objective(SigmoidCrossEntropy(), on: try .outlier(samples: 7))
        let minimum = ObjectiveTests.root(of: objective, from: -4, to: 4)
        #expect(abs(minimum) < 0.1)
        for theta in stride(from: -10.0, through: 10, by: 0.05) {
            #expect(objective.derivative(2, at: theta) > 0)
        }
    }

    @Test("The mean of one sample is its loss, and θ's chain rule brings a factor x an order")
    func oneSample() {
        let objective = Objective(SigmoidSquaredError(), on: Dataset(name: "one", x: [-3], y: [0.25]))
        let loss = SigmoidSquaredError()
        #expect(objective.derivative(0, at: 0.5) == loss.value(-1.5, label: 0.25))
        for order in 1...6 {
            let factor = (0..<order).reduce(1.0) { power, _ in power * -3 }
            #expect(objective.derivative(order, at: 0.5) == factor * loss.derivative(order, at: -1.5, label: 0.25))
        }
    }

    #if arch(x86_64) && canImport(Glibc)
        @Test(
            "Enclosures hold the exact values, term by term and from magnitudes alone",
            arguments: [1, 7, 500, 501, 700], PreciseLoss.allCases)
        func enclosures(samples: Int, reference: PreciseLoss) throws {
            var data = try Dataset.outlier(samples: samples)
            if samples.isMultiple(of: 2) { data = Dataset(name: "soft", x: data.x, y: data.y.map { 0.3 + 0.5 * $0 }) }
            var random = SplitMix64(seed: UInt64(samples))
            var misses: [String] = []
            for domain in [
                Interval(-4, 4), Interval(1.5, 1.5625), Interval(-60, -50), Interval(80, 90), Interval(0.25),
            ] {
                let enclosures = try (0...6).map { try reference.enclosure(order: $0, over: domain, data: data) }
                for theta in [domain.lower, domain.upper, .random(in: domain.lower...domain.upper, using: &random)] {
                    var sums = [Float80](repeating: 0, count: 7)
                    for (x, y) in zip(data.x, data.y) {
                        // The product must not round, or the reference would belong to another θ.
                        let short = Double(Float(theta))
                        guard domain.contains(short) else { continue }
                        var power: Float80 = 1
                        for (order, term) in reference.derivatives(at: short * x, label: y).enumerated() {
                            sums[order] += power * term
                            power *= Float80(x)
                        }
                    }
                    for order in 0...6 {
                        let mean = sums[order] / Float80(data.count)
                        let (low, high) = (Float80(enclosures[order].lower), Float80(enclosures[order].upper))
                        // z is rounded in the reference: a few units in the last place of the derivative's own terms.
                        let slack = 1e-14 * abs(high - low) + 1e-15 * abs(mean)
                        if !(low - slack <= mean && mean <= high + slack) { misses.append("order \(order), \(domain)") }
                    }
                }
            }
            #expect(misses.isEmpty, "\(misses.prefix(3))")
        }
    #endif

    @Test("With many samples of extreme size an enclosure from magnitudes still holds", arguments: [1e78, 1e60, 1e-60])
    func extremeInputs(size: Double) throws {
        let x = (0..<600).map { size * Double($0 + 1) }
        let objective = Objective(
            SigmoidSquaredError(), on: Dataset(name: "large", x: x, y: x.indices.map { Double($0 % 2) }))
        let exact = Objective(SigmoidSquaredError(), on: Dataset(name: "large", x: [x[599]], y: [1]))
        for theta in [Interval(0, 1), Interval(1 / size, 2 / size), Interval(800 / size, 900 / size)] {
            for order in 2...6 {
                let enclosure = try #require(objective.enclosure(order: order, over: theta).interval)
                #expect(enclosure.lower <= enclosure.upper)
                // One of the six hundred terms, at half their mean, can not leave the bound of the mean.
                let term = exact.derivative(order, at: theta.lower) / 1_200
                #expect(!term.isFinite || enclosure.contains(term))
                #expect(enclosure.upper > 0)
            }
        }
    }

    @Test("A constant's enclosure survives a data set too large for its powers")
    func extremeRegression() {
        let x = (0..<600).map { 1e100 * Double($0 + 1) }
        let objective = Objective(SquaredError(), on: Dataset(name: "large", x: x, y: x))
        #expect(objective.enclosure(order: 4, over: Interval(0, 1)).interval?.contains(0) == true)
    }

    @Test("A compensated sum keeps what plain addition loses")
    func compensatedSum() {
        var sum = CompensatedSum()
        for term in [1, 1e100, 1, -1e100] { sum.add(term) }
        #expect(sum.value == 2)
        var tenths = CompensatedSum()
        for _ in 0..<100_000 { tenths.add(0.1) }
        #expect(tenths.value == 10_000)
    }

    @Test("A compensated sum that overflows is infinite, not NaN")
    func infiniteSum() {
        var sum = CompensatedSum()
        for _ in 0..<3 { sum.add(.greatestFiniteMagnitude) }
        #expect(sum.value == .infinity)
    }

    @Test("The mean of very many equal samples is the loss of one")
    func manySamples() {
        let loss = SigmoidCrossEntropy()
        let data = Dataset(
            name: "equal", x: Array(repeating: 1, count: 20_000), y: Array(repeating: 0, count: 20_000))
        let objective = Objective(loss, on: data)
        #expect(abs(objective.derivative(0, at: 0.7) / loss.value(0.7, label: 0) - 1) < 3e-16)
    }
}

#if arch(x86_64) && canImport(Glibc)
    extension PreciseLoss {
        fileprivate func enclosure(order: Int, over theta: Interval, data: Dataset) throws -> Interval {
            switch self {
            case .squaredError:
                try #require(Objective(SigmoidSquaredError(), on: data).enclosure(order: order, over: theta).interval)
            case .crossEntropy:
                try #require(Objective(SigmoidCrossEntropy(), on: data).enclosure(order: order, over: theta).interval)
            }
        }
    }
#endif
