import TestSupport

#if arch(x86_64) && canImport(Glibc)
    import Calculus
    import Testing

    @testable import Losses

    @Suite struct LogisticDerivativesTests {
        @Test(
            "Every order from 0 to 6 agrees with extended precision to 10⁻¹³ of its scale",
            arguments: PreciseLoss.allCases)
        func accuracy(of reference: PreciseLoss) {
            var random = SplitMix64(seed: 11)
            let loss = reference.tested
            var misses: [String] = []
            for round in 0..<2_000 {
                let z = Double.random(in: -40...40, using: &random) / (round % 3 == 0 ? 20 : 1)
                let y = round % 4 < 2 ? Double(round % 2) : Double.random(in: 0...1, using: &random)
                let exact = reference.derivatives(at: z, label: y)
                for order in 0...6 {
                    let value = order == 0 ? loss.value(z, label: y) : loss.derivative(order, at: z, label: y)
                    // From the second order on, a derivative is the weight times at most 500 (order 6).
                    let scale =
                        order < 2 ? abs(exact[order]) + Float80(Double.ulpOfOne) : 500 * PreciseLoss.weight(at: z)
                    if abs(Float80(value) - exact[order]) > 1e-13 * scale {
                        misses.append("φ^(\(order))(\(z); \(y)) = \(value)")
                    }
                }
            }
            #expect(misses.isEmpty, "\(misses.prefix(3))")
        }

        @Test(
            "With hard labels nothing cancels: value and two derivatives keep 14 digits far out in both tails",
            arguments: PreciseLoss.allCases)
        func tails(of reference: PreciseLoss) {
            let loss = reference.tested
            for z in [-744.0, -700, -300, -37, -30, 30, 37, 300, 700, 744] {
                for y in [0.0, 1] {
                    let exact = reference.derivatives(at: z, label: y)
                    let values = [
                        loss.value(z, label: y), loss.derivative(1, at: z, label: y),
                        loss.derivative(2, at: z, label: y),
                    ]
                    for (value, exact) in zip(values, exact) {
                        // What is below the smallest normal double has fewer digits to keep.
                        let tolerance = 1e-14 * abs(exact) + 4 * Float80(Double.leastNonzeroMagnitude)
                        #expect(abs(Float80(value) - exact) <= tolerance, "z = \(z), y = \(y)")
                    }
                }
            }
        }

        @Test(
            "Enclosures of orders 0 to 6 hold the values at their members, across zero and in far tails",
            arguments: PreciseLoss.allCases)
        func enclosures(of reference: PreciseLoss) throws {
            var random = SplitMix64(seed: 12)
            let loss = reference.tested
            var domains = [
                Interval(-3, 2), Interval(-1e-3, 1e-3), Interval(0), Interval(0, 5), Interval(-5, 0), Interval(30, 40),
                Interval(-800, -700), Interval(700, 800), Interval(-1e6, 1e6), Interval(740, 1e300),
                Interval(1e-300, 1e-299), Interval(-745.2, -744.4),
            ]
            for _ in 0..<150 {
                let start = Double.random(in: -50...50, using: &random)
                let exponent = Int.random(in: -40...5, using: &random)
                domains.append(Interval(start, start + Double(sign: .plus, exponent: exponent, significand: 1)))
            }
            var misses: [String] = []
            for domain in domains {
                for y in [0, 1, Double.random(in: 0...1, using: &random)] {
                    let enclosures = try (0...6).map {
                        try #require(loss.enclosure(order: $0, over: domain, label: y).interval)
                    }
                    let inner = (0..<4).map { _ in Double.random(in: domain.lower...domain.upper, using: &random) }
                    for z in [domain.lower, domain.upper] + inner + (domain.contains(0) ? [0] : []) {
                        for (order, exact) in reference.derivatives(at: z, label: y).enumerated() {
                            let (low, high) = (Float80(enclosures[order].lower), Float80(enclosures[order].upper))
                            if !(low <= exact && exact <= high) {
                                misses.append("order \(order), \(domain), y = \(y), z = \(z)")
                            }
                        }
                    }
                }
            }
            #expect(misses.isEmpty, "\(misses.prefix(3))")
        }

        @Test("Enclosures over the whole line are bounded from the first order on", arguments: PreciseLoss.allCases)
        func wholeLine(of reference: PreciseLoss) {
            for order in 1...6 {
                let enclosure = reference.tested.enclosure(order: order, over: .entire, label: 0.25)
                #expect(enclosure.decoration == .common)
            }
        }

        @Test(
            "An enclosure over a short interval is about as wide as the function's change there",
            arguments: PreciseLoss.allCases)
        func tightness(of reference: PreciseLoss) throws {
            for z in [-20.0, -2, -0.7, 0, 0.7, 2, 20] {
                let domain = Interval(z, z + 1e-4)
                let weight = Double(PreciseLoss.weight(at: z))
                for order in 2...6 {
                    let enclosure = reference.tested.enclosure(order: order, over: domain, label: 1)
                    let width = try #require(enclosure.interval).width
                    #expect(width < 1e-4 * 2_000 * weight, "order \(order) at \(z)")
                }
            }
        }

        @Test(
            "The magnitude bound holds for every label and every logit beyond the distance",
            arguments: PreciseLoss.allCases)
        func magnitudeBound(of reference: PreciseLoss) throws {
            var random = SplitMix64(seed: 13)
            let loss = reference.tested
            var misses: [String] = []
            for distance in [0, 1e-300, 0.1, 1, 2, 5, 20, 37, 300, 700, 740, 745, 746, 760, 1_000] {
                let bounds = try (2...6).map { try #require(loss.magnitudeBound(order: $0, beyond: distance)) }
                for round in 0..<60 {
                    let beyond = distance + (round < 6 ? 0 : Double.random(in: 0...3, using: &random))
                    let y = round % 3 < 2 ? Double(round % 3) : Double.random(in: 0...1, using: &random)
                    let exact = reference.derivatives(at: round.isMultiple(of: 2) ? beyond : -beyond, label: y)
                    for order in 2...6 where abs(exact[order]) > Float80(bounds[order - 2]) {
                        misses.append("order \(order) beyond \(distance) at \(beyond), y = \(y)")
                    }
                }
            }
            #expect(misses.isEmpty, "\(misses.prefix(3)) of \(misses.count)")
        }
    }
#endif
