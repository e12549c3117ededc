import Certificates
import Losses
import TestSupport
import Testing

@Suite struct CertificateTests {
    private static func certificate(
        _ name: LossName, link: Link? = nil, x: [Double], y: [Double], _ window: ClosedRange<Double> = -10...10
    ) -> Certificate {
        .prove(LinkedLoss(LossSpec(name), link: link), on: Dataset(name: "test", x: x, y: y), window: window)
    }

    @Test("On the built-in data the squared error is not convex, with two minima and a maximum between them")
    func squaredError() throws {
        let data = try Dataset.outlier(samples: 7)
        let certificate = Certificate.prove(LinkedLoss(LossSpec(.mse)), on: data, window: -4...4)
        #expect(certificate.verdict == .notConvex)
        #expect(certificate.scope == .real)
        #expect(certificate.basis == .interval)
        let witness = try #require(certificate.witness)
        #expect(abs(witness.theta - 0.185) < 0.003)
        #expect(witness.secondDerivative.lower > -1.4149 && witness.secondDerivative.upper < -1.4148)
        try #require(certificate.minima.count == 2 && certificate.maxima.count == 1)
        let (trap, best, top) = (certificate.minima[0], certificate.minima[1], certificate.maxima[0])
        #expect(abs(trap.theta.lower - -0.05) < 0.005 && abs(trap.value.lower - 0.2474) < 5e-5)
        #expect(abs(best.theta.lower - 1.56) < 0.005 && abs(best.value.lower - 0.2299) < 5e-5)
        #expect(trap.theta.upper < top.theta.lower && top.theta.upper < best.theta.lower)
        #expect(certificate.inflections.contains { trap.theta.upper < $0.lower && $0.upper < top.theta.lower })
        #expect(certificate.inflections.contains { top.theta.upper < $0.lower && $0.upper < best.theta.lower })
        #expect(certificate.unresolved.isEmpty)
        let least = try #require(certificate.globalMinimum)
        #expect(least.lower <= best.value.upper && best.value.lower <= least.upper && least.width < 1e-9)
        #expect(certificate.hasMinimiser == true)
        #expect(try #require(certificate.chord).gap > 0.001)
        #expect((3...8).contains(certificate.proof.count))
    }

    @Test("On the built-in data cross-entropy is strictly convex by a rule, with one minimum")
    func crossEntropy() throws {
        let data = try Dataset.outlier(samples: 7)
        let certificate = Certificate.prove(LinkedLoss(LossSpec(.ce)), on: data, window: -10...10)
        #expect(certificate.verdict == .strictlyConvex)
        #expect(certificate.scope == .real && certificate.basis == .structural)
        #expect(certificate.minima.count == 1 && certificate.maxima.isEmpty)
        #expect(certificate.hasMinimiser == true)
        #expect(certificate.witness == nil && certificate.unresolved.isEmpty)
    }

    @Test("Cross-entropy of separable data has no minimiser, and none is claimed")
    func separable() {
        let certificate = CertificateTests.certificate(.ce, x: [-2, -1, 0, 1, 3], y: [0, 0, 1, 1, 1])
        #expect(certificate.verdict == .strictlyConvex)
        #expect(certificate.hasMinimiser == false)
        #expect(certificate.minima.isEmpty)
        let squared = CertificateTests.certificate(.mse, x: [-2, -1, 1, 3], y: [0, 0, 1, 1])
        #expect(squared.hasMinimiser == false && squared.minima.isEmpty && squared.verdict == .notConvex)
    }

    @Test("Linear regression is strictly convex for any data")
    func regression() throws {
        let certificate = CertificateTests.certificate(.mse, link: .identity, x: [1, 2, -3], y: [7, -1, 100])
        #expect(certificate.verdict == .strictlyConvex && certificate.basis == .structural)
        #expect(certificate.minima.isEmpty)
        // Σxy/Σx² = (7 − 2 − 300)/14, outside of the window: −21.07.
        let wide = CertificateTests.certificate(
            .mse, link: .identity, x: [1, 2, -3], y: [7, -1, 100], -50...50)
        #expect(try #require(wide.minima.first).theta.contains(-295.0 / 14))
    }

    @Test("A window inside the convex core is warned of, and the witness found outside")
    func convexCore() throws {
        let certificate = CertificateTests.certificate(.mse, x: [-2, 1, 10], y: [0, 1, 0], -0.05...0.06)
        #expect(certificate.warnings.count == 1)
        #expect(certificate.verdict == .notConvex && certificate.scope == .real)
        #expect(certificate.concave.isEmpty)
        let witness = try #require(certificate.witness)
        #expect(!certificate.window.contains(witness.theta) && witness.secondDerivative.upper < 0)
    }

