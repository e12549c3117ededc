import TestSupport

#if arch(x86_64) && canImport(Glibc)
    import Calculus
    import Testing

    @testable import Losses

    @Suite struct LogisticSumsTests {
        private static func data(_ count: Int, size: Double, isSoft: Bool, seed: UInt64) -> Dataset {
            var random = SplitMix64(seed: seed)
            return Dataset(
                name: "random", x: (0..<count).map { _ in Double.random(in: -size...size, using: &random) },
                y: (0..<count).map { _ in
                    isSoft ? Double.random(in: 0...1, using: &random) : Double(Int.random(in: 0...1, using: &random))
                })
        }

        /// The sums to 64 bits, and those of the terms' magnitudes. θ has few enough bits for its products to be exact.
        private static func reference(
            _ loss: PreciseLoss, _ data: Dataset, at theta: Double
        ) -> (sums: [Float80], scales: [Float80]) {
            var (sums, scales) = ([Float80](repeating: 0, count: 7), [Float80](repeating: 0, count: 7))
            for (x, y) in zip(data.x, data.y) {
                var power: Float80 = 1
                for (order, term) in loss.derivatives(at: theta * x, label: y).enumerated() {
                    sums[order] += power * term
                    scales[order] += abs(power * term)
                    power *= Float80(x)
                }
            }
            return (sums, scales)
        }

        private static func shortened(_ data: Dataset) -> Dataset {
            Dataset(name: data.name, x: data.x.map { Double(Float($0)) }, y: data.y)
        }

        private static func sums(_ loss: PreciseLoss, _ data: Dataset) throws -> LogisticSums {
            try #require(LogisticSums(loss.tested.reduction, data))
        }

        @Test(
            "Enclosures at a point hold the exact sums and are narrow", arguments: PreciseLoss.allCases,
            [(1, 1.0), (8, 1), (1030, 10), (1100, 0.001), (520, 100)])
        func points(loss: PreciseLoss, shape: (count: Int, size: Double)) throws {
            for isSoft in [false, true] {
                let data = LogisticSumsTests.shortened(
                    LogisticSumsTests.data(shape.count, size: shape.size, isSoft: isSoft, seed: 7))
                let sums = try LogisticSumsTests.sums(loss, data)
                let kept = Set(sums.rest)
                #expect(kept.count == shape.count % 8)
                let indices = data.x.indices.filter { !kept.contains($0) }
                guard !indices.isEmpty else { continue }
                let summed = Dataset(name: "", x: indices.map { data.x[$0] }, y: indices.map { data.y[$0] })
                for theta in [0, -0.75, 3.5 / shape.size, -40 / shape.size, 900].map({ Double(Float($0)) }) {
                    let enclosures = sums.derivatives(at: theta)
                    let (exact, scales) = LogisticSumsTests.reference(loss, summed, at: theta)
                    for order in 0...5 {
                        let (low, high) = (Float80(enclosures[order].lower), Float80(enclosures[order].upper))
                        // The reference's own error.
                        let slack = 1e-17 * scales[order]
                        #expect(
                            low - slack <= exact[order] && exact[order] <= high + slack,
                            "order \(order) at \(theta), \(loss), soft: \(isSoft)")
                        let largest = Float80(shape.size)
                        let power = (0..<order).reduce(Float80(1)) { product, _ in product * largest }
                        let whole = power * Float80(shape.count)
                        let share: Float80 = order < 3 ? 3e-14 : 4e-13
                        #expect(high - low <= share * whole * max(1, Float80(abs(theta)) * largest))
                    }
                }
            }
        }

        @Test("Magnitudes bound the derivatives farther out", arguments: PreciseLoss.allCases)
        func magnitudes(loss: PreciseLoss) throws {
            let data = LogisticSumsTests.shortened(LogisticSumsTests.data(800, size: 4, isSoft: true, seed: 3))
            let sums = try LogisticSumsTests.sums(loss, data)
            for distance in [0, 0.25, 2, 50] {
                let bounds = sums.magnitudes(beyond: distance)
                #expect(bounds.count == 7)
                for theta in [distance, -distance, distance + 0.125, -4 * distance] {
                    let (exact, _) = LogisticSumsTests.reference(loss, data, at: theta)
                    for order in 2...6 { #expect(abs(exact[order]) <= Float80(bounds[order])) }
                }
            }
        }

        @Test(
            "Taylor enclosures over an interval hold what is inside, and narrow with it",
            arguments: PreciseLoss.allCases)
        func intervals(loss: PreciseLoss) throws {
            let data = LogisticSumsTests.shortened(LogisticSumsTests.data(600, size: 3, isSoft: true, seed: 5))
            let sums = try LogisticSumsTests.sums(loss, data)
            for centre in [0, 0.5, -1.25, 6] {
                for radius in [0x1p-20, 0x1p-8, 0.0625, 0.5, 8] {
                    let theta = Interval(centre - radius, centre + radius)
                    let expansion = sums.expansion(at: centre)
                    let magnitudes = sums.magnitudes(beyond: theta.mignitude)
                    for order in 0...6 {
                        let range = LogisticSums.enclosure(
                            order: order, over: theta, expansion, magnitudes: magnitudes)
                        for share in [-1, -0.5, 0, 0.375, 1] {
                            let (exact, scales) = LogisticSumsTests.reference(
                                loss, data, at: centre + share * radius)
                            let slack = 1e-17 * scales[order]
                            #expect(
                                Float80(range.lower) - slack <= exact[order]
                                    && exact[order] <= Float80(range.upper) + slack,
                                "order \(order) over \(theta)")
                        }
                        if radius <= 0x1p-8, order < 5 {
                            let own = LogisticSums.enclosure(
                                order: order + 1, over: theta, expansion, magnitudes: magnitudes)
                            #expect(range.width <= 2.2 * radius * own.magnitude + 1e-7, "order \(order) over \(theta)")
                        }
                    }
                }
            }
        }

        @Test("Extreme inputs and labels go term by term, zeros to the constant, and nothing is lost")
        func extremes() throws {
            var (x, y) = ([1e200, -1e-200, -1e-300, 0, 0], [1.0, 0, 0.5, 1, 0.25])
            for i in 0..<600 {
                x.append(Double(i - 300))
                y.append(Double(i % 3) / 2)
            }
            let data = Dataset(name: "extreme", x: x, y: y)
            for loss: any LogitLoss in [
                SigmoidSquaredError(), SigmoidCrossEntropy(), KullbackLeiblerDivergence(), SmoothedCrossEntropy(),
            ] {
                check(loss, data)
            }
            check(TanhSquaredError(), Dataset(name: "signed", x: x, y: y.map { 2 * $0 - 1 }))
        }

        /// Against enclosures of parts that are small enough to go term by term.
        private func check(_ loss: some LogitLoss, _ data: Dataset) {
            let objective = Objective(loss, on: data)
            #expect(objective.sums != nil)
            let parts = stride(from: 0, to: data.count, by: 300).map { start in
                let range = start..<min(start + 300, data.count)
                return Objective(loss, on: Dataset(name: "", x: Array(data.x[range]), y: Array(data.y[range])))
            }
            for theta in [Interval(0), Interval(-0.01, 0.02), Interval(0.3), Interval(-5, -4), Interval(1e5, 2e5)] {
                for order in 0...6 {
                    let whole = objective.enclosure(order: order, over: theta).interval
                    let sum = parts.reduce(Enclosure(0)) {
                        $0 + $1.enclosure(order: order, over: theta) * Enclosure(Double($1.data.count))
                    }
                    let mean = (sum / Enclosure(Double(data.count))).interval
                    guard let whole, let mean else {
                        Issue.record("order \(order) over \(theta)")
                        continue
                    }
                    #expect(whole.lower <= mean.upper && mean.lower <= whole.upper, "\(loss) \(order) over \(theta)")
                    if theta.width == 0 {
                        let value = objective.derivative(order == 0 ? 0 : order, at: theta.lower)
                        let slack = 1e-12 * abs(value)
                        #expect(
                            !value.isFinite || (whole.lower - slack <= value && value <= whole.upper + slack),
                            "\(loss) \(order) at \(theta.lower): \(whole) \(value)")
                    }
                }
            }
        }

        @Test("Enclosures that are remembered are those that are not, and cost nothing the second time")
        func memory() throws {
            let objective = Objective(SigmoidSquaredError(), on: try .outlier(samples: 1200))
            var enclosures = ObjectiveEnclosures(objective)
            let theta = Interval(0.5, 0.625)
            let first = enclosures.enclosure(order: 1, over: theta)
            let cost = enclosures.cost
            #expect(enclosures.enclosure(order: 1, over: theta) == first && enclosures.cost == cost)
            #expect(first == objective.enclosure(order: 1, over: theta))
            _ = enclosures.enclosure(order: 2, over: theta)
            _ = enclosures.enclosure(order: 3, over: Interval(theta.midpoint))
            #expect(enclosures.cost == cost)
        }
    }
#endif
