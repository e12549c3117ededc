import TestSupport

#if arch(x86_64) && canImport(Glibc)
    import Certificates
    import Glibc
    import Losses
    import Testing

    /// Every claim on random data against dense evaluation in 64 bits.
    @Suite struct RandomDataTests {
        /// J′ and J″ of (y − σ(xθ))² by the closed forms, and the sum of the terms' magnitudes.
        private static func squaredError(_ data: Dataset, _ order: Int, at theta: Double) -> (Float80, Float80) {
            var (sum, scale): (Float80, Float80) = (0, 0)
            for (x, y) in zip(data.x, data.y) {
                let z = Float80(theta) * Float80(x)
                let tail = expl(-abs(z))
                let (s, c) = z > 0 ? (1 / (1 + tail), tail / (1 + tail)) : (tail / (1 + tail), 1 / (1 + tail))
                let (x, y) = (Float80(x), Float80(y))
                let difference = z > 0 ? (1 - y) - c : s - y
                let term =
                    order == 1
                    ? 2 * x * s * c * difference
                    : 2 * x * x * s * c * (s * c + difference * (c - s))
                sum += term
                scale += abs(term)
            }
            return (sum / Float80(data.count), scale / Float80(data.count))
        }

        private static func data(_ seed: Int) -> (Dataset, ClosedRange<Double>) {
            var random = SplitMix64(seed: UInt64(seed))
            let count = Int.random(in: 1...20, using: &random)
            let size = [1, 10, 100.0][seed % 3]
            let x = (0..<count).map { _ in Double.random(in: -size...size, using: &random) }
            let isSoft = seed % 5 == 4
            let y = (0..<count).map { _ in
                isSoft ? Double.random(in: 0...1, using: &random) : Double(Int.random(in: 0...1, using: &random))
            }
            let reach = Double.random(in: 0.5...60, using: &random) / (x.map(abs).max() ?? 1)
            return (Dataset(name: "random", x: x, y: y), -reach...(reach * 0.9))
        }

        @Test("No claim about the squared error of random data is refuted by a fine grid", arguments: 0..<4)
        func squaredError(group: Int) throws {
            var open = 0
            for seed in (group * 30)..<(group * 30 + 30) {
                let (data, window) = RandomDataTests.data(seed)
                let certificate = Certificate.prove(LinkedLoss(LossSpec(.mse)), on: data, window: window)
                if !certificate.unresolved.isEmpty { open += 1 }
                RandomDataTests.check(certificate, data, window, seed)
            }
            #expect(open == 0)
        }

        private static func check(
            _ certificate: Certificate, _ data: Dataset, _ window: ClosedRange<Double>, _ seed: Int
        ) {
            if let witness = certificate.witness {
                let (bend, scale) = squaredError(data, 2, at: witness.theta)
                #expect(bend < 0, "seed \(seed)")
                let slack = 1e-17 * scale
                #expect(
                    Float80(witness.secondDerivative.lower) - slack <= bend
                        && bend <= Float80(witness.secondDerivative.upper) + slack, "seed \(seed)")
            }
            #expect(certificate.verdict == .notConvex, "seed \(seed)")
            let steps = seed.isMultiple(of: 10) ? 10_000 : 1500
            let step = (window.upperBound - window.lowerBound) / Double(steps)
            let extrema = (certificate.minima + certificate.maxima).map(\.theta)
            for (order, zeros) in [(1, extrema), (2, certificate.inflections)] {
                #expect(zeros.allSatisfy { $0.width <= 1e-9 }, "seed \(seed)")
                // Each zero is one: the signs differ at both ends of its enclosure, a little further out.
                for zero in zeros {
                    let room = max(zero.width, 1e-13 * step)
                    let (left, right) = (
                        squaredError(data, order, at: zero.lower - room).0,
                        squaredError(data, order, at: zero.upper + room).0
                    )
                    #expect(left * right <= 0, "seed \(seed), order \(order), \(zero)")
                }
                var previous: Float80 = 0
                var changes = 0
                for k in 0...steps {
                    let theta = window.lowerBound + step * Double(k)
                    let (value, scale) = squaredError(data, order, at: theta)
                    guard abs(value) > 1e-15 * scale, scale > 1e-300 else { continue }
                    if previous * value < 0 {
                        changes += 1
                        let near = (zeros + certificate.unresolved).contains {
                            $0.lower <= theta && $0.upper >= theta - 3 * step
                        }
                        #expect(near, "seed \(seed), order \(order): a sign change near \(theta)")
                    }
                    previous = value
                    if order == 2, value > 0 {
                        #expect(
                            !certificate.concave.contains { $0.contains(theta) }, "seed \(seed): convex at \(theta)")
                    }
                }
                #expect(changes <= zeros.count + certificate.unresolved.count, "seed \(seed)")
            }
            for minimum in certificate.minima {
                #expect(squaredError(data, 2, at: minimum.theta.lower).0 > 0, "seed \(seed)")
            }
        }

        @Test(
            "Signs of other losses' derivatives change where it is said",
            arguments: [
                LinkedLoss(LossSpec(.focal)), LinkedLoss(LossSpec(.mse), link: .tanh),
                LinkedLoss(LossSpec(.logcosh), link: .sigmoid),
            ])
        func otherLosses(loss: LinkedLoss) {
            var open = 0
            for seed in 0..<12 {
                let (data, window) = RandomDataTests.data(seed)
                let certificate = Certificate.prove(loss, on: data, window: window)
                if !certificate.unresolved.isEmpty { open += 1 }
                RandomDataTests.check(certificate, loss.ofLogit, data, window, "\(loss) on seed \(seed)")
            }
            #expect(open <= 1, "\(loss) left \(open) open")
        }

        private static func check(
            _ certificate: Certificate, _ loss: some LogitLoss, _ data: Dataset, _ window: ClosedRange<Double>,
            _ name: String
        ) {
            let objective = Objective(loss, on: data)
            let extrema = (certificate.minima + certificate.maxima).map(\.theta)
            let step = (window.upperBound - window.lowerBound) / 1000
            for (order, zeros) in [(1, extrema), (2, certificate.inflections)] {
                let values = (0...1000).map { objective.derivative(order, at: window.lowerBound + step * Double($0)) }
                let noise = 1e-13 * (values.map(abs).max() ?? 0)
                for k in 1...1000 where values[k - 1] * values[k] < 0 && abs(values[k]) > noise {
                    guard abs(values[k - 1]) > noise else { continue }
                    let theta = window.lowerBound + step * Double(k)
                    let near = (zeros + certificate.unresolved).contains {
                        $0.lower <= theta + step && $0.upper >= theta - 2 * step
                    }
                    #expect(near, "\(name), order \(order): a sign change near \(theta)")
                }
                if order == 2, values.contains(where: { $0 < -1e-12 }) {
                    #expect(certificate.verdict == .notConvex, "\(name)")
                }
            }
        }

        @Test("Cross-entropy of random data has one minimum or none, and says which", arguments: 0..<30)
        func crossEntropy(seed: Int) throws {
            let (data, window) = RandomDataTests.data(seed)
            let certificate = Certificate.prove(LinkedLoss(LossSpec(.ce)), on: data, window: window)
            #expect(certificate.verdict == .strictlyConvex)
            let objective = Objective(SigmoidCrossEntropy(), on: data)
            let (left, right) = (
                objective.derivative(1, at: window.lowerBound), objective.derivative(1, at: window.upperBound)
            )
            if abs(left) > 1e-12, abs(right) > 1e-12 {
                #expect(certificate.minima.count == (left < 0 && right > 0 ? 1 : 0), "seed \(seed)")
            }
            if !certificate.minima.isEmpty { #expect(certificate.hasMinimiser == true) }
        }
    }
#endif