    @Test("Corners: equal labels, duplicates, one sample, inputs that are zero")
    func corners() {
        let ones = CertificateTests.certificate(.mse, x: [-2, 1, 3], y: [1, 1, 1])
        #expect(ones.verdict == .notConvex)
        let duplicates = CertificateTests.certificate(.mse, x: [1, 1, 1, 1], y: [0, 0, 0, 1])
        #expect(duplicates.verdict == .notConvex && duplicates.minima.count == 1)
        let one = CertificateTests.certificate(.mse, x: [2], y: [1])
        #expect(one.verdict == .notConvex && one.inflections.count == 1 && one.hasMinimiser == false)
        #expect(one.inflections.allSatisfy { $0.contains(-0.34657359027997264) && $0.width < 1e-9 })
        for name in LossName.allCases {
            let zero = CertificateTests.certificate(name, x: [0, 0], y: [0, 1])
            #expect(zero.verdict == .convex && zero.scope == .real && zero.minima.isEmpty)
        }
    }

    @Test("Every loss ends with a verdict that fits its rule", arguments: LossName.allCases)
    func everyLoss(name: LossName) throws {
        let data = try Dataset.outlier(samples: 7)
        for link in name.links {
            let loss = LinkedLoss(LossSpec(name), link: link)
            let certificate = Certificate.prove(loss, on: data, window: -3...3.5)
            if loss.isConvex {
                #expect(certificate.verdict == .strictlyConvex || certificate.verdict == .convex)
            } else {
                #expect(certificate.verdict == .notConvex, "\(loss) \(certificate.reason)")
            }
            #expect(certificate.globalMinimum != nil, "\(loss)")
        }
    }

    @Test("Plateaus that underflow and many samples end within the budget")
    func hardWindows() throws {
        let data = try Dataset.outlier(samples: 7)
        let time = processorTime {
            let certificate = Certificate.prove(LinkedLoss(LossSpec(.mse)), on: data, window: -1e6...1e6)
            #expect(certificate.verdict == .notConvex)
            #expect(certificate.minima.count == 2 && !certificate.unresolved.isEmpty)
            let huge = Certificate.prove(LinkedLoss(LossSpec(.mse)), on: data, window: -1.7e308...1.7e308)
            #expect(huge.verdict == .notConvex)
            let point = Certificate.prove(LinkedLoss(LossSpec(.mse)), on: data, window: 0...0)
            #expect(point.verdict == .notConvex && point.globalMinimum?.contains(0.25) == true)
        }
        #expect(time < .seconds(60))
        let many = Certificate.prove(
            LinkedLoss(LossSpec(.mse)), on: try .outlier(samples: 210), window: -4...4)
        #expect(many.verdict == .notConvex && many.minima.count == 2 && many.witness != nil)
    }

    private static func grid(_ loss: some LogitLoss, _ data: Dataset) -> [Double] {
        let objective = Objective(loss, on: data)
        return (0...6500).map { objective.derivative(0, at: -3 + 0.001 * Double($0)) }
    }

    @Test("Convex losses with kinks: the minimisers are bracketed, and no grid point is lower")
    func kinks() throws {
        let data = try Dataset.outlier(samples: 7)
        for name in [LossName.mae, .huber, .quantile, .hinge, .squaredHinge] {
            let loss = LinkedLoss(LossSpec(name))
            let certificate = Certificate.prove(loss, on: data, window: -3...3.5)
            let least = try #require(certificate.globalMinimum)
            let grid = CertificateTests.grid(loss.ofLogit, data)
            let lowest = try #require(grid.min())
            #expect(least.lower <= lowest && lowest - least.upper < 0.01, "\(name) \(least) \(lowest)")
            #expect(certificate.minima.count + certificate.unresolved.count == 1, "\(name)")
        }
        let median = CertificateTests.certificate(.mae, x: [1, 1, 1], y: [0.3, 1.7, 9])
        #expect(try #require(median.minima.first).theta.contains(1.7))
        let flat = CertificateTests.certificate(.hinge, x: [1, -1], y: [1, 0])
        #expect(flat.minima.isEmpty && flat.globalMinimum?.contains(0) == true && flat.hasMinimiser == true)
    }
}
